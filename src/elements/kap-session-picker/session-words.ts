import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { timesInWords, zoneInWords } from '../../locale/format.js';
import type { ViewProps } from './view-props.js';

type Words = Pick<ViewProps, 't' | 'zoneName'>;

/** When a session is, by the clocks where it takes place: the practice's for one in person, or else the client's. */
export function whenInWords(session: Booking | Slot, { t, zoneName }: Words): string {
  const here = zoneName(session.mode === 'in-person' ? 'practice' : 'client');
  const there = zoneName(session.mode === 'in-person' ? 'client' : 'practice');
  const inZone = (zone: string, isDated: boolean) =>
    `${timesInWords(session, zone, t.language, isDated)}, ${zoneInWords(zone, session.start, t.language)}`;
  if (here === there) return inZone(here, true);
  const [day, dayThere] = [here, there].map((zone) => dateIn(zone, Date.parse(session.start)));
  return `${inZone(here, true)} (${inZone(there, day !== dayThere)})`;
}

/** How and with whom: "by video, with Mara Lindqvist". */
export const howInWords = ({ mode, place, practitioner }: Booking | Slot, { t }: Words): string =>
  [t.mode[mode], place, practitioner && t.withPerson(practitioner.name)].filter(Boolean).join(', ');
