import { css } from 'lit';

/** The table of everything signed of a document; how it stacks on a phone is the sheet's. */
export const recordTableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.5rem 1rem 0.5rem 0;
    border-block-start: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }

  th {
    border-block-start: 0;
    color: var(--ink-quiet);
    font-weight: 500;
    font-size: 0.9375rem;
  }

  tr[aria-current] td:first-child {
    font-weight: 650;
  }

  td .label {
    display: none;
  }
`;
