import type { Role, StaffBooking, StaffReadiness } from '../api-answers.js';
import { instantInWords } from './time.js';

type Missing = StaffReadiness['missing'][number];

/** The list that the client sees as well, in the same order. */
const MISSING: Readonly<Record<Missing, string>> = {
  form: 'The form before the session is not in yet.',
  escort: 'Who comes for them is not named, or has not said yes.',
  transport: 'How they get home is not settled.',
  review: 'Somebody here looks over what they sent.',
};

export const missingInWords = ({ missing }: StaffReadiness): readonly string[] =>
  missing.map((each) => MISSING[each]);

/** Why somebody has to look at it, where it is not a flag's own sentence. */
const WHY: Readonly<Record<string, string>> = {
  unsure: 'Not sure about',
  unanswered: 'Left open',
  unread: 'Can’t be read',
  sealed: 'Sealed, so that nothing could be looked at here',
  'no-rules': 'No review rules for this form',
};

export const reasonInWords = ({ why, words }: NonNullable<StaffReadiness['reasons']>[number]): string => {
  const begin = WHY[why];
  return begin === undefined || begin === words ? words : `${begin}: ${words}`;
};

/** When the form is asked for, or how it is with what came in. */
export function readinessInWords(
  { missing, from, until, isReleased }: StaffReadiness,
  now: number,
  timeZone: string,
): string {
  if (missing.length === 0) return isReleased ? 'Ready: looked at, and let go ahead.' : 'Ready.';
  if (!missing.includes('form')) return 'Not ready yet:';
  if (now < Date.parse(from))
    return `The client is asked about it from ${instantInWords(from, timeZone)} on.`;
  if (now < Date.parse(until)) return `Due by ${instantInWords(until, timeZone)}:`;
  return `It was due by ${instantInWords(until, timeZone)}:`;
}

/** Before it is asked for, nothing is missing yet. */
const isAskedFor = ({ from, missing }: StaffReadiness, now: number): boolean =>
  now >= Date.parse(from) || !missing.includes('form');

type Ready = Pick<StaffBooking, 'readiness' | 'start' | 'status'>;

/** What there is to say now of getting ready for a session; nothing of one that has begun or is cancelled. */
export function readinessNow({ readiness, start, status }: Ready, now: number): StaffReadiness | undefined {
  if (readiness === undefined || status === 'cancelled' || Date.parse(start) <= now) return undefined;
  return isAskedFor(readiness, now) ? readiness : undefined;
}

/** Whether this role can let the session go ahead: what has to be looked at is the prescriber's. */
export const mayRelease = ({ missing }: StaffReadiness, role: Role): boolean =>
  missing.length > 0 && (role === 'prescriber' || (role === 'therapist' && !missing.includes('review')));

/** Whether a session is on hold for what is missing before it. */
export const isHeldByReadiness = (booking: Ready, now: number): boolean => {
  const readiness = readinessNow(booking, now);
  if (readiness === undefined || readiness.missing.length === 0) return false;
  return readiness.missing.includes('review') || now >= Date.parse(readiness.until);
};
