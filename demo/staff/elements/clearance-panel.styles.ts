import { css } from 'lit';

export const clearanceStyles = css`
  section,
  form,
  .confirmation {
    display: grid;
    gap: 0.75rem;
  }

  form,
  .confirmation {
    gap: 1.25rem;
    padding-block: 1.25rem;
    border-block: 1px solid var(--line);
  }

  .confirmation {
    gap: 0.75rem;
  }

  section > button {
    justify-self: start;
  }

  .now {
    font: 500 1.1875rem/1.3 var(--display);
  }

  blockquote {
    margin: 0;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--accent);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  fieldset {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
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
    width: 1.25rem;
    height: 1.25rem;
    margin: 0.125rem 0 0;
    accent-color: var(--accent);
  }

  .choice .quiet {
    display: block;
    font-weight: 400;
  }

  label .quiet {
    font-weight: 400;
  }

  summary {
    display: list-item;
    align-content: center;
    min-height: var(--target);
    color: var(--accent);
    cursor: pointer;
  }

  .past {
    display: grid;
    gap: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .past li {
    display: grid;
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--line);
  }

  .said {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
