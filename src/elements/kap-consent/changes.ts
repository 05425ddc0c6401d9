import { html, nothing, type TemplateResult } from 'lit';
import type { Earlier } from '../../app/consent/earlier.js';
import type { BlockDifference } from '../../domain/consent/differences.js';
import type { ConsentBlock } from '../../domain/consent/document.js';
import { instantInWords } from '../../locale/format.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { textsIn } from './block-asks.js';
import { blockText } from './block-text.js';

/** A passage as it was or is, with what it asks: a change of that is a change, too. */
const passage = (said: string, block: ConsentBlock): TemplateResult => html`
  <p class="small muted" part="text">${said}</p>
  ${blockText({ ...block, heading: undefined })}
  ${textsIn(block).map((text) => html`<p part="text">${text}</p>`)}
`;

function difference({ what, before, after }: BlockDifference, t: ConsentMessages): TemplateResult {
  const heading = after?.heading ?? before?.heading;
  return html`
    <li>
      <details part="change ${what}">
        <summary part="summary"><strong>${t.changed[what]}</strong> ${heading ?? t.passage}</summary>
        ${before ? passage(t.changedBefore, before) : nothing}
        ${after ? passage(t.changedNow, after) : nothing}
      </details>
    </li>
  `;
}

/** What a client who signed this document before wants to know first: what has become of that, and what is new. */
export function beforeText(earlier: Earlier | undefined, t: ConsentMessages): TemplateResult | undefined {
  if (!earlier) return undefined;
  const { version, takenBackAt, endedAt, changes } = earlier;
  if (takenBackAt !== undefined)
    return html`<p class="notice" part="notice">
      ${t.takenBackOn(instantInWords(takenBackAt, t.language))} ${t.signAgain}
    </p>`;
  if (endedAt !== undefined)
    return html`<p class="notice" part="notice">${t.endedOn(instantInWords(endedAt, t.language))}</p>`;
  if (!changes) return html`<p class="notice" part="notice">${t.changedUnknown(version)}</p>`;
  const changed = changes.filter(({ what }) => what !== 'same');
  if (changed.length === 0) return html`<p class="notice" part="notice">${t.changedNothing(version)}</p>`;
  return html`
    <section class="notice stack" part="notice" aria-label=${t.changesTitle}>
      <p part="text">${t.changedSince(version)}</p>
      <ul class="changes" role="list">
        ${changed.map((each) => difference(each, t))}
      </ul>
    </section>
  `;
}
