import { canonicalJson } from '../submission/canonical-json.js';
import type { ConsentDocument } from './document.js';
import type { ConsentRecord } from './record.js';
import { problemsOf } from './signing.js';

/** What a record claims about itself where it was sent; both digests in lower-case hex SHA-256. */
export interface RecordClaim {
  readonly textDigest: string;
  readonly recordDigest: string;
}

/** Why a record can't be relied on. */
export type RecordFault =
  /** It is not the record that the digest was made of. */
  | 'record-differs'
  /** The text in it is not the text that the digest was made of. */
  | 'text-differs'
  /** Its text is no version that the practice published. */
  | 'never-published'
  /** An acknowledgement is missing, or its sentence is not the document's. */
  | 'not-acknowledged'
  /** A comprehension check was left open, or answered with what was no answer of it. */
  | 'check-open'
  /** The signature is not the signer's name. */
  | 'signature-differs';

/** Whether the record says what the document asked: nothing left out, nothing added, no sentence of its own. */
function contentFaults(record: ConsentRecord): RecordFault[] {
  const { document, acknowledgements, checks, signature, signer } = record;
  const faults: RecordFault[] = [];
  const asked = document.blocks.filter(({ acknowledgement }) => acknowledgement !== undefined);
  const isWhole =
    asked.length === acknowledgements.length &&
    asked.every(({ id, acknowledgement }, index) => {
      const given = acknowledgements[index];
      return given?.block === id && given.text === acknowledgement;
    });
  if (!isWhole) faults.push('not-acknowledged');

  const answers = new Map(checks.map(({ block, answers: given }) => [block, given]));
  const acknowledged = new Map(acknowledgements.map(({ block, at }) => [block, at]));
  const open = problemsOf({ document, shownAt: record.shownAt, acknowledged, answers, name: signer.name });
  const checked = document.blocks.filter(({ check }) => check);
  const isAnswered =
    !open.some(({ code }) => code === 'check-open') &&
    checks.length === checked.length &&
    checked.every(({ id, check }) =>
      answers.get(id)?.every((answer) => check?.answers.some((known) => known.id === answer)),
    );
  if (!isAnswered) faults.push('check-open');
  if (signature.value !== signer.name || signer.name.trim() === '') faults.push('signature-differs');
  return faults;
}

/**
 * Holds a consent record against what was claimed of it and against what the practice published. An empty answer
 * means consistent; who signed and when is not proven by it.
 *
 * @param published every version that the practice ever offered.
 * @param sha256 of a text's UTF-8 bytes, in lower-case hex.
 */
export async function verifyRecord(
  record: ConsentRecord,
  claim: RecordClaim,
  published: readonly ConsentDocument[],
  sha256: (text: string) => string | Promise<string>,
): Promise<readonly RecordFault[]> {
  const faults: RecordFault[] = [];
  if ((await sha256(canonicalJson(record))) !== claim.recordDigest) faults.push('record-differs');
  const text = canonicalJson(record.document);
  const textDigest = await sha256(text);
  if (textDigest !== record.textDigest || textDigest !== claim.textDigest) faults.push('text-differs');
  if (!published.some((document) => canonicalJson(document) === text)) faults.push('never-published');
  return [...faults, ...contentFaults(record)];
}

/** The blocks that the client did not get right in two answers: to be gone over together. */
export const blocksToGoOver = ({ document, checks }: ConsentRecord): readonly string[] =>
  document.blocks.flatMap(({ id, check }) => {
    const given = checks.find(({ block }) => block === id)?.answers ?? [];
    return check && !check.answers.some((answer) => answer.right && given.includes(answer.id)) ? [id] : [];
  });
