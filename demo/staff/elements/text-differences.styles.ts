import { css } from 'lit';

/** Two wordings beside each other, or below each other where there is no room. */
export const differencesStyles = css`
  :host {
    container-type: inline-size;
  }

  section,
  .all {
    display: grid;
    gap: 0.75rem;
  }

  .all > h2 {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  select {
    width: 100%;
    max-width: 100%;
    min-height: var(--target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    color: inherit;
    font: inherit;
  }

  .difference {
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--line);
  }

  .mark {
    display: inline-block;
    margin-inline-end: 0.375rem;
    padding: 0.0625rem 0.4375rem;
    border: 1px solid currentcolor;
    border-radius: 3px;
    font: 600 0.8125rem/1.4 var(--text);
  }

  .notable {
    color: var(--notice);
    font-weight: 600;
  }

  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-block-start: 1px solid var(--line);
    overflow-wrap: break-word;
    text-align: start;
    vertical-align: baseline;
  }

  th {
    color: var(--ink-quiet);
    font-weight: 500;
    font-size: 0.9375rem;
  }

  thead th:first-child {
    width: 6.5rem;
  }

  td .label {
    display: none;
  }

  del {
    background: var(--notice-wash);
    text-decoration: line-through 1px;
  }

  ins {
    background: var(--accent-wash);
    text-decoration: underline 2px;
    text-underline-offset: 0.15em;
  }

  @container (width < 30rem) {
    table,
    tbody,
    tr,
    th,
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

    tr {
      padding-block: 0.5rem;
      border-block-start: 1px solid var(--line);
    }

    th,
    td {
      padding: 0.125rem 0;
      border: 0;
    }

    td .label {
      display: block;
      color: var(--ink-quiet);
      font-size: 0.9375rem;
    }
  }

  @media print {
    .difference,
    tr {
      break-inside: avoid;
    }
  }
`;
