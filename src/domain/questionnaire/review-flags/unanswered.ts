import { readEntry, type Answers } from '../answers.js';
import { walk, type EnabledItem } from '../enabled-items.js';
import { isQuestion, isRepeated } from '../questionnaire.js';

function isAnsweredIn(answers: Answers, { item, path }: EnabledItem): boolean {
  const reading = readEntry(item, answers.entries.get(path));
  return !('values' in reading) || reading.values.length > 0;
}

/**
 * What was asked and has no answer. What repeats counts as one: either something was entered or nothing was.
 *
 * @param items as they were open to the client.
 */
export function* unansweredIn(items: readonly EnabledItem[], answers: Answers): Generator<EnabledItem> {
  for (const each of items) {
    const { item, instances } = each;
    if (item.hidden) continue;
    if (isRepeated(item)) {
      const inside = instances.flatMap((instance) => [...walk(instance.items)]);
      if (!inside.some((inner) => answers.entries.has(inner.path))) yield each;
      continue;
    }
    if (isQuestion(item) && !isAnsweredIn(answers, each)) yield each;
    yield* unansweredIn(each.items, answers);
  }
}
