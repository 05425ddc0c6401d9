import { sessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { LogEntry } from '../api-answers.js';
import { CLEARANCE } from '../words.js';
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
