import { wellFormed } from '../submission/canonical-json.js';
import type { DateEntry, Entry, QuantityEntry } from './entry.js';
import { plainDateOf } from './plain-date.js';
import { isChoice, type Item } from './questionnaire.js';
import type { Quantity } from './response-value.js';

/**
 * Where an answer belongs: the item's `linkId`, and within repeating items the instances it stands in, outermost
 * first: `medicine-name#2`, `dose#2.1`.
 */
export type ItemPath = string;

const SCOPE = /#[\d.]+$/;

/** The part of a path that names the instances, `` outside every repeating item. */
export const scopeOf = (path: ItemPath): string => SCOPE.exec(path)?.[0] ?? '';

/** The part of a path that names the item. */
export const linkIdOf = (path: ItemPath): string => path.replace(SCOPE, '');

/** The scope within one instance of an item that itself stands in `scope`: `#2`, then `#2.1`. */
export const innerScope = (scope: string, key: number): string =>
  scope === '' ? `#${key}` : `${scope}.${key}`;

/** Everything a client has filled in. `instances` names the live instances of each repeating item, in their order. */
export interface Answers {
  readonly entries: ReadonlyMap<ItemPath, Entry>;
  readonly instances: ReadonlyMap<ItemPath, readonly number[]>;
}

export const NO_ANSWERS: Answers = { entries: new Map(), instances: new Map() };

/** A choice is told by its code; words of the client's own begin with a space. */
export type AnswerValue = string | number | boolean | Quantity;

/** Why an entry can't be taken as it is. Sentences for these are made where they are shown. */
export type ProblemCode =
  | 'required'
  | 'too-few'
  | 'too-many'
  | 'date-incomplete'
  | 'no-such-date'
  | 'date-in-future'
  | 'too-long-ago'
  | 'under-minimum-age'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'not-as-asked'
  | 'not-email'
  | 'not-phone'
  | 'not-an-option'
  | 'not-accepted';

/** The two answers that every sensitive choice offers beside its own. */
export const NOT_SURE = 'not-sure';
export const RATHER_TALK = 'rather-talk';

/** Marks the client's own words among the codes of an open choice. */
export const OWN_WORDS = ' ';

/** The typed values of an entry, or the code of what is wrong with it; nothing filled in is no value and no problem. */
export type Reading = { readonly values: readonly AnswerValue[] } | { readonly code: ProblemCode };

const NOTHING: Reading = { values: [] };

export const isCodes = (entry: Entry | undefined): entry is readonly string[] => Array.isArray(entry);
export const isDateEntry = (entry: Entry | undefined): entry is DateEntry =>
  typeof entry === 'object' && 'year' in entry;
export const isQuantityEntry = (entry: Entry | undefined): entry is QuantityEntry =>
  typeof entry === 'object' && 'amount' in entry;

/** The code that two numbers of feet and inches are kept under: inches in UCUM. */
export const INCHES = '[in_i]';

/** `5 6` and `5'6"` are 66 inches: nobody knows their height in inches alone. */
function inchesOf(written: string): string {
  const [, feet, inches] = /^(\d)\D+(\d{1,2})\D*$/.exec(written) ?? [];
  return feet === undefined ? written : String(Number(feet) * 12 + Number(inches));
}

function readNumber(item: Item, entry: string): Reading {
  const written = entry.trim().replace(',', '.');
  if (written === '') return NOTHING;
  if (!/^[+-]?\d{1,12}(\.\d{1,9})?$/.test(written)) return { code: 'not-a-number' };
  const value = Number(written);
  const decimals = item.type === 'integer' ? 0 : item.decimals;
  if (decimals !== undefined && (written.split('.')[1]?.length ?? 0) > decimals && !Number.isInteger(value))
    return { code: decimals === 0 ? 'not-whole' : 'not-as-asked' };
  return boundsProblem(item, value) ?? { values: [value] };
}

/** The largest `integer` of FHIR R4, which has 32 bits. */
const LARGEST_INTEGER = 2 ** 31 - 1;

function boundsProblem({ min, max, type }: Item, value: number | string): Reading | undefined {
  if (type === 'integer' && Math.abs(Number(value)) > LARGEST_INTEGER)
    return { code: Number(value) < 0 ? 'too-small' : 'too-large' };
  if (min !== undefined && value < min) return { code: 'too-small' };
  return max !== undefined && value > max ? { code: 'too-large' } : undefined;
}

function readQuantity(item: Item, { amount, unit: code }: QuantityEntry): Reading {
  const unit = item.units?.find((each) => each.code === code) ?? item.units?.[0];
  const isUsual = unit === item.units?.[0];
  const bounds = isUsual ? item : { ...item, min: 0, max: undefined };
  const reading = readNumber(bounds, unit?.code === INCHES ? inchesOf(amount.trim()) : amount);
  if ('code' in reading || reading.values.length === 0) return reading;
  const value = Number(reading.values[0]);
  if (!unit) return { values: [{ value, ...(item.unit !== undefined && { unit: item.unit }) }] };
  const { display, system } = unit;
  return { values: [{ value, unit: display, ...(system !== undefined && { system, code: unit.code }) }] };
}

function readDate(item: Item, entry: DateEntry): Reading {
  const filled = [entry.year, entry.month, entry.day].filter((part) => part.trim() !== '').length;
  if (filled === 0) return entry.time ? { code: 'date-incomplete' } : NOTHING;
  if (filled < 3) return { code: 'date-incomplete' };
  const date = plainDateOf(entry);
  if (date === undefined) return { code: 'no-such-date' };
  if (entry.time && !/^([01]\d|2[0-3]):[0-5]\d$/.test(entry.time)) return { code: 'not-as-asked' };
  const value = entry.time ? `${date}T${entry.time}:00${entry.offset ?? 'Z'}` : date;
  return boundsProblem(item, value) ?? { values: [value] };
}

function readTime(item: Item, entry: string): Reading {
  if (entry === '') return NOTHING;
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(entry)) return { code: 'not-as-asked' };
  const value = entry.length === 5 ? `${entry}:00` : entry;
  return boundsProblem(item, value) ?? { values: [value] };
}

/** Lengths that a field takes where the questionnaire names none, in characters. */
export const DEFAULT_MAX_LENGTH = { string: 200, text: 4000 } as const;

export const maxLengthOf = (item: Item): number =>
  item.maxLength ?? DEFAULT_MAX_LENGTH[item.type === 'text' ? 'text' : 'string'];

/** A text of characters that FHIR's `string` holds: other white space and control characters become plain spaces. */
export const plainText = (text: string): string =>
  wellFormed(text)
    .replace(/[^\S \r\n\t]|(?![\r\n\t])\p{Cc}/gu, ' ')
    .trim();

/** A pattern for the whole text; nothing where it is no regular expression. Some hold escapes that `u` forbids. */
export function patternOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', ''])
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      continue;
    }
  return undefined;
}

function readText(item: Item, entry: string): Reading {
  const value = plainText(entry);
  if (value === '') return NOTHING;
  if (item.type === 'url' && /\s/.test(value)) return { code: 'not-as-asked' };
  if (value.length > maxLengthOf(item)) return { code: 'too-long' };
  if (value.length < (item.minLength ?? 0)) return { code: 'too-short' };
  if (item.pattern !== undefined && patternOf(item.pattern)?.test(value) === false)
    return { code: 'not-as-asked' };
  if (item.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { code: 'not-email' };
  if (item.format === 'phone' && value.replace(/\D/g, '').length < 6) return { code: 'not-phone' };
  return { values: [value] };
}

function readChoice(item: Item, entry: readonly string[]): Reading {
  const { answerOption: options = [], type } = item;
  const chosen = entry.map((code) => options.find((option) => option.code === code));
  const isWhole = chosen.every((option, index) => {
    const isOwn = entry[index]?.startsWith(OWN_WORDS) === true;
    return isOwn ? type === 'open-choice' : option !== undefined;
  });
  const standsAlone = entry.length < 2 || !chosen.some((option) => option?.exclusive);
  if (!isWhole || !standsAlone || new Set(entry).size < entry.length) return { code: 'not-an-option' };
  const values: string[] = [];
  for (const code of entry) {
    const own = code.startsWith(OWN_WORDS) ? readText(item, code) : undefined;
    if (own && 'code' in own) return own;
    if (own) values.push(...own.values.map((words) => OWN_WORDS + String(words)));
    else values.push(code);
  }
  return { values };
}

/** Reads one field by its item's type. An entry of another type's shape counts as nothing filled in. */
export function readEntry(item: Item, entry: Entry | undefined): Reading {
  if (isChoice(item)) return isCodes(entry) ? readChoice(item, entry) : NOTHING;
  switch (item.type) {
    case 'date':
    case 'dateTime':
      return isDateEntry(entry) ? readDate(item, entry) : NOTHING;
    case 'boolean':
      return isCodes(entry) ? { values: entry.map((code) => code === 'true') } : NOTHING;
    case 'quantity':
      return isQuantityEntry(entry) ? readQuantity(item, entry) : NOTHING;
    default:
      return typeof entry === 'string' ? readTyped(item, entry) : NOTHING;
  }
}

function readTyped(item: Item, entry: string): Reading {
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return readNumber(item, entry);
    case 'time':
      return readTime(item, entry);
    case 'string':
    case 'text':
    case 'url':
      return readText(item, entry);
    default:
      return NOTHING;
  }
}
