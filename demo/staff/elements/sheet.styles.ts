import { css } from 'lit';

/** The sheet of paper that a history is read on; how it adapts to its width and to the printer comes last. */
export const sheetStyles = css`
  article {
    display: grid;
    gap: 2.25rem;
    align-content: start;
    padding: clamp(1.25rem, 3.2vw, 2.75rem);
    border: 1px solid var(--line);
    background: var(--sheet);
    overflow-wrap: break-word;
    container-type: inline-size;
  }

  article > header {
    display: grid;
    gap: 0.5rem;
  }

  article > * {
    min-width: 0;
  }

  .kind {
    color: var(--ink-quiet);
  }

  [id^='at-'] {
    scroll-margin-block-start: 1.5rem;
  }

  dl {
    margin: 0;
  }

  dd {
    margin: 0;
  }

  .facts {
    display: grid;
    gap: 0.25rem;
    margin-block: 0.5rem;
  }

  .facts > div {
    display: grid;
    grid-template-columns: 9.5rem minmax(0, 1fr);
    gap: 0 1rem;
  }

  .facts dt {
    color: var(--ink-quiet);
  }

  .ago {
    white-space: nowrap;
  }

  .reference {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }

  .hidden-parts {
    display: grid;
    gap: 0.5rem;
    padding-block: 0.875rem;
    border-block: 1px solid var(--line);
  }

  .hidden-parts .quiet {
    display: block;
  }

  .to-talk-about {
    padding: 1.125rem 1.25rem 0.5rem;
    border-inline-start: 3px solid var(--notice);
    background: var(--notice-wash);
  }

  .to-talk-about ul {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .to-talk-about li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1.5rem;
    padding-block: 0.5rem;
    border-block-start: 1px solid color-mix(in srgb, var(--notice), transparent 70%);
  }

  .to-talk-about a {
    color: var(--ink);
    font-weight: 600;
  }

  .to-talk-about .quiet {
    color: var(--ink);
  }

  @container (width >= 27rem) {
    .answer {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }

    .to-talk-about li {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }

    .to-talk-about li .quiet {
      grid-column: 1 / -1;
    }
  }

  @container (width < 27rem) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
      padding-block-end: 0.25rem;
    }

    table,
    tbody,
    tr,
    td,
    caption {
      display: block;
    }

    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      padding-block: 0.5rem;
      border-block-end: 1px solid var(--line);
    }

    td {
      display: grid;
      grid-template-columns: 6.5rem minmax(0, 1fr);
      gap: 0 0.75rem;
      padding: 0.125rem 0 0.125rem 0.75rem;
      border: 0;
    }

    td .label {
      display: block;
      color: var(--ink-quiet);
      font-weight: 400;
      font-size: 0.9375rem;
    }
  }

  @media print {
    article {
      display: block;
      padding: 0;
      border: 0;
    }

    article > * {
      margin-block-end: 7mm;
    }

    h1 {
      font-size: 20pt;
    }

    h2 {
      font-size: 13pt;
    }

    h2,
    h3,
    caption {
      break-after: avoid;
    }

    .answer,
    .facts > div,
    .to-talk-about li,
    tr {
      break-inside: avoid;
    }

    .answer {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      padding-block: 1.2mm;
    }

    .answer dd,
    .answer dt {
      padding-inline-start: 2mm;
    }
  }
`;
