import { scopeOf, type AnswerValue, type ItemPath, linkIdOf } from '../answers.js';
import { holds } from '../conditions.js';
import { yearsBetween } from '../plain-date.js';
import { isQuestion, isRepeated, type Condition } from '../questionnaire.js';
import type { Structure } from '../structure.js';
import { wordsOf } from '../summary.js';
import type { Given, GivenAnswers } from './given.js';
import { bodyMassIndex, daysBetween } from './measures.js';
import { medicinesIn } from './medicine-names.js';
import {
  isAll,
  isAny,
  isNot,
  type AnswerTest,
  type BodyMassTest,
  type MedicineTest,
  type SinceTest,
  type Test,
  type ThresholdName,
  type When,
} from './rules.js';

/** Answers that together make a condition hold. */
export type Match = readonly ItemPath[];

export interface Looking {
  readonly given: GivenAnswers;
  /** What the practice has set, by the threshold's id. */
  readonly thresholds: ReadonlyMap<string, number>;
  /** `YYYY-MM-DD` where the practice is. */
  readonly today: string;
}

const IT_HOLDS: readonly Match[] = [[]];

/** The instances that an answer stands in, outermost first. */
const keysOf = (path: ItemPath): readonly string[] => scopeOf(path).slice(1).split('.');

/** Whether two answers speak of the same medicine, the same allergy, wherever both stand in such an entry. */
function areOfOneEntry(one: ItemPath, other: ItemPath, structure: Structure): boolean {
  const [first, second] = [one, other].map((path) => structure.get(linkIdOf(path))?.around ?? []);
  const [keys, others] = [keysOf(one), keysOf(other)];
  return (first ?? []).every((group, depth) => second?.[depth] !== group || keys[depth] === others[depth]);
}

/** Whether two answers stand in one and the same entry. */
const standTogether = (one: ItemPath, other: ItemPath, structure: Structure): boolean =>
  scopeOf(one) === scopeOf(other) &&
  structure.get(linkIdOf(one))?.around.at(-1) === structure.get(linkIdOf(other))?.around.at(-1);

function together(one: readonly Match[], other: readonly Match[], structure: Structure): readonly Match[] {
  const fits = (first: Match, second: Match): boolean =>
    first.every((path) => second.every((fellow) => areOfOneEntry(path, fellow, structure)));
  return one.flatMap((first) =>
    other.filter((second) => fits(first, second)).map((second) => [...first, ...second]),
  );
}

/** Every way in which a condition holds; none when it doesn't. */
export function matchesOf(when: When, looking: Looking): readonly Match[] {
  if (isNot(when)) return matchesOf(when.not, looking).length === 0 ? IT_HOLDS : [];
  if (isAny(when)) return when.any.flatMap((each) => matchesOf(each, looking));
  if (!isAll(when)) return matchesOfTest(when, looking);
  let matches = IT_HOLDS;
  for (const each of when.all) matches = together(matches, matchesOf(each, looking), looking.given.structure);
  return matches;
}

function matchesOfTest(test: Test, looking: Looking): readonly Match[] {
  if ('question' in test) return answersThatFit(test, looking);
  if ('medicine' in test) return answersThatName(test, looking).map(({ path }) => [path]);
  if ('bodyMass' in test) return bodyMass(test, looking);
  if ('since' in test) return answersSince(test, looking);
  const question = 'age' in test ? test.age : test.daysSince;
  const measure = 'age' in test ? yearsBetween : daysBetween;
  return datesOf(question, looking)
    .filter(({ date }) => compares(measure(date, looking.today), test, looking))
    .map(({ path }) => [path]);
}

const numberOf = (answer: ThresholdName, { thresholds }: Looking): number =>
  thresholds.get(answer.threshold) ?? Number.NaN;

function compares(
  value: number,
  { operator, answer }: Pick<BodyMassTest, 'operator' | 'answer'>,
  looking: Looking,
): boolean {
  const line = numberOf(answer, looking);
  switch (operator) {
    case '>':
      return value > line;
    case '<':
      return value < line;
    case '>=':
      return value >= line;
    case '<=':
      return value <= line;
  }
}

const givenTo = (question: string, { given }: Looking): readonly Given[] =>
  given.byQuestion.get(question) ?? [];

function answersThatFit(test: AnswerTest, looking: Looking): readonly Match[] {
  const answer = typeof test.answer === 'string' ? test.answer : String(numberOf(test.answer, looking));
  const condition: Condition = { ...test, answer };
  if (condition.operator === 'exists' && answer !== 'true') return leftOpen(test.question, looking);
  return givenTo(test.question, looking)
    .filter(({ item, values }) => holds(condition, values, item))
    .map(({ path }) => [path]);
}

/** Where a question was asked and has no answer. */
function leftOpen(question: string, { given }: Looking): readonly Match[] {
  const answered = new Set([...given.all, ...given.unread].map(({ path }) => path));
  return given.open
    .filter(
      ({ item, path }) =>
        item.linkId === question && isQuestion(item) && !isRepeated(item) && !answered.has(path),
    )
    .map(({ path }) => [path]);
}

const answersSince = (test: SinceTest, looking: Looking): readonly Match[] =>
  givenTo(test.since, looking)
    .filter(({ values }) =>
      values.some((value) => {
        const past = typeof value === 'string' ? test.atLeast[value] : undefined;
        return past !== undefined && compares(past, test, looking);
      }),
    )
    .map(({ path }) => [path]);

const isDate = (value: AnswerValue): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);

const datesOf = (question: string, looking: Looking) =>
  givenTo(question, looking).flatMap(({ path, values }) =>
    values.filter(isDate).map((date) => ({ path, date })),
  );

function bodyMass(test: BodyMassTest, looking: Looking): readonly Match[] {
  const [height] = givenTo(test.bodyMass.height, looking);
  const [weight] = givenTo(test.bodyMass.weight, looking);
  const [tall, heavy] = [height?.values[0], weight?.values[0]];
  if (!height || !weight || typeof tall !== 'object' || typeof heavy !== 'object') return [];
  const index = bodyMassIndex(tall, heavy);
  return index !== undefined && compares(index, test, looking) ? [[height.path, weight.path]] : [];
}

/** What an answer names: the code that was chosen and the words beside it. */
export function namedIn({ item, values }: Given, { medicine, names }: MedicineTest): readonly string[] {
  if (!medicine.includes(item.linkId)) return [];
  const codes = values.filter((value) => typeof value === 'string');
  return medicinesIn([...codes, ...wordsOf(item, values)].join('; '), names);
}

function answersThatName(test: MedicineTest, looking: Looking): readonly Given[] {
  const passedOver = test.unless ? answersThatFit(test.unless, looking).flat() : [];
  return test.medicine
    .flatMap((question) => givenTo(question, looking))
    .filter(({ path }) => !passedOver.some((other) => standTogether(path, other, looking.given.structure)))
    .filter((given) => namedIn(given, test).length > 0);
}
