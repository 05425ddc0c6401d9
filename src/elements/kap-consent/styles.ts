import { css } from 'lit';

export const consentStyles = css`
  .block > * + :not([popover]) {
    margin-block-start: calc(var(--_space) * 2);
  }

  .block > h3 + p {
    margin-block-start: var(--_space);
  }

  .stack > .block,
  .reading + .block {
    border-block-start: 1px solid var(--_line);
    margin-block-start: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 3);
  }

  .signature.typed .input[autocomplete='name'] {
    font-family: var(--_heading-font);
    font-size: 1.3em;
  }

  /* What takes the focus does not hide behind the line at the end of the window. */
  .reading :is(a, button, canvas, h3, input, label, summary, textarea) {
    scroll-margin-block: calc(var(--_space) * 10);
  }

  summary {
    align-content: center;
    cursor: pointer;
    min-block-size: 48px;
  }

  .contents {
    border-block: 1px solid var(--_line);
  }

  .contents ol,
  .changes {
    list-style: none;
    margin: 0;
    padding: 0 0 calc(var(--_space) * 2);
  }

  /* The number stands beside the first line of a heading of several. */
  .contents li {
    align-items: baseline;
    display: flex;
    gap: var(--_space);
  }

  .contents li::before {
    content: counter(list-item) '.';
    flex: none;
    min-inline-size: 1.5em;
  }

  .contents .link {
    flex: 1;
    min-block-size: 48px;
    text-align: start;
  }

  .stack > p + .field {
    margin-block-start: calc(var(--_space) * 2);
  }

  details p + p,
  .choice-note {
    margin-block: var(--_space);
  }

  .stack > .contents + .block {
    border-block-start: 0;
    padding-block-start: 0;
  }

  .sources a {
    display: inline-block;
    padding-block: var(--_space);
  }

  /* Part of its sentence, in its size and colour, so that it is read as one. */
  .term {
    border-radius: 2px;
    text-decoration: underline dotted;
    text-decoration-color: var(--_accent-strong);
    text-underline-offset: 0.2em;
    user-select: text;
  }

  .where {
    align-items: center;
    background: var(--_surface);
    border-block-start: 1px solid var(--_line);
    display: flex;
    gap: calc(var(--_space) * 2);
    inset-block-end: 0;
    justify-content: space-between;
    position: sticky;
  }

  .where span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .where .link {
    flex: none;
    min-block-size: 48px;
  }

  /* Little is to be seen at a time, of a zoomed page or above a phone's keys: all of it is for the text. */
  @media (max-height: 400px) {
    .where {
      position: static;
    }
  }

  .pad {
    outline-offset: 4px;
  }

  canvas {
    aspect-ratio: 2;
    background: var(--_field);
    border-radius: var(--_radius);
    box-shadow: inset 0 0 0 1px var(--_edge);
    color: var(--_text);
    cursor: crosshair;
    display: block;
    inline-size: 100%;
    margin-block-start: var(--_space);
    max-inline-size: 26em;
    touch-action: none;
    /* Only so that the end of it can be heard: lines are drawn again in the new colour. */
    transition: color 1ms;
  }

  .pad .actions {
    margin-block-start: var(--_space);
  }

  @media (forced-colors: active) {
    canvas {
      border: 1px solid CanvasText;
      color: CanvasText;
      forced-color-adjust: none;
    }
  }

  .whole {
    display: contents;
  }
`;
