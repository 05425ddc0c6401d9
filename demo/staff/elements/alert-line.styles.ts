import { css } from 'lit';

/** One alert: what was said before everything else. */
export const alertStyles = css`
  :host {
    container-type: inline-size;
  }

  article {
    display: grid;
    gap: 0.625rem;
    padding: 1.125rem 1.25rem;
    border-inline-start: 3px solid var(--line-strong);
    background: var(--sheet);
    overflow-wrap: anywhere;
  }

  .safety-alert.open {
    border-inline-start-color: var(--notice);
    background: var(--notice-wash);
  }

  article > * {
    min-width: 0;
  }

  h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.625rem;
    align-items: baseline;
  }

  h3:focus {
    outline: none;
  }

  /* A deed takes its buttons away and leaves the focus here: it must be seen. */
  h3:focus-visible {
    outline: 3px solid var(--accent);
  }

  h3 a {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
    color: var(--ink);
  }

  .kind {
    color: var(--ink-quiet);
    font: 500 1rem/1.4 var(--text);
  }

  .status {
    padding: 0.0625rem 0.4375rem;
    border: 1px solid var(--line-strong);
    border-radius: 3px;
    color: var(--ink-quiet);
    font: 600 0.8125rem/1.4 var(--text);
  }

  .safety-alert.open .status {
    border-color: currentcolor;
    color: var(--notice);
  }

  .said {
    display: grid;
    gap: 0.25rem;
  }

  blockquote {
    margin: 0;
    max-width: 66ch;
    font-weight: 650;
    font-size: 1.125rem;
    white-space: pre-wrap;
  }

  dl {
    display: grid;
    gap: 0.25rem;
    margin: 0;
  }

  .facts > div {
    display: grid;
    gap: 0 1rem;
  }

  dt {
    color: var(--ink-quiet);
  }

  .safety-alert.open :is(dt, .kind, .quiet) {
    color: var(--ink);
  }

  dd {
    min-width: 0;
    margin: 0;
  }

  .ago {
    white-space: nowrap;
  }

  .reference {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }

  .contact a {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
  }

  .question {
    display: grid;
    gap: 0.5rem;
  }

  @container (width >= 34rem) {
    .facts > div {
      grid-template-columns: 9.5rem minmax(0, 1fr);
    }
  }

  @media print {
    article {
      break-inside: avoid;
    }
  }
`;
