import { wellFormed } from '../submission/canonical-json.js';
import type { ComprehensionCheck, ConsentDocument } from './document.js';
import type { ConsentRecord } from './record.js';

/** How far a client is with a document. Instants are ISO 8601 in UTC. */
export interface Signing {
  readonly document: ConsentDocument;
  readonly shownAt: string;
  /** The blocks that are ticked, each with the instant. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** The answers given to each block's comprehension check, in order. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  readonly name: string;
}

export const beginSigning = (document: ConsentDocument, shownAt: string): Signing => ({
  document,
  shownAt,
  acknowledged: new Map(),
  answers: new Map(),
  name: '',
});

/** `explained` after one miss, and asked again; `together` after the second: a clinician will go over it. */
export type CheckState = 'open' | 'right' | 'explained' | 'together';

export function checkState({ answers }: ComprehensionCheck, given: readonly string[] = []): CheckState {
  const isRight = answers.some(({ id, right }) => right === true && given.includes(id));
  if (isRight) return 'right';
  return (['open', 'explained'] as const)[given.length] ?? 'together';
}

/** As much as a record holds. */
const MOST_NAME = 200;

/** What still stands between the client and their signature. */
export interface SigningProblem {
  readonly code: 'not-acknowledged' | 'check-open' | 'no-name';
  /** The block that it is about; nothing for the signature. */
  readonly block: string | undefined;
}

export function problemsOf({ document, acknowledged, answers, name }: Signing): readonly SigningProblem[] {
  const problems: SigningProblem[] = [];
  for (const { id, acknowledgement, check } of document.blocks) {
    if (check && ['open', 'explained'].includes(checkState(check, answers.get(id))))
      problems.push({ code: 'check-open', block: id });
    if (acknowledgement !== undefined && !acknowledged.has(id))
      problems.push({ code: 'not-acknowledged', block: id });
  }
  if (name.trim() === '' || name.length > MOST_NAME) problems.push({ code: 'no-name', block: undefined });
  return problems;
}

/** What the record holds beside what the client did. */
export type RecordFrame = Pick<ConsentRecord, 'practice' | 'textDigest' | 'timeZone' | 'widget'> & {
  readonly signedAt: string;
  /** The sentence above the signature. */
  readonly statement: string;
};

/** The record of a document that is ready to be signed. */
export function recordOf(signing: Signing, { signedAt, statement, ...frame }: RecordFrame): ConsentRecord {
  const { document, shownAt, acknowledged, answers } = signing;
  const name = wellFormed(signing.name).trim();
  return {
    schema: 'kap/consent-record/1',
    ...frame,
    document,
    shownAt,
    acknowledgements: document.blocks.flatMap(({ id, acknowledgement }) => {
      const at = acknowledged.get(id);
      return at === undefined || acknowledgement === undefined
        ? []
        : [{ block: id, text: acknowledgement, at }];
    }),
    checks: document.blocks.flatMap(({ id }) => {
      const given = answers.get(id);
      return given ? [{ block: id, answers: [...given] }] : [];
    }),
    signer: { name, role: 'self' },
    signature: { method: 'typed', value: name, statement, at: signedAt },
    locale: document.locale,
  };
}
