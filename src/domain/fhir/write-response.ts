import {
  OWN_WORDS,
  readEntry,
  type Answers,
  type AnswerValue,
  type ItemPath,
} from '../questionnaire/answers.js';
import { enabledItems, type EnabledItem, type GroupInstance } from '../questionnaire/enabled-items.js';
import {
  canonicalOf,
  isChoice,
  isRepeated,
  type Item,
  type Questionnaire,
} from '../questionnaire/questionnaire.js';
import type { ResponseValue } from '../questionnaire/response-value.js';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from './questionnaire-response.js';

/** The code system of answers in our own questionnaires. */
export const ANSWER_SYSTEM = 'urn:kap:answer';

export interface WrittenResponse {
  readonly response: QuestionnaireResponse;
  /** Which field each part of the response came from, by JSON Pointer from the response's root: `/item/0/item/2`. */
  readonly origins: ReadonlyMap<string, ItemPath>;
}

/** How FHIR names the value of each type, where it is not a choice. */
export const VALUE_NAMES = {
  boolean: 'valueBoolean',
  integer: 'valueInteger',
  decimal: 'valueDecimal',
  date: 'valueDate',
  dateTime: 'valueDateTime',
  time: 'valueTime',
  string: 'valueString',
  text: 'valueString',
  url: 'valueUri',
  quantity: 'valueQuantity',
  choice: 'valueCoding',
  'open-choice': 'valueString',
  group: 'valueString',
  display: 'valueString',
} as const satisfies Record<Item['type'], keyof ResponseValue>;

function writeValue(item: Item, value: AnswerValue): ResponseAnswer {
  if (typeof value !== 'string') return { [VALUE_NAMES[item.type]]: value };
  if (!isChoice(item) || value.startsWith(OWN_WORDS)) return { [VALUE_NAMES[item.type]]: value.trim() };
  const option = item.answerOption?.find(({ code }) => code === value);
  const coding = { system: ANSWER_SYSTEM, code: value, ...(option && { display: option.display }) };
  return option?.value ?? { valueCoding: coding };
}

class ResponseWriter {
  readonly origins = new Map<string, ItemPath>();
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  writeAll(items: readonly EnabledItem[], at: string): ResponseItem[] {
    const written: ResponseItem[] = [];
    const add = (
      path: ItemPath,
      make: (pointer: string) => Omit<ResponseItem, 'linkId' | 'text'>,
      item: Item,
    ) => {
      const pointer = `${at}/item/${written.length}`;
      const made = make(pointer);
      if (!made.answer?.length && !made.item?.length) return;
      const { linkId, text } = item;
      written.push({ linkId, ...(text !== '' && { text }), ...made });
      this.origins.set(pointer, path);
    };
    for (const { item, path, items: children, instances } of items) {
      const isGroup = item.type === 'group';
      if (isGroup && isRepeated(item)) {
        for (const instance of instances)
          add(path, (pointer) => ({ item: this.writeAll(instance.items, pointer) }), item);
      } else if (isGroup) add(path, (pointer) => ({ item: this.writeAll(children, pointer) }), item);
      else if (isRepeated(item)) add(path, (pointer) => this.#repeated(instances, pointer), item);
      else if (item.type !== 'display')
        add(path, (pointer) => this.#question(item, path, children, pointer), item);
    }
    return written;
  }

  #values(item: Item, path: ItemPath): readonly ResponseAnswer[] {
    const reading = readEntry(item, this.#answers.entries.get(path));
    return 'values' in reading ? reading.values.map((value) => writeValue(item, value)) : [];
  }

  #question(item: Item, path: ItemPath, items: readonly EnabledItem[], pointer: string) {
    const [first, ...others] = this.#values(item, path);
    const children = this.writeAll(items, first ? `${pointer}/answer/0` : pointer);
    const under = children.length > 0 ? { item: children } : {};
    return first ? { answer: [{ ...first, ...under }, ...others] } : under;
  }

  /** Each instance that holds an answer, or under which something is answered. */
  #repeated(instances: readonly GroupInstance[], pointer: string) {
    const answer: ResponseAnswer[] = [];
    for (const {
      items: [once],
    } of instances) {
      const [value] = once ? this.#values(once.item, once.path) : [];
      if (!once) continue;
      const at = `${pointer}/answer/${answer.length}`;
      const children = this.writeAll(once.items, at);
      if (!value && children.length === 0) continue;
      answer.push({ ...value, ...(children.length > 0 && { item: children }) });
      this.origins.set(at, once.path);
    }
    return { answer };
  }
}

/**
 * The answers as a FHIR R4 QuestionnaireResponse: only items that are enabled and answered, each with the words the
 * client read. An entry that can't be read is left out, so validate first.
 */
export function writeResponse(
  questionnaire: Questionnaire,
  answers: Answers,
  authored: string,
): WrittenResponse {
  const writer = new ResponseWriter(answers);
  const response: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    questionnaire: canonicalOf(questionnaire),
    status: 'completed',
    authored,
    item: writer.writeAll(enabledItems(questionnaire, answers), ''),
  };
  return { response, origins: writer.origins };
}

/** The field that a pointer into the response, or anything below it, came from. */
export function originOf(origins: ReadonlyMap<string, ItemPath>, pointer: string): ItemPath | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const path = origins.get(at);
    if (path !== undefined) return path;
  }
  return undefined;
}
