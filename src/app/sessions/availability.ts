import type { SessionKindId } from '../../domain/practice/session-kind.js';
import { slotPage, type Slot } from '../../domain/scheduling/sessions.js';
import { endpointPath } from '../destination.js';
import { getAs, readJson } from '../read.js';
import type { Session } from '../session/session.js';

/** More than any practice has open in two months; it ends an endpoint's endless pages. */
const MAX_PAGES = 20;

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
