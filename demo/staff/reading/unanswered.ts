import { readResponse } from '../../../src/domain/fhir/read-response.js';
import type { QuestionnaireResponse } from '../../../src/domain/fhir/questionnaire-response.js';
import { readEntry, type Answers } from '../../../src/domain/questionnaire/answers.js';
import { enabledItems, walk, type EnabledItem } from '../../../src/domain/questionnaire/enabled-items.js';
import {
  isRepeated,
  type Item,
  type Questionnaire,
} from '../../../src/domain/questionnaire/questionnaire.js';

const labelOf = (item: Item): string => item.short ?? item.text;

function isAnsweredIn(answers: Answers, { item, path }: EnabledItem): boolean {
  const reading = readEntry(item, answers.entries.get(path));
  return !('values' in reading) || reading.values.length > 0;
}

/** A repeating item counts as one: either something was entered or nothing was. */
function* unansweredBelow(items: readonly EnabledItem[], answers: Answers): Generator<string> {
  for (const each of items) {
    const { item } = each;
    if (item.hidden) continue;
    if (isRepeated(item)) {
      const inside = each.instances.flatMap((instance) => [...walk(instance.items)]);
      const isEmpty = !inside.some((inner) => answers.entries.has(inner.path));
      if (isEmpty) yield labelOf(item);
      continue;
    }
    if (item.type !== 'group' && item.type !== 'display' && !isAnsweredIn(answers, each)) yield labelOf(item);
    yield* unansweredBelow(each.items, answers);
  }
}

/**
 * Short labels of the questions that were open to the client and have no answer.
 *
 * @returns them by the linkId of the topic, the questionnaire's top-level item, where they stand.
 */
export function unansweredByTopic(
  response: QuestionnaireResponse,
  questionnaire: Questionnaire,
): ReadonlyMap<string, readonly string[]> {
  const { answers } = readResponse(questionnaire, response);
  return new Map(
    enabledItems(questionnaire, answers).map((topic) => [
      topic.item.linkId,
      [...unansweredBelow([topic], answers)],
    ]),
  );
}
