import { css } from 'lit';

export const requestStyles = css`
  :host {
    max-width: 48rem;
  }

  dl {
    display: grid;
    gap: 0.25rem;
    margin: 0.5rem 0;
  }

  .facts > div {
    display: grid;
    gap: 0 1rem;
  }

  dt {
    color: var(--ink-quiet);
  }

  dd {
    min-width: 0;
    margin: 0;
  }

  .ago {
    white-space: nowrap;
  }

  blockquote {
    margin: 0;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--accent);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @media (width >= 36rem) {
    .facts > div {
      grid-template-columns: 9.5rem minmax(0, 1fr);
    }
  }
`;
