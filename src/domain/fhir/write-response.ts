import { readEntry, type Answers, type AnswerValue, type ItemPath } from '../questionnaire/answers.js';
import { enabledItems, type EnabledItem } from '../questionnaire/enabled-items.js';
import { canonicalOf, type Item, type Questionnaire } from '../questionnaire/questionnaire.js';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from './questionnaire-response.js';

/** The code system of answers in our own questionnaires. */
export const ANSWER_SYSTEM = 'urn:kap:answer';

export interface WrittenResponse {
  readonly response: QuestionnaireResponse;
  /** Which field each part of the response came from, by JSON Pointer from the response's root: `/item/0/item/2`. */
  readonly origins: ReadonlyMap<string, ItemPath>;
}

function writeValue(item: Item, value: AnswerValue): ResponseAnswer {
  switch (item.type) {
    case 'choice': {
      const display = item.answerOption?.find(({ code }) => code === value)?.display;
      return { valueCoding: { system: ANSWER_SYSTEM, code: String(value), ...(display && { display }) } };
    }
    case 'boolean':
      return { valueBoolean: value === true };
    case 'integer':
      return { valueInteger: Number(value) };
    case 'decimal':
      return { valueDecimal: Number(value) };
    case 'date':
      return { valueDate: String(value) };
    default:
      return { valueString: String(value) };
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
  const origins = new Map<string, ItemPath>();

  const writeItems = (items: readonly EnabledItem[], at: string): ResponseItem[] => {
    const written: ResponseItem[] = [];
    const add = (path: ItemPath, make: (pointer: string) => ResponseItem | undefined) => {
      const pointer = `${at}/item/${written.length}`;
      const made = make(pointer);
      if (!made) return;
      written.push(made);
      origins.set(pointer, path);
    };
    for (const enabled of items) {
      for (const instance of enabled.instances)
        add(enabled.path, (pointer) => writeGroup(enabled.item, instance.items, pointer));
      if (enabled.item.type === 'group')
        add(enabled.path, (pointer) => writeGroup(enabled.item, enabled.items, pointer));
      else if (enabled.item.type !== 'display')
        add(enabled.path, (pointer) => writeQuestion(enabled, pointer));
    }
    return written;
  };

  const writeGroup = (
    item: Item,
    items: readonly EnabledItem[],
    pointer: string,
  ): ResponseItem | undefined => {
    const children = writeItems(items, pointer);
    return children.length > 0 ? { linkId: item.linkId, text: item.text, item: children } : undefined;
  };

  const writeQuestion = ({ item, path, items }: EnabledItem, pointer: string): ResponseItem | undefined => {
    const reading = readEntry(item, answers.entries.get(path));
    const [first, ...others] =
      'values' in reading ? reading.values.map((value) => writeValue(item, value)) : [];
    const children = writeItems(items, first ? `${pointer}/answer/0` : pointer);
    const under = children.length > 0 ? { item: children } : {};
    const question = { linkId: item.linkId, text: item.text };
    if (first) return { ...question, answer: [{ ...first, ...under }, ...others] };
    return children.length > 0 ? { ...question, ...under } : undefined;
  };

  const response: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    questionnaire: canonicalOf(questionnaire),
    status: 'completed',
    authored,
    item: writeItems(enabledItems(questionnaire, answers), ''),
  };
  return { response, origins };
}

/** The field that a pointer into the response, or anything below it, came from. */
export function originOf(origins: ReadonlyMap<string, ItemPath>, pointer: string): ItemPath | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const path = origins.get(at);
    if (path !== undefined) return path;
  }
  return undefined;
}
