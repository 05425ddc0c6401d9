import { css } from 'lit';

/** A topic: its answers, runs of "No", tables and what is open. */
export const topicStyles = css`
  .topic > h2 {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  .topic h3 {
    margin-block: 1.25rem 0.25rem;
  }

  .answer {
    display: grid;
    gap: 0.125rem 1.5rem;
    padding-block: 0.5625rem;
    border-block-end: 1px solid var(--line);
  }

  .answer:focus {
    outline: none;
    background: var(--accent-wash);
  }

  .answer dt {
    color: var(--ink-quiet);
    font-size: 0.9375rem;
  }

  .answer dt,
  .answer dd {
    padding-inline-start: 0.75rem;
  }

  .words {
    white-space: pre-wrap;
  }

  .answer.yes dd {
    border-inline-start: 3px solid var(--accent);
    font-weight: 650;
  }

  .answer.yes dt {
    color: var(--ink);
  }

  .answer.not-sure dd,
  .answer.rather-talk dd {
    border-inline-start: 3px double var(--notice);
    font-weight: 650;
  }

  .answer.no dd {
    color: var(--ink-quiet);
  }

  .answer.follow-up dt {
    padding-inline-start: 2rem;
  }

  .several,
  .nos ul,
  .unanswered ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .nos ul,
  .unanswered ul {
    color: var(--ink-quiet);
    font-size: 0.9375rem;
  }

  .nos li,
  .unanswered li {
    display: inline;
  }

  .nos li:not(:last-child)::after,
  .unanswered li:not(:last-child)::after {
    margin-inline: 0.5ch;
    content: '·' / '';
  }

  .opener {
    margin-inline-start: -0.5rem;
    padding: 0.25rem 0.5rem;
    border-color: transparent;
    font-weight: 500;
    font-size: 0.9375rem;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .in-run {
    background: color-mix(in srgb, var(--paper), transparent 50%);
  }

  @media screen {
    .in-run.closed {
      display: none;
    }
  }

  .unanswered {
    padding-block-start: 0.75rem;
  }

  .unanswered h3 {
    margin: 0;
    font: 500 0.9375rem/1.5 var(--text);
  }

  table {
    width: 100%;
    margin-block: 1rem 0.5rem;
    border-collapse: collapse;
  }

  table:focus {
    outline: none;
  }

  caption {
    padding-block-end: 0.25rem;
    font: 500 1.125rem/1.3 var(--display);
    text-align: start;
  }

  th,
  td {
    padding: 0.5rem 1rem 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }

  th {
    color: var(--ink-quiet);
    font-weight: 500;
    font-size: 0.9375rem;
  }

  /* One long word must not widen a table, which counts it whole where it may only break. */
  td {
    overflow-wrap: anywhere;
  }

  td:first-child {
    font-weight: 600;
  }

  td.not-sure,
  td.rather-talk {
    font-weight: 650;
  }

  td .label {
    display: none;
  }
`;
