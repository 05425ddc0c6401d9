import { linkIdOf, NOT_SURE, RATHER_TALK, type Answers, type ItemPath } from '../answers.js';
import { enabledItems } from '../enabled-items.js';
import type { Item, Questionnaire } from '../questionnaire.js';
import { wordsOf } from '../summary.js';
import { givenAnswers, type Given, type GivenAnswers } from './given.js';
import { matchesOf, namedIn, type Looking } from './match.js';
import {
  numbersFromElsewhere,
  questionsOf,
  SEVERITIES,
  testsIn,
  thresholdOf,
  type Provenance,
  type ReviewRule,
  type RuleSet,
  type Severity,
} from './rules.js';
import { defaultOf, stateOf, valueOf, type ReviewSettings } from './settings.js';
import { unansweredIn } from './unanswered.js';

/** A question with its answer as the client gave it. */
export interface ReviewField {
  readonly path: ItemPath;
  readonly item: Item;
  readonly label: string;
  /** One entry for each answer; dates stay `YYYY-MM-DD`. Empty where it was left open. */
  readonly answerAsGiven: readonly string[];
  /** Which of several answers the rule is about; all of them where it does not tell one from another. */
  readonly about: readonly string[];
  /** The medicines of the rule that the answer names, by their generic names. */
  readonly named: readonly string[];
}

/** Why a rule looks somewhere, and where that comes from. */
export interface Reason extends Provenance {
  readonly ruleId: string;
  readonly reason: string;
  /** Where its numbers come from, where that is somewhere else. */
  readonly numbersFrom: readonly Provenance[];
}

/** A rule that the answers raise. It says what to look at, and nothing of what to decide. */
export interface ReviewFlag extends Reason {
  readonly ruleSetVersion: string;
  readonly severity: Severity;
  readonly fields: readonly ReviewField[];
  /** Whether the practice has changed how much the rule weighs, turned it on, or set a number that it uses. */
  readonly overriddenByPractice: boolean;
}

/** "Not sure" or "I'd rather talk about it". */
export interface UnsureAnswer {
  readonly field: ReviewField;
  /** At least `caution` where a rule looks at the question; missing where none does. */
  readonly severity?: Severity;
  /** The rules that look at the question, the weightiest first. */
  readonly rules: readonly Reason[];
}

export interface Unanswered {
  readonly field: ReviewField;
  /** Whether a rule that is on looks at the question. */
  readonly isLookedAt: boolean;
}

/** Everything for a prescriber to look at. It holds no sum and no verdict on purpose. */
export interface Review {
  /** Stop and review first, then caution, then notes; among equals in the order of the rules. */
  readonly flags: readonly ReviewFlag[];
  readonly unsure: readonly UnsureAnswer[];
  readonly unanswered: readonly Unanswered[];
  /** What stands there and can't be read as an answer to its question: no rule has looked at it. */
  readonly unread: readonly ReviewField[];
}

export interface ReviewInput {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  readonly ruleSet: RuleSet;
  readonly settings: ReviewSettings;
  /** `YYYY-MM-DD` where the practice is. */
  readonly today: string;
}

const weightOf = (severity: Severity): number => SEVERITIES.indexOf(severity);

const heavier = (one: Severity, other: Severity): Severity =>
  weightOf(one) <= weightOf(other) ? one : other;

const labelOf = ({ short, text }: Item): string => short ?? text;

const fieldOf = (
  { path, item }: Pick<Given, 'path' | 'item'>,
  answerAsGiven: readonly string[] = [],
  { about = answerAsGiven, named = [] }: Partial<Pick<ReviewField, 'about' | 'named'>> = {},
): ReviewField => ({ path, item, label: labelOf(item), answerAsGiven, about, named });

const provenanceOf = ({ source, year }: Provenance): Provenance => ({
  source,
  ...(year !== undefined && { year }),
});

/** The rules that are on, with all that the practice has set. */
class RulesInUse {
  readonly #ruleSet: RuleSet;
  readonly #settings: ReviewSettings;
  readonly thresholds: ReadonlyMap<string, number>;

  constructor(ruleSet: RuleSet, settings: ReviewSettings) {
    this.#ruleSet = ruleSet;
    this.#settings = settings;
    this.thresholds = new Map(ruleSet.thresholds.map((each) => [each.id, valueOf(each, settings)]));
  }

  /** Each rule with what it weighs here, the weightiest first. */
  readonly inOrder = (): readonly { readonly rule: ReviewRule; readonly severity: Severity }[] =>
    this.#ruleSet.rules
      .flatMap((rule) => {
        const severity = stateOf(rule, this.#settings);
        return severity === 'off' ? [] : [{ rule, severity }];
      })
      .sort((one, other) => weightOf(one.severity) - weightOf(other.severity));

  /** With the numbers that are in use: `{systolic-stop}` names one. */
  readonly reasonOf = (rule: ReviewRule): Reason => ({
    ruleId: rule.id,
    reason: rule.reason.replaceAll(/\{([a-z0-9-]+)\}/g, (whole, id: string) =>
      String(this.thresholds.get(id) ?? whole),
    ),
    ...provenanceOf(rule),
    numbersFrom: numbersFromElsewhere(rule, this.#ruleSet.thresholds).map(provenanceOf),
  });

  readonly isChanged = (rule: ReviewRule): boolean => {
    const used = new Set([...testsIn(rule.when)].map(thresholdOf));
    return (
      stateOf(rule, this.#settings) !== defaultOf(rule) ||
      this.#ruleSet.thresholds.some(({ id, value }) => used.has(id) && this.thresholds.get(id) !== value)
    );
  };
}

function flagOf(
  { rule, severity }: { readonly rule: ReviewRule; readonly severity: Severity },
  looking: Looking,
  rules: RulesInUse,
  ruleSetVersion: string,
): ReviewFlag | undefined {
  const matches = matchesOf(rule.when, looking);
  if (matches.length === 0) return undefined;
  return {
    ...rules.reasonOf(rule),
    ruleSetVersion,
    severity,
    fields: fieldsAt(new Set(matches.flat()), rule, looking.given),
    overriddenByPractice: rules.isChanged(rule),
  };
}

function fieldsAt(
  paths: ReadonlySet<ItemPath>,
  { when }: ReviewRule,
  { all, open }: GivenAnswers,
): readonly ReviewField[] {
  const tests = [...testsIn(when)];
  const answered = all
    .filter(({ path }) => paths.has(path))
    .map((given) => {
      const { item, values } = given;
      const looking = tests.filter((test) => questionsOf(test).includes(item.linkId));
      const named = looking.flatMap((test) => ('medicine' in test ? namedIn(given, test) : []));
      const fitting = values.filter((value) =>
        looking.some((test) => 'question' in test && test.operator === '=' && test.answer === value),
      );
      return fieldOf(given, wordsOf(item, values), {
        named: [...new Set(named)],
        ...(fitting.length > 0 && { about: wordsOf(item, fitting) }),
      });
    });
  const found = new Set(answered.map(({ path }) => path));
  const empty = open.filter(({ path }) => paths.has(path) && !found.has(path));
  return [...answered, ...empty.map((each) => fieldOf(each))];
}

function unsureAnswers(
  { all }: GivenAnswers,
  flags: readonly ReviewFlag[],
  rules: RulesInUse,
): readonly UnsureAnswer[] {
  const isOpen = ({ values }: Given): boolean => values.includes(NOT_SURE) || values.includes(RATHER_TALK);
  return all.filter(isOpen).map((given) => {
    const looking = rules.inOrder().filter(({ rule }) => looksAt(rule, given.item.linkId));
    const raised = flags.filter(({ fields }) => fields.some(({ path }) => path === given.path));
    const severity = raised.reduce<Severity>((most, flag) => heavier(most, flag.severity), 'caution');
    return {
      field: fieldOf(given, wordsOf(given.item, given.values)),
      ...(looking.length > 0 && { severity }),
      rules: looking.map(({ rule }) => rules.reasonOf(rule)),
    };
  });
}

const looksAt = (rule: ReviewRule, linkId: string): boolean =>
  [...testsIn(rule.when)].some((test) => questionsOf(test).includes(linkId));

/** Holds the answers against the rules. */
export function review({ questionnaire, answers, ruleSet, settings, today }: ReviewInput): Review {
  const given = givenAnswers(questionnaire, answers);
  const rules = new RulesInUse(ruleSet, settings);
  const looking: Looking = { given, thresholds: rules.thresholds, today };
  const inUse = rules.inOrder();
  const flags = inUse.flatMap((each) => flagOf(each, looking, rules, ruleSet.version) ?? []);
  const empty = [...unansweredIn(enabledItems(questionnaire, answers), answers)];
  return {
    flags,
    unsure: unsureAnswers(given, flags, rules),
    unanswered: empty.map((each) => ({
      field: fieldOf(each),
      isLookedAt: inUse.some(({ rule }) => looksAt(rule, linkIdOf(each.path))),
    })),
    unread: given.unread.map((each) => fieldOf(each)),
  };
}
