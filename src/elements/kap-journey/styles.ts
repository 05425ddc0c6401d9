import { css } from 'lit';

export const journeyStyles = css`
  .steps {
    counter-reset: step;
    display: grid;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 3);
    list-style: none;
    padding: 0;
  }

  .step {
    align-items: baseline;
    color: var(--_muted);
    counter-increment: step;
    display: grid;
    gap: 0 calc(var(--_space) * 1.25);
    grid-template-columns: 1.5em minmax(0, 1fr);
    padding-block: calc(var(--_space) * 0.5);
  }

  .step::before {
    content: counter(step) '.';
    font-variant-numeric: tabular-nums;
  }

  .step .link {
    min-block-size: 0;
  }

  .step.now,
  .step.current {
    color: var(--_text);
  }

  .step.current {
    font-weight: 600;
  }

  .step .detail {
    font-weight: 400;
    grid-column: 2;
  }

  .state {
    font-weight: 400;
  }

  .overview {
    border-block-end: 1px solid var(--_line);
    margin-block-end: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 2);
  }

  .overview.starting {
    visibility: hidden;
  }
`;
