import { css } from 'lit';

/** The days of a week below each other, each with its sessions. */
export const weekStyles = css`
  section {
    display: grid;
    gap: 1rem;
    max-width: 60rem;
    margin-inline: auto;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
  }

  h1 {
    font-size: clamp(1.5rem, 1.05rem + 2vw, 2.375rem);
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
  }

  nav a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }

  nav a[aria-current] {
    color: var(--ink);
    text-decoration: none;
  }

  .lists,
  .waiting {
    display: grid;
    gap: 1rem;
    min-width: 0;
  }

  .waiting {
    max-width: none;
    margin-inline: 0;
    gap: 0.25rem;
    padding-block: 1rem 0.5rem;
    border-block-start: 3px solid var(--accent);
  }

  .days,
  .waiting ul,
  .days ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .days > li {
    display: grid;
    gap: 0.25rem 2rem;
    padding-block: 1rem 0.5rem;
    border-block-start: 1px solid var(--line-strong);
  }

  .waiting li + li,
  .days ul li + li {
    border-block-start: 1px solid var(--line);
  }

  h2 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625rem;
    align-content: start;
    align-items: baseline;
    font-size: 1.1875rem;
    line-height: 1.3;
  }

  h2 time {
    white-space: nowrap;
  }

  .free h2 {
    color: var(--ink-quiet);
  }

  .today {
    color: var(--accent);
    font: 600 0.9375rem/1.3 var(--text);
  }

  .days > li.free {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
    padding-block: 0.5rem;
  }

  .empty {
    padding-block: clamp(2rem, 8vh, 5rem);
    border-block: 1px solid var(--line);
  }

  @media (width >= 52rem) {
    .days > li,
    .days > li.free {
      display: grid;
      grid-template-columns: 14rem minmax(0, 1fr);
    }

    h2 {
      padding-block-start: 0.875rem;
    }

    .free h2 {
      padding-block-start: 0;
    }

    .days > li {
      padding-block: 0.125rem;
    }
  }
`;
