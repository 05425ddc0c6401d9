import { css } from 'lit';

/** Open times as chips, day by day. */
export const openTimesStyles = css`
  .times {
    display: grid;
    gap: 0.75rem;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem 1.25rem;
  }

  .top .field {
    flex: 1 1 12rem;
    max-width: 20rem;
  }

  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  fieldset {
    display: grid;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .day {
    display: grid;
    gap: 0.375rem 1.5rem;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--line);
  }

  .day .name {
    margin: 0;
    font: 500 1.0625rem/1.3 var(--text);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .chip {
    position: relative;
    display: grid;
    align-content: center;
    min-height: var(--target);
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }

  .chip .quiet {
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .chip input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .chip:hover {
    border-color: var(--accent);
    background: var(--accent-wash);
  }

  .chip:has(:checked) {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .chip:has(:checked) .quiet {
    color: inherit;
  }

  .chip:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  @container (width >= 34rem) {
    .day {
      grid-template-columns: 11rem minmax(0, 1fr);
    }

    .day .name {
      padding-block-start: 0.5rem;
    }
  }
`;

export const fieldStyles = css`
  select {
    width: 100%;
    min-height: var(--target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    color: inherit;
    font: inherit;
  }

  select[aria-invalid='true'] {
    border: 2px solid var(--notice);
  }
`;
