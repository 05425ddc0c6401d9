import { html, type nothing, type TemplateResult } from 'lit';
import { instantInWords, isTimeZone, relativeTime } from '../reading/time.js';
import type { Desk } from '../desk.js';

/** One line of a sheet's head: what it is, and how it is here. */
export const fact = (term: string, words: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${words}</dd>
  </div>`;

export const referenceFact = (reference: string): TemplateResult =>
  fact('Reference', html`<span class="reference">${reference}</span>`);

/** When the endpoint received something, on the practice's clock. */
export const receivedFact = (receivedAt: string, { timeZone, now }: Desk): TemplateResult =>
  fact(
    'Received',
    html`${instantInWords(receivedAt, timeZone)}
      <span class="ago quiet screen">${relativeTime(receivedAt, now())}</span>`,
  );

/** A time of the client's own device, on their clock; on the practice's where theirs is not known here. */
export const theirTime = (instant: string, theirZone: string, { timeZone }: Desk): string =>
  instantInWords(instant, isTimeZone(theirZone) ? theirZone : timeZone);

/** Several facts, those that are missing left out. */
export const facts = (lines: readonly (TemplateResult | typeof nothing)[]): TemplateResult =>
  html`<dl class="facts">${lines}</dl>`;
