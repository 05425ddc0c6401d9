import type { Condition } from '../questionnaire.js';

/**
 * What the prescriber is asked to do about an answer. `stop`: stop and review, which is not "ineligible"; `caution`:
 * look at it; `note`: for context.
 */
export type Severity = 'stop' | 'caution' | 'note';

/** The severities in the order in which a prescriber reads them. */
export const SEVERITIES = ['stop', 'caution', 'note'] as const satisfies readonly Severity[];

/** Where a rule or a number comes from. */
export interface Provenance {
  /** A publication by its short name, or `PRACTICE` where nothing published is behind it. */
  readonly source: string;
  /**
   * The year it was published or last revised; of a page without a date, the year it was read. Missing where it is the
   * practice's own.
   */
  readonly year?: number;
}

/** A number that the practice can set, named in rules by its id. */
export interface Threshold extends Provenance {
  readonly id: string;
  /** For a clinician: "Systolic pressure, stop and review from". */
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  /** What the practice may set it to. */
  readonly min: number;
  readonly max: number;
}

export interface ThresholdName {
  readonly threshold: string;
}

type Order = '>' | '<' | '>=' | '<=';

/** FHIR's `enableWhen`, and in place of a number the name of a threshold. `exists` and `!=` speak of questions that were asked. */
export type AnswerTest = Omit<Condition, 'answer'> & { readonly answer: string | ThresholdName };

/** Whole years since a date of birth. */
export interface AgeTest {
  readonly age: string;
  readonly operator: Order;
  readonly answer: ThresholdName;
}

/** Days since a date that the client gave. */
export interface DaysTest {
  readonly daysSince: string;
  readonly operator: Order;
  readonly answer: ThresholdName;
}

/** How long ago something was at least, by the answer that was chosen: "In the last 3 months", with "In the last month" before it, is at least 1. */
export interface SinceTest {
  readonly since: string;
  readonly atLeast: Readonly<Record<string, number>>;
  readonly operator: Order;
  readonly answer: ThresholdName;
}

/** Kilograms by the square of metres, from two quantities in any unit that `measures.ts` knows. */
export interface BodyMassTest {
  readonly bodyMass: { readonly height: string; readonly weight: string };
  readonly operator: Order;
  readonly answer: ThresholdName;
}

/** One medicine under all its names. */
export interface MedicineName {
  readonly generic: string;
  readonly brands?: readonly string[];
}

/** A medicine that is named in the answer to one of these questions, as a chosen code or in the client's own words. */
export interface MedicineTest {
  readonly medicine: readonly string[];
  readonly names: readonly MedicineName[];
  /** Passes over a name where this was answered beside it, in the same entry. */
  readonly unless?: AnswerTest;
}

export type Test = AnswerTest | AgeTest | DaysTest | SinceTest | BodyMassTest | MedicineTest;

/** When a rule is raised. Of a question in a repeating group, one instance that fits is enough. */
export type When =
  { readonly all: readonly When[] } | { readonly any: readonly When[] } | { readonly not: When } | Test;

/** A rule of the prescriber's: what is looked at, how much it weighs, and why. */
export interface ReviewRule extends Provenance {
  readonly id: string;
  readonly severity: Severity;
  readonly when: When;
  /** One plain sentence for a clinician. */
  readonly reason: string;
  /** Off until the practice turns it on: nothing published that we have read is behind it. */
  readonly default?: 'off';
}

/** The rules for one questionnaire. */
export interface RuleSet {
  readonly questionnaire: string;
  readonly version: string;
  readonly rules: readonly ReviewRule[];
  readonly thresholds: readonly Threshold[];
}

export const isAll = (when: When): when is { readonly all: readonly When[] } => 'all' in when;
export const isAny = (when: When): when is { readonly any: readonly When[] } => 'any' in when;
export const isNot = (when: When): when is { readonly not: When } => 'not' in when;

/** Each test of a condition, however deep. */
export function* testsIn(when: When): Generator<Test> {
  if (isNot(when)) yield* testsIn(when.not);
  else if (isAll(when)) for (const each of when.all) yield* testsIn(each);
  else if (isAny(when)) for (const each of when.any) yield* testsIn(each);
  else yield when;
}

/** The questions that a test looks at. */
export function questionsOf(test: Test): readonly string[] {
  if ('question' in test) return [test.question];
  if ('age' in test) return [test.age];
  if ('daysSince' in test) return [test.daysSince];
  if ('since' in test) return [test.since];
  if ('bodyMass' in test) return [test.bodyMass.height, test.bodyMass.weight];
  return test.unless ? [...test.medicine, test.unless.question] : test.medicine;
}

/** The numbers that a rule uses and that come from somewhere else than the rule does. */
export function numbersFromElsewhere(
  { when, source }: Pick<ReviewRule, 'when' | 'source'>,
  thresholds: readonly Threshold[],
): readonly Threshold[] {
  const used = new Set([...testsIn(when)].map(thresholdOf));
  return thresholds.filter((each) => used.has(each.id) && each.source !== source);
}

/** The threshold that a test names, if it names one. */
export const thresholdOf = (test: Test): string | undefined =>
  'answer' in test && typeof test.answer === 'object' ? test.answer.threshold : undefined;
