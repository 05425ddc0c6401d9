import { healthHistory } from '../../src/content/en/health-history.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import type { RuleSet } from '../../src/domain/questionnaire/review-flags/rules.js';
import { canonicalOf, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

export const KNOWN_QUESTIONNAIRES: readonly Questionnaire[] = [
  healthHistory,
  readiness,
  reflection,
  howAreYouSince,
  intentions,
];

/** A form as it is read, and the prescriber's rules where it is one that they were written for. */
export interface KnownForm {
  readonly questionnaire: Questionnaire;
  readonly ruleSet: RuleSet | undefined;
}

const urlOf = (canonical: string): string => canonical.split('|', 1)[0] ?? canonical;

const known = (questionnaire: Questionnaire): KnownForm => ({
  questionnaire,
  ruleSet: reviewRuleSets.find((set) => set.questionnaire === questionnaire.id),
});

/** The one of our forms that a response answers, in exactly this version. */
export function ourForm(canonical: string): KnownForm | undefined {
  const found = KNOWN_QUESTIONNAIRES.find((each) => canonicalOf(each) === canonical);
  return found && known(found);
}

/**
 * The form to read a response by that answers none of ours as they are now. A practice may have a form of its own
 * under the name of one of ours, and our rules know nothing of what that asks. Where it has none, it is one of ours in
 * another version: its linkIds keep their meaning.
 *
 * @param published what the practice offers under that name today.
 */
export function otherForm(canonical: string, published: Questionnaire | undefined): KnownForm | undefined {
  if (published && !ourForm(canonicalOf(published))) return { questionnaire: published, ruleSet: undefined };
  const found = KNOWN_QUESTIONNAIRES.find((each) => urlOf(canonicalOf(each)) === urlOf(canonical));
  return found && known(found);
}
