import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import { BENZODIAZEPINES } from './medicine-classes.js';
import {
  BENZODIAZEPINE_WARNING,
  CAROLINAS,
  ESKETAMINE,
  ESKETAMINE_2019,
  FDA_ALERT,
  ISHA,
  JOURNEY,
  KETAMINE,
  KETAMINE_GERMAN,
  KETAMINE_PDR,
  PRACTICE,
  STANDARDS,
} from './sources.js';
import { anyAnswered, is, names, yes } from './when.js';

/** Before a dosing session: what has changed since the last one. */
export const readinessRules: readonly ReviewRule[] = [
  {
    id: 'new-heart-sign',
    severity: 'stop',
    when: is('new-illness', 'chest-pain'),
    reason: 'Chest pain or trouble breathing since they were last asked.',
    ...KETAMINE_GERMAN,
  },
  {
    id: 'new-head-sign',
    severity: 'stop',
    when: is('new-illness', 'head-injury'),
    reason: 'A blow to the head since they were last asked.',
    ...CAROLINAS,
  },
  {
    id: 'new-seizure',
    severity: 'stop',
    when: is('new-illness', 'seizures'),
    reason: 'A seizure since they were last asked.',
    ...KETAMINE,
  },
  {
    id: 'new-psychosis',
    severity: 'stop',
    when: yes('unusual-experiences'),
    reason: 'Has heard or seen what others did not since they were last asked.',
    ...JOURNEY,
  },
  {
    id: 'ketamine-this-week',
    severity: 'stop',
    when: is('used-week', 'ketamine'),
    reason: 'Ketamine outside of these sessions in the last 7 days.',
    ...ESKETAMINE,
  },
  {
    id: 'no-escort',
    severity: 'stop',
    when: is('escort-agreed', 'no'),
    reason: 'The adult who takes them home or stays has not agreed yet.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'no-transport',
    severity: 'stop',
    when: is('transport', 'not-yet'),
    reason: 'The way home is not settled.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'may-drive',
    severity: 'stop',
    when: is('no-driving', 'no'),
    reason: 'Not sure that they can leave driving and machines until the next day.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'new-fainting',
    severity: 'caution',
    when: is('new-illness', 'fainting'),
    reason: 'Fainting since they were last asked: it can come from the heart.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'new-bladder-sign',
    severity: 'caution',
    when: is('new-illness', 'bladder'),
    reason: 'Bladder signs since they were last asked: repeated ketamine can bring cystitis.',
    ...ESKETAMINE,
  },
  {
    id: 'new-illness',
    severity: 'caution',
    when: is('new-illness', 'fever', 'vomiting', 'allergy', 'surgery', 'new-diagnosis'),
    reason: 'A new illness, allergy, surgery or vomiting since they were last asked.',
    ...STANDARDS,
  },
  {
    id: 'used-this-week',
    severity: 'caution',
    when: is('used-week', 'alcohol', 'cannabis', 'opioids', 'sedatives', 'stimulants'),
    reason: 'Used in the last 7 days what sedates or raises the pressure: ask when and how much.',
    ...ESKETAMINE,
  },
  {
    id: 'psychedelic-this-week',
    severity: 'caution',
    when: is('used-week', 'psychedelics', 'mdma'),
    reason: 'A psychedelic or MDMA in the last 7 days.',
    ...ISHA,
  },
  {
    id: 'after-last-session',
    severity: 'caution',
    when: is('last-session', 'fear', 'low', 'unreal', 'sick', 'headache', 'fall'),
    reason: 'Had something after the last session that bears on this one.',
    ...FDA_ALERT,
  },
  {
    id: 'alone-that-evening',
    severity: 'caution',
    when: is('at-home', 'no'),
    reason: 'Nobody will be with them that evening.',
    ...FDA_ALERT,
  },
  {
    id: 'recent-meal',
    severity: 'caution',
    when: is('last-meal', 'under-2-hours'),
    reason:
      'Will have eaten less than 2 hours before: ketamine is given on an empty stomach because of vomiting.',
    ...KETAMINE_PDR,
  },
  {
    id: 'recent-drink',
    severity: 'note',
    when: is('last-drink', 'under-2-hours'),
    reason: 'Will have had a drink less than 2 hours before.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'duties-after',
    severity: 'note',
    when: is('day-free', 'no'),
    reason: 'Has work or care for others before the next day.',
    ...ESKETAMINE_2019,
  },
];

/** After a dosing session, and in between. */
const afterwardsRules: readonly ReviewRule[] = [
  {
    id: 'craving-after',
    severity: 'caution',
    when: is('since-effects', 'craving'),
    reason: 'A strong wish for more ketamine.',
    ...ESKETAMINE,
  },
  {
    id: 'bladder-after',
    severity: 'caution',
    when: is('since-effects', 'bladder'),
    reason: 'Bladder signs: repeated ketamine can bring cystitis.',
    ...ESKETAMINE,
  },
  {
    id: 'effects-after',
    severity: 'caution',
    when: is('since-effects', 'unreal', 'fear'),
    reason: 'Feels unreal or afraid.',
    ...FDA_ALERT,
  },
];

/** After a dosing session. */
export const reflectionRules: readonly ReviewRule[] = [
  {
    id: 'mood-high-after',
    severity: 'stop',
    when: is('since-effects', 'high-energy'),
    reason: 'Lots of energy with little sleep since the session: a sign of mania.',
    ...JOURNEY,
  },
  ...afterwardsRules,
  {
    id: 'memories-after',
    severity: 'caution',
    when: is('since-effects', 'memories'),
    reason: 'Has memories that come back.',
    ...FDA_ALERT,
  },
  {
    id: 'small-effects-after',
    severity: 'note',
    when: is('since-effects', 'poor-sleep', 'headache', 'sick'),
    reason: 'Bad sleep, a headache or nausea since the session.',
    ...FDA_ALERT,
  },
];

/** In between. */
export const checkInRules: readonly ReviewRule[] = [
  {
    id: 'little-sleep',
    severity: 'stop',
    when: is('sleep-since', 'little-need'),
    reason: 'Needs little sleep and is not tired: a sign of mania.',
    ...JOURNEY,
  },
  {
    id: 'voices-after',
    severity: 'stop',
    when: is('since-effects', 'voices'),
    reason: 'Hears or sees what others do not.',
    ...JOURNEY,
  },
  ...afterwardsRules,
];

/** Before a session, after it and in between. */
export const worseMoodRule: ReviewRule = {
  id: 'worse-mood',
  severity: 'caution',
  when: is('mood-since', 'worse'),
  reason: 'The mood is worse than when they were last asked: the label asks to reconsider where that lasts.',
  ...ESKETAMINE,
};

/** In the check-in and before a session. */
export const changedMedicineRule: ReviewRule = {
  id: 'medicine-changed',
  severity: 'caution',
  when: {
    any: [yes('medicine-changed'), anyAnswered('changed-name', 'changed-how', 'medicine-changed-more')],
  },
  reason: 'A medicine was started, stopped or changed.',
  ...STANDARDS,
};

/** Before a session. */
export const stoppedBenzodiazepineRule: ReviewRule = {
  id: 'benzodiazepine-stopped',
  severity: 'caution',
  when: { all: [names('changed-name', BENZODIAZEPINES), is('changed-how', 'stopped')] },
  reason:
    'A benzodiazepine was stopped: ask how, because stopping at once can bring withdrawal and seizures.',
  ...BENZODIAZEPINE_WARNING,
};
