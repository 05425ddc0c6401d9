import { css } from 'lit';

export const consentStyles = css`
  .block > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  .block > h3 + p {
    margin-block-start: var(--_space);
  }

  .stack > .block {
    border-block-start: 1px solid var(--_line);
    margin-block-start: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 3);
  }

  .signature .input {
    font-family: var(--_heading-font);
    font-size: 1.3em;
  }
`;
