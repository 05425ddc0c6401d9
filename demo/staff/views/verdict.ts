import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { Desk } from '../desk.js';
import { instantInWords } from '../reading/time.js';
import { verdictInWords, type Verdict } from '../reading/verdict.js';

/** What holds and what does not, said before what it means. */
export function renderVerdict(verdict: Verdict, checkedAt: string, { timeZone }: Desk): TemplateResult {
  const { title, meaning } = verdictInWords(verdict, (instant) => instantInWords(instant, timeZone));
  return html`<section class="verdict ${verdict.standing}" aria-labelledby="verdict">
    <h2 id="verdict">Verification</h2>
    <p class="title">${title}</p>
    <p>${meaning}</p>
    ${verdict.standing === 'not-checked' ? nothing : renderFindings(verdict, checkedAt)}
  </section>`;
}

function renderFindings(
  { findings }: Extract<Verdict, { findings: unknown }>,
  checkedAt: string,
): TemplateResult {
  return html`<ul>
      ${map(
        findings,
        ({ holds, words }) =>
          html`<li class=${holds ? 'holds' : 'fails'}>
            <span class="label">${holds ? 'Holds' : 'Fails'}</span> <span>${words}</span>
          </li>`,
      )}
    </ul>
    <p class="quiet">Checked in this browser on ${checkedAt}.</p>`;
}
