import { sessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { LogEntry } from '../api-answers.js';
import { CLEARANCE } from '../words.js';
import { rulesInWords } from './findings.js';
import { kindInWords, type NamedKind } from './sessions.js';
import { dateInWords, instantInWords } from './time.js';
import { weekInWords } from './week.js';

/** What it takes to say a log's times and session kinds as the practice does. */
export interface LogReading {
  readonly timeZone: string;
  readonly sessionKinds: readonly NamedKind[];
}

const ACTIONS: Readonly<Record<string, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'list-read': 'Read the list',
  'history-read': 'Read a history',
  'consent-read': 'Read a consent',
  'consents-read': 'Read all that a client has signed',
  'consent-erased': 'Erased a consent, as the law asks',
  'booking-read': 'Read a request for sessions',
  'client-read': 'Read a client’s page',
  'bookings-read': 'Read the sessions of a week',
  'clearance-set': 'Decided on clearance',
  'link-made': 'Made a personal link',
  'booking-decided': 'Decided about a session',
  'booking-added': 'Added a session',
  'booking-moved': 'Moved a session',
  'booking-released': 'Let a session go ahead after what came in before it',
  'hours-set': 'Changed somebody’s hours',
  'plan-set': 'Agreed a plan',
  'alert-read': 'Read an alert or a request for a call',
  'alert-taken': 'Took over an alert or a call',
  'alert-done': 'Marked an alert or a call done',
  'review-settings-set': 'Changed the review rules',
};

const STATUSES: Readonly<Record<string, string>> = CLEARANCE;
const DECISIONS: Readonly<Record<string, string>> = {
  confirm: 'confirmed',
  decline: 'declined',
  cancel: 'cancelled',
};

/** `cleared until 2027-05-22`, and `… for 4` where it is good for so many dosing sessions. */
function clearanceInWords(detail: string): string {
  const [status = '', rest = ''] = detail.split(' until ');
  const [until = '', dosings] = rest.split(' for ');
  const words = STATUSES[status] ?? status;
  const dated = until === '' ? words : `${words} until ${dateInWords(until)}`;
  return dosings === undefined ? dated : `${dated}, for ${dosings} dosing sessions`;
}

/** `2026-11-23 to 2026-11-29` */
function daysInWords(detail: string): string {
  const [from = '', to = ''] = detail.split(' to ');
  const areDates = [from, to].every((date) => !Number.isNaN(Date.parse(`${date}T00:00:00Z`)));
  return areDates ? weekInWords({ from, to }) : detail;
}

/** `confirm preparation 2026-11-24T17:00:00.000Z` */
function bookingInWords(detail: string, { timeZone, sessionKinds }: LogReading): string {
  const [decision = '', kind, start = ''] = detail.split(' ');
  const known = sessionKindId.safeParse(kind);
  if (!known.success || Number.isNaN(Date.parse(start))) return detail;
  const when = instantInWords(start, timeZone);
  return `${DECISIONS[decision] ?? decision} ${kindInWords(known.data, sessionKinds)}, ${when}`;
}

/** `dosing 2026-12-03T17:00:00.000Z to 2026-12-10T17:00:00.000Z against dosing-gap, notice`; one time where it is new. */
function changeInWords(detail: string, { timeZone, sessionKinds }: LogReading): string {
  const [what = '', against] = detail.split(' against ');
  const [kind, from = '', , to] = what.split(' ');
  const known = sessionKindId.safeParse(kind);
  const times = [from, ...(to === undefined ? [] : [to])];
  if (!known.success || times.some((time) => Number.isNaN(Date.parse(time)))) return detail;
  const when = times.map((time) => instantInWords(time, timeZone)).join(' to ');
  const passed = against === undefined ? '' : `, against ${rulesInWords(against.split(', '))}`;
  return `${kindInWords(known.data, sessionKinds)}, ${when}${passed}`;
}

/** `3 dosing, 1 follow-up` */
function planInWords(detail: string, { sessionKinds }: LogReading): string {
  const parts = detail.split(', ').map((part) => {
    const [count = '', kind] = part.split(' ');
    const known = sessionKindId.safeParse(kind);
    return known.success ? `${kindInWords(known.data, sessionKinds)} (${count})` : part;
  });
  return parts.join(', ');
}

/** `dosing 2026-12-03T17:00:00.000Z without review` */
function releaseInWords(detail: string, reading: LogReading): string {
  return changeInWords(detail.split(' without ')[0] ?? detail, reading);
}

/** `ketamine-therapy 2026-11` */
function erasureInWords(detail: string): string {
  const [document = '', ...version] = detail.split(' ');
  return version.length === 0 ? detail : `${document}, version ${version.join(' ')}`;
}

function detailInWords(action: string, detail: string, reading: LogReading): string {
  switch (action) {
    case 'clearance-set':
      return clearanceInWords(detail);
    case 'bookings-read':
      return daysInWords(detail);
    case 'booking-decided':
      return bookingInWords(detail, reading);
    case 'booking-added':
    case 'booking-moved':
      return changeInWords(detail, reading);
    case 'booking-released':
      return releaseInWords(detail, reading);
    case 'plan-set':
      return planInWords(detail, reading);
    case 'consent-erased':
      return erasureInWords(detail);
    default:
      return detail;
  }
}

/** What somebody did, in a few words; what this version does not know stays as the endpoint wrote it. */
export function actionInWords(
  { action, detail }: Pick<LogEntry, 'action' | 'detail'>,
  reading: LogReading,
): string {
  const words = ACTIONS[action] ?? action;
  return detail ? `${words}: ${detailInWords(action, detail, reading)}` : words;
}
