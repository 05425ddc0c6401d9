import { howMany, reach } from './en-phrases.js';
import { en } from './en.js';

/** What is said around sessions, in English, beside what every element says. */
export const enSessions = {
  ...en,

  sessionsTitle: 'Your sessions',
  yourSessions: 'What is planned',
  /** The day that a week begins with, 0 for Sunday. */
  weekStart: 0,
  or: 'or',
  minutesLong: (count: number) => `${count} minutes`,
  whichSession: 'Which session would you like?',
  opensWhenCleared: 'Opens once the prescriber has cleared you.',
  opensWhenSigned: 'Opens once you have signed the consent.',
  previousMonth: 'Earlier',
  nextMonth: 'Later',
  timesOpen: (count: number) => howMany(count, 'time'),
  firstFree: (day: string) => `First free day: ${day}`,
  zoneShown: (zone: string) => `Times are in ${zone}.`,
  showZone: { client: 'Show them in my time zone', practice: 'Show them in the practice’s time zone' },
  chooseDay: 'Choose a day to see its times.',
  nearest: 'Nearest open times',
  noTimes: (phone: string | undefined) => `No times are open online right now. ${reach(phone)}`,
  timesUnknown: 'We can’t see the open times right now.',
  yourName: 'Your name',
  reachYou: 'Phone or email',
  choice: {
    'no-kind': 'Please choose a session',
    'no-slot': 'Please choose a day and a time',
    'no-name': 'Please tell us your name',
    'no-reach': 'Please give a phone number or an email address',
  },
  requestTime: 'Request this time',
  pickerNotice: {
    taken: () => 'Somebody else has just taken that time. Please choose another.',
    'not-now': () => 'This can’t be booked right now. Nothing was booked.',
    'too-soon': (phone: string | undefined) => `That is too close to do online. ${reach(phone)}`,
    already: () => 'You already have a session at that time.',
    cancelled: () => 'Your session is cancelled.',
  },
  bookingNotSent: (phone: string | undefined) =>
    `If it has arrived, it shows under your sessions. Trying again is safe. ${reach(phone)}`,
  requestedTitle: 'Requested',
  confirmedTitle: 'Confirmed',
  declined: 'the practice can’t take this time. Please choose another.',
  addToCalendar: 'Add to calendar',
  calendarTitle: 'Appointment',
  calendarName: 'appointment.ics',
  cancelSession: 'Cancel',
  cancelQuestion: 'Cancel this session?',
  cancelYes: 'Yes, cancel it',
  cancelNo: 'Keep it',
  tooLateToCancel: (phone: string | undefined) => `It is too close to change online. ${reach(phone)}`,
  chooseAnother: 'Choose another session',
  noBooking: 'Sessions can’t be booked here. Please contact the practice.',
} as const;
