import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import { CAROLINAS, JOURNEY, KETAMINE_GERMAN, PRACTICE, PSYON } from './sources.js';
import { is, yes } from './when.js';

/** Asked in the history and before each session. */
export const mindNowRules: readonly ReviewRule[] = [
  {
    id: 'high-energy',
    severity: 'stop',
    when: yes('high-energy'),
    reason:
      'Signs of mania in the last 2 weeks; acute mania or a mixed state is on published lists of exclusions.',
    ...JOURNEY,
  },
  {
    id: 'psychosis-now',
    severity: 'stop',
    when: is('unusual-when', 'now'),
    reason: 'Has heard, seen or believed what others did not, now or in the last weeks.',
    ...JOURNEY,
  },
];

export const mindRules: readonly ReviewRule[] = [
  ...mindNowRules,
  {
    id: 'psychotic-disorder',
    severity: 'stop',
    when: is('diagnoses', 'schizophrenia'),
    reason:
      'A primary psychotic disorder is on published lists of exclusions; the label says only if benefit outweighs risk.',
    ...JOURNEY,
  },
  {
    id: 'dissociative-disorder',
    severity: 'stop',
    when: is('diagnoses', 'dissociative'),
    reason: 'A dissociative disorder: on one published list of exclusions; others plan slow dosing.',
    ...CAROLINAS,
  },
  {
    id: 'confusion-or-catatonia',
    severity: 'caution',
    when: is('mind-signs', 'confused', 'frozen'),
    reason: 'Was suddenly very confused, or could not move or speak, in the last months.',
    ...KETAMINE_GERMAN,
  },
  {
    id: 'psychosis-ever',
    severity: 'caution',
    when: { all: [yes('unusual-experiences'), { not: is('unusual-when', 'now') }] },
    reason: 'Has heard, seen or believed what others did not: cause, time and treatment matter.',
    ...KETAMINE_GERMAN,
  },
  {
    id: 'family-psychosis',
    severity: 'caution',
    when: yes('family-psychosis'),
    reason: 'Schizophrenia, psychosis or bipolar disorder in a parent, sibling or child.',
    ...PSYON,
  },
  {
    id: 'bipolar',
    severity: 'caution',
    when: { any: [is('diagnoses', 'bipolar'), is('mind-signs', 'past-highs')] },
    reason:
      'Bipolar disorder or times of high energy: not an exclusion by itself; look at type, last episode and mood stabilizer.',
    ...JOURNEY,
  },
  {
    id: 'dissociation',
    severity: 'caution',
    when: is('mind-signs', 'unreal'),
    reason: 'Often feels unreal or loses time: plan slow dosing.',
    ...CAROLINAS,
  },
  {
    id: 'eating-disorder',
    severity: 'caution',
    when: { any: [is('diagnoses', 'eating-disorder'), is('mind-signs', 'eating')] },
    reason: 'Restricts, binges or purges: think of an ECG and electrolytes.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'personality-disorder',
    severity: 'note',
    when: is('diagnoses', 'personality'),
    reason: 'A personality disorder: with severe instability one published list asks for caution.',
    ...PSYON,
  },
  {
    id: 'other-diagnosis',
    severity: 'note',
    when: is('diagnoses', 'ocd', 'adhd', 'autism'),
    reason: 'A diagnosis to know about when planning.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'panic-or-eye-mask',
    severity: 'note',
    when: is('mind-signs', 'panic', 'eye-mask'),
    reason: 'Panic, small spaces, or an eye mask or headphones: plan the setting together.',
    default: 'off',
    ...PRACTICE,
  },
];
