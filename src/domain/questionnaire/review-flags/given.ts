import { linkIdOf, readEntry, type Answers, type AnswerValue, type ItemPath } from '../answers.js';
import { enabledItems, walk, type EnabledItem } from '../enabled-items.js';
import { askedOnce, isQuestion, isRepeated, type Item, type Questionnaire } from '../questionnaire.js';
import { structureOf, type Structure } from '../structure.js';

/** One answer where it stands. */
export interface Given {
  readonly path: ItemPath;
  readonly item: Item;
  readonly values: readonly AnswerValue[];
}

/** The answers to a questionnaire, found by their questions. */
export interface GivenAnswers {
  readonly structure: Structure;
  /** Every answer, in the questionnaire's order. */
  readonly all: readonly Given[];
  readonly byQuestion: ReadonlyMap<string, readonly Given[]>;
  /** What stands there and is no answer of its question. */
  readonly unread: readonly Omit<Given, 'values'>[];
  /** What was asked. */
  readonly open: readonly EnabledItem[];
}

const SCOPE_ORDER = new Intl.Collator('en', { numeric: true });

/**
 * Finds the answers that were sent. All of them count: an answer to a question that this version of the questionnaire
 * would not have asked must not be lost to whoever reviews it.
 */
export function givenAnswers(questionnaire: Questionnaire, answers: Answers): GivenAnswers {
  const structure = structureOf(questionnaire);
  const placeOf = (path: ItemPath): number => structure.get(linkIdOf(path))?.order ?? 0;
  const paths = [...answers.entries.keys()]
    .filter((path) => structure.has(linkIdOf(path)))
    .sort((one, other) => placeOf(one) - placeOf(other) || SCOPE_ORDER.compare(one, other));
  const all: Given[] = [];
  const unread: Omit<Given, 'values'>[] = [];
  const byQuestion = new Map<string, Given[]>();
  for (const path of paths) {
    const asked = structure.get(linkIdOf(path))?.item;
    if (!asked || !isQuestion(asked)) continue;
    const item = isRepeated(asked) ? askedOnce(asked) : asked;
    const reading = readEntry(item, answers.entries.get(path));
    if ('code' in reading) {
      unread.push({ path, item });
      continue;
    }
    if (reading.values.length === 0) continue;
    const given = { path, item, values: reading.values };
    all.push(given);
    const others = byQuestion.get(item.linkId);
    if (others) others.push(given);
    else byQuestion.set(item.linkId, [given]);
  }
  return { structure, all, byQuestion, unread, open: [...walk(enabledItems(questionnaire, answers))] };
}
