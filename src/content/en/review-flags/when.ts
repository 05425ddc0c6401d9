import type {
  AnswerTest,
  MedicineName,
  SinceTest,
  ThresholdName,
  When,
} from '../../../domain/questionnaire/review-flags/rules.js';

const one = (question: string, answer: string): AnswerTest => ({ question, operator: '=', answer });

/** One of these answers was chosen. */
export const is = (question: string, ...answers: readonly string[]): When => {
  const [only, ...others] = answers.map((answer) => one(question, answer));
  return only && others.length === 0 ? only : { any: answers.map((answer) => one(question, answer)) };
};

export const yes = (question: string): When => is(question, 'yes');

const answered = (question: string): AnswerTest => ({ question, operator: 'exists', answer: 'true' });

/** One of these was answered, with whatever it is. */
export const anyAnswered = (...questions: readonly string[]): When => ({ any: questions.map(answered) });

/** It was answered, and with none of these. */
export const isNone = (question: string, ...answers: readonly string[]): When => ({
  all: [answered(question), { not: is(question, ...answers) }],
});

const line = (threshold: string): ThresholdName => ({ threshold });

export const atLeast = (question: string, threshold: string): When => ({
  question,
  operator: '>=',
  answer: line(threshold),
});

export const above = (question: string, threshold: string): When => ({
  question,
  operator: '>',
  answer: line(threshold),
});

export const below = (question: string, threshold: string): When => ({
  question,
  operator: '<',
  answer: line(threshold),
});

/** The least number of months that lie behind "when was the last time?". */
const MONTHS = {
  'within-month': 0,
  'within-3-months': 1,
  'within-6-months': 3,
  'within-year': 6,
  'longer-ago': 12,
} as const;

/** The least number of days that lie behind "when was the last time?". */
const DAYS_IN_MONTHS = {
  'within-month': 0,
  'within-3-months': 30,
  'within-6-months': 90,
  'within-year': 180,
  'longer-ago': 365,
} as const;

/** The least number of days that lie behind a last use. */
const DAYS = {
  'most-days': 0,
  'within-week': 0,
  'within-month': 7,
  'within-3-months': 30,
  'within-6-months': 90,
  'within-year': 180,
  'longer-ago': 365,
} as const;

/** It may lie less than so many months back. */
export const withinMonths = (since: string, threshold: string): SinceTest => ({
  since,
  atLeast: MONTHS,
  operator: '<',
  answer: line(threshold),
});

/** The last use may lie less than so many days back. */
export const withinDays = (since: string, threshold: string): SinceTest => ({
  since,
  atLeast: DAYS,
  operator: '<',
  answer: line(threshold),
});

/** The last time may lie less than so many days back, where the answers count in months. */
export const monthsWithinDays = (since: string, threshold: string): SinceTest => ({
  since,
  atLeast: DAYS_IN_MONTHS,
  operator: '<',
  answer: line(threshold),
});

/** One of these is named there. */
export const names = (question: string, medicines: readonly MedicineName[]): When => ({
  medicine: [question],
  names: medicines,
});

/** A medicine taken now or newly changed is one of these; what was stopped is taken no more. */
const takes = (medicines: readonly MedicineName[]): When => ({
  medicine: ['medicine-name', 'changed-name', 'medicine-changed-more'],
  names: medicines,
  unless: one('changed-how', 'stopped'),
});

/** One of these is named, or its kind is ticked. */
export const takesAny = (medicines: readonly MedicineName[], ...kinds: readonly string[]): When =>
  kinds.length === 0 ? takes(medicines) : { any: [takes(medicines), is('medicine-kinds', ...kinds)] };
