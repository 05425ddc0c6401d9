import type { RuleSet } from '../../../domain/questionnaire/review-flags/rules.js';
import {
  changedMedicineRule,
  checkInRules,
  readinessRules,
  reflectionRules,
  stoppedBenzodiazepineRule,
  worseMoodRule,
} from './around-a-session.js';
import { bodyRules } from './body.js';
import { heartRules, readingRules } from './heart.js';
import { homeRules } from './home.js';
import { allergyRules, takenRules } from './medicines.js';
import { mindNowRules, mindRules } from './mind.js';
import { personRules } from './person.js';
import { pregnancyRules, pregnantNowRules } from './pregnancy.js';
import { safetyRules, traumaRules } from './safety.js';
import { substanceRules } from './substances.js';
import { thresholds } from './thresholds.js';

const VERSION = '1.1.0';

/** What is taken, where nothing is asked of the heart and the head. */
const takenNowRules = takenRules.filter(({ id }) => id !== 'medicine-pressure-or-seizures');

/**
 * The rules by which the staff side points a prescriber to answers, one set a questionnaire. They never reach a public
 * script. A rule that stands in several sets is one rule with one setting.
 */
export const reviewRuleSets: readonly RuleSet[] = [
  {
    questionnaire: 'health-history',
    version: VERSION,
    thresholds,
    rules: [
      ...safetyRules,
      ...heartRules,
      ...readingRules,
      ...pregnancyRules,
      ...allergyRules,
      ...takenRules,
      ...bodyRules,
      ...mindRules,
      ...substanceRules,
      ...personRules,
      ...homeRules,
      ...traumaRules,
    ],
  },
  {
    questionnaire: 'readiness',
    version: VERSION,
    thresholds,
    rules: [
      ...safetyRules,
      ...readingRules,
      ...pregnantNowRules,
      ...takenNowRules,
      stoppedBenzodiazepineRule,
      ...mindNowRules.filter(({ id }) => id === 'high-energy'),
      changedMedicineRule,
      worseMoodRule,
      ...readinessRules,
    ],
  },
  {
    questionnaire: 'reflection',
    version: VERSION,
    thresholds,
    rules: [...safetyRules, ...reflectionRules, worseMoodRule],
  },
  {
    questionnaire: 'how-are-you-since',
    version: VERSION,
    thresholds,
    rules: [...safetyRules, ...checkInRules, ...takenNowRules, worseMoodRule, changedMedicineRule],
  },
];
