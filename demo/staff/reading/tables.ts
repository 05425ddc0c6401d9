import type { ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import type { Item } from '../../../src/domain/questionnaire/questionnaire.js';
import { isAnswered, readAnswer, type Answered } from './answers.js';

/** A repeating group as a table: one row for each instance, one column for each question answered in any of them. */
export interface Table {
  readonly linkId: string;
  readonly title: string;
  readonly columns: readonly { readonly linkId: string; readonly label: string }[];
  /** As many cells as columns; `undefined` where this instance has no answer. */
  readonly rows: readonly (readonly (Answered | undefined)[])[];
}

/**
 * Reads the instances of one repeating group.
 *
 * @param instances response items with the same linkId, in the order they were given.
 * @returns `undefined` when no instance holds an answer.
 */
export function readTable(
  instances: readonly ResponseItem[],
  definition: Item | undefined,
): Table | undefined {
  const [first] = instances;
  if (first === undefined) return undefined;
  const definitions = new Map((definition?.item ?? []).map((item) => [item.linkId, item]));
  const answered = instances
    .map((instance) => (instance.item ?? []).filter(isAnswered))
    .filter((cells) => cells.length > 0)
    .map(
      (cells) => new Map(cells.map((item) => [item.linkId, readAnswer(item, definitions.get(item.linkId))])),
    );
  if (answered.length === 0) return undefined;

  const given = new Set(answered.flatMap((cells) => [...cells.keys()]));
  const inOrder = [...definitions.keys()].filter((linkId) => given.delete(linkId)).concat([...given]);
  return {
    linkId: first.linkId,
    title: first.text ?? definition?.text ?? first.linkId,
    columns: inOrder.map((linkId) => ({
      linkId,
      label: answered.find((cells) => cells.has(linkId))?.get(linkId)?.label ?? linkId,
    })),
    rows: answered.map((cells) => inOrder.map((linkId) => cells.get(linkId))),
  };
}
