import type { QuestionnaireResponse, ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import { allItems, type Part, type Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import type { Role } from '../tables.js';
import { PARTS_OF } from './roles.js';

/** Whom a topic is for. What the questionnaire does not say, or does not know, is for the prescriber alone. */
function partOf(linkId: string, questionnaire: Questionnaire | undefined): Part {
  return questionnaire?.item.find((topic) => topic.linkId === linkId)?.part ?? 'medical';
}

/** The answers that a role may read, and the names of the parts it may not. */
export function visibleTo(
  role: Role,
  response: QuestionnaireResponse,
  questionnaire: Questionnaire | undefined,
): { readonly response: QuestionnaireResponse; readonly hiddenParts: readonly Part[] } {
  const allowed = PARTS_OF[role];
  const topics = questionnaire?.item.map((topic) => topic.linkId) ?? [];
  const parts = [...topics, ...response.item.map((topic) => topic.linkId)].map((linkId) =>
    partOf(linkId, questionnaire),
  );
  return {
    response: {
      ...response,
      item: response.item.filter((topic) => allowed.includes(partOf(topic.linkId, questionnaire))),
    },
    hiddenParts: [...new Set(parts)].filter((part) => !allowed.includes(part)),
  };
}

function* itemsWithin(items: readonly ResponseItem[]): Generator<ResponseItem> {
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
