import { readEntry, type Answers, type ItemPath, type ProblemCode } from './answers.js';
import { walk, type EnabledItem } from './enabled-items.js';
import { yearsBetween } from './plain-date.js';
import { isRepeated, type Item } from './questionnaire.js';

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

/** How often something was answered: the instances of a repeating item that hold an answer, or the answers ticked. */
function occurrences({ item, path, instances }: EnabledItem, answers: Answers): number {
  if (isRepeated(item))
    return instances.filter(
      ({ items }) => item.type === 'group' || items.some((each) => hasValue(each, answers)),
    ).length;
  const reading = readEntry(item, answers.entries.get(path));
  return 'values' in reading ? reading.values.length : 1;
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
  if (item.hidden || item.readOnly) return undefined;
  if (isRepeated(item)) return countProblem(enabled, answers);
  const reading = readEntry(item, answers.entries.get(path));
  if ('code' in reading) return reading.code;
  const [first] = reading.values;
  if (first !== undefined && item.type === 'date') {
    const code = dateProblem(item, String(first), context);
    if (code) return code;
  }
  return countProblem(enabled, answers);
}

/** What is missing or can't be read among these items, in their order. */
export function validate(
  items: readonly EnabledItem[],
  answers: Answers,
  context: ValidationContext,
): readonly AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const enabled of walk(items)) {
    const code = problemOf(enabled, answers, context);
    if (code !== undefined) problems.push({ path: enabled.path, code });
  }
  return problems;
}
