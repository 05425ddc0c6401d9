import type { AnswerValue } from './answers.js';
import type { Condition, Item } from './questionnaire.js';

const isNumber = ({ type, answerOption = [] }: Item): boolean =>
  type === 'integer' ||
  type === 'decimal' ||
  answerOption.some(({ value }) => value?.valueInteger !== undefined);

/**
 * Below zero, zero or above, as the value stands to an answer given as text: numbers count as numbers, moments as
 * moments. No number where the two can't be compared, as an amount in another unit than the question's first.
 */
function compare(value: AnswerValue, answer: string, asks: Item): number {
  if (typeof value === 'object') {
    const isUsual = !asks.units || value.unit === asks.units[0]?.display;
    return isUsual ? value.value - Number(answer) : NaN;
  }
  if (isNumber(asks)) return Number(value) - Number(answer);
  if (asks.type === 'dateTime') return Date.parse(String(value)) - Date.parse(answer);
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
