import { css } from 'lit';

/** One session: time beside what it is where there is room, above it on a phone. */
export const bookingStyles = css`
  :host {
    container-type: inline-size;
  }

  article {
    display: grid;
    gap: 0.125rem 1.5rem;
    padding-block: 0.875rem;
    overflow-wrap: break-word;
  }

  article > * {
    min-width: 0;
  }

  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-content: start;
    font-variant-numeric: tabular-nums;
  }

  .times {
    font-weight: 600;
    white-space: nowrap;
  }

  .about {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
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

  /* A decision takes its buttons away and leaves the focus here: it must be seen. */
  h3:focus-visible {
    outline: 3px solid var(--accent);
  }

  .status {
    padding: 0.0625rem 0.4375rem;
    border: 1px solid var(--line-strong);
    border-radius: 3px;
    color: var(--ink-quiet);
    font: 600 0.8125rem/1.4 var(--text);
  }

  .requested .status {
    border: 1px dashed currentcolor;
    color: var(--accent);
  }

  .confirmed .status {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .on-hold .status {
    border: 3px double currentcolor;
    color: var(--notice);
  }

  .cancelled h3,
  .cancelled .times {
    color: var(--ink-quiet);
    font-weight: 500;
  }

  .cancelled .times {
    text-decoration: line-through;
  }

  .whose,
  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    min-width: 0;
  }

  .whose a,
  .contact a {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
    overflow-wrap: anywhere;
  }

  .whose > a {
    font-weight: 600;
  }

  .buttons {
    margin-block-start: 0.5rem;
  }

  .question {
    display: grid;
    gap: 0.25rem;
    margin-block-start: 0.5rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--notice);
  }

  .readiness {
    display: grid;
    gap: 0.25rem;
    margin-block-start: 0.375rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--line-strong);
  }

  .on-hold .readiness {
    border-color: var(--notice);
  }

  .readiness ul {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  staff-session-change {
    margin-block-start: 0.75rem;
  }

  @container (width >= 34rem) {
    staff-session-change {
      grid-column: 1 / -1;
    }

    article {
      grid-template-columns: 12rem minmax(0, 1fr);
    }

    .when {
      display: grid;
    }
  }

  @media print {
    article {
      break-inside: avoid;
    }

    /* Printers leave backgrounds out. */
    .confirmed .status {
      background: none;
      color: inherit;
    }
  }
`;
