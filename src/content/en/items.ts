import { NOT_SURE, RATHER_TALK } from '../../domain/questionnaire/answers.js';
import type { AnswerOption, Condition, Item } from '../../domain/questionnaire/questionnaire.js';

/** What an item may say beside its id, kind and words. */
type More = Partial<Omit<Item, 'linkId' | 'type' | 'text'>>;

type Option = readonly [code: string, display: string];

/** Asks on after one answer of a list: given the answer's code and its words in short. */
export type FollowUp = (code: string, name: string) => Item;

const YES: AnswerOption = { code: 'yes', display: 'Yes' };
const NO: AnswerOption = { code: 'no', display: 'No' };
const UNSURE: AnswerOption = { code: NOT_SURE, display: 'Not sure', exclusive: true };
const TALK: AnswerOption = { code: RATHER_TALK, display: 'I’d rather talk about it', exclusive: true };

export const NONE = 'none';

const option = ([code, display]: Option): AnswerOption =>
  code === NONE ? { code, display, exclusive: true } : { code, display };

export const topic = (linkId: string, text: string, more: More): Item => ({
  linkId,
  type: 'group',
  text,
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

/** A question that needs an answer, with "Not sure" and "I'd rather talk about it" as answers of their own. */
export const askYesNo = (linkId: string, short: string, text: string, more: More = {}): Item =>
  askPlainly(linkId, short, text, { sensitive: true, answerOption: [YES, NO, UNSURE, TALK], ...more });

export const chooseOne = (
  linkId: string,
  short: string,
  text: string,
  options: readonly Option[],
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
  options: readonly Option[],
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
  ...write(linkId, short, text, more),
  type: 'text',
});

const when = (question: string, operator: Condition['operator'], answers: readonly string[]) =>
  answers.map((answer): Condition => ({ question, operator, answer }));

export const whenAnswered = (question: string, answer: string): readonly Condition[] =>
  when(question, '=', [answer]);

export const whenYes = (question: string): readonly Condition[] => whenAnswered(question, 'yes');

/** Where at least one of a list's own answers is chosen; "not sure" and "rather talk" are answers enough. */
export const whenListed = (question: string): readonly Condition[] =>
  when(question, '!=', [NONE, NOT_SURE, RATHER_TALK]);

/** Asked where any of these answers is given. */
export const ifAny = (question: string, ...answers: readonly string[]) =>
  ({ enableWhen: when(question, '=', answers), enableBehavior: 'any' }) as const;

/**
 * A list to tick, with "None of these" at its end, and after it what is asked on about each answer, so that each
 * stands by itself. Words before a comma or bracket are an answer's name in short.
 *
 * @param prefix goes before the codes in the follow-ups' ids, where two lists share codes.
 */
export function checkList(
  linkId: string,
  short: string,
  text: string,
  options: readonly (readonly [...Option, ...FollowUp[]])[],
  more: More = {},
  prefix = '',
): readonly Item[] {
  const listed = options.map(([code, display]): Option => [code, display]);
  const followUps = options.flatMap(([code, display, ...asks]) =>
    asks.map((ask) => ({
      ...ask(prefix + code, display.replace(/[,(].*/, '').trim()),
      enableWhen: whenAnswered(linkId, code),
    })),
  );
  const all: readonly Option[] = [...listed, [NONE, 'None of these']];
  return [
    chooseAny(linkId, short, text, all, { sensitive: true, hint: 'Choose all that fit.', ...more }),
    ...followUps,
  ];
}

/** Asks about an answer in the client's own words. */
export const ask =
  (question: string): FollowUp =>
  (code, name) =>
    tellMore(`${code}-more`, name, `${name}: ${question}`);

export const howIsIt = ask('when was it, and how is it now?');
export const howBad = ask('how bad is it now?');

/** How long ago something was, the nearest first: a rule can set its window at any of these. */
export const TIMES: readonly Option[] = [
  ['within-month', 'In the last month'],
  ['within-3-months', 'In the last 3 months'],
  ['within-6-months', 'In the last 6 months'],
  ['within-year', 'In the last 12 months'],
  ['longer-ago', 'Longer ago'],
];

export const lastTime: FollowUp = (code, name) =>
  chooseOne(`${code}-when`, name, `${name}: when was the last time?`, TIMES, {
    sensitive: true,
  });

export const TREATED: readonly Option[] = [
  ['controlled', 'Yes, and it is mostly fine now'],
  ['not-controlled', 'Yes, but it is often not fine'],
  ['untreated', 'No'],
];

export const isTreated: FollowUp = (code, name) =>
  chooseOne(`${code}-treated`, name, `${name}: is it treated?`, TREATED, { sensitive: true });
