import { css } from 'lit';

export const pickerStyles = css`
  .bookings,
  .choices {
    list-style: none;
  }

  .bookings li {
    border-block-end: 1px solid var(--_line);
    padding-block: calc(var(--_space) * 1.5);
  }

  .choices li {
    inline-size: 100%;
  }

  .choice.locked {
    background: none;
    border-style: dashed;
    cursor: auto;
  }

  .month {
    min-block-size: 27em;
  }

  .month-name {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    justify-content: space-between;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
    margin-block-start: var(--_space);
    table-layout: fixed;
  }

  th {
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 400;
  }

  td {
    color: var(--_muted);
    padding: 1px;
    text-align: center;
  }

  .day {
    block-size: 48px;
    inline-size: 100%;
    text-align: center;
  }

  .day.open {
    border: 1px solid var(--_edge);
    color: var(--_text);
    font-weight: 600;
  }

  .day.today {
    text-decoration: underline;
  }

  .day.chosen {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
`;
