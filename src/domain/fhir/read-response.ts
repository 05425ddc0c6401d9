import { innerScope, OWN_WORDS, type Answers, type ItemPath } from '../questionnaire/answers.js';
import type { Entry } from '../questionnaire/entry.js';
import type { Quantity } from '../questionnaire/response-value.js';
import {
  askedOnce,
  isChoice,
  isRepeated,
  type AnswerOption,
  type Item,
  type Questionnaire,
} from '../questionnaire/questionnaire.js';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from './questionnaire-response.js';
import { VALUE_NAMES } from './write-response.js';

/** Something in a response that its questionnaire has no place for; `pointer` from the response's root (RFC 6901). */
export interface ResponseProblem {
  readonly pointer: string;
  readonly code: 'unknown-item' | 'wrong-type' | 'too-many';
}

export interface ReadResponse {
  readonly answers: Answers;
  readonly problems: readonly ResponseProblem[];
  /** Where in the response each answer stands, by JSON Pointer. */
  readonly pointers: ReadonlyMap<ItemPath, string>;
}

/** Whether a response's answer is this option's. */
function isOption({ code, value }: AnswerOption, answer: ResponseAnswer): boolean {
  if (value?.valueCoding)
    return (
      value.valueCoding.code === answer.valueCoding?.code &&
      value.valueCoding.system === answer.valueCoding.system
    );
  if (!value) return answer.valueCoding?.code === code;
  const [name, written] = Object.entries(value)[0] ?? [];
  return Object.entries(answer).some(([key, each]) => key === name && each === written);
}

/** The code of a chosen answer; `undefined` where it is of another type. */
export function codeOf(item: Item, answer: ResponseAnswer): string | undefined {
  const option = item.answerOption?.find((each) => isOption(each, answer));
  if (option) return option.code;
  const { valueString: words, valueCoding } = answer;
  if (words !== undefined && item.type === 'open-choice') return OWN_WORDS + words;
  return valueCoding?.code;
}

function dateEntryOf(written: string): Entry {
  const [date = '', clock] = written.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  if (clock === undefined) return { year, month, day };
  const time = clock.slice(0, 8).replace(/:00$/, '');
  return { year, month, day, time, offset: /(Z|[+-]\d\d:\d\d)$/.exec(clock)?.[0] ?? 'Z' };
}

/** An amount in a unit that the question doesn't have is not taken for one in another. */
function quantityEntryOf({ units }: Item, { value, unit, code }: Quantity): Entry | undefined {
  if (!units) return { amount: writtenNumber(value), unit: '' };
  const given = units.find((each) => (code === undefined ? each.display === unit : each.code === code));
  return given && { amount: writtenNumber(value), unit: given.code };
}

/** An answer without a value holds what stands under a question that is not answered itself. */
export const hasValue = (answer: object): boolean =>
  Object.keys(answer).some((name) => name.startsWith('value'));

/** A number as somebody writes it; `String` would say `1e-7`. */
function writtenNumber(value: number): string {
  const written = String(value);
  return written.includes('e') ? value.toFixed(9).replace(/0+$/, '') : written;
}

/** The entry that these answers were written from, or `undefined` where they are of another type. */
export function entryOf(item: Item, answers: readonly ResponseAnswer[]): Entry | undefined {
  if (isChoice(item)) {
    const codes = answers.map((answer) => codeOf(item, answer));
    return codes.every((code) => code !== undefined) ? codes : undefined;
  }
  const value = answers[0]?.[VALUE_NAMES[item.type]];
  if (value === undefined) return undefined;
  if (typeof value === 'object') return 'value' in value ? quantityEntryOf(item, value) : undefined;
  switch (item.type) {
    case 'boolean':
      return [String(value)];
    case 'date':
    case 'dateTime':
      return dateEntryOf(String(value));
    default:
      return typeof value === 'number' ? writtenNumber(value) : String(value);
  }
}

/** The answers that a response was written from, so that they can be shown, checked or sent again. */
export function readResponse(questionnaire: Questionnaire, response: QuestionnaireResponse): ReadResponse {
  const entries = new Map<ItemPath, Entry>();
  const instances = new Map<ItemPath, number[]>();
  const problems: ResponseProblem[] = [];
  const pointers = new Map<ItemPath, string>();

  const readItems = (items: readonly ResponseItem[], within: readonly Item[], scope: string, at: string) => {
    items.forEach((each, position) => {
      const pointer = `${at}/item/${position}`;
      const item = within.find(({ linkId }) => linkId === each.linkId);
      if (item) readItem(each, item, scope, pointer);
      else problems.push({ pointer, code: 'unknown-item' });
    });
  };

  const readItem = (each: ResponseItem, item: Item, scope: string, pointer: string) => {
    const path = item.linkId + scope;
    if (item.type === 'group')
      readItems(
        each.item ?? [],
        item.item ?? [],
        isRepeated(item) ? openInstance(path, scope, pointer) : scope,
        pointer,
      );
    else if (isRepeated(item)) {
      readItems(each.item ?? [], [], scope, pointer);
      each.answer?.forEach((answer, position) =>
        readAnswers(
          [answer],
          askedOnce(item),
          openInstance(path, scope, pointer),
          `${pointer}/answer/${position}`,
          `${pointer}/answer/${position}`,
        ),
      );
    } else {
      if (pointers.has(path)) problems.push({ pointer, code: 'too-many' });
      readItems(each.item ?? [], item.item ?? [], scope, pointer);
      readAnswers(each.answer ?? [], item, scope, pointer, `${pointer}/answer/0`);
    }
  };

  const readAnswers = (
    answers: readonly ResponseAnswer[],
    item: Item,
    scope: string,
    pointer: string,
    firstPointer: string,
  ) => {
    const path = item.linkId + scope;
    pointers.set(path, pointer);
    const entry = entryOf(item, answers);
    if (entry !== undefined) entries.set(path, entry);
    else if (answers.some(hasValue)) problems.push({ pointer, code: 'wrong-type' });
    if (answers.length > 1 && !item.repeats) problems.push({ pointer, code: 'too-many' });
    readItems(answers[0]?.item ?? [], item.item ?? [], scope, firstPointer);
  };

  const openInstance = (path: ItemPath, scope: string, pointer: string): string => {
    if (!pointers.has(path)) pointers.set(path, pointer);
    const keys = instances.get(path) ?? [];
    const key = keys.length + 1;
    instances.set(path, [...keys, key]);
    return innerScope(scope, key);
  };

  /** A repeating item that the response leaves out was taken away, or never filled in. */
  const countInstances = (items: readonly Item[], scope: string): void => {
    for (const item of items) {
      const path = item.linkId + scope;
      const keys = instances.get(path) ?? [];
      if (isRepeated(item)) instances.set(path, keys);
      const scopes = isRepeated(item) ? keys.map((key) => innerScope(scope, key)) : [scope];
      for (const inner of scopes) countInstances(item.item ?? [], inner);
    }
  };

  readItems(response.item, questionnaire.item, '', '');
  countInstances(questionnaire.item, '');
  return { answers: { entries, instances }, problems, pointers };
}
