import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { timesInWords, zoneInWords } from '../../locale/format.js';
import type { ShownZone } from '../../app/sessions/state.js';
import type { Messages } from '../../locale/messages.js';

export interface SessionWords {
  readonly t: Messages;
  readonly zoneName: (zone: ShownZone) => string;
}

/** By the clocks of a zone: "10:00 – 11:00 AM, Pacific Standard Time", with the date where `isDated`. */
const inZone = (session: Booking | Slot, zone: string, isDated: boolean, { language }: Messages): string =>
  `${timesInWords(session, zone, language, isDated)}, ${zoneInWords(zone, session.start, language)}`;

/** In brackets, by the clocks of another zone, with the day where it is another one there; nothing for the same zone. */
export function elsewhereInWords(
  session: Booking | Slot,
  [here, there]: readonly [string, string],
  t: Messages,
): string {
  if (here === there) return '';
  const dayIn = (zone: string) => dateIn(zone, Date.parse(session.start));
  return ` (${inZone(session, there, dayIn(here) !== dayIn(there), t)})`;
}

/** When a session is, by the clocks where it takes place: the practice's for one in person, or else the client's. */
export function whenInWords(session: Booking | Slot, { t, zoneName }: SessionWords): string {
  const here = zoneName(session.mode === 'in-person' ? 'practice' : 'client');
  const there = zoneName(session.mode === 'in-person' ? 'client' : 'practice');
  return inZone(session, here, true, t) + elsewhereInWords(session, [here, there], t);
}

/** How and with whom: "by video, with Mara Lindqvist". */
export const howInWords = (
  { mode, place, practitioner }: Booking | Slot,
  { t }: Pick<SessionWords, 't'>,
): string =>
  [t.mode[mode], place, practitioner && t.withPerson(practitioner.name)].filter(Boolean).join(', ');
