import { canonicalJson } from '../submission/canonical-json.js';
import type { ConsentDocument } from './document.js';
import type { ConsentRecord, ConsentRecord2 } from './record.js';
import { checkState } from './signing.js';

/** @param text whose UTF-8 bytes are hashed, in lower-case hex. */
export type Sha256 = (text: string) => string | Promise<string>;

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
  /** A choice was left open, or holds what the document does not offer, or other words than it has. */
  | 'choice-open'
  /** A comprehension check was left open, or answered with what was no answer of it. */
  | 'check-open'
  /** A disclosure is named twice, or is the document itself. */
  | 'disclosure-differs'
  /** A representative who does not say by what right they sign, or for whom. */
  | 'signer-incomplete'
  /** The signature is not the signer's name, or nothing was drawn. */
  | 'signature-differs';

/** Records of the first version had no choices and no disclosures. */
const choicesOf = (record: ConsentRecord): ConsentRecord2['choices'] =>
  record.schema === 'kap/consent-record/2' ? record.choices : [];
const disclosuresOf = (record: ConsentRecord): ConsentRecord2['disclosures'] =>
  record.schema === 'kap/consent-record/2' ? record.disclosures : [];

/** Whether two lists say the same, entry by entry. */
const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  canonicalJson(one) === canonicalJson(other);

function isAcknowledged({ document, acknowledgements }: ConsentRecord): boolean {
  const asked = document.blocks.filter(({ acknowledgement }) => acknowledgement !== undefined);
  return areSame(
    asked.map(({ id, acknowledgement }) => [id, acknowledgement]),
    acknowledgements.map(({ block, text }) => [block, text]),
  );
}

function isChosen(record: ConsentRecord): boolean {
  const asked = record.document.blocks.flatMap(({ id: block, choices = [] }) =>
    choices.map((choice) => ({ block, ...choice })),
  );
  const given = choicesOf(record);
  return (
    asked.length === given.length &&
    asked.every(({ block, id, question, options }, index) => {
      const chosen = given[index];
      return (
        chosen?.block === block &&
        chosen.choice === id &&
        chosen.question === question &&
        options.some((option) => option.id === chosen.option && option.text === chosen.text)
      );
    })
  );
}

function isChecked({ document, checks }: ConsentRecord): boolean {
  const asked = document.blocks.flatMap(({ id, check }) => (check ? [{ id, check }] : []));
  return (
    asked.length === checks.length &&
    asked.every(({ id, check }, index) => {
      const given = checks[index];
      return (
        given?.block === id &&
        ['right', 'together'].includes(checkState(check, given.answers)) &&
        given.answers.every((answer) => check.answers.some((known) => known.id === answer))
      );
    })
  );
}

function areDisclosuresApart(record: ConsentRecord): boolean {
  const ids = disclosuresOf(record).map(({ id }) => id);
  return new Set(ids).size === ids.length && !ids.includes(record.document.id);
}

const isSignerKnown = ({ signer }: ConsentRecord): boolean =>
  signer.role !== 'representative' || (signer.authority.trim() !== '' && signer.client.trim() !== '');

function isSigned({ signature, signer }: ConsentRecord): boolean {
  if (signer.name.trim() === '') return false;
  return signature.method === 'drawn'
    ? signature.drawing.strokes.some((stroke) => stroke.length > 0)
    : signature.value === signer.name;
}

const CONTENT: readonly (readonly [RecordFault, (record: ConsentRecord) => boolean])[] = [
  ['not-acknowledged', isAcknowledged],
  ['choice-open', isChosen],
  ['check-open', isChecked],
  ['disclosure-differs', areDisclosuresApart],
  ['signer-incomplete', isSignerKnown],
  ['signature-differs', isSigned],
];

/** Whether the record says what the document asked: nothing left out, nothing added, no sentence of its own. */
const contentFaults = (record: ConsentRecord): RecordFault[] =>
  CONTENT.filter(([, holds]) => !holds(record)).map(([fault]) => fault);

/**
 * Holds a consent record against what was claimed of it and against what the practice published. An empty answer
 * means consistent; who signed and when is not proven by it.
 *
 * @param published every version that the practice ever offered; nothing where that is not known, as to somebody who
 *   holds a copy in their hands.
 */
export async function verifyRecord(
  record: ConsentRecord,
  claim: RecordClaim,
  published: readonly ConsentDocument[] | undefined,
  sha256: Sha256,
): Promise<readonly RecordFault[]> {
  const faults: RecordFault[] = [];
  if ((await sha256(canonicalJson(record))) !== claim.recordDigest) faults.push('record-differs');
  const text = canonicalJson(record.document);
  const textDigest = await sha256(text);
  if (textDigest !== record.textDigest || textDigest !== claim.textDigest) faults.push('text-differs');
  if (published && !published.some((document) => canonicalJson(document) === text))
    faults.push('never-published');
  return [...faults, ...contentFaults(record)];
}

/** The blocks that the client did not get right in two answers: to be gone over together. */
export const blocksToGoOver = ({ document, checks }: ConsentRecord): readonly string[] =>
  document.blocks.flatMap(({ id, check }) => {
    const given = checks.find(({ block }) => block === id)?.answers ?? [];
    return check && !check.answers.some((answer) => answer.right && given.includes(answer.id)) ? [id] : [];
  });
