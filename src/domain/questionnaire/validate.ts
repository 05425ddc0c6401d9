import { readEntry, type Answers, type ItemPath, type ProblemCode } from './answers.js';
import { walk, type EnabledItem } from './enabled-items.js';
import { yearsBetween } from './plain-date.js';
import type { Item } from './questionnaire.js';

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

function problemOf(
  enabled: EnabledItem,
  answers: Answers,
  context: ValidationContext,
): ProblemCode | undefined {
  const { item, path, instances } = enabled;
  if (item.type === 'group')
    return item.required && item.repeats && !instances.length ? 'required' : undefined;
  const reading = readEntry(item, answers.entries.get(path));
  if ('code' in reading) return reading.code;
  const [first] = reading.values;
  if (first === undefined) {
    return item.required && item.type !== 'display' ? 'required' : undefined;
  }
  return item.type === 'date' ? dateProblem(item, String(first), context) : undefined;
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
