import { css } from 'lit';

/** What every part of the staff app looks like: text, links, buttons, fields, focus. */
export const shared = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3 {
    margin: 0;
    font-family: var(--display);
    font-weight: 500;
    line-height: 1.2;
    text-wrap: balance;
  }

  h1 {
    font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.375rem);
    letter-spacing: -0.01em;
  }

  h2 {
    font-size: 1.375rem;
  }

  h3 {
    font-size: 1.125rem;
  }

  h1:focus,
  h2:focus {
    outline: none;
  }

  p {
    margin: 0;
    max-width: 66ch;
    text-wrap: pretty;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  a:hover {
    text-decoration-thickness: 2px;
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  button {
    min-height: var(--target);
    padding: 0.5rem 1.125rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: transparent;
    color: var(--accent);
    font: 600 1rem/1.3 var(--text);
    cursor: pointer;
  }

  button:hover {
    border-color: var(--accent);
    background: var(--accent-wash);
  }

  button.first {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  button.first:hover {
    background: color-mix(in srgb, var(--accent), var(--ink) 18%);
  }

  button[aria-disabled='true'] {
    border-style: dashed;
    background: transparent;
    color: var(--ink-quiet);
    cursor: default;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }

  label,
  legend {
    font-weight: 600;
  }

  legend {
    padding: 0;
  }

  input:not([type='radio']),
  textarea {
    width: 100%;
    min-height: var(--target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    color: inherit;
    font: inherit;
  }

  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border: 2px solid var(--notice);
  }

  .quiet {
    color: var(--ink-quiet);
    font-size: 0.9375rem;
  }

  .problem {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--notice);
    color: var(--notice);
    font-weight: 600;
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    .screen,
    button {
      display: none !important;
    }
  }
`;
