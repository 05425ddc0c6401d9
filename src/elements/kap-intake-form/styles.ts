import { css } from 'lit';

export const intakeStyles = css`
  .progress {
    margin-block-end: calc(var(--_space) * 0.5);
  }

  h2 {
    scroll-margin-block-start: calc(var(--_space) * 10);
  }

  /* No wider than its words: what is scrolled up to it stays in sight beside it. */
  .leave {
    background: var(--_surface);
    inline-size: fit-content;
    inset-block-start: 0;
    margin-inline-start: auto;
    padding-block: calc(var(--_space) * 0.5);
    padding-inline-start: var(--_space);
    position: sticky;
    z-index: 1;
  }

  /* On a phone the way to the topics would end where the way out stands. */
  @container (max-width: 24em) {
    .progress .link {
      display: block;
    }
  }

  .topics li {
    align-items: baseline;
    border-block-end: 1px solid var(--_line);
    display: flex;
    gap: calc(var(--_space) * 2);
    justify-content: space-between;
    padding-block: var(--_space);
  }

  .lead,
  .reader {
    margin-block-start: var(--_space);
  }

  h2 + form,
  .lead + form,
  .reader + form {
    margin-block-start: calc(var(--_space) * 4);
  }

  .lead + .error-summary,
  .reader + .error-summary,
  h2 + .error-summary {
    margin-block-start: calc(var(--_space) * 3);
  }

  .not-saved {
    margin-block-start: calc(var(--_space) * 4);
  }

  .safety {
    background: var(--_tint);
    border-radius: var(--_radius);
    margin-block-end: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
  }

  .actions .fields {
    flex: 1 0 100%;
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

  @container (max-width: 32em) {
    .answer {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .answer dt {
      grid-column: 1 / -1;
    }
  }
`;
