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

  .bookings .actions {
    margin-block-start: var(--_space);
  }

  .choices li {
    inline-size: 100%;
  }

  .choice .zone {
    display: block;
  }

  .choice.locked {
    background: none;
    border-style: dashed;
    cursor: auto;
  }

  /* As high as a month of six weeks, so that nothing below moves from one month to the next. */
  .month {
    min-block-size: calc(6 * 50px + 6em);
  }

  .month-name {
    align-items: center;
    display: flex;
    gap: var(--_space);
  }

  .month-name strong {
    flex: 1;
  }

  .month-name .button {
    padding-inline: calc(var(--_space) * 2);
  }

  @container (max-width: 340px) {
    .month {
      min-block-size: calc(6 * 50px + 9em);
    }

    .month-name {
      flex-wrap: wrap;
    }

    .month-name strong {
      flex-basis: 100%;
    }
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
    padding: 0;
  }

  td {
    color: var(--_muted);
    padding: 1px;
    text-align: center;
  }

  .day {
    align-content: center;
    block-size: 48px;
    display: block;
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
