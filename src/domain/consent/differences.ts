import { canonicalJson } from '../submission/canonical-json.js';
import type { ConsentBlock, ConsentDocument } from './document.js';

/** What became of one block from one version to the next. */
export interface BlockDifference {
  readonly id: string;
  readonly what: 'same' | 'changed' | 'added' | 'removed';
  readonly before: ConsentBlock | undefined;
  readonly after: ConsentBlock | undefined;
}

/**
 * What changed from one version of a document to the next, block by block, by their ids: in the order of the new one,
 * and each block that was removed after the one it followed.
 */
export function differences(before: ConsentDocument, after: ConsentDocument): readonly BlockDifference[] {
  const old = new Map(before.blocks.map((block) => [block.id, block]));
  const kept = after.blocks.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const result = after.blocks.map((block): BlockDifference => {
    const earlier = old.get(block.id);
    const isSame = earlier !== undefined && canonicalJson(earlier) === canonicalJson(block);
    return {
      id: block.id,
      what: isSame ? 'same' : earlier ? 'changed' : 'added',
      before: earlier,
      after: block,
    };
  });
  for (const [place, block] of before.blocks.entries()) {
    if (kept.includes(block.id)) continue;
    const previous = before.blocks[place - 1]?.id;
    const at = result.findIndex(({ id }) => id === previous) + 1;
    result.splice(at, 0, { id: block.id, what: 'removed', before: block, after: undefined });
  }
  return result;
}

/** The ids that keep their order, as many as there can be: the longest rising run of their places in the old version. */
function inOrder(ids: readonly string[], placeOf: ReadonlyMap<string, number>): ReadonlySet<string> {
  const runs: (readonly string[])[] = [];
  for (const id of ids) {
    const place = placeOf.get(id) ?? 0;
    const longest = runs
      .filter((run) => (placeOf.get(run.at(-1) ?? '') ?? 0) < place)
      .reduce<readonly string[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, id]);
  }
  return new Set(runs.reduce<readonly string[]>((best, run) => (run.length > best.length ? run : best), []));
}

/**
 * The blocks that stand in another place among those that both versions have, by their ids. Apart from what they say,
 * which is all that a client is told.
 */
export function movedBlocks(before: ConsentDocument, after: ConsentDocument): ReadonlySet<string> {
  const placeOf = new Map(before.blocks.map(({ id }, place) => [id, place]));
  const kept = after.blocks.flatMap(({ id }) => (placeOf.has(id) ? [id] : []));
  const ordered = inOrder(kept, placeOf);
  return new Set(kept.filter((id) => !ordered.has(id)));
}
