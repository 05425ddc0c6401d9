import { css } from 'lit';

export const appStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.75rem;
    padding: 0.5rem clamp(1rem, 4vw, 2.5rem);
    border-block-end: 1px solid var(--line);
  }

  .practice {
    font: 500 1.1875rem/1.2 var(--display);
  }

  nav {
    display: flex;
    gap: 1.5rem;
  }

  nav a {
    display: inline-flex;
    align-items: center;
    min-width: var(--target);
    min-height: var(--target);
    color: var(--ink);
    text-decoration: none;
  }

  nav a:hover {
    text-decoration: underline;
  }

  nav a[aria-current] {
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.4em;
  }

  .who {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: flex-end;
    gap: 1rem;
    color: var(--ink-quiet);
    white-space: nowrap;
  }

  .who button {
    padding-inline: 0.5rem;
    border-color: transparent;
    font-weight: 500;
  }

  @media (width < 36rem) {
    header {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 0.75rem;
      padding-block: 0.25rem;
    }

    nav {
      flex-wrap: wrap;
      grid-row: 2;
      grid-column: 1 / -1;
      gap: 0 1.25rem;
    }

    .who {
      gap: 0.25rem;
      font-size: 0.9375rem;
    }

    .who button {
      margin-inline-end: -0.5rem;
      font-size: inherit;
    }
  }

  main {
    padding: clamp(1.25rem, 3vw, 2rem) clamp(1rem, 4vw, 2.5rem) 5rem;
  }

  main:focus {
    outline: none;
  }

  .page {
    display: grid;
    gap: 1rem;
    max-width: 62rem;
    margin-inline: auto;
  }

  .alone {
    display: grid;
    gap: 1rem;
    justify-items: start;
    max-width: 30rem;
    margin: 20vh auto 0;
    padding: 1rem;
  }

  .ending {
    position: fixed;
    inset: auto 0 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.75rem 2rem;
    padding: 1rem;
    border-block-start: 1px solid var(--line-strong);
    background: var(--sheet);
  }

  .count {
    display: inline-block;
    min-width: 2ch;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  @media print {
    main {
      padding: 0;
    }
  }
`;
