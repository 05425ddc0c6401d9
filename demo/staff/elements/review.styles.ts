import { css } from 'lit';

/** What rules point to, and sums: weight is shown by a line at the side and by words, never by an alarm. */
export const reviewStyles = css`
  .review,
  .sums {
    display: grid;
    gap: 1rem;
  }

  .review > h2,
  .sums > h2 {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  .weight {
    padding: 1rem 1.25rem 0.25rem;
    border-inline-start: 3px solid var(--line-strong);
  }

  .weight.stop {
    border-inline-start-color: var(--notice);
    background: var(--notice-wash);
  }

  .weight.caution,
  .weight.unsure {
    border-inline-start: 3px double var(--notice);
  }

  .weight.note,
  .weight.open {
    border-inline-start: 1px solid var(--line-strong);
  }

  .weight > ul {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .flag {
    display: grid;
    gap: 0.5rem 1.5rem;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--line);
  }

  .stop .flag {
    border-block-start-color: color-mix(in srgb, var(--notice), transparent 70%);
  }

  .flag dl,
  .weight > dl {
    display: grid;
    gap: 0.5rem;
    align-content: start;
  }

  .given dt {
    font-size: 0.9375rem;
  }

  .given dt a {
    color: var(--ink-quiet);
  }

  .stop .given dt a,
  .stop .quiet {
    color: var(--ink);
  }

  .given dd {
    font-weight: 650;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .given dd.beside,
  .given dd.quiet {
    font-weight: 400;
  }

  .why {
    display: grid;
    gap: 0.25rem;
    align-content: start;
  }

  .changed::before {
    margin-inline: 0.25ch 0.5ch;
    content: '·' / '';
  }

  .review .unanswered {
    padding-block: 0.5rem 0.75rem;
  }

  .unanswered h4 {
    margin: 0;
    color: var(--ink);
    font: 600 0.9375rem/1.5 var(--text);
  }

  .sum {
    display: grid;
    gap: 0.125rem 1.5rem;
    padding-block: 0.5625rem;
    border-block-end: 1px solid var(--line);
  }

  .sum dd {
    display: grid;
  }

  .number {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  @container (width >= 27rem) {
    .flag,
    .sum {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
  }

  @container (width < 27rem) {
    .weight {
      padding-inline: 0.875rem 0.5rem;
    }
  }

  @media print {
    .weight {
      padding: 2mm 0 0 3mm;
    }

    .weight + .weight {
      margin-block-start: 4mm;
    }

    .flag,
    .sum {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      break-inside: avoid;
    }

    .given dt a {
      color: var(--ink-quiet);
      text-decoration: none;
    }
  }
`;
