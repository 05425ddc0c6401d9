import { healthHistory } from '../../src/content/en/health-history.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import type { RuleSet } from '../../src/domain/questionnaire/review-flags/rules.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

export const KNOWN_QUESTIONNAIRES: readonly Questionnaire[] = [
  healthHistory,
  readiness,
  reflection,
  howAreYouSince,
  intentions,
];

/** The questionnaire by this id, in the version that came with this app: linkIds keep their meaning across versions. */
export const knownQuestionnaire = (id: string): Questionnaire | undefined =>
  KNOWN_QUESTIONNAIRES.find((each) => each.id === id);

/** The prescriber's rules for a questionnaire, where there are some. */
export const rulesFor = (questionnaireId: string): RuleSet | undefined =>
  reviewRuleSets.find(({ questionnaire }) => questionnaire === questionnaireId);
