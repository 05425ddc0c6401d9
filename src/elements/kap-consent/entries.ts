import { newestOfEach } from '../../app/consent/earlier.js';
import type { ConsentState } from '../../app/consent/state.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { SignedEntry } from './signed.js';

export interface SignedEntries {
  /** What was signed here a moment ago. */
  readonly mine: SignedEntry | undefined;
  /** Everything else that this client has signed, each document by its newest record. */
  readonly others: readonly SignedEntry[];
}

function signedHere(state: ConsentState): SignedEntry | undefined {
  if (state.status !== 'signed') return undefined;
  const { submission, receivedAt, reference = '' } = state;
  const { document, signature } = submission.record;
  const { id, version, title } = document;
  const { recordDigest } = submission;
  return {
    id,
    version,
    title,
    recordDigest,
    status: 'signed',
    signedAt: receivedAt ?? signature.at,
    reference,
  };
}

/**
 * What this client has signed.
 *
 * @param known what the practice knows by now; what is being taken back shows in it at once.
 */
export function signedEntries(state: ConsentState, known: CareState['consents'] | undefined): SignedEntries {
  const mine = signedHere(state);
  const isAsked = state.status === 'nothing-to-sign' ? new Set(state.signed.map(({ id }) => id)) : undefined;
  const listed = known ?? (state.status === 'nothing-to-sign' ? state.signed : []);
  const newest = newestOfEach(listed).filter(({ id }) => !isAsked || isAsked.has(id));
  const inCare = mine && newest.find(({ recordDigest }) => recordDigest === mine.recordDigest);
  return { mine: inCare ? { ...mine, ...inCare } : mine, others: newest.filter(({ id }) => id !== mine?.id) };
}
