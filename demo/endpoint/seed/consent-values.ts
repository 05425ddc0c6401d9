import type { CONSENT_BLANKS } from '../../../src/content/en/consents/index.js';

type Named = 'therapist' | 'prescriber';

/** What fills the blanks of the consent documents, besides the names of the clinicians. All of it is invented. */
export const stillwaterConsentValues: Readonly<Record<Exclude<keyof typeof CONSENT_BLANKS, Named>, string>> =
  {
    practice: 'Stillwater House',
    'prescriber-role': 'a nurse practitioner for mental health',
    present: 'your therapist is in the room with you all the time, and your prescriber is in the house',
    phone: '(503) 555-0142',
    hours: 'Monday to Friday, 9 am to 5 pm',
    'reply-time': 'two working days',
    'after-hours': 'Out of hours you can leave a message. We listen to it on the next working day.',
    'how-taken': 'as a lozenge that melts under your tongue',
    'effect-begins': 'about 20 minutes',
    'effect-lasts': 'an hour or so',
    'session-length': '3 hours',
    'substance-free': 'from the evening before a session until the evening after it',
    'fasting-food': 'in the 4 hours before your session',
    'fasting-drink': 'in the 2 hours before your session',
    'monitoring-times': 'before you take the medicine, about 40 minutes after, and before you go',
    'monitoring-person': 'Tomás Reyes, PMHNP,',
    'blood-pressure-plan':
      'If your blood pressure is too high before the medicine, we wait and measure again. If it stays high, we choose another day. If it rises too far after the medicine, your prescriber comes and treats it, or calls 911.',
    'stay-at-least': 'at least 2 hours after you took the medicine',
    'recording-use':
      'Recordings and photos help your therapist learn. Only your therapist and a supervisor see them, and we erase them after 6 months.',
    'telehealth-fallback': 'we call you on the number that you gave us',
    'telehealth-places': 'Oregon',
    'telehealth-in-person': 'We meet you at the house in Portland.',
    'home-leftovers': 'Bring it to your next session, and we write down that it came back.',
    'data-storage':
      'It goes to our own records, on a server in the United States. Your therapist and your prescriber can open it. The office can open how to reach you and when you come. Your prescription goes to the pharmacy.',
    'records-kept': '7 years after your last visit',
    'research-use':
      'The research would be about how people feel in the months after treatment. To take back a yes, call us.',
    fees: 'A first visit with the prescriber is $280. A session of preparation or integration is $160. A dosing session is $480. You pay on the day, by card or check.',
    'cost-estimate': 'Before we begin, you get an estimate of the whole cost in writing.',
    cancellation: 'It is free up to 24 hours before. Later than that, or if you do not come, we charge $80.',
    'not-prescribed': 'You pay for the visits you had, and nothing else. What you paid ahead, you get back.',
    'pharmacy-cost': 'It charges about $60 for each prescription. You pay it to the pharmacy yourself.',
    insurance: 'We do not bill it. You get a bill to send in. It may pay a part, or nothing.',
    'consent-term': '12 months',
    'consent-holds': 'P12M',
    complaints:
      'At the house, talk to Ines Calloway in the office. You can also write to the board that licenses your therapist, or to the one that licenses your prescriber. We give you both addresses.',
    licenses: 'Mara Lindqvist, LMFT, Oregon T-0000. Tomás Reyes, PMHNP, Oregon 000000-NP.',
    'privacy-notice': 'You got it with your first letter from us, and it hangs in the hall.',
    'language-help': 'We can call in an interpreter at no cost, and we have the text in large print.',
    'paper-copies': 'Call us. The first copy is free, and each further one is $5.',
    'back-to-paper': 'call (503) 555-0142 or write to hello@stillwater.example',
    'back-to-paper-cost': 'It costs nothing. Mail takes some days longer, and that is all that changes.',
    'change-contact': 'call (503) 555-0142 or write to hello@stillwater.example',
  };
