import type { ConsentDocument } from '../../domain/consent/document.js';
import type { Session } from '../session/session.js';
import { signedBefore } from './documents.js';

/** A document that was signed here a moment ago, which the care state may not show yet. */
export interface SignedHere {
  readonly document: ConsentDocument;
  readonly recordDigest: string;
}

/** What was signed on this page, and which records were taken back as a whole, by their digests. */
export interface DoneHere {
  readonly signed: readonly SignedHere[];
  readonly takenBack: ReadonlySet<string>;
}

/** What was signed here and has not been taken back since, here or elsewhere. */
export const standingHere = ({ signed, takenBack }: DoneHere, session: Session): readonly SignedHere[] => {
  const known = signedBefore(session);
  return signed.filter(
    ({ recordDigest }) =>
      !takenBack.has(recordDigest) &&
      !known.some((each) => each.recordDigest === recordDigest && each.status === 'withdrawn'),
  );
};
