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

/** The outermost instances of a scope, `depth` of them: of `#2.1`, `#2`. */
export const outerScope = (scope: string, depth: number): string => scope.split('.', depth).join('.');

/** Everything a client has filled in. `instances` names the live instances of each repeating item, in their order. */
export interface Answers {
  readonly entries: ReadonlyMap<ItemPath, Entry>;
  readonly instances: ReadonlyMap<ItemPath, readonly number[]>;
}

export const NO_ANSWERS: Answers = { entries: new Map(), instances: new Map() };

const FIRST_INSTANCE: readonly number[] = [1];

/** The keys of a repeating item's instances: as many as it needs at least, before the client has changed them. */
export const instanceKeys = (answers: Answers, { minOccurs = 1 }: Item, path: ItemPath): readonly number[] =>
  answers.instances.get(path) ??
  (minOccurs > 1 ? Array.from({ length: minOccurs }, (_, index) => index + 1) : FIRST_INSTANCE);

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

/** `5 6` and `5'6"` are 66 inches: nobody knows their height in inches alone. `5.6` stays what it is. */
function inchesOf(written: string): string {
  const [, feet, inches] = /^(\d)(?!e-)[^\d.,]+(\d|1[01])[^\d.,]*$/.exec(written) ?? [];
  return feet === undefined ? written : String(Number(feet) * 12 + Number(inches));
}

/** `1,200` is twelve hundred to one reader and one and a bit to another, and a dose must not depend on that. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

function readNumber(item: Item, entry: string): Reading {
  const trimmed = entry.trim();
  const written = trimmed.replace(',', '.');
  if (written === '') return NOTHING;
  if (AMBIGUOUS.test(trimmed) || !/^[+-]?\d{1,12}(\.\d{1,17})?(e-\d{1,2})?$/.test(written))
    return { code: 'not-a-number' };
  const value = Number(written);
  const decimals = item.type === 'integer' ? 0 : item.decimals;
  if (decimals !== undefined && (written.split('.')[1]?.length ?? 0) > decimals && !Number.isInteger(value))
    return { code: decimals === 0 ? 'not-whole' : 'not-as-asked' };
  return boundsProblem(item, value) ?? { values: [value] };
}

/** The largest `integer` of FHIR R4, which has 32 bits. */
const LARGEST_INTEGER = 2 ** 31 - 1;

/** Moments are compared as such, whatever their offsets from UTC. */
function boundsProblem({ type, min, max }: Item, value: number | string): Reading | undefined {
  if (type === 'integer' && Math.abs(Number(value)) > LARGEST_INTEGER)
    return { code: Number(value) < 0 ? 'too-small' : 'too-large' };
  const order = (bound: number | string) => (type === 'dateTime' ? Date.parse(String(bound)) : bound);
  if (min !== undefined && order(value) < order(min)) return { code: 'too-small' };
  return max !== undefined && order(value) > order(max) ? { code: 'too-large' } : undefined;
}

function readQuantity(item: Item, { amount, unit: code }: QuantityEntry): Reading {
  const [usual] = item.units ?? [];
  const unit = code === '' ? usual : item.units?.find((each) => each.code === code);
  // Not to be taken for another unit: a questionnaire's new version may have lost the one that was chosen.
  if (usual && !unit) return { code: 'not-an-option' };
  const bounds =
    unit === usual ? item : { ...item, min: Number(item.min) >= 0 ? 0 : undefined, max: undefined };
  const reading = readNumber(bounds, unit?.code === INCHES ? inchesOf(amount.trim()) : amount);
  if ('code' in reading || reading.values.length === 0) return reading;
  const value = Number(reading.values[0]);
  if (!unit) return { values: [{ value, ...(item.unit !== undefined && { unit: item.unit }) }] };
  const { display, system } = unit;
  return { values: [{ value, unit: display, ...(system !== undefined && { system, code: unit.code }) }] };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const withSeconds = (time: string): string => (time.length === 5 ? `${time}:00` : time);

function readDate(item: Item, entry: DateEntry): Reading {
  const filled = [entry.year, entry.month, entry.day].filter((part) => part.trim() !== '').length;
  if (filled === 0) return entry.time ? { code: 'date-incomplete' } : NOTHING;
  if (filled < 3) return { code: 'date-incomplete' };
  const date = plainDateOf(entry);
  if (date === undefined) return { code: 'no-such-date' };
  if (entry.time && !TIME.test(entry.time)) return { code: 'not-as-asked' };
  const value = entry.time ? `${date}T${withSeconds(entry.time)}${entry.offset ?? 'Z'}` : date;
  return boundsProblem(item, value) ?? { values: [value] };
}

function readTime(item: Item, entry: string): Reading {
  if (entry === '') return NOTHING;
  if (!TIME.test(entry)) return { code: 'not-as-asked' };
  const value = withSeconds(entry);
  return boundsProblem(item, value) ?? { values: [value] };
}

/** Lengths that a field takes where the questionnaire names none, in characters. */
export const DEFAULT_MAX_LENGTH = { string: 200, text: 4000, url: 2000 } as const;

export const maxLengthOf = ({ type, maxLength }: Item): number =>
  maxLength ?? DEFAULT_MAX_LENGTH[type === 'text' || type === 'url' ? type : 'string'];

/** White space that a FHIR string can't hold, such as the fixed spaces of a text pasted from elsewhere. */
const ODD_SPACE = /(?![ \r\n\t])[\s\p{Cc}]/gu;

/** The text of an answer as it is sent; a space stands for each character that can't be. */
export const plainText = (entry: string): string => wellFormed(entry).replace(ODD_SPACE, ' ').trim();

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
  if (value.length > maxLengthOf(item)) return { code: 'too-long' };
  if (value.length < (item.minLength ?? 0)) return { code: 'too-short' };
  if (item.pattern !== undefined && patternOf(item.pattern)?.test(value) === false)
    return { code: 'not-as-asked' };
  if (item.type === 'url' && /\s/.test(value)) return { code: 'not-as-asked' };
  if (item.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { code: 'not-email' };
  if (item.format === 'phone' && value.replace(/\D/g, '').length < 6) return { code: 'not-phone' };
  return { values: [value] };
}

function readChoice(item: Item, entry: readonly string[]): Reading {
  const { answerOption: options = [], type, repeats } = item;
  const chosen = entry.map((code) => options.find((option) => option.code === code));
  const standsAlone = repeats === true && !chosen.some((option) => option?.exclusive);
  if ((entry.length > 1 && !standsAlone) || new Set(entry).size < entry.length)
    return { code: 'not-an-option' };
  const values: AnswerValue[] = [];
  for (const [index, code] of entry.entries()) {
    if (type === 'open-choice' && code.startsWith(OWN_WORDS)) {
      const own = readText(item, code);
      if ('code' in own) return own;
      if (own.values.length > 0) values.push(OWN_WORDS + plainText(code));
    } else if (chosen[index]) values.push(code);
    else return { code: 'not-an-option' };
  }
  return { values };
}

function readBoolean(entry: readonly string[]): Reading {
  const [code] = entry;
  if (code === undefined) return NOTHING;
  const isOne = entry.length === 1 && (code === 'true' || code === 'false');
  return isOne ? { values: [code === 'true'] } : { code: 'not-an-option' };
}

/** Reads one field by its item's type. An entry of another type's shape counts as nothing filled in. */
export function readEntry(item: Item, entry: Entry | undefined): Reading {
  if (isChoice(item)) return isCodes(entry) ? readChoice(item, entry) : NOTHING;
  switch (item.type) {
    case 'date':
    case 'dateTime':
      return isDateEntry(entry) ? readDate(item, entry) : NOTHING;
    case 'boolean':
      return isCodes(entry) ? readBoolean(entry) : NOTHING;
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
