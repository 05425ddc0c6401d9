import type { Answers, ItemPath } from '../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import { innerScope, OWN_WORDS, readEntry } from '../../src/domain/questionnaire/answers.js';
import {
  askedOnce,
  isChoice,
  isRepeated,
  type Item,
  type Questionnaire,
} from '../../src/domain/questionnaire/questionnaire.js';
import { oneOf, seeded } from './seeded.js';

/** Answers by path, and the instances of repeating items. */
export const answersOf = (
  entries: Readonly<Record<ItemPath, Entry>>,
  instances: Readonly<Record<ItemPath, readonly number[]>> = {},
): Answers => ({ entries: new Map(Object.entries(entries)), instances: new Map(Object.entries(instances)) });

const WORDS = [
  'Ana',
  '  two words ',
  'línea “uno”\nand two',
  '阿司匹林',
  '🌿 sage',
  'cut \ud83d',
  '\u0000\u007f',
  '<b>no</b>',
  '',
  '   ',
  'x'.repeat(5000),
];

function codesFor(item: Item, draw: () => number): Entry {
  const options = item.answerOption ?? [];
  if (draw() < 0.02) return ['no-such-code'];
  if (item.type === 'open-choice' && draw() < 0.3) return [OWN_WORDS + oneOf(WORDS, draw)];
  if (!item.repeats || draw() < 0.2) return [oneOf(options, draw).code];
  // Now and then with one that stands alone, which can't be read.
  const together = draw() < 0.05 ? options : options.filter((option) => !option.exclusive);
  return together.filter(() => draw() < 0.3).map(({ code }) => code);
}

/** What somebody might write into a question's field, readable or not. */
export function entryFor(item: Item, draw: () => number): Entry | undefined {
  if (isChoice(item)) return codesFor(item, draw);
  const date = () => ({
    year: oneOf(['1984', '2000', ''], draw),
    month: oneOf(['2', '12'], draw),
    day: oneOf(['7', '29'], draw),
  });
  switch (item.type) {
    case 'boolean':
      return [oneOf(['true', 'false'], draw)];
    case 'integer':
    case 'decimal':
      return oneOf(['7', '-3', '2.5', '2,5', '-0', 'seven', ''], draw);
    case 'date':
      return date();
    case 'dateTime':
      return {
        ...date(),
        time: oneOf(['', '09:30', '23:59'], draw),
        offset: oneOf(['Z', '-08:00', '+05:30'], draw),
      };
    case 'time':
      return oneOf(['09:30', '23:59', '24:00', ''], draw);
    case 'quantity':
      return {
        amount: oneOf(['70', '5 6', '0.0000001', 'some', ''], draw),
        unit: oneOf(item.units?.map(({ code }) => code) ?? [''], draw),
      };
    case 'url':
      return oneOf(['https://example.org/a', 'urn:a:b', 'two words', ''], draw);
    case 'string':
    case 'text':
      return oneOf(WORDS, draw);
    default:
      return undefined;
  }
}

/** What somebody might have filled in, readable or not, on shown questions and on hidden ones; the same for the same seed. */
export function randomAnswers(form: Questionnaire, seed: number): Answers {
  const draw = seeded(seed);
  const entries = new Map<ItemPath, Entry>();
  const instances = new Map<ItemPath, readonly number[]>();
  const answer = (item: Item, path: ItemPath): void => {
    const entry = draw() < 0.8 ? entryFor(item, draw) : undefined;
    if (entry !== undefined) entries.set(path, entry);
  };
  const fill = (items: readonly Item[], scope: string): void => {
    for (const item of items) {
      const path = item.linkId + scope;
      const children = item.item ?? [];
      if (isRepeated(item)) {
        const keys = [1, 2, 3, 5].filter(() => draw() < 0.5);
        instances.set(path, keys);
        for (const key of keys) {
          const inner = innerScope(scope, key);
          const once = askedOnce(item);
          answer(once, item.linkId + inner);
          const reading = readEntry(once, entries.get(item.linkId + inner));
          // Under an answer that isn't there a response has no place; the client is asked for the answer first.
          if (item.type === 'group' || ('values' in reading && reading.values.length > 0))
            fill(children, inner);
        }
        continue;
      }
      answer(item, path);
      fill(children, scope);
    }
  };
  fill(form.item, '');
  return { entries, instances };
}
