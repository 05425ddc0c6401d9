import { css } from 'lit';

/** Lists of rows: a table where there is room, a stack of rows on a phone. */
export const listStyles = css`
  section {
    display: grid;
    gap: 1rem;
    max-width: 66rem;
    margin-inline: auto;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  section > button {
    justify-self: start;
  }

  .empty {
    display: grid;
    gap: 0.5rem;
    padding-block: clamp(2rem, 8vh, 5rem);
    border-block: 1px solid var(--line);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    border-block-end: 1px solid var(--line);
  }

  th,
  td {
    padding: 0.75rem 1.5rem 0.75rem 0;
    border-block-start: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }

  th {
    padding-block: 0.375rem;
    border-block-start: 0;
    color: var(--ink-quiet);
    font-weight: 500;
    font-size: 0.9375rem;
  }

  tbody tr {
    position: relative;
  }

  tbody tr:hover {
    background: color-mix(in srgb, var(--sheet), transparent 30%);
  }

  .name a {
    font-size: 1.125rem;
    text-decoration-color: transparent;
  }

  .name a:hover,
  .name a:focus-visible {
    text-decoration-color: currentcolor;
  }

  /* The whole row leads to the history, also for a thumb. */
  .name a::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .unread .name a {
    font-weight: 650;
  }

  .mark {
    margin-inline-start: 0.5rem;
    padding: 0.0625rem 0.4375rem;
    border: 1px solid currentcolor;
    border-radius: 3px;
    color: var(--accent);
    font-weight: 600;
    font-size: 0.8125rem;
  }

  .reference {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    white-space: nowrap;
  }

  time .quiet {
    display: block;
  }

  @media (width < 44rem) {
    table,
    tbody,
    tr,
    td {
      display: block;
    }

    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0.125rem 1rem;
      padding-block: 0.875rem;
      border-block-start: 1px solid var(--line);
    }

    td {
      padding: 0;
      border: 0;
    }

    td:nth-child(n + 3):nth-child(odd) {
      grid-column: 1;
    }

    td:last-child {
      text-align: end;
    }
  }
`;
