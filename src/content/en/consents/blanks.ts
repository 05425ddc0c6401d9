/**
 * What the blanks of the sample documents stand for, by name: each is filled from the profile's `values`. A blank that
 * ends in the middle of a sentence is filled with a few words, without a full stop; where it says "sentences", it
 * stands alone.
 */
export const CONSENT_BLANKS = {
  practice: 'Name of the practice.',
  therapist: 'Name of the therapist, with license letters. Begins a sentence: “… is your therapist.”',
  prescriber: 'Name of the prescriber, with license letters. Begins a sentence: “… is your prescriber.”',
  'prescriber-role': 'What the prescriber is: “a nurse practitioner for mental health”.',
  present: 'Who is there during a dosing session. Ends a sentence: “While the medicine works, …”',
  phone: 'Phone number for everything that can wait.',
  hours: 'When somebody is there: “Monday to Friday, 9 am to 5 pm”.',
  'reply-time': 'How soon the practice answers: “two working days”.',
  'after-hours': 'What to do out of hours when it is no emergency: sentences.',
  'how-taken': 'The form of the medicine: “as a lozenge that melts under your tongue”.',
  'effect-begins': 'How long until the effect is felt: “about 20 minutes”.',
  'effect-lasts': 'How long most of the effect lasts: “about an hour”.',
  'session-length': 'How long a dosing session takes, rest included: “3 hours”.',
  'substance-free':
    'From when until when there is no alcohol, no cannabis and no other drug. Ends a sentence.',
  'fasting-food': 'From when to eat nothing: “in the 4 hours before your session”.',
  'fasting-drink': 'From when to drink nothing: “in the 2 hours before your session”.',
  'monitoring-times': 'When blood pressure, pulse and oxygen are measured. Ends a sentence.',
  'monitoring-person': 'Who reads the measurements. Begins a sentence: “… reads the numbers.”',
  'blood-pressure-plan':
    'What happens when a reading is too high, before the medicine and after it: sentences.',
  'stay-at-least': 'How long to stay at least: “at least 2 hours after you took the medicine”.',
  'recording-use': 'What recordings and photos are for, who sees them, when they are erased: sentences.',
  'telehealth-fallback': 'What happens when the line breaks. Ends a sentence: “Then …”',
  'telehealth-places': 'States or provinces in which the clinicians are licensed.',
  'telehealth-in-person': 'Where and how to be seen in person: sentences.',
  'home-leftovers': 'What to do with medicine that is left over: sentences.',
  'data-storage': 'Where records are kept, who can open them, and whom they are passed on to: sentences.',
  'records-kept': 'How long records are kept: “7 years after your last visit”.',
  'research-use': 'Who would do the research, with what, and how to take back a yes: sentences.',
  fees: 'What each kind of session costs, and when it is paid: sentences.',
  'cost-estimate':
    'What the practice says of the written estimate that the law may require of it: sentences.',
  cancellation: 'By when to cancel, and what it costs after that or without a word: sentences.',
  'not-prescribed': 'What is paid back when the prescriber says no: sentences.',
  'pharmacy-cost': 'What the pharmacy charges, and who pays it: sentences.',
  insurance: 'Which insurance is taken, and what it does not pay: sentences.',
  'consent-term': 'How long a consent holds: “12 months”.',
  'consent-holds': 'The same for the endpoint, which asks again after it; an ISO 8601 duration: “P12M”.',
  complaints: 'Who takes complaints, the boards that license the clinicians included: sentences.',
  licenses: 'Licenses of the clinicians, with state and number: sentences.',
  'privacy-notice': 'Where the privacy notice is, and that it has been given: sentences.',
  'language-help': 'Interpreters, large print and other help with the text: sentences.',
  'paper-copies': 'How to get a paper copy and what it costs: sentences.',
  'back-to-paper': 'How to go back to paper. Ends a sentence: “at any time: …”',
  'back-to-paper-cost': 'What going back to paper costs and changes: sentences.',
  'change-contact': 'How to tell of a new phone number or email address. Ends a sentence.',
} as const satisfies Readonly<Record<string, string>>;
