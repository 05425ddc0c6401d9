import { problemsOf, type Signing } from './signing.js';

/** A part of a document as a reader counts them: what stands under one heading. */
export interface DocumentPart {
  /** The id of its first block. */
  readonly id: string;
  readonly heading: string;
  /** Every block under the heading. */
  readonly blocks: readonly string[];
  /** Nothing is asked in it, something still is, or all of it is done. */
  readonly state: 'to-read' | 'open' | 'done';
}

/** The parts of a document in their order. A block without a heading belongs to the part before it. */
export function partsOf(signing: Signing): readonly DocumentPart[] {
  const open = new Set(problemsOf(signing).map(({ block }) => block));
  return signing.document.blocks.reduce<readonly DocumentPart[]>((parts, block) => {
    const { id, heading, acknowledgement, check, choices = [] } = block;
    const isAsked = acknowledgement !== undefined || check !== undefined || choices.length > 0;
    const own = open.has(id) ? 'open' : isAsked ? 'done' : 'to-read';
    if (heading !== undefined) return [...parts, { id, heading, blocks: [id], state: own }];
    const last = parts.at(-1);
    if (!last) return parts;
    const state = last.state === 'open' || own === 'to-read' ? last.state : own;
    return [...parts.slice(0, -1), { ...last, blocks: [...last.blocks, id], state }];
  }, []);
}

/** Whether nothing is missing but what stands in the document's own blocks. */
export const isSignatureDone = (signing: Signing): boolean =>
  problemsOf(signing).every(({ block }) => block !== undefined);
