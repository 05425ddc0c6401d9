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

const countryOf = (practice: PracticeBasics | undefined) =>
  practice && helpByCountry.get(practice.safety.country);

const linesOf = (practice: PracticeBasics | undefined): readonly CrisisLine[] =>
  practice?.safety.lines?.length ? practice.safety.lines : (countryOf(practice)?.lines ?? []);

/** The numbers to call first: a crisis line's, and the practice's own. */
export const firstNumbers = (practice: PracticeBasics | undefined): readonly string[] => {
  const line = linesOf(practice).find(({ phone = '' }) => dialable(phone) !== '');
  return [line?.phone, practice?.contact.phone].flatMap((phone) => (phone && /\d/.test(phone) ? phone : []));
};

/** A button that calls the first of them. */
export const callNow = (practice: PracticeBasics | undefined, t: Messages): unknown =>
  firstNumbers(practice)
    .filter(dialable)
    .slice(0, 1)
    .map(
      (phone) =>
        html`<a class="button primary" part="button primary" href="tel:${dialable(phone)}"
          >${t.safety.call(phone)}</a
        >`,
    );

/** Lines to call and text, the practice's own number last. */
export function numbers(practice: PracticeBasics | undefined, t: Messages): TemplateResult {
  const lines = linesOf(practice);
  const phone = practice?.contact.phone;
  return html`<ul class="numbers">
    ${
      lines.length > 0
        ? lines.map((line) => crisisLine(line, t))
        : html`<li>
            ${t.helpFind}
            <a part="link" href="https://findahelpline.com" target="_blank" rel="noreferrer"
              >findahelpline.com</a
            >
          </li>`
    }
    ${phone ? html`<li>${callLink(phone, t.helpPractice(phone))}</li>` : nothing}
  </ul>`;
}

export function emergency(practice: PracticeBasics | undefined, t: Messages): string {
  const country = countryOf(practice);
  return country ? t.helpEmergency(country.emergency) : t.helpEmergencyAnywhere;
}

/** Whom to reach right now, calm and always in the same place; never in the way. */
export const help = (practice: PracticeBasics | undefined, t: Messages): TemplateResult => html`
  <aside class="help notice small" part="help" aria-label=${t.helpTitle}>
    <p><strong>${t.helpTitle}.</strong> ${emergency(practice, t)}</p>
    ${numbers(practice, t)}
  </aside>
`;
