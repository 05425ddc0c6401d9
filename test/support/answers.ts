import {
  innerScope,
  OWN_WORDS,
  type Answers,
  type ItemPath,
} from '../../src/domain/questionnaire/answers.js';
import type { DateEntry, Entry } from '../../src/domain/questionnaire/entry.js';
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

const ownWords = (draw: () => number): string => OWN_WORDS + oneOf(WORDS, draw);

function codesFor(item: Item, draw: () => number): Entry {
  const options = item.answerOption ?? [];
  const own = item.type === 'open-choice' && draw() < 0.3 ? [ownWords(draw)] : [];
  if (options.length === 0) return own;
  if (draw() < 0.02) return ['no-such-code'];
  if (!item.repeats || draw() < 0.2) return own.length > 0 ? own : [oneOf(options, draw).code];
  // Now and then with one that stands alone, which can't be read.
  const together = draw() < 0.05 ? options : options.filter((option) => !option.exclusive);
  return [...together.filter(() => draw() < 0.3).map(({ code }) => code), ...own];
}

function numberFor({ min, max }: Item, draw: () => number): string {
  if (draw() < 0.5)
    return oneOf(['7', '-3', '2.5', '2,5', '-0', '0.0000001', '3000000000', 'seven', ''], draw);
  const least = Number(min ?? 0);
  return String(Math.round(least + draw() * (Number(max ?? least + 20) - least)));
}

const dateFor = (draw: () => number): DateEntry => ({
  year: oneOf(['1984', '2000', '1000', ''], draw),
  month: oneOf(['2', '12'], draw),
  day: oneOf(['7', '29'], draw),
});

/** What somebody might have put into one field, readable or not. */
export function entryFor(item: Item, draw: () => number): Entry | undefined {
  if (isChoice(item)) return codesFor(item, draw);
  switch (item.type) {
    case 'boolean':
      return [oneOf(['true', 'false'], draw)];
    case 'integer':
    case 'decimal':
      return numberFor(item, draw);
    case 'quantity': {
      const unit = oneOf([...(item.units ?? []).map(({ code }) => code), ''], draw);
      return { amount: oneOf([numberFor(item, draw), `5'6"`], draw), unit };
    }
    case 'date':
      return dateFor(draw);
    case 'dateTime': {
      const time = oneOf([undefined, '14:30', '00:00', '25:00', '9:5'], draw);
      return { ...dateFor(draw), time, offset: oneOf([undefined, 'Z', '-08:00', '+05:30'], draw) };
    }
    case 'time':
      return oneOf(['14:30', '23:59:59', '24:00', 'noon', ''], draw);
    case 'url':
      return oneOf(['https://a.example/b?c=d', 'my site', ...WORDS], draw);
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
  const fillOne = (item: Item, scope: string): void => {
    const entry = draw() < 0.8 ? entryFor(item, draw) : undefined;
    if (entry !== undefined) entries.set(item.linkId + scope, entry);
    for (const child of item.item ?? []) fill(child, scope);
  };
  const fill = (item: Item, scope: string): void => {
    if (!isRepeated(item)) return fillOne(item, scope);
    const keys = [1, 2, 3, 5].filter(() => draw() < 0.5);
    instances.set(item.linkId + scope, keys);
    for (const key of keys) fillOne(askedOnce(item), innerScope(scope, key));
  };
  for (const item of form.item) fill(item, '');
  return { entries, instances };
}
