import { readEntry, type Answers, type ItemPath, type ProblemCode } from './answers.js';
import { walk, type EnabledItem, type GroupInstance } from './enabled-items.js';
import { yearsBetween } from './plain-date.js';
import { isQuestion, isRepeated, type Item } from './questionnaire.js';

/** What is wrong with one answer. */
export interface AnswerProblem {
  readonly path: ItemPath;
  readonly code: ProblemCode;
}

/** What a rule needs to know beside the answers. */
export interface ValidationContext {
  /** Today where the practice is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The youngest age that the practice works with, in years. */
  readonly minimumAge: number;
}

/** Nobody alive is older; a date of birth before that is a slip of the finger. */
const OLDEST_AGE = 125;

function dateProblem(
  item: Item,
  date: string,
  { today, minimumAge }: ValidationContext,
): ProblemCode | undefined {
  if (item.dateOf === undefined) return undefined;
  if (date > today) return 'date-in-future';
  if (item.dateOf === 'past') return undefined;
  const age = yearsBetween(date, today);
  if (age > OLDEST_AGE) return 'too-long-ago';
  return age < minimumAge ? 'under-minimum-age' : undefined;
}

const hasValue = ({ item, path }: EnabledItem, answers: Answers): boolean => {
  const reading = readEntry(item, answers.entries.get(path));
  return !('values' in reading) || reading.values.length > 0;
};

const isAnswered = (items: readonly EnabledItem[], answers: Answers): boolean =>
  [...walk(items)].some((each) => hasValue(each, answers));

const canBeAnswered = (items: readonly EnabledItem[]): boolean =>
  [...walk(items)].some(({ item }) => isQuestion(item) && !item.hidden && !item.readOnly);

/** How often something was answered: the instances of a repeating item that hold an answer, or the answers ticked. */
function occurrences({ item, path, instances }: EnabledItem, answers: Answers): number {
  if (!isRepeated(item)) {
    const reading = readEntry(item, answers.entries.get(path));
    return 'values' in reading ? reading.values.length : 1;
  }
  const counts = ({ items }: GroupInstance) =>
    item.type === 'group'
      ? isAnswered(items, answers) || !canBeAnswered(items)
      : items.some((each) => hasValue(each, answers));
  return instances.filter(counts).length;
}

function countProblem(enabled: EnabledItem, answers: Answers): ProblemCode | undefined {
  const { required, minOccurs = 0, maxOccurs, type, repeats } = enabled.item;
  if (type === 'display' || (type === 'group' && !repeats)) return undefined;
  const count = occurrences(enabled, answers);
  if (count === 0) return required ? 'required' : undefined;
  if (!repeats) return undefined;
  if (count < minOccurs) return 'too-few';
  return maxOccurs !== undefined && count > maxOccurs ? 'too-many' : undefined;
}

function problemOf(
  enabled: EnabledItem,
  answers: Answers,
  context: ValidationContext,
): ProblemCode | undefined {
  const { item, path } = enabled;
  if (item.readOnly) return undefined;
  if (isRepeated(item)) return countProblem(enabled, answers);
  const reading = readEntry(item, answers.entries.get(path));
  if ('code' in reading) return reading.code;
  const [first] = reading.values;
  const code = typeof first === 'string' ? dateProblem(item, first.slice(0, 10), context) : undefined;
  return code ?? countProblem(enabled, answers);
}

/**
 * Whether something was written under a repeating question in an instance that itself has no answer: a response has no
 * place for it.
 */
const isOrphaned = (once: EnabledItem, answers: Answers): boolean =>
  !hasValue(once, answers) &&
  [...walk(once.items)].some(
    (each) => hasValue(each, answers) && answers.entries.get(each.path) !== each.item.initial?.[0],
  );

/** What is missing or can't be read among these items, in their order. Nobody can mend what is hidden. */
export function validate(
  items: readonly EnabledItem[],
  answers: Answers,
  context: ValidationContext,
): readonly AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const check = (enabled: EnabledItem): void => {
    const { item, path, instances } = enabled;
    if (item.hidden) return;
    const code = problemOf(enabled, answers, context);
    if (code !== undefined) problems.push({ path, code });
    enabled.items.forEach(check);
    for (const instance of instances)
      for (const each of instance.items) {
        if (item.type !== 'group' && isOrphaned(each, answers))
          problems.push({ path: each.path, code: 'required' });
        check(each);
      }
  };
  items.forEach(check);
  return problems;
}
