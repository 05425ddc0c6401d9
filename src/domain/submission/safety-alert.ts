import { readEntry, type Answers, type ItemPath } from '../questionnaire/answers.js';
import { enabledItems, walk, type EnabledItem } from '../questionnaire/enabled-items.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { wordsOf } from '../questionnaire/summary.js';
import { canonicalJson, wellFormed } from './canonical-json.js';
import type { CallRequest, SubmissionFrame } from './envelope.js';

/** Where somebody can be called, and when it is safe to call them there, in their own words. */
export interface CallBack {
  readonly phone: string;
  readonly safeTimes?: string | undefined;
}

/** An answer that somebody at the practice must see the same day. */
export interface SafetyAlert {
  /** The question's `linkId`. */
  readonly item: string;
  /** The words of the question, where it has any, and those of the answer. */
  readonly question?: string | undefined;
  readonly answer: string;
  readonly contact?: CallBack | undefined;
  /** Where they are, as far as they have said. */
  readonly place?: string | undefined;
}

/** What is of no use later: it expires. */
export type UrgentContent =
  | { readonly kind: 'safety-alert'; readonly content: SafetyAlert }
  | { readonly kind: 'call-request'; readonly content: CallRequest };

/** At most as long as an endpoint takes it; nothing for nothing. */
const atMost = (length: number, text: string): string | undefined =>
  wellFormed(text.trim().slice(0, length)).trim() || undefined;

export const callBackOf = (phone: string, safeTimes: string): CallBack => ({
  phone: atMost(40, phone) ?? '',
  safeTimes: atMost(200, safeTimes),
});

function wordsFor({ item, path }: EnabledItem, answers: Answers): string {
  const reading = readEntry(item, answers.entries.get(path));
  if (!('values' in reading)) return '';
  // A boolean has no words of its own; the staff side, which reads it, is in English.
  return item.type === 'boolean' ? 'Yes' : wordsOf(item, reading.values).join(', ');
}

/** The words of the first answer that fills this element of a FHIR resource, or a part of it. */
function answerFor(definition: string, enabled: readonly EnabledItem[], answers: Answers): string {
  const words = [...walk(enabled)]
    .filter(({ item }) => item.definition?.startsWith(definition))
    .map((each) => wordsFor(each, answers));
  return words.find((each) => each !== '') ?? '';
}

/** The phone number among the answers, where there is one. */
export const phoneIn = (form: Questionnaire, answers: Answers): string =>
  answerFor('Patient.telecom.phone', enabledItems(form, answers), answers);

/** What the practice is told of one answer; nothing where it is not asked any more. */
export function alertAbout(form: Questionnaire, answers: Answers, path: ItemPath): SafetyAlert | undefined {
  const enabled = enabledItems(form, answers);
  const asked = [...walk(enabled)].find((each) => each.path === path);
  const answer = asked && atMost(1000, wordsFor(asked, answers));
  if (!asked || answer === undefined) return undefined;
  const answerTo = (definition: string) => answerFor(definition, enabled, answers);
  const phone = phoneIn(form, answers);
  return {
    item: asked.item.linkId,
    question: atMost(4000, asked.item.text),
    answer,
    contact: phone === '' ? undefined : callBackOf(phone, answerTo('kap.safeTimes')),
    place: atMost(400, answerTo('kap.place') || answerTo('Patient.address')),
  };
}

/** The submission as text that no retry will change. */
export const urgentText = (
  urgent: UrgentContent,
  frame: SubmissionFrame & { readonly locale: string; readonly expiresAt: string },
): string => canonicalJson({ ...frame, ...urgent, act: {}, relatesTo: [] });
