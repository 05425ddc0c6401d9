import { differences } from './differences.js';
import type { Signing } from './signing.js';

const blockOf = (choiceKey: string): string => choiceKey.split('/', 1)[0] ?? '';

/**
 * A new text with what was done in the one before it, where that still stands word for word; who signs, and how, stays
 * as it was. What is ticked or chosen counts from when the new text was shown.
 */
export function carriedOver(before: Signing, fresh: Signing): Signing {
  const same = new Set(
    differences(before.document, fresh.document).flatMap(({ id, what }) => (what === 'same' ? [id] : [])),
  );
  const { name, representing, method, drawing } = before;
  const at = fresh.shownAt;
  return {
    ...fresh,
    acknowledged: new Map([...before.acknowledged.keys()].flatMap((id) => (same.has(id) ? [[id, at]] : []))),
    choices: new Map(
      [...before.choices].flatMap(([key, { option }]) =>
        same.has(blockOf(key)) ? [[key, { option, at }]] : [],
      ),
    ),
    answers: new Map([...before.answers].filter(([id]) => same.has(id))),
    together: new Set([...before.together].filter((id) => same.has(id))),
    name,
    representing,
    method,
    drawing,
  };
}
