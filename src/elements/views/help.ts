import { html, nothing, type TemplateResult } from 'lit';
import { helpByCountry } from '../../content/crisis-lines.js';
import type { CrisisLine, PracticeBasics } from '../../domain/practice/basics.js';
import type { Messages } from '../../locale/messages.js';

/** The number to dial at the start of what is written, "988, then press 1" among it. */
const dialable = (written: string): string =>
  (/^\+?[\d ().-]*\d/.exec(written)?.[0] ?? '').replace(/[^\d+]/g, '');
const textMessage = (written: string): string => `sms:${dialable(written)}`;

/** A link where there is a number to dial, and otherwise the words alone. */
const callLink = (phone: string, words: string): unknown =>
  dialable(phone) === '' ? words : html`<a part="link" href="tel:${dialable(phone)}">${words}</a>`;

function crisisLine(line: CrisisLine, t: Messages): TemplateResult {
  const call = line.phone && callLink(line.phone, t.helpCall(line.phone));
  const text =
    line.text && /^[\d+ -]+$/.test(line.text)
      ? html`<a part="link" href=${textMessage(line.text)}>${t.helpText(line.text)}</a>`
      : line.text && t.helpText(line.text);
  return html`<li>${line.name}: ${call ?? nothing}${call && text ? ' · ' : nothing}${text ?? nothing}</li>`;
}

/** Whom to reach right now, calm and always in the same place; never in the way. */
export function help(practice: PracticeBasics | undefined, t: Messages): TemplateResult {
  const country = practice && helpByCountry.get(practice.safety.country);
  const lines = practice?.safety.lines ?? country?.lines ?? [];
  const phone = practice?.contact.phone;
  return html`
    <aside class="help notice small" part="help" aria-label=${t.helpTitle}>
      <p>
        <strong>${t.helpTitle}.</strong>
        ${country ? t.helpEmergency(country.emergency) : t.helpEmergencyAnywhere}
      </p>
      <ul>
        ${lines.map((line) => crisisLine(line, t))}
        ${phone ? html`<li>${callLink(phone, t.helpPractice(phone))}</li>` : nothing}
      </ul>
    </aside>
  `;
}
