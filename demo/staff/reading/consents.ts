import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import type { WithdrawalScope } from '../../../src/domain/consent/record.js';
import type { ClientConsents, SignedDocument, SignedRecord } from '../consent-answers.js';
import { instantInWords } from './time.js';

/**
 * How it is with one record among all that were signed of its document. `replaced` is one after which another was
 * signed: what a newer text asks for is then no matter of this one.
 */
export type Standing = 'in-force' | 'minor' | 'material' | 'expired' | 'replaced' | 'withdrawn' | 'erased';

/** The record after which this one counts for nothing any more. */
export const replacedBy = (
  record: SignedRecord,
  { records }: Pick<SignedDocument, 'records'>,
): SignedRecord | undefined =>
  records.slice(0, records.indexOf(record)).findLast(({ erased }) => erased === undefined);

export function standingOf(record: SignedRecord, document: Pick<SignedDocument, 'records'>): Standing {
  if (record.status === 'erased' || record.status === 'withdrawn') return record.status;
  if (replacedBy(record, document) !== undefined) return 'replaced';
  switch (record.status) {
    case 'signed':
      return 'in-force';
    case 'outdated-minor':
      return 'minor';
    case 'outdated-material':
      return 'material';
    case 'expired':
      return 'expired';
  }
}

/** A withdrawal's scope as its `act` writes it, taken apart. */
export function scopeOf(written: string): WithdrawalScope {
  if (written === 'everything' || written === 'electronic-records') return { what: written };
  return { what: 'block', block: written.replace(/^block:/, '') };
}

/** What was taken back, to stand after "Taken back:". */
export function scopeInWords(scope: WithdrawalScope, document: ConsentDocument | undefined): string {
  switch (scope.what) {
    case 'everything':
      return 'all of it';
    case 'electronic-records':
      return 'the electronic form alone; what was agreed to stands';
    case 'block': {
      const heading = document?.blocks.find(({ id }) => id === scope.block)?.heading;
      return `what they agreed to under “${heading ?? scope.block}”; the rest stands`;
    }
  }
}

/** Something that a client took back: what, and when the practice learned of it. */
export interface TakenBack {
  readonly submissionId: string;
  readonly reference: string;
  readonly words: string;
}

/** The text as it was signed; where that is erased, as it was published. */
export const textOf = (
  { record, version, locale }: SignedRecord,
  { published }: Pick<SignedDocument, 'published'>,
): ConsentDocument | undefined =>
  record?.document ??
  published.find((each) => each.version === version && each.locale === locale) ??
  published.find((each) => each.version === version);

/** The text that clients are asked to sign now, in the language of the one that was signed where there is one. */
export function currentText(
  { published, currentVersion }: SignedDocument,
  locale: string,
): ConsentDocument | undefined {
  const current = published.filter(({ version }) => version === currentVersion);
  return current.find((each) => each.locale === locale) ?? current.at(-1);
}

/** Everything that was taken back of a record, oldest first. */
export const takenBackOf = (
  record: SignedRecord,
  document: SignedDocument,
  timeZone: string,
): readonly TakenBack[] =>
  record.withdrawals.map(({ submissionId, reference, scope, receivedAt }) => ({
    submissionId,
    reference,
    words: `Taken back ${instantInWords(receivedAt, timeZone)}: ${scopeInWords(scopeOf(scope), textOf(record, document))}.`,
  }));

/** How it is with a record, in one or two sentences. */
export function standingInWords(record: SignedRecord, document: SignedDocument, timeZone: string): string {
  const { currentVersion } = document;
  const successor = replacedBy(record, document);
  const until = record.holdsUntil === undefined ? '' : instantInWords(record.holdsUntil, timeZone);
  const inForce = until ? `Signed, in force until ${until}.` : 'Signed, in force.';
  switch (standingOf(record, document)) {
    case 'in-force':
      return currentVersion === undefined
        ? `${inForce} The practice does not ask for this document any more.`
        : inForce;
    case 'expired':
      return `Must be signed again: it was signed for a time${until && `, which ended ${until}`}.`;
    case 'minor':
      return `${inForce} There is a newer text, version ${currentVersion}, with small changes.`;
    case 'material':
      return `Must be signed again: version ${currentVersion} changes what matters.`;
    case 'replaced':
      return `Signed again ${successor ? `${instantInWords(successor.receivedAt, timeZone)}, in version ${successor.version}` : 'since'}.`;
    case 'withdrawn':
      return 'Not in force: the client took it back.';
    case 'erased':
      return record.erased === undefined
        ? 'Erased by law.'
        : `Erased by law ${instantInWords(record.erased.at, timeZone)}.`;
  }
}

const STATUSES: Readonly<Record<SignedRecord['status'], string>> = {
  signed: 'Signed.',
  'outdated-minor': 'Signed. There is a newer text with small changes.',
  'outdated-material': 'There is a newer text that changes what matters.',
  expired: 'The time that it was signed for is over.',
  withdrawn: 'Taken back.',
  erased: 'Erased by law.',
};

/** How it is with one record, where nothing is known of the others. */
export const statusInWords = (status: SignedRecord['status']): string => STATUSES[status];

/** Documents that something was signed of, the one with the newest record first. */
export const signedDocuments = ({ documents }: ClientConsents): readonly SignedDocument[] =>
  documents
    .filter(({ records }) => records.length > 0)
    .toSorted((one, other) =>
      (other.records[0]?.receivedAt ?? '').localeCompare(one.records[0]?.receivedAt ?? ''),
    );

/** A document that the client is asked to sign, and why it is not done. */
export interface OpenDocument {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

const isInForce = (record: SignedRecord, document: SignedDocument): boolean =>
  ['in-force', 'minor'].includes(standingOf(record, document));

function whyOpen(document: SignedDocument): string {
  const [newest] = document.records;
  const version = `Version ${document.currentVersion}`;
  switch (newest && standingOf(newest, document)) {
    case undefined:
      return `${version}, not signed yet.`;
    case 'withdrawn':
      return `${version}, taken back and not signed again.`;
    case 'erased':
      return `${version}, erased by law and not signed again.`;
    case 'expired':
      return `${version}, not signed again since its time was over.`;
    default:
      return `${version}, not signed again since the text changed.`;
  }
}

/** What the practice asks for and this client has not signed, or has to sign again; in the practice's order. */
export const openDocuments = ({ documents }: ClientConsents): readonly OpenDocument[] =>
  documents
    .filter(
      (document) =>
        document.currentVersion !== undefined &&
        !document.records.some((record) => isInForce(record, document)),
    )
    .map((document) => ({ id: document.id, title: document.title, words: whyOpen(document) }));

/** A record, and the document that it is of. */
export interface Found {
  readonly document: SignedDocument;
  readonly record: SignedRecord;
}

/** The record that was sent in this submission. */
export const findSigned = (
  { documents }: ClientConsents,
  isIt: (record: SignedRecord) => boolean,
): Found | undefined =>
  documents
    .flatMap((document) => document.records.map((record) => ({ document, record })))
    .find(({ record }) => isIt(record));

/** The record that a newer one names as the one it takes the place of, and those that name this one. */
export const chainOf = ({
  record,
  document: { records },
}: Found): { readonly before: SignedRecord | undefined; readonly after: readonly SignedRecord[] } => ({
  before: records.find(({ recordDigest }) => recordDigest === record.supersedes),
  after: records.filter(({ supersedes }) => supersedes === record.recordDigest),
});
