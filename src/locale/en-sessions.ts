import { howMany, reach } from './en-phrases.js';
import { en } from './en.js';

/** Hours as people say them: "24 hours", "3 days". */
const hoursInWords = (hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? howMany(hours / 24, 'day') : howMany(hours, 'hour');

/** What the practice calls its sessions, and the numbers of its rule. */
interface RuleWords {
  readonly dosing: string;
  readonly preparation: string;
  readonly integration: string;
  readonly followUp: string;
  readonly consultation: string;
  readonly isMax: boolean;
  readonly hours: number;
  readonly maxHours: number | undefined;
  readonly days: number | undefined;
  readonly count: number;
}

function afterwards({ integration, hours, maxHours, days }: RuleWords): string {
  const from = hours > 0 ? `at least ${hoursInWords(hours)}` : '';
  const to = maxHours !== undefined ? hoursInWords(maxHours) : days !== undefined ? howMany(days, 'day') : '';
  const when = [from, to && `at most ${to}`].filter(Boolean).join(' and ');
  return `“${integration}” has to follow it${when ? `, ${when} later` : ''}.`;
}

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
  dayClosed: (why: string) => `can’t be chosen. ${why}`,
  firstFree: (day: string) => `First free day: ${day}`,
  chooseDay: 'Choose a day to see its times.',
  nearest: 'Nearest open times',
  nextTimes: (count: number) => (count === 1 ? 'The next time' : `The next ${count} times`),
  moreTimes: 'More times',
  noTimes: (phone: string | undefined) => `No times are open online right now. ${reach(phone)}`,
  allClosed: (why: string) => `None of the open times can be chosen. ${why}`,
  noneLikeThis: 'No times like that are open.',
  showAll: 'Show all times',
  timesUnknown: 'We can’t see the open times right now.',
  viewLabel: 'Show times as',
  views: { month: 'Month', list: 'List' },
  dayPart: { label: 'Time of day', any: 'Any time', morning: 'Morning', afternoon: 'Afternoon' },
  modeLabel: 'How',
  anyMode: 'Any way',
  practitionerLabel: 'With',
  anyPractitioner: 'Anyone',

  // Time zones
  zoneShown: (zone: string) => `Times are in ${zone}.`,
  showZone: { client: 'Show them in my time zone', practice: 'Show them in the practice’s time zone' },
  otherZone: 'Another time zone',
  zoneLabel: 'City or region',

  // Several sessions as one plan
  planTitle: 'Your plan',
  planIntro: 'These are still to be booked. You can choose their times in one go.',
  planAll: 'Plan these together',
  planCount: (kind: string, count: number) => (count === 1 ? kind : `${kind}: ${count} times`),
  comesAfter: 'Opens together with the session before it.',
  planOf: (kind: string, number: number | undefined) => (number === undefined ? kind : `${kind} ${number}`),
  togetherTitle: 'Booked together',
  moveTitle: 'Another time',
  moveIntro: 'Nothing changes until the practice has your new time.',
  findTimes: 'Find times for me',
  looking: 'Looking for times that fit together…',
  noTimeYet: 'no time yet',
  staysAt: (when: string) => `stays ${when}`,
  chooseTime: 'Choose a time',
  changeTime: 'Change the time',
  hideTimes: 'Hide the times',
  ofSession: (action: string, session: string) => `${action}: ${session}`,
  leavePlan: 'Back to single sessions',
  keepAsIs: 'Leave everything as it is',
  search: {
    found: 'These times fit together. You can change any of them.',
    repaired: (moved: string) => `So that all fits, this has moved too: ${moved}.`,
    'not-found': (phone: string | undefined) =>
      `We didn’t find times that fit in this search. That does not mean there are none. Choose some of them yourself, then try again. ${reach(phone)}`,
    unknown: 'We can’t see the open times right now. Please try again.',
    lacking: (kinds: string, phone: string | undefined) =>
      `There are not enough open times for: ${kinds}. ${reach(phone)}`,
    impossible: (rules: string) =>
      `The open times can’t be put together by the practice’s rules. Without this they could: ${rules}.`,
    askPractice: (phone: string | undefined) => `The practice may find a way with you. ${reach(phone)}`,
  },

  // What the practice's rules say
  rule: {
    'preparation-first': ({ preparation, count, hours }: RuleWords) =>
      `“${preparation}” comes first${count > 1 ? `, ${count} times` : ''}${hours > 0 ? `, at least ${hoursInWords(hours)} before` : ''}.`,
    'dosing-gap': ({ dosing, isMax, days = 0 }: RuleWords) =>
      `From one “${dosing}” to the next there are at ${isMax ? 'most' : 'least'} ${howMany(days, 'day')}.`,
    'dosing-quota': ({ dosing, count, days = 0 }: RuleWords) =>
      `“${dosing}” takes place at most ${count === 1 ? 'once' : `${count} times`} in ${howMany(days, 'day')}.`,
    'integration-after': afterwards,
    'integration-before-next-dosing': ({ dosing, integration }: RuleWords) =>
      `“${integration}” comes between one “${dosing}” and the next.`,
    'follow-up-after': ({ dosing, followUp, count, days = 0 }: RuleWords) =>
      `After ${howMany(count, 'time')} “${dosing}”, or ${howMany(days, 'day')}, “${followUp}” comes first.`,
    'one-of-a-day': ({ dosing, consultation }: RuleWords) =>
      `“${dosing}” has its day to itself, without “${consultation}” or another one.`,
    notice: ({ isMax, hours, days = 0 }: RuleWords) =>
      isMax
        ? `Can be booked up to ${howMany(days, 'day')} ahead.`
        : `Too soon to book online: it takes at least ${hoursInWords(hours)}.`,
    region: () => 'By video the practice may only see you in places where it has a licence.',
    readiness: () => 'A few questions come before it.',
  },
  /** The same rules as a word or two, in a list of what stands in the way. */
  ruleName: {
    needs: 'what has to be there first',
    'preparation-first': 'the preparation before',
    'dosing-gap': 'the time between dosing sessions',
    'dosing-quota': 'how many dosing sessions there are in a time',
    'integration-after': 'when the integration follows',
    'integration-before-next-dosing': 'the integration in between',
    'follow-up-after': 'when the follow-up comes',
    'one-of-a-day': 'one session a day',
    notice: 'how soon and how far ahead times can be booked',
    readiness: 'the questions before',
    region: 'where you will be',
  },
  unknownRule: 'This does not fit the practice’s rules.',
  allTheSame: 'You can go on all the same.',
  whereLabel: 'Where will you be during sessions by video or phone?',
  elsewhere: 'Somewhere else',

  // Who asks, and what is missing
  yourName: 'Your name',
  reachYou: 'Phone or email',
  choice: {
    'no-kind': 'Please choose a session',
    'no-slot': 'Please choose a day and a time',
    'no-region': 'Please tell us where you will be',
    'no-name': 'Please tell us your name',
    'no-reach': 'Please give a phone number or an email address',
    rules: 'Some times don’t fit the practice’s rules yet',
  },
  requestTime: 'Request this time',
  requestAll: (count: number) => (count === 1 ? 'Request this time' : `Request these ${count} sessions`),
  requestMove: 'Ask for the new time',
  pickerNotice: {
    taken: () => 'Somebody else has just taken that time. Please choose another.',
    'not-now': () => 'This can’t be booked right now. Nothing was booked.',
    'too-soon': (phone: string | undefined) => `That is too close to do online. ${reach(phone)}`,
    already: () => 'You already have a session at that time.',
    rules: () => 'These times don’t fit the practice’s rules. Nothing was booked.',
    quiet: () => 'You are in the quiet hours after a session. Nothing was booked; it can wait.',
    cancelled: () => 'Your session is cancelled.',
    moved: () => 'Your session has been moved.',
  },
  othersKept: 'All your other times are kept.',
  bookingNotSent: (phone: string | undefined) =>
    `If it has arrived, it shows under your sessions. Trying again is safe. ${reach(phone)}`,

  // Booked
  requestedTitle: 'Requested',
  confirmedTitle: 'Confirmed',
  declined: 'the practice can’t take this time. Please choose another.',
  addToCalendar: 'Add to calendar',
  addAllToCalendar: 'Add all to calendar',
  calendarTitle: 'Appointment',
  calendarName: 'appointment.ics',
  moveSession: 'Move',
  cancelSession: 'Cancel',
  cancelQuestion: 'Cancel this session?',
  cancelTogether: (other: string) => `It belongs together with ${other}.`,
  cancelYes: 'Yes, cancel it',
  cancelBoth: 'Yes, cancel both',
  cancelOne: 'Cancel only this one',
  cancelNo: 'Keep it',
  changeableUntil: (when: string) => `You can change this until ${when}.`,
  tooLateToCancel: (phone: string | undefined) => `It is too close to change online. ${reach(phone)}`,
  chooseAnother: 'Choose another session',
  noBooking: 'Sessions can’t be booked here. Please contact the practice.',
  oldLink: (phone: string | undefined) =>
    `This link no longer works. The practice can give you a new one. ${reach(phone)}`,
  toBeBooked: 'Please choose a session first.',

  // Before a dosing session
  waitsForAnswers: 'on hold until your answers are there.',
  readinessTitle: 'Before this session',
  readinessFrom: (when: string) => `From ${when} we have a few questions for you here.`,
  readinessUntil: (when: string) => `Please answer by ${when}.`,
  readinessLate: 'You can still answer. The session waits until your answers are there.',
  readinessItem: {
    form: 'Your answers to a few questions',
    escort: 'Somebody who is with you on the way home',
    transport: 'How you get home',
    review: 'The practice reads your answers',
  },
  readinessState: { done: 'done', open: 'to do', waiting: 'under way' },
  readinessReview: 'The practice looks at your answers and will be in touch. You don’t need to do anything.',
  readinessOpen: 'Answer the questions',
  readinessElsewhere: (phone: string | undefined) => `The questions can’t open here. ${reach(phone)}`,
  backToSessions: 'Back to your sessions',

  // Quiet hours
  quietTitle: (until: string) =>
    `After a session we leave you some quiet time, until ${until}. New times and changes wait until then. You can cancel at any time.`,
  waitsQuiet: 'Opens again after your quiet time.',
  askForCall: 'Ask for a call',
  callPhone: 'Your phone number',
  callTimes: 'When is it safe to call you?',
  callAsked: {
    sending: 'We are telling the practice now.',
    received: 'The practice knows that you would like a call.',
    failed: (phone: string | undefined) => `We could not tell the practice. ${reach(phone)}`,
  },
} as const;
