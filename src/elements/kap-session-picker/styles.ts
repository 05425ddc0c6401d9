import { css } from 'lit';

export const pickerStyles = css`
  .bookings,
  .choices {
    list-style: none;
  }

  .bookings > li {
    border-block-end: 1px solid var(--_line);
    padding-block: calc(var(--_space) * 1.5);
  }

  .bookings > li > .before {
    margin-block: var(--_space);
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

  .whole {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  .preferences,
  .toolbar,
  .views {
    align-items: end;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
  }

  .preferences .input {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .preferences .label {
    font-size: 0.9em;
  }

  .quiet.fields > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  kap-intake-form {
    --kap-padding: calc(var(--_space) * 3) 0 0;
  }

  .views {
    gap: 0;
  }

  .views .button + .button {
    border-inline-start: 0;
  }

  .views .chosen {
    background: var(--_tint);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }

  .slots > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  .steps {
    list-style: none;
    margin: calc(var(--_space) * 2) 0;
    padding: 0;
  }

  .step {
    border-block-start: 1px solid var(--_line);
    padding-block: calc(var(--_space) * 1.5);
  }

  .step .slots {
    margin-block-start: calc(var(--_space) * 2);
  }

  summary {
    color: var(--_accent-strong);
    cursor: pointer;
    min-block-size: 32px;
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }

  /* Its place is kept, so that nothing moves when a day says why it is closed. */
  .why-closed {
    min-block-size: 1.55em;
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

  .unseen {
    visibility: hidden;
  }

  .first {
    min-block-size: 32px;
  }

  @container (max-width: 24em) {
    .first,
    .why-closed {
      min-block-size: 3.2em;
    }
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

  .day.open::after {
    background: currentcolor;
    block-size: 4px;
    border-radius: 50%;
    content: '';
    display: block;
    inline-size: 4px;
    margin: 0 auto;
  }

  .day.closed {
    border: 1px dashed var(--_edge);
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
