import type { SessionKindId } from '../../domain/practice/session-kind.js';
import { addDays } from '../../domain/scheduling/calendar-days.js';
import { slotPage, type Slot } from '../../domain/scheduling/sessions.js';
import { endpointPath } from '../destination.js';
import { getAs, readJson } from '../read.js';
import type { Session } from '../session/session.js';

/** More than any practice has open in two months; it ends an endpoint's endless pages. */
const MAX_PAGES = 20;

/** As many days as an endpoint answers at once, and how far ahead is asked at most. */
const DAYS_AT_ONCE = 61;
const DAYS_AHEAD = 183;

/**
 * The open slots of a kind, soonest first.
 *
 * @param from and `to`: dates where the practice is, both included.
 * @returns nothing where they could not be read: "none" and "not known" are two things.
 */
export async function readSlots(
  kind: SessionKindId,
  from: string,
  to: string,
  session: Session,
): Promise<readonly Slot[] | undefined> {
  const path = endpointPath(session.destination, 'availability');
  if (path === undefined) return undefined;
  const slots: Slot[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const url = `${path}?kind=${kind}&from=${from}&to=${to}${more}`;
    const read = await readJson(getAs(url, session.careToken()), slotPage, session.ports);
    if ('failure' in read) return undefined;
    slots.push(...read.value.slots);
    cursor = read.value.next;
    if (cursor === undefined) break;
  }
  return slots.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

/** The open slots of a kind as far as they have been read: until the end of a date where the practice is. */
export interface KnownSlots {
  readonly slots: readonly Slot[];
  readonly until: string;
}

/** Whether nothing more is asked for after these. */
export const isLast = ({ until }: KnownSlots, today: string): boolean => until >= addDays(today, DAYS_AHEAD);

/**
 * The open slots of the next two months after those known, or of the first; where there are none at all, the first
 * that there are within half a year.
 *
 * @param today where the practice is.
 * @param isWanted whether somebody still waits for them.
 */
export async function readOn(
  kind: SessionKindId,
  known: KnownSlots | undefined,
  today: string,
  session: Session,
  isWanted: () => boolean,
): Promise<KnownSlots | 'failed' | 'not-wanted'> {
  const slots = [...(known?.slots ?? [])];
  let until = known?.until ?? addDays(today, -1);
  do {
    const from = addDays(until, 1);
    until = addDays(from, DAYS_AT_ONCE);
    const read = await readSlots(kind, from, until, session);
    if (!isWanted()) return 'not-wanted';
    if (!read) return 'failed';
    slots.push(...read);
  } while (slots.length === 0 && !isLast({ slots, until }, today));
  return { slots, until };
}
