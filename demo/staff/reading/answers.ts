import type { ResponseAnswer, ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import { NOT_SURE, RATHER_TALK } from '../../../src/domain/questionnaire/answers.js';
import type { Item } from '../../../src/domain/questionnaire/questionnaire.js';
import { dateInWords } from './time.js';

/**
 * What kind of answer it is to a reader's eye. "None of these" reads as a "No", anything chosen in its place as a
 * "Yes"; `plain` is everything else.
 */
export type Tone = 'yes' | 'no' | 'not-sure' | 'rather-talk' | 'plain';

/** One question with its answer, in the words that the client read. */
export interface Answered {
  readonly linkId: string;
  readonly question: string;
  /** The question in two or three words where the questionnaire has them, the whole question where not. */
  readonly label: string;
  /** One entry for each answer given. */
  readonly words: readonly string[];
  readonly tone: Tone;
  /** Whether it was asked because of an answer to an earlier question. */
  readonly isFollowUp: boolean;
  /**
   * Whether it is one of the sensitive questions that everybody is asked and most people answer with "No" or "None
   * of these": read in passing when it is, worth a look when it is not.
   */
  readonly isScreening: boolean;
}

const YES = 'yes';
const NO = 'no';
const NONE = 'none';

function answerInWords(answer: ResponseAnswer, unit: string | undefined): string {
  if (answer.valueCoding !== undefined) return answer.valueCoding.display ?? answer.valueCoding.code;
  if (answer.valueBoolean !== undefined) return answer.valueBoolean ? 'Yes' : 'No';
  if (answer.valueDate !== undefined) return dateInWords(answer.valueDate);
  if (answer.valueDateTime !== undefined) return dateTimeInWords(answer.valueDateTime);
  if (answer.valueTime !== undefined) return answer.valueTime.slice(0, 5);
  if (answer.valueQuantity !== undefined) return quantityInWords(answer.valueQuantity);
  const number = answer.valueInteger ?? answer.valueDecimal;
  if (number !== undefined) return unit === undefined ? String(number) : `${number} ${unit}`;
  return answer.valueString ?? answer.valueUri ?? '';
}

/** On the clock of whoever wrote it, which is the one that they meant. */
function dateTimeInWords(written: string): string {
  const [date = '', clock] = written.split('T');
  return clock === undefined ? dateInWords(date) : `${dateInWords(date)}, ${clock.slice(0, 5)}`;
}

const quantityInWords = ({ value, unit, code }: NonNullable<ResponseAnswer['valueQuantity']>): string =>
  [value, unit ?? code].filter((part) => part !== undefined).join(' ');

function codeOf(answer: ResponseAnswer): string {
  if (answer.valueBoolean !== undefined) return answer.valueBoolean ? 'yes' : 'no';
  return answer.valueCoding?.code ?? '';
}

function toneOf(answers: readonly ResponseAnswer[], definition: Item | undefined): Tone {
  const codes = answers.map(codeOf);
  // An open answer weighs more than any other given beside it: it must not be lost among ticked boxes.
  if (codes.includes(RATHER_TALK)) return 'rather-talk';
  if (codes.includes(NOT_SURE)) return 'not-sure';
  if (isChecklist(definition)) return codes.every((code) => code === NONE) ? 'no' : 'yes';
  const [code] = codes;
  if (code === NO) return 'no';
  return code === YES && !isAcknowledgement(definition) ? 'yes' : 'plain';
}

const offers = (definition: Item | undefined, code: string): boolean =>
  definition?.answerOption?.some((option) => option.code === code) === true;

/** A sensitive list to tick, with "None of these" at its end. */
const isChecklist = (definition: Item | undefined): boolean =>
  definition?.sensitive === true && offers(definition, NONE);

/** A "Yes" that nobody could have answered with "No" says nothing new. */
const isAcknowledgement = (definition: Item | undefined): boolean =>
  definition?.answerOption !== undefined && !offers(definition, NO);

/** A sensitive question that takes "Yes" and "No" and no shade between them. */
function isYesOrNo(definition: Item | undefined): boolean {
  const plain: ReadonlySet<string> = new Set([YES, NO, NOT_SURE, RATHER_TALK]);
  const options = definition?.answerOption ?? [];
  return (
    definition?.sensitive === true && offers(definition, NO) && options.every(({ code }) => plain.has(code))
  );
}

/** Whether there is anything to read: an answer left empty counts as none. */
export function isAnswered(item: ResponseItem): boolean {
  return (item.answer ?? []).some((answer) => answerInWords(answer, undefined).trim() !== '');
}

/**
 * Reads one answered item.
 *
 * @param definition the questionnaire's item, for its short label and unit; without it the response speaks alone.
 * @param isNested whether the response holds it below another question.
 */
export function readAnswer(item: ResponseItem, definition: Item | undefined, isNested = false): Answered {
  const answers = item.answer ?? [];
  const question = item.text ?? definition?.text ?? item.linkId;
  const isFollowUp = isNested || (definition?.enableWhen ?? []).length > 0;
  return {
    linkId: item.linkId,
    question,
    label: definition?.short ?? question,
    words: answers
      .map((answer) => answerInWords(answer, definition?.unit))
      .filter((words) => words.trim() !== ''),
    tone: toneOf(answers, definition),
    isFollowUp,
    isScreening: !isFollowUp && (isYesOrNo(definition) || isChecklist(definition)),
  };
}

/** The questions below a question: FHIR holds them under its answer, or under the question where it has none. */
export function nestedItems(item: ResponseItem): readonly ResponseItem[] {
  return [...(item.item ?? []), ...(item.answer ?? []).flatMap((answer) => answer.item ?? [])];
}

/** Every answered item at any depth, in reading order. */
export function* answeredItems(items: readonly ResponseItem[]): Generator<ResponseItem> {
  for (const item of items) {
    if (isAnswered(item)) yield item;
    yield* answeredItems(nestedItems(item));
  }
}
