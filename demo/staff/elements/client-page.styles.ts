import { css } from 'lit';

/** A client's state, with what is decided and sent beside it where there is room. */
export const clientStyles = css`
  :host {
    max-width: 66rem;
    margin-inline: auto;
  }

  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    margin-block-end: 0.5rem;
  }

  .layout {
    display: grid;
    gap: 2.5rem;
  }

  .layout > * {
    min-width: 0;
  }

  .state,
  section {
    display: grid;
    gap: 2rem;
    align-content: start;
  }

  section {
    gap: 0.5rem;
  }

  header {
    display: grid;
    gap: 0.25rem;
  }

  .kind {
    color: var(--ink-quiet);
  }

  h1 {
    overflow-wrap: anywhere;
  }

  h2:focus {
    outline: none;
  }

  h2 {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line-strong);
  }

  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    overflow-wrap: anywhere;
  }

  .contact a,
  .lines a {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
  }

  .bookings,
  .lines {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .bookings li + li,
  .lines li + li {
    border-block-start: 1px solid var(--line);
  }

  .lines li {
    display: grid;
    gap: 0.125rem;
    padding-block: 0.625rem;
    overflow-wrap: break-word;
  }

  .title {
    font-weight: 600;
  }

  .taken-back {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  section > section {
    margin-block-start: 0.75rem;
  }

  .reference {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    white-space: nowrap;
  }

  .quiet .reference::before {
    margin-inline: 0.25ch;
    content: '·' / '';
  }

  staff-clearance,
  staff-plan,
  staff-link {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line-strong);
  }

  @media (width >= 56rem) {
    .layout {
      grid-template:
        'head head' auto 'state clearance' auto 'state plan' auto 'state link' 1fr / minmax(0, 1fr)
        19rem;
      gap: 2.5rem 3rem;
    }

    .layout > header {
      grid-area: head;
    }

    .state {
      grid-area: state;
    }

    staff-clearance {
      grid-area: clearance;
      padding: 0;
      border: 0;
    }

    staff-plan {
      grid-area: plan;
    }

    staff-link {
      grid-area: link;
    }
  }

  @media print {
    .layout {
      display: block;
    }
  }
`;
