import type { Schedule } from '../scheduling/practitioner.js';

const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;
const FRIDAY = 5;
const PLACE = 'Stillwater House, Portland, ground floor';

/** Who works when at the practice that does not exist. */
export const stillwaterSchedule: Schedule = [
  {
    id: 'mara-lindqvist',
    name: 'Mara Lindqvist, LMFT',
    place: PLACE,
    hours: [
      {
        days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY],
        from: '09:00',
        to: '12:00',
        kinds: ['preparation', 'dosing', 'integration'],
        modes: ['in-person', 'video'],
      },
      {
        days: [MONDAY, TUESDAY, THURSDAY],
        from: '13:00',
        to: '17:00',
        kinds: ['preparation', 'dosing', 'integration'],
        modes: ['in-person', 'video'],
      },
    ],
    confirmedAtOnce: [],
  },
  {
    id: 'tomas-reyes',
    name: 'Tomás Reyes, PMHNP',
    place: PLACE,
    hours: [
      {
        days: [MONDAY, WEDNESDAY],
        from: '10:00',
        to: '16:00',
        kinds: ['consultation', 'follow-up'],
        modes: ['in-person', 'video', 'phone'],
      },
      {
        days: [FRIDAY],
        from: '09:00',
        to: '12:00',
        kinds: ['consultation', 'follow-up'],
        modes: ['video', 'phone'],
      },
    ],
    confirmedAtOnce: ['consultation'],
  },
];
