import { css } from 'lit';

/** Frame, words, links and buttons: what every element shares. */
export const base = css`
  :host {
    display: block;
    container-type: inline-size;
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .frame {
    background: var(--_surface);
    color: var(--_text);
    font-family: var(--_font);
    font-size: max(17px, 1.0625rem);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.55;
    padding: var(--kap-padding, clamp(16px, 4cqi, 32px));
    text-transform: none;
    overflow-wrap: anywhere;
  }

  .column {
    max-inline-size: 66ch;
  }

  h2,
  h3 {
    color: inherit;
    font-family: var(--_heading-font);
    font-weight: 600;
    line-height: 1.2;
    margin: 0;
    text-wrap: balance;
  }

  h2 {
    font-size: clamp(1.5em, 1.2em + 1.6cqi, 2em);
  }

  h3 {
    font-size: 1.15em;
  }

  h2:focus,
  [tabindex='-1']:focus {
    outline: none;
  }

  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  .stack > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  .stack > .section {
    margin-block-start: calc(var(--_space) * 4);
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: 0.9em;
  }

  a,
  button.link {
    color: var(--_accent-strong);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }

  button {
    appearance: none;
    background: none;
    border: 0;
    border-radius: var(--_radius);
    color: inherit;
    cursor: pointer;
    font: inherit;
    padding: 0;
    text-align: start;
  }

  button.link {
    min-block-size: 32px;
  }

  .button {
    background: transparent;
    border: 1px solid var(--_edge);
    font-weight: 550;
    min-block-size: 48px;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 3);
    text-align: center;
    transition: background-color var(--_motion);
  }

  a.button {
    border-radius: var(--_radius);
    display: inline-block;
    text-decoration: none;
  }

  .button:hover {
    background: var(--_tint);
  }

  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: var(--_accent-strong);
    border-color: var(--_accent-strong);
  }

  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 5);
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }

  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  .notice {
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: calc(var(--_space) * 2);
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

  .help {
    margin-block-start: calc(var(--_space) * 4);
  }

  .numbers {
    line-height: 2;
    list-style: none;
  }

  .plain-list {
    margin-block-start: calc(var(--_space) * 0.5);
    padding-inline-start: 1.2em;
  }

  .plain-list li + li {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .reference {
    font-size: 1.4em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }

  @container (max-width: 24em) {
    .actions > .button {
      flex: 1 1 100%;
    }
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
