import type { AnswerValue } from './answers.js';
import type { Condition, Item } from './questionnaire.js';

/** Below zero, zero or above, as the value stands to an answer given as text; numbers count as numbers. */
function compare(value: AnswerValue, answer: string, { type }: Item): number {
  if (typeof value === 'object') return value.value - Number(answer);
  if (type === 'integer' || type === 'decimal') return Number(value) - Number(answer);
  if (type === 'dateTime') return Date.parse(String(value)) - Date.parse(answer);
  const text = String(value);
  return text < answer ? -1 : text > answer ? 1 : 0;
}

/** Whether a condition holds for the values of the question it looks at. */
export function holds({ operator, answer }: Condition, values: readonly AnswerValue[], asks: Item): boolean {
  const some = (test: (order: number) => boolean) =>
    values.some((value) => test(compare(value, answer, asks)));
  switch (operator) {
    case 'exists':
      return values.length > 0 === (answer === 'true');
    case '=':
      return some((order) => order === 0);
    case '!=':
      return values.length > 0 && !some((order) => order === 0);
    case '>':
      return some((order) => order > 0);
    case '<':
      return some((order) => order < 0);
    case '>=':
      return some((order) => order >= 0);
    case '<=':
      return some((order) => order <= 0);
  }
}
