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

  .alerts-of-a-kind,
  .alerts {
    display: grid;
    gap: 0.75rem;
  }

  .alerts-of-a-kind {
    max-width: 48rem;
    margin-inline: 0;
    margin-block-end: 1rem;
  }

  .notice {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--notice);
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

  .name {
    font-size: 1.125rem;
  }

  .name a,
  .what a,
  .about a {
    text-decoration-color: transparent;
  }

  .name a:hover,
  .what a:hover,
  .about a:hover,
  .name a:focus-visible,
  .what a:focus-visible,
  .about a:focus-visible {
    text-decoration-color: currentcolor;
  }

  /* The whole row leads to what was sent, also for a thumb; the client's name leads to the client. */
  .what a::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .name a {
    position: relative;
    z-index: 1;
    color: var(--ink);
  }

  .unread .what a {
    font-weight: 650;
  }

  .about > * {
    display: block;
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

  @media (width >= 64rem) {
    time .quiet,
    .clearance {
      white-space: nowrap;
    }
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
      grid-template-columns: minmax(0, 1fr) auto;
      /* Clearance, the last, goes beside the reference. */
      grid-auto-flow: row dense;
      gap: 0.125rem 1rem;
      padding-block: 0.875rem;
      border-block-start: 1px solid var(--line);
    }

    td {
      padding: 0;
      border: 0;
    }

    .name,
    .what,
    .received {
      grid-column: 1 / -1;
    }

    .clearance,
    .who {
      text-align: end;
    }

    .name a {
      display: inline-flex;
      align-items: center;
      min-height: 2rem;
    }
  }
`;
