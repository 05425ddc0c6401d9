import type { QuestionnaireResponse, ResponseItem } from '../../src/domain/fhir/questionnaire-response.js';
import type { CallBack } from '../../src/domain/submission/envelope.js';
import { itemsWithin } from './staff/response.js';

/** By these names a form asks whether somebody wants to be called, and where and when. */
const WANTED = 'call-wanted';
const WHERE = 'call-phone';

const NUMBER = /[+(]?\d[\d\s().-]{5,24}\d/;
const LONGEST_NUMBER = 40;
const LONGEST_TIMES = 200;

function find(linkId: string, { item }: QuestionnaireResponse): ResponseItem | undefined {
  for (const each of itemsWithin(item)) if (each.linkId === linkId) return each;
  return undefined;
}

/** Whether somebody says in a form that they want to be called: a person has to answer that, not a page. */
export const wantsCall = (response: QuestionnaireResponse): boolean =>
  find(WANTED, response)?.answer?.some(({ valueCoding }) => valueCoding?.code === 'yes') ?? false;

/** Where they can be called, and all that they wrote about it: when it is safe stands in the same words. */
export function callBackIn(response: QuestionnaireResponse): CallBack | undefined {
  const words = find(WHERE, response)?.answer?.[0]?.valueString;
  if (words === undefined) return undefined;
  const phone = NUMBER.exec(words)?.[0] ?? words.slice(0, LONGEST_NUMBER);
  return phone === words ? { phone } : { phone, safeTimes: words.slice(0, LONGEST_TIMES) };
}
