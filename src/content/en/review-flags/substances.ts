import type { ReviewRule, When } from '../../../domain/questionnaire/review-flags/rules.js';
import { ESKETAMINE, ESKETAMINE_2019, ISHA, JOURNEY, MINDBLOOM, PART_2, PRACTICE } from './sources.js';
import { is, monthsWithinDays, withinDays, withinMonths, yes } from './when.js';

const usesKetamine: When = {
  any: [
    withinDays('used-ketamine-when', 'ketamine-use-days'),
    {
      all: [is('ketamine-before-how', 'own'), monthsWithinDays('ketamine-before-when', 'ketamine-use-days')],
    },
  ],
};

export const substanceRules: readonly ReviewRule[] = [
  {
    id: 'ketamine-use-now',
    severity: 'stop',
    when: usesKetamine,
    reason: 'Ketamine outside of care that may lie less than {ketamine-use-days} days back.',
    ...ESKETAMINE,
  },
  {
    id: 'heavy-drinking',
    severity: 'stop',
    when: { all: [is('alcohol', 'most-days'), is('alcohol-amount', 'many')] },
    reason: 'Drinks a lot on most days. Stopping at once is dangerous: the plan comes first.',
    ...JOURNEY,
  },
  {
    id: 'withdrawal',
    severity: 'stop',
    when: { any: [yes('alcohol-shakes'), is('use-troubles', 'withdrawal')] },
    reason: 'Was ill, shaky, confused or had a seizure after stopping: risk of withdrawal.',
    ...JOURNEY,
  },
  {
    id: 'use-out-of-control',
    severity: 'stop',
    when: is('use-troubles', 'control-now'),
    reason:
      'Finds it hard to stop now; an uncontrolled substance use disorder is on published lists of exclusions.',
    ...JOURNEY,
  },
  {
    id: 'use-most-days',
    severity: 'stop',
    when: {
      any: ['opioids', 'sedatives', 'cocaine', 'meth', 'ghb'].map((each) =>
        is(`used-${each}-when`, 'most-days'),
      ),
    },
    reason:
      'Opioids, sedatives, cocaine, meth or GHB without a prescription on most days: look at control, withdrawal and what is mixed.',
    ...JOURNEY,
  },
  {
    id: 'ketamine-elsewhere',
    severity: 'stop',
    when: withinMonths('ketamine-before-when', 'ketamine-elsewhere-months'),
    reason: 'Had ketamine or esketamine that may lie less than {ketamine-elsewhere-months} months back.',
    ...ESKETAMINE,
  },
  {
    id: 'ketamine-use-past',
    severity: 'caution',
    when: {
      all: [{ any: [is('used', 'ketamine'), is('ketamine-before-how', 'own')] }, { not: usesKetamine }],
    },
    reason: 'Has used ketamine outside of care.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'ketamine-went-badly',
    severity: 'caution',
    when: is('ketamine-before-bad', 'bad', 'mixed'),
    reason: 'Ketamine or esketamine before did not go well, or not wholly.',
    ...JOURNEY,
  },
  {
    id: 'drinking',
    severity: 'caution',
    when: {
      any: [
        is('alcohol', 'most-days'),
        { all: [is('alcohol', 'weekly'), is('alcohol-amount', 'some', 'many')] },
      ],
    },
    reason: 'Drinks often, or several drinks at a time: ask further, with a screening of your own.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'use-past',
    severity: 'caution',
    when: is('use-troubles', 'control-past', 'overdose', 'program'),
    reason: 'Trouble with a substance in the past, an overdose, or in a recovery program now.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'opioid-use',
    severity: 'caution',
    when: is('used', 'opioids'),
    reason:
      'Has used opioids that were not prescribed; one published study left people with an opioid use disorder out.',
    ...MINDBLOOM,
  },
  {
    id: 'cannabis-daily',
    severity: 'caution',
    when: is('used-cannabis-when', 'most-days'),
    reason: 'Uses cannabis or CBD on most days.',
    ...ESKETAMINE,
  },
  {
    id: 'stimulant-use',
    severity: 'caution',
    when: { any: ['cocaine', 'meth'].map((each) => withinDays(`used-${each}-when`, 'stimulant-days')) },
    reason: 'Cocaine or meth that may lie less than {stimulant-days} days back: the pressure may rise more.',
    ...ESKETAMINE,
  },
  {
    id: 'sedating-use',
    severity: 'caution',
    when: {
      any: ['opioids', 'sedatives', 'ghb', 'kratom', 'inhalants', 'dxm'].map((each) =>
        withinDays(`used-${each}-when`, 'sedating-days'),
      ),
    },
    reason:
      'A sedating substance that may lie less than {sedating-days} days back: sedation and slowed breathing add up.',
    ...ESKETAMINE,
  },
  {
    id: 'psychedelic-use',
    severity: 'caution',
    when: {
      any: ['psychedelics', 'mdma'].map((each) => withinDays(`used-${each}-when`, 'psychedelic-days')),
    },
    reason: 'A psychedelic or MDMA that may lie less than {psychedelic-days} days back.',
    ...ISHA,
  },
  {
    id: 'lasting-changes',
    severity: 'caution',
    when: yes('used-psychedelics-lasting'),
    reason:
      'Lasting changes in what they see, or flashbacks, after a psychedelic; the label names flashbacks after esketamine too.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'ketamine-before',
    severity: 'note',
    when: yes('ketamine-before'),
    reason: 'Had ketamine or esketamine before: form, dose, number and effect help to plan.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'keep-private',
    severity: 'note',
    when: { question: 'keep-private', operator: 'exists', answer: 'true' },
    reason: 'Asks that something about use is not told to the therapist.',
    ...PART_2,
  },
];
