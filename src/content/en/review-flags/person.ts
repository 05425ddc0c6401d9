import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import { ESKETAMINE, JOURNEY, PRACTICE, PSYON, STANDARDS } from './sources.js';
import { is, isNone, yes } from './when.js';

const INDICATIONS = [
  'depression',
  'anxiety',
  'trauma',
  'ocd',
  'grief',
  'substance-use',
  'pain',
  'eating',
  'bipolar-depression',
] as const;

/** Who it is, what brings them, and what was tried. */
export const personRules: readonly ReviewRule[] = [
  {
    id: 'under-age',
    severity: 'stop',
    when: { age: 'birth-date', operator: '<', answer: { threshold: 'minimum-age' } },
    reason: 'Younger than {minimum-age}; the label does not cover people under 18.',
    ...ESKETAMINE,
  },
  {
    id: 'decided-for',
    severity: 'stop',
    when: yes('decides-for-you'),
    reason: 'Somebody else makes medical decisions: whose consent is needed has to be settled first.',
    ...STANDARDS,
  },
  {
    id: 'older-age',
    severity: 'caution',
    when: { age: 'birth-date', operator: '>=', answer: { threshold: 'older-age' } },
    reason:
      'From {older-age} on: in the trials a systolic rise of 40 mmHg or more was seen in 17 of 100 people of 65 and over, and in 8 of 100 younger ones.',
    ...ESKETAMINE,
  },
  {
    id: 'no-emergency-contact',
    severity: 'caution',
    when: { question: 'emergency-name', operator: 'exists', answer: 'false' },
    reason: 'There is nobody to call in an emergency.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'may-fall',
    severity: 'caution',
    when: is('access-needs', 'moving'),
    reason: 'Needs help with moving or not falling; sedation and dissociation add to that.',
    ...ESKETAMINE,
  },
  {
    id: 'no-listed-concern',
    severity: 'caution',
    when: isNone('concerns', ...INDICATIONS, 'not-sure', 'rather-talk'),
    reason: 'None of the concerns on the list was chosen; what the treatment is for has to be settled.',
    ...PSYON,
  },
  {
    id: 'no-therapist',
    severity: 'caution',
    when: is('therapist-now', 'no'),
    reason: 'No therapist now; published criteria ask for one.',
    ...JOURNEY,
  },
  {
    id: 'hospital-in-year',
    severity: 'caution',
    when: is('hospital-year', 'yes'),
    reason: 'A psychiatric hospital stay in the last 12 months: look at how stable things are.',
    ...JOURNEY,
  },
  {
    id: 'interpreter',
    severity: 'note',
    when: yes('interpreter'),
    reason: 'Consent needs an interpreter.',
    ...STANDARDS,
  },
  {
    id: 'treatments-before',
    severity: 'note',
    when: is('other-treatment', 'tms', 'ect', 'vns', 'day-program'),
    reason: 'Other treatment so far, for the history of what was tried.',
    default: 'off',
    ...PRACTICE,
  },
];
