import { css } from 'lit';

/** Where things stand: contents, sheet and panels side by side, or one below the other. */
export const historyStyles = css`
  :host {
    max-width: 86rem;
    margin-inline: auto;
  }

  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    margin-block-end: 0.5rem;
  }

  .layout {
    display: grid;
    gap: 2rem;
  }

  .layout > * {
    min-width: 0;
  }

  .contents ol {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .contents a {
    display: flex;
    align-items: center;
    min-height: var(--target);
    padding-block: 0.25rem;
    color: var(--ink);
    line-height: 1.3;
    text-decoration: none;
  }

  .contents a:hover {
    color: var(--accent);
    text-decoration: underline;
  }

  .contents .below {
    margin-block: 0.5rem 1rem;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--line);
  }

  aside {
    display: grid;
    gap: 2.5rem;
    align-content: start;
  }

  aside > * {
    scroll-margin-block-start: 1.5rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line-strong);
  }

  @media (width < 72rem) {
    .closed ol {
      display: none;
    }
  }

  @media (width >= 52rem) {
    .layout {
      grid-template-columns: minmax(0, 1fr) 18.5rem;
      gap: 2.5rem;
    }

    .contents {
      grid-column: 1 / -1;
    }

    .contents ol {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1.75rem;
    }

    aside {
      position: sticky;
      inset-block-start: 1.5rem;
      align-self: start;
      max-height: calc(100vh - 3rem);
      overflow: auto;
      padding-inline: 0.25rem;
    }
  }

  @media (width >= 72rem) {
    .layout {
      grid-template-columns: 10rem minmax(0, 1fr) 17rem;
      gap: 2rem;
    }

    .contents-opener {
      display: none;
    }

    .contents {
      position: sticky;
      inset-block-start: 1.5rem;
      grid-column: auto;
      align-self: start;
      max-height: calc(100vh - 3rem);
      overflow: auto;
    }

    .contents ol {
      display: grid;
    }
  }

  @media print {
    :host {
      max-width: none;
    }

    .layout {
      display: block;
    }
  }
`;
