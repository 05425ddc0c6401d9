import { differences, type BlockDifference } from '../../domain/consent/differences.js';
import type { ConsentDocument } from '../../domain/consent/document.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { Session } from '../session/session.js';
import { readVersion } from './documents.js';

/** What this client signed of the same document before, where that does not hold any more. */
export interface Earlier {
  readonly version: string;
  /** Nothing where it was only replaced; else when all of it was taken back. */
  readonly takenBackAt: string | undefined;
  /** When the time that it was signed for ended; nothing where that still goes on, or none was set. */
  readonly endedAt: string | undefined;
  /** Block by block; nothing where the earlier text can't be had. */
  readonly changes: readonly BlockDifference[] | undefined;
}

/** Of each document the newest record. */
export const newestOfEach = (consents: CareState['consents']): CareState['consents'] =>
  consents.filter(({ id }, at) => !consents.slice(at + 1).some((later) => later.id === id));

/** What a client who opens a document signed of it before. */
export async function earlierOf(
  document: ConsentDocument,
  before: CareState['consents'][number] | undefined,
  session: Session,
): Promise<Earlier | undefined> {
  if (!before) return undefined;
  const { id, version, status, signedAt, withdrawn, holdsUntil } = before;
  const takenBackAt = status === 'withdrawn' ? (withdrawn?.at(-1)?.at ?? signedAt) : undefined;
  const endedAt = status === 'expired' ? holdsUntil : undefined;
  if (version === document.version) return { version, takenBackAt, endedAt, changes: [] };
  const read = await readVersion(id, version, session);
  return {
    version,
    takenBackAt,
    endedAt,
    changes: 'document' in read ? differences(read.document, document) : undefined,
  };
}
