import type { CareState } from '../practice/care-state.js';
import type { SessionKind } from '../practice/session-kind.js';

/** What keeps a kind of session from being booked, of all that the practice asks for before it. */
export type UnmetNeed = 'clearance' | 'consents';

/** A consent document as it stands: the version that clients are asked to sign now. */
export interface CurrentConsent {
  readonly id: string;
  readonly version: string;
}

/** Whether what was signed covers a document as it stands; of a newer text with minor changes the client is only told. */
export const covers = (one: CareState['consents'][number], { id, version }: CurrentConsent): boolean =>
  one.id === id && (one.status === 'outdated-minor' || (one.status === 'signed' && one.version === version));

/** The current documents that a client has not signed yet, or has to sign again. */
export const unsignedOf = (
  current: readonly CurrentConsent[],
  signed: CareState['consents'],
): readonly CurrentConsent[] => current.filter((document) => !signed.some((one) => covers(one, document)));

/**
 * What a kind of session still needs (contract, plan rule `needs`). The endpoint decides by it, the picker explains
 * with it.
 *
 * @param care `undefined` for somebody whom the endpoint does not know.
 * @param start the session's instant, where one is chosen: clearance must last until then.
 */
export function unmetNeeds(
  { id, needs }: Pick<SessionKind, 'id' | 'needs'>,
  care: Pick<CareState, 'clearance' | 'consents'> | undefined,
  current: readonly CurrentConsent[],
  start?: string,
): readonly UnmetNeed[] {
  const unmet: UnmetNeed[] = [];
  const { status, validUntil, dosingLeft } = care?.clearance ?? { status: 'not-started' };
  const hasEnded =
    start !== undefined && validUntil !== undefined && Date.parse(start) > Date.parse(validUntil);
  const isUsedUp = id === 'dosing' && dosingLeft !== undefined && dosingLeft <= 0;
  if (needs.clearance && (status !== 'cleared' || hasEnded || isUsedUp)) unmet.push('clearance');
  const named = needs.consents ?? [];
  const wanted = current.filter(({ id: each }) => named.includes(each));
  const isPublished = named.every((each) => wanted.some((consent) => consent.id === each));
  if (!isPublished || unsignedOf(wanted, care?.consents ?? []).length > 0) unmet.push('consents');
  return unmet;
}
