import type { Clearance } from '../api-answers.js';
import { dateInWords, instantInWords } from '../reading/time.js';
import { CLEARANCE } from '../words.js';

/** A day, or an instant on the practice's clock. */
export function untilInWords(until: string, timeZone: string): string {
  return until.includes('T') ? instantInWords(until, timeZone) : dateInWords(until);
}

export const dosingCount = (count: number): string =>
  count === 1 ? 'one dosing session' : `${count} dosing sessions`;

/** "Cleared for 3 dosing sessions, valid until March 5, 2027". */
export function clearanceInWords({ status, validUntil, dosings }: Clearance, timeZone: string): string {
  const words =
    status === 'cleared' && dosings !== undefined
      ? `${CLEARANCE[status]} for ${dosingCount(dosings)}`
      : CLEARANCE[status];
  if (!validUntil) return words;
  const until = untilInWords(validUntil, timeZone);
  return status === 'expired' ? `${words} ${until}` : `${words}, valid until ${until}`;
}
