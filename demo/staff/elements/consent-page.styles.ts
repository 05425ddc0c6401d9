import { css } from 'lit';

/** A signed document on its sheet: what is to be done first, then whether it holds, then the whole of it. */
export const consentStyles = css`
  :host {
    max-width: 52rem;
    margin-inline: auto;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-block-end: 0.5rem;
  }

  .top a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }

  h1 {
    overflow-wrap: anywhere;
  }

  article > section {
    display: grid;
    gap: 0.75rem;
  }

  article > section > h2 {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  .refused {
    display: grid;
    gap: 0.5rem;
  }

  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .notable {
    color: var(--notice);
    font-weight: 600;
  }

  .to-go-over,
  .standing,
  .verdict {
    padding: 1.125rem 1.25rem;
    border-inline-start: 3px solid var(--line-strong);
  }

  article > .to-go-over > h2,
  article > .standing > h2,
  article > .verdict > h2 {
    padding: 0;
    border: 0;
  }

  .to-go-over,
  .verdict.refused {
    border-color: var(--notice);
    background: var(--notice-wash);
  }

  .to-go-over > ul > li,
  .verdict li {
    display: grid;
    gap: 0 1rem;
    padding-block: 0.5rem;
    border-block-start: 1px solid color-mix(in srgb, var(--ink), transparent 82%);
  }

  .to-go-over a {
    color: var(--ink);
    font-weight: 600;
  }

  .verdict.proven {
    border-color: var(--accent);
    background: var(--accent-wash);
  }

  .verdict.consistent {
    border-color: var(--accent);
    border-inline-start-style: double;
  }

  .verdict.not-checked {
    border-inline-start-style: dashed;
  }

  .standing .title,
  .verdict .title {
    font: 500 1.1875rem/1.3 var(--display);
  }

  .verdict .quiet {
    color: inherit;
  }

  .verdict .label {
    font-weight: 650;
  }

  .verdict .fails {
    color: var(--notice);
    font-weight: 600;
  }

  @container (width >= 30rem) {
    .verdict li {
      grid-template-columns: 4rem minmax(0, 1fr);
    }
  }

  .block {
    display: grid;
    gap: 0.625rem;
    padding-block: 0.75rem;
  }

  .block:focus {
    outline: none;
    background: var(--accent-wash);
  }

  .block > ul {
    max-width: 66ch;
  }

  .block > ul:not(.acknowledgements) {
    padding-inline-start: 1.25rem;
    list-style: disc;
  }

  .acknowledgements {
    display: grid;
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .acknowledgements li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    gap: 0.5rem;
    font-weight: 600;
  }

  .block > .sources {
    padding-inline-start: 0;
    list-style: none;
  }

  .acknowledgements .quiet,
  .check .quiet {
    font-weight: 400;
  }

  .acknowledgements .quiet {
    display: block;
  }

  .missing {
    color: var(--notice);
  }

  .choice,
  .check {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--line-strong);
  }

  .check.together,
  .check.open {
    border-inline-start: 3px double var(--notice);
  }

  .question {
    font-weight: 600;
  }

  .check.together .outcome,
  .check.open .outcome {
    color: var(--notice);
    font-weight: 600;
  }

  .given,
  .check ol {
    max-width: 66ch;
    padding-inline-start: 1.5rem;
    list-style: decimal;
  }

  .signed {
    padding-block: 0.25rem;
    font: 500 1.5rem/1.3 var(--display);
    overflow-wrap: anywhere;
  }

  .drawn {
    display: block;
    width: 100%;
    max-width: 24rem;
    max-height: 12rem;
    padding: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
    fill: none;
    stroke: currentcolor;
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .reason {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  staff-erasure {
    margin-block-start: 2.25rem;
    padding-inline: clamp(1.25rem, 3.2vw, 2.75rem);
  }

  dl:not(.facts) {
    display: grid;
    gap: 0.5rem;
  }

  dl:not(.facts) dt {
    color: var(--ink-quiet);
    font-size: 0.9375rem;
  }

  .fingerprint {
    font-family: ui-monospace, monospace;
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }

  @media print {
    .to-go-over,
    .standing,
    .verdict {
      padding: 3mm 4mm;
      border: 1px solid var(--line);
      border-inline-start: 3px solid var(--ink);
    }

    .verdict,
    .acknowledgements li,
    .choice,
    .check,
    .signature,
    .fingerprint {
      break-inside: avoid;
    }

    .to-go-over,
    .standing,
    .verdict,
    .document,
    .signature {
      margin-block-end: 6mm;
    }
  }
`;
