import { howMany, minutes, reach } from './en-phrases.js';

/**
 * The interface's words in English, without those of the elements that come later. Written for a tired reader on a
 * phone: short, warm, no blame.
 */
export const en = {
  language: 'en',

  // Journey
  stepsLabel: 'Where you are',
  step: {
    intake: 'Your health history',
    consent: 'Your consent',
    review: 'The prescriber reads it',
    sessions: 'Your sessions',
  },
  stepState: { done: 'Done', now: 'Now', waiting: 'Under way', later: 'Later' },
  goOn: (step: string) => `Go on: ${step}`,
  clearance: {
    'not-started': 'It starts when your health history is there.',
    'in-review': 'It is being read. You don’t need to do anything.',
    cleared: 'The prescriber has cleared you.',
    'on-hold': 'On hold for now. The practice will be in touch.',
    'talk-to-us': 'The practice would like to talk with you first.',
    expired: 'It has run out. The practice will be in touch.',
  },
  reviewTime: (replyTime: string) => `You hear from the practice within ${replyTime}.`,
  canBeBooked: (kinds: string) => `Can be booked now: ${kinds}.`,
  kind: {
    consultation: 'Consultation',
    preparation: 'Preparation',
    dosing: 'Dosing session',
    integration: 'Integration',
    'follow-up': 'Follow-up',
  },
  mode: { 'in-person': 'in person', video: 'by video', phone: 'by phone' },
  bookingStatus: {
    requested: 'requested. The practice confirms it.',
    confirmed: 'confirmed',
    'on-hold': 'on hold. The practice will be in touch.',
    cancelled: 'cancelled',
    completed: 'took place',
  },
  withPerson: (name: string) => `with ${name}`,
  nextSession: (kind: string, when: string, status: string) => `Next: ${kind}, ${when}: ${status}`,
  clearedUntil: (date: string) => `Good until ${date}.`,
  fromPractice: (words: string) => `The practice writes: ${words}`,
  linkOpened: 'Welcome back. You are where you left off.',
  linkRefused: 'This link no longer works. Ask the practice for a new one, or fill in the form here.',

  // Before the first question
  begin: 'Begin',
  loading: 'One moment…',
  timeNeeded: (count: number) => `It takes ${minutes(count)}. You can skip what is marked optional.`,
  whoReads: 'Who reads it',
  readBy: {
    medical: 'The prescriber reads all your answers.',
    therapy: 'Your therapist and the prescriber read what brings you here and how you feel.',
    logistics:
      'The office, your therapist and the prescriber read who you are, how to reach you and how it is at home.',
  },
  notSaved: 'Nothing is saved on this device. Keep this page open until you have sent it.',
  ownDevice: 'Is this your own device?',
  ownDeviceHint:
    'Then you can stop and come back. Others who use it could read your answers. A private window forgets them.',
  keepHere: 'Yes, keep my answers here for 3 days',
  keepNothing: 'No, don’t keep anything',
  saving: 'Saving…',
  saved: (time: string, day: string) => `Saved at ${time} on this device until ${day}.`,
  couldNotSave:
    'Not saved: the browser could not save it, or this form is open in another tab. Keep this page open until you have sent it.',
  notCleared: (day: string) => `It could not be cleared here. It is gone by ${day}.`,
  clearSaved: 'Clear what is saved here',
  found: (when: string) => `You have answers here from ${when}.`,
  unfit: 'The form has changed since. These answers no longer fit:',
  resume: 'Go on where you left off',
  startOver: 'Clear and start over',
  notWatched: 'This form is not watched live and is not for emergencies.',
  decides:
    'Filling it in does not make you a patient or approve a treatment. The prescriber decides with you.',
  noticeLabel: 'Good to know',
  privacy: 'How the practice handles your data',

  // Help in a crisis
  helpTitle: 'If you need someone now',
  helpEmergency: (number: string) => `In an emergency, call ${number}.`,
  helpEmergencyAnywhere: 'In an emergency, call your local emergency number.',
  helpCall: (phone: string) => `call ${phone}`,
  helpText: (how: string) => `text ${how}`,
  helpPractice: (phone: string) => `The practice: ${phone}`,
  helpFind: 'Help lines in your country:',

  // When an answer says that somebody may not be safe
  safety: {
    note: (watched: string) =>
      `Some answers here go to the practice at once, with how to reach you and where you are, if you have told us. ${watched} At other times nobody sees them.`,
    watched: (hours: string, within: string) =>
      `Someone there looks: ${hours}. You hear back within ${within}.`,
    title: 'Thank you for telling us',
    body: 'You are not in trouble, and you don’t have to face this alone. This form is not watched live. If you or someone else is not safe right now, please call or text.',
    below: 'Numbers to call or text are below this question.',
    again: 'Numbers to call or text now',
    call: (phone: string) => `Call ${phone}`,
    news: {
      sending: 'We are telling the practice now.',
      trouble: 'It has not got through yet. We keep trying. Please don’t wait for it, and call:',
      received: 'The practice has been told.',
      failed: 'We could not tell the practice.',
    },
    tell: 'Tell the practice',
    callInstead: (numbers: string) => `Please call: ${numbers}`,
    askCall: 'Ask for a call',
    phone: 'Your phone number',
    times: 'When is it safe to call you?',
    goOn: 'Go on with the form',
    stop: 'Stop for now',
    stopped: 'You can stop here',
  },

  // A page of questions
  topics: 'All topics',
  topicState: { done: 'Filled in', open: 'To fill in', optional: 'Optional' },
  leave: 'Leave this page now',
  leaveNote:
    '“Leave this page now” takes you to another site at once. It can’t clear your browser’s history, and what is saved on this device stays.',
  readByLine: {
    medical: 'The prescriber reads this page.',
    therapy: 'The prescriber and your therapist read this page.',
    logistics: 'The prescriber, your therapist and the office read this page.',
  },
  progress: (page: number, pages: number) => `${page} of ${pages}`,
  minutesLeft: (count: number) => `${minutes(count)} left`,
  optional: 'optional',
  whyWeAsk: 'Why we ask',
  back: 'Back',
  continue: 'Continue',
  backToCheck: 'Back to your answers',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  /** The order in which readers of this language write a date. */
  dateOrder: ['month', 'day', 'year'],
  dateHint: 'For example: 3 27 1984.',
  time: 'Time',
  timeHint: 'For example: 2:30 pm.',
  unit: 'Unit',
  feetHint: 'Feet and inches, for example: 5\u00a06.',
  feet: (feet: number, inches: number) => `${feet} ft ${inches} in`,
  answer: 'Your answer',
  chooseOne: 'Choose one',
  somethingElse: 'Something else',
  suggestions: (count: number) => howMany(count, 'suggestion'),
  yes: 'Yes',
  no: 'No',
  instance: (name: string, position: number) => `${name.charAt(0).toUpperCase()}${name.slice(1)} ${position}`,
  addFirst: (name: string) => `Add a ${name}`.replace(/^Add a (?=[aeiou])/, 'Add an '),
  addAnother: (name: string) => `Add another ${name}`,
  remove: (name: string, position: number) => `Remove ${name} ${position}`,
  entry: 'entry',
  removed: (name: string, position: number) => `Removed ${name} ${position}.`,
  added: (name: string, position: number) => `Added ${name} ${position}.`,

  // What to look at again
  summaryTitle: (count: number) =>
    count === 1 ? 'One thing needs another look' : `${count} things need another look`,
  problemWith: (label: string, problem: string) => `${label}: ${problem}`,
  /** What follows the question's name; some say how much there may be. */
  problem: {
    required: 'please give an answer',
    'date-incomplete': 'please fill in day, month and year',
    'no-such-date': 'this day isn’t in the calendar',
    'date-in-future': 'this date is still to come',
    'too-long-ago': 'please check the year',
    'not-a-number': 'please use numbers',
    'not-whole': 'please use a whole number',
    'too-small': (limit: number | string) => `it should be ${limit} or more`,
    'too-large': (limit: number | string) => `it should be ${limit} or less`,
    'too-few': (limit: number | string) => `please give at least ${limit}`,
    'too-many': (limit: number | string) => `please give at most ${limit}`,
    'too-short': (limit: number | string) => `please write at least ${limit} characters`,
    'too-long': (limit: number | string) => `please write at most ${limit} characters`,
    'not-as-asked': 'please write it as the hint shows',
    'not-email': 'please check it, for example name@mail.com',
    'not-phone': 'please check the number',
    'not-an-option': 'please choose one of the answers',
    'not-accepted': 'the practice could not take this answer',
  },
  underAge: (age: number, phone: string | undefined) =>
    `Please check the year. This practice works with people who are ${age} or older. If you are younger, you can stop here; nothing has been sent or kept. ${reach(phone)}`,

  // Check your answers
  checkTitle: 'Check your answers',
  checkIntro: 'Nothing has been sent yet. You can change any answer.',
  change: 'Change',
  changeWhat: (label: string, within?: string) =>
    within ? `Change: ${label}, ${within}` : `Change: ${label}`,
  noAnswer: 'No answer',
  sendTo: (practice: string | undefined) => `Send to ${practice ?? 'the practice'}`,
  saveCopy: 'Save a copy',
  print: 'Print',
  copyFile: 'my-copy.html',
  copyTitle: 'My copy',
  copyNote: 'This copy was made on your own device. Keep it where only you can read it.',

  // On its way
  sending: 'Sending…',
  sendingStay: 'Please keep this page open.',
  trouble: {
    network: 'No connection right now. Nothing on this page is lost. We keep trying.',
    'time-out': 'This takes longer than it should. Nothing on this page is lost. We keep trying.',
    busy: 'The practice’s system is busy. Nothing on this page is lost. We keep trying.',
    'not-understood': 'We got no clear answer. Nothing on this page is lost. We keep trying.',
  },
  notSentTitle: 'Not confirmed yet',
  notSentBody: 'We have no word yet that it arrived. Everything you wrote is still here.',
  notSentNext:
    'Trying again is safe: it can’t arrive twice. We also try again when you are back online or on this page. Keep it open, or save a copy.',
  tryAgain: 'Try again',
  goBack: 'Go back',
  refusedTitle: 'We couldn’t send it',
  refusedBody:
    'The practice’s system did not take it. Trying again may not help. Everything you wrote is still here.',
  refusedNext: (phone: string | undefined) => `The practice has not got it. ${reach(phone)}`,

  // With the practice
  receivedTitle: 'Received',
  receivedBody: (practice: string | undefined, when: string) =>
    `${practice ?? 'The practice'} received your answers on ${when}.`,
  reference: 'Your reference',
  sentTitle: 'Sent',
  sentBody: (practice: string | undefined) => `Your answers were sent to ${practice ?? 'the practice'}.`,
  nextTitle: 'What happens next',
  nextReview: (replyTime: string | undefined) =>
    `The prescriber reads it. You hear from the practice${replyTime ? ` within ${replyTime}` : ''}.`,
  nextTalk: 'Someone may call you with questions. That is usual and not a bad sign.',
  nextPlan: 'When the prescriber has cleared you, you and your therapist agree a plan.',
  nextChange: 'If something changes, for example a new medicine, tell the practice.',
  thanks: 'Thank you. That was a lot to put into words.',
  clear: 'Clear my answers from this page',
  beforeTitle: 'Your answers are with the practice',
  fillInAgain: 'Fill it in again',
  sum: (sum: number, max: number) => `${sum} of ${max}`,
  sumWithout: (missing: string) => `without: ${missing}`,

  // What keeps it from starting
  failure: {
    'no-crypto': 'This page isn’t secure, so the form can’t open here.',
    setting: 'This form isn’t set up yet.',
    unreachable: 'We can’t reach the practice right now.',
    'not-understood': 'This form can’t open right now.',
    sealing: 'This form can’t open right now.',
    refused: 'This form isn’t available.',
  },
  failureNext: 'Nothing you do here is lost. You can also contact the practice directly.',
} as const;
