import { css } from 'lit';

/** Who works when, one below the other. */
export const hoursStyles = css`
  .page {
    display: grid;
    gap: 1rem;
    max-width: 54rem;
    margin-inline: auto;
  }

  .back {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    min-height: var(--target);
  }

  .person {
    display: grid;
    gap: 0.5rem;
    padding-block: 1.25rem 0.5rem;
    border-block-start: 1px solid var(--line-strong);
  }

  .person a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }

  .week {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .week li {
    display: grid;
    gap: 0 1.5rem;
    padding-block: 0.375rem;
  }

  .days,
  .title {
    font-weight: 600;
  }

  @media (width >= 44rem) {
    .week li {
      grid-template-columns: 12rem 11rem minmax(0, 1fr);
    }
  }
`;
