import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { allItems } from '../../../src/domain/questionnaire/questionnaire.js';
import {
  questionsOf,
  testsIn,
  type ReviewRule,
  type RuleSet,
  type Threshold,
} from '../../../src/domain/questionnaire/review-flags/rules.js';
import {
  defaultOf,
  onlyChanges,
  stateOf,
  valueOf,
  type ReviewSettings,
  type RuleState,
} from '../../../src/domain/questionnaire/review-flags/settings.js';

/** Rules that look at one page of a questionnaire. */
export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly ReviewRule[];
}

/** What is being set, as it stands on the screen. */
export interface RulesDraft {
  readonly severities: Readonly<Record<string, RuleState>>;
  /** As they were typed. */
  readonly thresholds: Readonly<Record<string, string>>;
}

export type NumberProblem = 'not-a-number' | 'out-of-range';

const onceEach = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];

/** A rule that stands in several sets is shown once. */
export const rulesIn = (sets: readonly RuleSet[]): readonly ReviewRule[] =>
  onceEach(sets.flatMap(({ rules }) => rules));

export const thresholdsIn = (sets: readonly RuleSet[]): readonly Threshold[] =>
  onceEach(sets.flatMap(({ thresholds }) => thresholds));

/**
 * The rules of the first questionnaire by the page of the first question they look at, and what other questionnaires
 * have of their own, each in the order of its questions.
 */
export function ruleGroups(
  sets: readonly RuleSet[],
  questionnaires: readonly Questionnaire[],
): readonly RuleGroup[] {
  const left = new Map(rulesIn(sets).map((rule) => [rule.id, rule]));
  const take = (id: string, title: string, rules: readonly ReviewRule[]): readonly RuleGroup[] => {
    for (const rule of rules) left.delete(rule.id);
    return rules.length === 0 ? [] : [{ id, title, rules }];
  };
  const groups = sets.flatMap(({ questionnaire, rules }, index) => {
    const form = questionnaires.find(({ id }) => id === questionnaire);
    const byPage = (form?.item ?? []).flatMap((page) => {
      const asked = new Set([...allItems([page])].map(({ linkId }) => linkId));
      const here = rules.filter((rule) => left.has(rule.id) && asked.has(firstQuestionOf(rule)));
      return take(`${questionnaire}-${page.linkId}`, page.text, here);
    });
    const own = byPage.flatMap((group) => group.rules);
    return index === 0 ? byPage : take(questionnaire, form?.title ?? questionnaire, own);
  });
  return [...groups, ...take('others', 'Others', [...left.values()])];
}

const firstQuestionOf = ({ when }: ReviewRule): string => [...testsIn(when)].flatMap(questionsOf)[0] ?? '';

/** The settings as they are shown to be changed. */
export function draftOf(settings: ReviewSettings, sets: readonly RuleSet[]): RulesDraft {
  return {
    severities: Object.fromEntries(rulesIn(sets).map((rule) => [rule.id, stateOf(rule, settings)])),
    thresholds: Object.fromEntries(
      thresholdsIn(sets).map((threshold) => [threshold.id, String(valueOf(threshold, settings))]),
    ),
  };
}

const numberIn = (written: string | undefined): number => {
  const trimmed = (written ?? '').trim().replace(',', '.');
  return trimmed === '' ? Number.NaN : Number(trimmed);
};

/** What can't be taken, by the threshold's id. */
export function numberProblems(
  { thresholds }: RulesDraft,
  sets: readonly RuleSet[],
): ReadonlyMap<string, NumberProblem> {
  const problems = new Map<string, NumberProblem>();
  for (const { id, min, max } of thresholdsIn(sets)) {
    const value = numberIn(thresholds[id]);
    if (Number.isNaN(value)) problems.set(id, 'not-a-number');
    else if (value < min || value > max) problems.set(id, 'out-of-range');
  }
  return problems;
}

/** What the practice has changed, once no number is in the way. */
export function settingsOf({ severities, thresholds }: RulesDraft, sets: readonly RuleSet[]): ReviewSettings {
  const numbers = Object.entries(thresholds).map(([id, written]) => [id, numberIn(written)] as const);
  return onlyChanges({ severities: { ...severities }, thresholds: Object.fromEntries(numbers) }, sets);
}

export const isChangedRule = (rule: ReviewRule, { severities }: RulesDraft): boolean =>
  severities[rule.id] !== defaultOf(rule);

export const isChangedNumber = ({ id, value }: Threshold, { thresholds }: RulesDraft): boolean =>
  numberIn(thresholds[id]) !== value;

/** Whether something on the screen is not what is kept. */
export function differs(draft: RulesDraft, settings: ReviewSettings, sets: readonly RuleSet[]): boolean {
  const kept = draftOf(settings, sets);
  return (
    Object.entries(kept.severities).some(([id, state]) => draft.severities[id] !== state) ||
    Object.entries(kept.thresholds).some(([id, value]) => numberIn(draft.thresholds[id]) !== Number(value))
  );
}

/** The reason without numbers that are set elsewhere: `{systolic-stop}` becomes the number that is in use. */
export const reasonWith = ({ reason }: ReviewRule, { thresholds }: RulesDraft): string =>
  reason.replaceAll(/\{([a-z0-9-]+)\}/g, (whole, id: string) => thresholds[id] ?? whole);
