import type { QuestionnaireResponse, ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import { partsOf } from '../../../src/domain/questionnaire/parts.js';
import {
  allItems,
  isQuestion,
  type Part,
  type Questionnaire,
} from '../../../src/domain/questionnaire/questionnaire.js';
import type { Role } from '../tables.js';
import { PARTS_OF } from './roles.js';

/**
 * The items that somebody may read, each with what they may read below it. What stands around such an item and is not
 * theirs itself stays as a bare frame: a group with its title, a question without its words and its answer.
 */
function readable(
  items: readonly ResponseItem[],
  mayRead: (linkId: string) => boolean,
): readonly ResponseItem[] {
  return items.flatMap((each): readonly ResponseItem[] => {
    const { linkId, text, answer, item = [] } = each;
    const inner = readable(item, mayRead);
    const below = inner.length > 0 ? { item: inner } : {};
    if (!mayRead(linkId)) {
      const frame = answer === undefined && text !== undefined ? { linkId, text } : { linkId };
      const under = [
        ...inner,
        ...readable(
          (answer ?? []).flatMap((one) => one.item ?? []),
          mayRead,
        ),
      ];
      return under.length > 0 ? [{ ...frame, item: under }] : [];
    }
    if (answer === undefined) return inner.length > 0 || item.length === 0 ? [{ ...each, ...below }] : [];
    const answers = answer.map(({ item: under, ...value }) => {
      const left = readable(under ?? [], mayRead);
      return left.length > 0 ? { ...value, item: left } : value;
    });
    return [{ linkId, ...(text === undefined ? {} : { text }), answer: answers, ...below }];
  });
}

/**
 * The answers that a role may read, and the names of the parts it may not. What the questionnaire does not know is for
 * the prescriber alone.
 */
export function visibleTo(
  role: Role,
  response: QuestionnaireResponse,
  questionnaire: Questionnaire | undefined,
): { readonly response: QuestionnaireResponse; readonly hiddenParts: readonly Part[] } {
  const items = questionnaire?.item ?? [];
  const known = partsOf(items);
  const partOf = (linkId: string): Part => known.get(linkId) ?? 'medical';
  const asked = [...allItems(items)].filter(isQuestion).map(({ linkId }) => linkId);
  const unknown = [...itemsWithin(response.item)]
    .map(({ linkId }) => linkId)
    .filter((linkId) => !known.has(linkId));
  const hidden = [...asked, ...unknown].map(partOf).filter((part) => !PARTS_OF[role].includes(part));
  return {
    response: {
      ...response,
      item: [...readable(response.item, (linkId) => PARTS_OF[role].includes(partOf(linkId)))],
    },
    hiddenParts: [...new Set(hidden)],
  };
}

/** All of them, each before what is below it. */
export function* itemsWithin(items: readonly ResponseItem[]): Generator<ResponseItem> {
  for (const item of items) {
    yield item;
    yield* itemsWithin(item.item ?? []);
    for (const answer of item.answer ?? []) yield* itemsWithin(answer.item ?? []);
  }
}

function answerTo(
  definition: string,
  response: QuestionnaireResponse,
  questionnaire: Questionnaire,
): string | undefined {
  for (const { linkId } of [...allItems(questionnaire.item)].filter(
    (item) => item.definition === definition,
  )) {
    for (const item of itemsWithin(response.item)) {
      const value = item.linkId === linkId ? item.answer?.[0]?.valueString : undefined;
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** The client's name as they gave it, which every role may know. */
export function nameIn(
  response: QuestionnaireResponse,
  questionnaire: Questionnaire | undefined,
): string | undefined {
  if (questionnaire === undefined) return undefined;
  const names = ['Patient.name.given', 'Patient.name.family'].map((definition) =>
    answerTo(definition, response, questionnaire),
  );
  const name = names.filter((part) => part !== undefined).join(' ');
  return name === '' ? undefined : name;
}
