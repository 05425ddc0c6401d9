import { differences } from './differences.js';
import type { Signing } from './signing.js';

/**
 * A new text with what was done in the one before it, where that still stands word for word; who signs, and how, stays
 * as it was. What is ticked or chosen counts from when the new text was shown.
 */
export function carriedOver(before: Signing, { document, shownAt, supersedes }: Signing): Signing {
  const changes = differences(before.document, document);
  /** Keys are a block's id, or begin with it. */
  const stands = ([key]: readonly [string, unknown]): boolean =>
    changes.some(({ id, what }) => what === 'same' && id === key.split('/', 1)[0]);
  const { acknowledged, choices, answers, together } = before;
  return {
    ...before,
    document,
    shownAt,
    supersedes,
    acknowledged: new Map([...acknowledged].filter(stands).map(([id]) => [id, shownAt])),
    choices: new Map([...choices].filter(stands).map(([key, { option }]) => [key, { option, at: shownAt }])),
    answers: new Map([...answers].filter(stands)),
    together: new Set([...together].filter((id) => stands([id, id]))),
  };
}
