import { css } from 'lit';

/** Sessions being added or moved. */
export const sessionChangeStyles = css`
  :host {
    container-type: inline-size;
  }

  .change,
  .confirmation {
    display: grid;
    gap: 1rem;
    padding-block: 1.25rem;
    border-block: 1px solid var(--line);
  }

  .change > *,
  .confirmation > * {
    min-width: 0;
  }

  h3:focus {
    outline: none;
  }

  .field {
    max-width: 30rem;
  }

  .wishes,
  .findings {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .wishes li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding-block: 0.625rem;
  }

  .wishes li + li {
    border-block-start: 1px solid var(--line);
  }

  .wishes p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
  }

  .title {
    font-weight: 600;
  }

  .findings {
    gap: 0.5rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--notice);
  }

  .findings .quiet {
    display: block;
  }

  .confirmation > button {
    justify-self: start;
  }
`;
