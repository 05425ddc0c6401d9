import { css } from 'lit';

/** A long list to go through in peace, with what is to be kept at its foot. */
export const rulesStyles = css`
  .page {
    display: grid;
    gap: 1.5rem;
    max-width: 54rem;
    margin-inline: auto;
  }

  .introduction {
    display: grid;
    gap: 0.5rem;
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    padding-block: 0.25rem;
    border-block: 1px solid var(--line);
  }

  nav a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: var(--ink);
    text-decoration: none;
  }

  nav a:hover {
    color: var(--accent);
    text-decoration: underline;
  }

  form {
    display: grid;
    gap: 2.5rem;
  }

  h2 {
    scroll-margin-block-start: 1.5rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  .settings {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .setting {
    display: grid;
    gap: 0.5rem 2rem;
    padding-block: 0.875rem;
    border-block-end: 1px solid var(--line);
  }

  .setting.off .what > :first-child {
    color: var(--ink-quiet);
  }

  .how {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    justify-items: start;
  }

  .number {
    display: flex;
    align-items: center;
    gap: 0.625rem;
  }

  /* What is typed in must not lie under what is kept in view at the foot. */
  input,
  select {
    scroll-margin-block: 1rem 8rem;
  }

  .number input {
    width: 6rem;
    font-variant-numeric: tabular-nums;
  }

  select {
    width: 100%;
    max-width: 15rem;
    min-height: var(--target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    color: inherit;
    font: inherit;
  }

  .changed {
    color: var(--notice);
    font-weight: 600;
  }

  .saving {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 2rem;
  }

  .saving.shown {
    position: sticky;
    inset-block-end: 0;
    padding-block: 0.875rem;
    border-block-start: 1px solid var(--line-strong);
    background: var(--paper);
  }

  .saving .buttons {
    gap: 0.5rem;
  }

  .saving button {
    padding-inline: 0.875rem;
  }

  @media (width >= 44rem) {
    .setting {
      grid-template-columns: minmax(0, 1fr) 15rem;
    }
  }

  @media print {
    .setting {
      grid-template-columns: minmax(0, 1fr) 15rem;
      break-inside: avoid;
    }

    select {
      border: 0;
      appearance: none;
    }
  }
`;
