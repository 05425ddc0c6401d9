import { NOT_SURE, RATHER_TALK } from '../../domain/questionnaire/answers.js';
import type { AnswerOption, Condition, Item } from '../../domain/questionnaire/questionnaire.js';

/** What an item may say beside its id, kind and words. */
type More = Partial<Omit<Item, 'linkId' | 'type' | 'text'>>;

/** Asks on after one answer of a list: given the answer's code and its words in short. */
export type FollowUp = (code: string, name: string) => Item;

/** An answer: its code, its words and what is asked on. Without a code, it is the words' name in short: `heart-attack`. */
type Row = string | readonly [string, ...(string | FollowUp)[]];

/** Reasons that several topics share. */
export const FOR_DOSE = 'Some of this changes the dose, or what we watch for.';
export const FOR_SAFETY = 'So that we can keep you safe in your sessions and after.';
export const FOR_PREPARING = 'So that your therapist can prepare.';
export const FOR_MIXES = 'Some mixes are not safe.';

const YES: AnswerOption = { code: 'yes', display: 'Yes' };
const NO: AnswerOption = { code: 'no', display: 'No' };
const UNSURE: AnswerOption = { code: NOT_SURE, display: 'Not sure', exclusive: true };
const TALK: AnswerOption = { code: RATHER_TALK, display: 'I’d rather talk about it', exclusive: true };

export const NONE = 'none';
export const NONE_OF_THESE = [NONE, 'None of these'] as const;

export const FIT_ALL = 'Choose all that fit.';

/** `birth-control-pill` for "Birth control pill". */
export const codeOf = (name: string): string => name.toLowerCase().replace(/\W+/g, '-');

/** What stands before the first comma or bracket. */
const nameOf = (words: string): string => words.replace(/ ?[,(].*/, '');

/** An answer's code, its words, and what is asked on about it. */
const read = (row: Row): readonly [code: string, display: string, asks: readonly FollowUp[]] => {
  const parts: readonly (string | FollowUp)[] = typeof row === 'string' ? [row] : row;
  const [first = '', second] = parts.filter((part) => typeof part === 'string');
  const asks = parts.filter((part) => typeof part === 'function');
  return second === undefined ? [codeOf(nameOf(first)), first, asks] : [first, second, asks];
};

const option = (row: Row): AnswerOption => {
  const [code, display] = read(row);
  return code === NONE ? { code, display, exclusive: true } : { code, display };
};

/** `Pressure cuff` for `pressure-cuff`, and `Unusual, when` for `unusual-when`. */
const inWords = (linkId: string): string =>
  linkId.charAt(0).toUpperCase() +
  linkId
    .slice(1)
    .replace(/-(more|when|how)$/, ', $1')
    .replaceAll('-', ' ');

/** A question's name in short is its id in words, unless it gives another; other texts are names themselves. */
export const item = (linkId: string, type: Item['type'], text: string, more: More): Item => ({
  linkId,
  type,
  text,
  short: text.endsWith('?') ? inWords(linkId) : text,
  ...more,
});

/** Why a topic is asked about is why each of its hard questions is, where they have no reason of their own. */
const withWhy = (items: readonly Item[] | undefined, why: string | undefined): readonly Item[] | undefined =>
  items?.map((each) => ({
    ...each,
    ...(each.sensitive && { why: each.why ?? why }),
    ...(each.item && { item: withWhy(each.item, why) }),
  }));

export const topic = (linkId: string, text: string, { why, ...more }: More): Item => ({
  linkId,
  type: 'group',
  text,
  ...more,
  item: withWhy(more.item, why),
});

/** What is asked for each of several, such as each medicine. */
export const each = (
  linkId: string,
  text: string,
  entryName: string,
  maxOccurs: number,
  items: readonly Item[],
): Item => topic(linkId, text, { entryName, required: true, repeats: true, maxOccurs, item: items });

export const chooseOne = (linkId: string, text: string, options: readonly Row[], more: More = {}): Item =>
  item(linkId, 'choice', text, {
    required: true,
    answerOption: [...options.map(option), ...(more.sensitive ? [UNSURE, TALK] : [])],
    ...more,
  });

export const chooseAny = (linkId: string, text: string, options: readonly Row[], more: More = {}): Item => ({
  ...chooseOne(linkId, text, options, more),
  repeats: true,
});

/** Choices beside which an answer of one's own can be written. */
export const chooseOrWrite = (linkId: string, text: string, options: readonly Row[], more: More = {}): Item =>
  item(linkId, 'open-choice', text, { answerOption: options.map(option), ...more });

/** Yes or no where neither is hard to say. */
export const askPlainly = (linkId: string, text: string, more: More = {}): Item =>
  item(linkId, 'choice', text, { required: true, answerOption: [YES, NO], ...more });

/** A question that needs an answer, with "Not sure" and "I'd rather talk about it" as answers of their own. */
export const askYesNo = (linkId: string, text: string, more: More = {}): Item =>
  askPlainly(linkId, text, { sensitive: true, answerOption: [YES, NO, UNSURE, TALK], ...more });

export const write = (linkId: string, text: string, more: More = {}): Item =>
  item(linkId, 'string', text, more);

/** Room for a few sentences. */
export const tellMore = (linkId: string, text: string, more: More = {}): Item =>
  item(linkId, 'text', text, more);

export const date = (linkId: string, text: string, more: More = {}): Item =>
  item(linkId, 'date', text, { dateOf: 'past', ...more });

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

/** A question, and what is asked on after a "yes" to it. */
export const withMore = (asked: Item, ...more: readonly Item[]): readonly Item[] => [
  asked,
  ...more.map((one) => ({ ...one, enableWhen: whenYes(asked.linkId) })),
];

/**
 * A list to tick, with "None of these" at its end, and after it what is asked on about each answer, so that each
 * stands by itself.
 *
 * @param prefix goes before the codes in the follow-ups' ids, where two lists share codes.
 */
export const checkList = (
  linkId: string,
  text: string,
  rows: readonly Row[],
  more: More = {},
  prefix = '',
): readonly Item[] => [
  chooseAny(linkId, text, [...rows, NONE_OF_THESE], { sensitive: true, hint: FIT_ALL, ...more }),
  ...rows.map(read).flatMap(([code, display, asks]) =>
    asks.map((ask) => ({
      ...ask(prefix + code, nameOf(display)),
      enableWhen: whenAnswered(linkId, code),
    })),
  ),
];

/** Asks about an answer in the client's own words. */
export const ask =
  (question: string): FollowUp =>
  (code, short) =>
    tellMore(`${code}-more`, `${short}: ${question}`, { short });

export const howIsIt = ask('when was it, and how is it now?');
export const howBad = ask('how bad is it now?');

/** How long ago something was, the nearest first: a rule can set its window at any of these. */
export const TIMES: readonly Row[] = [
  ['within-month', 'In the last month'],
  ['within-3-months', 'In the last 3 months'],
  ['within-6-months', 'In the last 6 months'],
  ['within-year', 'In the last 12 months'],
  'Longer ago',
];

/** Asks to choose when an answer was last so. */
export const lastTimeOf =
  (times: readonly Row[]): FollowUp =>
  (code, short) =>
    chooseOne(`${code}-when`, `${short}: when was the last time?`, times, { short, sensitive: true });

export const lastTime = lastTimeOf(TIMES);

export const TREATED: readonly Row[] = [
  ['controlled', 'Yes, and it is mostly fine now'],
  ['not-controlled', 'Yes, but it is often not fine'],
  ['untreated', 'No'],
];

export const isTreated: FollowUp = (code, short) =>
  chooseOne(`${code}-treated`, `${short}: is it treated?`, TREATED, { short, sensitive: true });
