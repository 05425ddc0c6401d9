import { css } from 'lit';

/** Questions: labels, hints, inputs, choices, problems. */
export const fields = css`
  .field {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  .fields > * + * {
    margin-block-start: calc(var(--_space) * 4.5);
  }

  .fields > .nested,
  .once > * + *,
  .repeated > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  /* What belongs to an answer is set in, as deep as a narrow screen bears. */
  .nested {
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: calc(var(--_space) * 2);
  }

  .nested .nested .nested {
    border: 0;
    padding: 0;
  }

  .repeated {
    padding-block-start: var(--_space);
  }

  .once > .field > .label {
    font-weight: 400;
  }

  h4,
  h5,
  h6 {
    font-family: var(--_heading-font);
    font-size: 1em;
    margin: 0;
  }

  .label {
    display: block;
    font-weight: 600;
    padding: 0;
  }

  /* A floating legend stands inside the fieldset's edge, and not across it; below it, margins would be lost. */
  legend.label {
    float: inline-start;
    inline-size: 100%;
  }

  legend + * {
    clear: both;
  }

  .optional {
    color: var(--_muted);
    font-weight: 400;
  }

  .hint {
    color: var(--_muted);
    padding-block-start: calc(var(--_space) * 0.25);
  }

  .error {
    color: var(--_danger);
    font-weight: 600;
    padding-block-start: calc(var(--_space) * 0.5);
  }

  .field.invalid {
    border-inline-start: 3px solid var(--_danger);
    padding-inline-start: calc(var(--_space) * 2);
  }

  .input {
    appearance: none;
    background: var(--_field);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    margin-block-start: var(--_space);
    min-block-size: 48px;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
  }

  .input.short {
    max-inline-size: 20em;
  }

  textarea.input {
    field-sizing: content;
    min-block-size: 7.5em;
    resize: vertical;
  }

  .invalid .input {
    border-color: var(--_danger);
    border-width: 2px;
  }

  .date {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    padding-block-start: var(--_space);
  }

  .date .input {
    inline-size: 4.5em;
    margin-block-start: 2px;
  }

  .date .year {
    inline-size: 6em;
  }

  .input.time {
    inline-size: 9em;
  }

  .measure {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    padding-block-start: var(--_space);
  }

  .measure .choices {
    padding: 0;
  }

  select.input {
    appearance: auto;
    inline-size: auto;
    max-inline-size: 100%;
  }

  .measure > .input {
    margin: 0;
  }

  .measure > input {
    inline-size: 7em;
  }

  /* Over what comes next, so that nothing moves away from under a finger, and low enough to leave room for the input. */
  .combobox {
    position: relative;
  }

  .list {
    inline-size: min-content;
    max-block-size: 45vh;
    overflow-y: auto;
    z-index: 1;
  }

  .list .chosen {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding-block-start: calc(var(--_space) * 1.25);
  }

  .choices.long {
    flex-direction: column;
  }

  .choice {
    align-items: center;
    background: var(--_field);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
    display: flex;
    gap: calc(var(--_space) * 1.25);
    min-block-size: 48px;
    padding: var(--_space) calc(var(--_space) * 2) var(--_space) calc(var(--_space) * 1.5);
    transition: background-color var(--_motion);
  }

  .choice:hover {
    background: var(--_tint);
  }

  .choice.chosen,
  .choice:has(:checked) {
    background: var(--_tint);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .choice:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }

  .choice input {
    accent-color: var(--_accent);
    block-size: 20px;
    flex: none;
    inline-size: 20px;
    margin: 0;
    outline: none;
  }

  @container (max-width: 24em) {
    .choice {
      flex-grow: 1;
    }
  }

  .instance {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin: 0;
    min-inline-size: 0;
    padding: calc(var(--_space) * 3) 0 0;
  }

  .instance > legend {
    float: inline-start;
    font-family: var(--_heading-font);
    font-size: 1.15em;
    font-weight: 600;
    inline-size: 100%;
    padding: 0;
  }

  .why {
    color: var(--_accent-strong);
    min-block-size: 32px;
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
  }

  /* Not seen before it has found its place. */
  .list,
  .popover {
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 14%);
    color: var(--_text);
    opacity: 0;
    padding: 0;
  }

  .popover {
    font-size: 0.95em;
    max-inline-size: min(36ch, calc(100vw - 32px));
    padding: calc(var(--_space) * 2);
  }

  @supports not selector(:popover-open) {
    .list,
    .popover {
      opacity: 1;
      position: static;
    }

    .list {
      inline-size: 100%;
      position: absolute;
    }
  }

  .error-summary {
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    margin-block-end: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
  }

  .error-summary ul {
    list-style: none;
    margin-block-start: var(--_space);
  }

  .error-summary li + li {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .error-summary .link {
    color: var(--_danger);
    font-weight: 600;
  }
`;
