import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import { ESKETAMINE_2019, FDA_ALERT, PRACTICE } from './sources.js';
import { is, isNone } from './when.js';

export const homeRules: readonly ReviewRule[] = [
  {
    id: 'no-ride-home',
    severity: 'stop',
    when: is('ride-home', 'no'),
    reason:
      'Nobody can take them home, and driving is out until the next day: no dosing session before that is settled.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'ride-home-unplanned',
    severity: 'caution',
    when: is('ride-home', 'not-yet'),
    reason: 'The way home is not planned yet, and they would like help with it.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'no-lock',
    severity: 'caution',
    when: isNone('at-home', 'lock'),
    reason: 'No place to lock medicine away: matters when it goes home, most of all with children there.',
    ...FDA_ALERT,
  },
  {
    id: 'no-safe-place',
    severity: 'caution',
    when: {
      any: [isNone('at-home', 'company'), isNone('at-home', 'private')],
    },
    reason:
      'No adult for the evening, or no private room with phone and internet: matters for sessions at home.',
    ...FDA_ALERT,
  },
  {
    id: 'work',
    severity: 'note',
    when: is('work', 'safety', 'next-day'),
    reason: 'Others rely on them to be alert, or they often have duties the next day.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'drug-tests',
    severity: 'note',
    when: is('work', 'drug-tests'),
    reason: 'Is tested for drugs.',
    default: 'off',
    ...PRACTICE,
  },
];
