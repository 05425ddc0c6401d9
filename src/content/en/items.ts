import { NOT_SURE, RATHER_TALK } from '../../domain/questionnaire/answers.js';
import type { AnswerOption, Condition, Item } from '../../domain/questionnaire/questionnaire.js';

/** What an item may say beside its id, kind and words. */
type More = Partial<Omit<Item, 'linkId' | 'type' | 'text'>>;

const YES: AnswerOption = { code: 'yes', display: 'Yes' };
const NO: AnswerOption = { code: 'no', display: 'No' };
const UNSURE: AnswerOption = { code: NOT_SURE, display: 'Not sure', exclusive: true };
const TALK: AnswerOption = { code: RATHER_TALK, display: 'I’d rather talk about it', exclusive: true };

export const NONE = 'none';

const option = ([code, display]: readonly [string, string]): AnswerOption =>
  code === NONE ? { code, display, exclusive: true } : { code, display };

export const topic = (linkId: string, text: string, more: More): Item => ({
  linkId,
  type: 'group',
  text,
  ...more,
});

/** A question that needs an answer, with "Not sure" and "I'd rather talk about it" as answers of their own. */
export const askYesNo = (linkId: string, short: string, text: string, more: More = {}): Item => ({
  linkId,
  type: 'choice',
  text,
  short,
  required: true,
  sensitive: true,
  answerOption: [YES, NO, UNSURE, TALK],
  ...more,
});

/** Yes or no where neither is hard to say. */
export const askPlainly = (linkId: string, short: string, text: string, more: More = {}): Item => ({
  linkId,
  type: 'choice',
  text,
  short,
  required: true,
  answerOption: [YES, NO],
  ...more,
});

export const chooseOne = (
  linkId: string,
  short: string,
  text: string,
  options: readonly (readonly [string, string])[],
  more: More = {},
): Item => ({
  linkId,
  type: 'choice',
  text,
  short,
  required: true,
  answerOption: [...options.map(option), ...(more.sensitive ? [UNSURE, TALK] : [])],
  ...more,
});

export const chooseAny = (
  linkId: string,
  short: string,
  text: string,
  options: readonly (readonly [string, string])[],
  more: More = {},
): Item => ({
  ...chooseOne(linkId, short, text, options, more),
  repeats: true,
});

export const write = (linkId: string, short: string, text: string, more: More = {}): Item => ({
  linkId,
  type: 'string',
  text,
  short,
  ...more,
});

/** Room for a few sentences. */
export const tellMore = (linkId: string, short: string, text: string, more: More = {}): Item => ({
  linkId,
  type: 'text',
  text,
  short,
  ...more,
});

export const whenYes = (question: string): readonly Condition[] => [
  { question, operator: '=', answer: 'yes' },
];

/** Where at least one of a list's own answers is chosen; "not sure" and "rather talk" are answers enough. */
export const whenListed = (question: string): readonly Condition[] =>
  [NONE, NOT_SURE, RATHER_TALK].map((answer) => ({ question, operator: '!=', answer }));

export const whenChosen = (question: string, ...answers: readonly string[]): readonly Condition[] =>
  answers.map((answer) => ({ question, operator: '=', answer }));
