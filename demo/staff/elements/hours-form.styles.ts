import { css } from 'lit';

/** Hours being changed: calm rows, what is to be kept at the foot. */
export const hoursFormStyles = css`
  :host {
    display: grid;
    gap: 1rem;
  }

  form {
    display: grid;
    gap: 2.25rem;
    margin-block-start: 1rem;
  }

  section {
    display: grid;
    gap: 0.75rem;
  }

  section > button {
    justify-self: start;
  }

  h2 {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  h3:focus {
    outline: none;
  }

  .rows {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: grid;
    gap: 0.875rem;
    padding-block: 0.5rem 1.25rem;
  }

  .row > * {
    min-width: 0;
  }

  .row + .row {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line);
  }

  .row > button,
  .other > button {
    justify-self: start;
  }

  .other {
    display: grid;
    gap: 0.875rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--line-strong);
  }

  .span {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.25rem;
  }

  .span .field {
    flex: 0 1 11rem;
  }

  fieldset {
    display: grid;
    gap: 0.375rem;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .tick {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-height: var(--target);
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    font-weight: 500;
    cursor: pointer;
  }

  .tick:hover {
    border-color: var(--accent);
  }

  .tick:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-wash);
    font-weight: 600;
  }

  .tick:has([aria-invalid='true']) {
    border-color: var(--notice);
  }

  .tick:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  .tick input:focus-visible {
    outline: none;
  }

  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.125rem;
    min-height: 0;
    height: 1.125rem;
    margin: 0;
    padding: 0;
    accent-color: var(--accent);
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    align-items: start;
    min-height: var(--target);
    padding-block: 0.5rem;
    font-weight: 500;
    cursor: pointer;
  }

  .choice input {
    margin-block-start: 0.1875rem;
  }

  .choice .quiet {
    display: block;
    font-weight: 400;
  }

  label .quiet {
    font-weight: 400;
  }

  .lengths {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: 0.5rem 1.25rem;
    padding-block: 0.625rem 0.875rem;
  }

  .lengths legend {
    padding-block-end: 0.25rem;
  }

  .lengths label {
    color: var(--ink-quiet);
    font-weight: 400;
    font-size: 0.9375rem;
  }

  .lengths input {
    font-variant-numeric: tabular-nums;
  }

  .rows li:not(.row) + li {
    border-block-start: 1px solid var(--line);
  }

  /* What is typed in must not lie under what is kept in view at the foot. */
  input {
    scroll-margin-block: 1rem 8rem;
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
`;
