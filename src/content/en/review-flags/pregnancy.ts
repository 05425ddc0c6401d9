import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import { ESKETAMINE, KETAMINE_SWISS } from './sources.js';
import { is, yes } from './when.js';

/** Asked in the history and before each session. */
export const pregnantNowRules: readonly ReviewRule[] = [
  {
    id: 'pregnant',
    severity: 'stop',
    when: is('pregnant', 'yes', 'not-sure'),
    reason: 'Pregnant or perhaps so: ketamine may harm an unborn child.',
    ...ESKETAMINE,
  },
  {
    id: 'breastfeeding',
    severity: 'stop',
    when: yes('breastfeeding'),
    reason: 'Breastfeeding is advised against.',
    ...ESKETAMINE,
  },
];

export const pregnancyRules: readonly ReviewRule[] = [
  ...pregnantNowRules,
  {
    id: 'pre-eclampsia',
    severity: 'stop',
    when: yes('pre-eclampsia'),
    reason: 'Pre-eclampsia is a contraindication.',
    ...KETAMINE_SWISS,
  },
  {
    id: 'pregnancy-planned',
    severity: 'caution',
    when: yes('pregnancy-planned'),
    reason: 'Trying to become pregnant: the label asks to talk about planning and prevention.',
    ...ESKETAMINE,
  },
  {
    id: 'pregnancy-possible',
    severity: 'caution',
    when: { all: [is('pregnancy-possible', 'yes', 'not-sure'), is('birth-control', 'no', 'not-sure')] },
    reason: 'Pregnancy is possible and birth control is not used for sure: the label asks to talk about it.',
    ...ESKETAMINE,
  },
];
