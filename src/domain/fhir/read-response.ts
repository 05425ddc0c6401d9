import { innerScope, type Answers, type Entry, type ItemPath } from '../questionnaire/answers.js';
import type { Item, Questionnaire } from '../questionnaire/questionnaire.js';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from './questionnaire-response.js';

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

const codeOf = (answer: ResponseAnswer): string | undefined => answer.valueCoding?.code;

function dateEntryOf(date: string): Entry {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day };
}

/** The entry that these answers were written from, or `undefined` where they are of another type. */
function entryOf(item: Item, answers: readonly ResponseAnswer[]): Entry | undefined {
  const [first] = answers;
  switch (item.type) {
    case 'choice': {
      const codes = answers.map(codeOf);
      return codes.every((code) => code !== undefined) ? codes : undefined;
    }
    case 'boolean':
      return first?.valueBoolean === undefined ? undefined : [String(first.valueBoolean)];
    case 'integer':
      return first?.valueInteger === undefined ? undefined : String(first.valueInteger);
    case 'decimal':
      return first?.valueDecimal === undefined ? undefined : String(first.valueDecimal);
    case 'date':
      return first?.valueDate === undefined ? undefined : dateEntryOf(first.valueDate);
    case 'string':
    case 'text':
      return first?.valueString;
    case 'group':
    case 'display':
      return undefined;
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
    const children = item.item ?? [];
    if (item.type === 'group') {
      readItems(each.item ?? [], children, item.repeats ? openInstance(path, scope) : scope, pointer);
      return;
    }
    if (pointers.has(path)) problems.push({ pointer, code: 'too-many' });
    pointers.set(path, pointer);
    const answers = each.answer ?? [];
    const entry = entryOf(item, answers);
    if (entry !== undefined) entries.set(path, entry);
    else if (answers.length > 0) problems.push({ pointer, code: 'wrong-type' });
    if (answers.length > 1 && !item.repeats) problems.push({ pointer, code: 'too-many' });
    readItems(each.item ?? [], children, scope, pointer);
    readItems(answers[0]?.item ?? [], children, scope, `${pointer}/answer/0`);
  };

  const openInstance = (path: ItemPath, scope: string): string => {
    const keys = instances.get(path) ?? [];
    const key = keys.length + 1;
    instances.set(path, [...keys, key]);
    return innerScope(scope, key);
  };

  readItems(response.item, questionnaire.item, '', '');
  return { answers: { entries, instances }, problems, pointers };
}
