import { css } from 'lit';

export const intakeStyles = css`
  .progress {
    margin-block-end: calc(var(--_space) * 0.5);
  }

  .meter {
    appearance: none;
    background: var(--_line);
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    display: block;
    inline-size: 100%;
    margin-block-end: calc(var(--_space) * 4);
    overflow: hidden;
  }

  .meter::-webkit-progress-bar {
    background: transparent;
  }

  .meter::-webkit-progress-value {
    background: var(--_accent);
  }

  .meter::-moz-progress-bar {
    background: var(--_accent);
  }

  .meter:indeterminate {
    animation: breathe 1.6s ease-in-out infinite alternate;
    background: var(--_accent);
  }

  @keyframes breathe {
    from {
      opacity: 0.35;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .meter:indeterminate {
      animation: none;
    }
  }

  h2 {
    scroll-margin-block-start: calc(var(--_space) * 10);
  }

  .lead {
    margin-block-start: var(--_space);
  }

  h2 + form,
  .lead + form {
    margin-block-start: calc(var(--_space) * 4);
  }

  .lead + .error-summary,
  h2 + .error-summary {
    margin-block-start: calc(var(--_space) * 3);
  }

  .not-saved {
    margin-block-start: calc(var(--_space) * 4);
  }

  .help {
    margin-block-start: calc(var(--_space) * 4);
  }

  .help ul {
    list-style: none;
  }

  .plain-list {
    margin-block-start: calc(var(--_space) * 0.5);
    padding-inline-start: 1.2em;
  }

  .plain-list li + li {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .topic {
    margin-block-start: calc(var(--_space) * 5);
  }

  .answers {
    border-block-start: 1px solid var(--_line);
    margin-block-start: var(--_space);
  }

  .answer {
    border-block-end: 1px solid var(--_line);
    column-gap: calc(var(--_space) * 2);
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) auto;
    padding-block: var(--_space);
  }

  .answer dt {
    color: var(--_muted);
  }

  .answer dd {
    white-space: pre-line;
  }

  .instance-name dt {
    color: inherit;
    font-weight: 600;
  }

  .reference {
    font-size: 1.4em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }

  @container (max-width: 32em) {
    .answer {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .answer dt {
      grid-column: 1 / -1;
    }
  }
`;
