import type { ConsentRecord } from './record.js';

/** What can't be so in a record that somebody signs now, though everything in it fits the document. */
export type ImplausibleFault =
  /** Something was ticked, chosen or signed before the text was shown, or after it was signed. */
  | 'times-differ'
  /** It was signed later than now. */
  | 'in-the-future'
  /** The sentence above the signature is none that clients are shown. */
  | 'statement-unknown';

/** What a record is held against by whoever receives it. */
export interface Receiving {
  /** By the receiver's own clock, in milliseconds. */
  readonly now: number;
  /** Every sentence that has stood above a signature, in any language. */
  readonly statements: readonly string[];
}

/** So far ahead of ours a client's clock may be. */
const SKEW_MS = 5 * 60_000;

/** Whether everything happened between the first look at the text and the signature. */
function areTimesInOrder(record: ConsentRecord): boolean {
  const { shownAt, acknowledgements, signature } = record;
  const choices = record.schema === 'kap/consent-record/2' ? record.choices : [];
  const from = Date.parse(shownAt);
  const to = Date.parse(signature.at);
  return (
    from <= to &&
    [...acknowledgements, ...choices].every(({ at }) => from <= Date.parse(at) && Date.parse(at) <= to)
  );
}

/**
 * Holds a new record against the clock and the words of whoever receives it. Only for what arrives: a record that was
 * received once is judged by `verifyRecord`, which needs no clock and knows no widget's words.
 */
export function implausibleIn(
  record: ConsentRecord,
  { now, statements }: Receiving,
): readonly ImplausibleFault[] {
  const faults: ImplausibleFault[] = [];
  const { signature } = record;
  if (!areTimesInOrder(record)) faults.push('times-differ');
  if (Date.parse(signature.at) > now + SKEW_MS) faults.push('in-the-future');
  if (!statements.includes(signature.statement)) faults.push('statement-unknown');
  return faults;
}
