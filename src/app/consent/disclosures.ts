import type { ConsentDocument } from '../../domain/consent/document.js';
import type { ConsentRecord2 } from '../../domain/consent/record.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { Session } from '../session/session.js';
import { readCurrent, signedBefore } from './documents.js';
import { newestOfEach } from './earlier.js';
import { standingHere, type DoneHere } from './here.js';

/** The disclosures about electronic records under which a document would be signed now. */
export type Disclosures = (document: ConsentDocument) => Promise<ConsentRecord2['disclosures']>;

export const isDisclosure = ({ purpose }: ConsentDocument): boolean => purpose === 'electronic-records';

/** As many as a record names. */
const MOST = 20;

const isInForce = ({ status, withdrawn = [] }: CareState['consents'][number]): boolean =>
  (status === 'signed' || status === 'outdated-minor') &&
  !withdrawn.some(({ scope }) => scope === 'electronic-records' || scope === 'everything');

/** Those of this visit, and those that the practice knows of, as long as they are not taken back. */
export function createDisclosures(here: DoneHere, session: Session): Disclosures {
  /** Whether a document is one, by its id, as far as that has been read. */
  const kinds = new Map<string, boolean>();

  const isOne = async (id: string): Promise<boolean> => {
    if (!kinds.has(id)) {
      const read = await readCurrent({ kind: 'endpoint', id }, session, true);
      if ('document' in read) kinds.set(id, isDisclosure(read.document));
    }
    return kinds.get(id) ?? false;
  };

  return async (document) => {
    if (isDisclosure(document)) return [];
    const listed = new Set([document.id, ...here.signed.map((each) => each.document.id)]);
    const known = newestOfEach(signedBefore(session)).filter(
      (each) => isInForce(each) && !listed.has(each.id),
    );
    const before = await Promise.all(
      known.map(async ({ id, version, recordDigest }) =>
        recordDigest !== undefined && !here.takenBack.has(recordDigest) && (await isOne(id))
          ? [{ id, version, recordDigest }]
          : [],
      ),
    );
    const now = standingHere(here, session)
      .filter((each) => isDisclosure(each.document))
      .map(({ document: { id, version }, recordDigest }) => ({ id, version, recordDigest }));
    return [...before.flat(), ...now].slice(0, MOST);
  };
}
