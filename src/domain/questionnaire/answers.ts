import { wellFormed } from '../submission/canonical-json.js';
import { plainDateOf, type DateEntry } from './plain-date.js';
import type { AnswerOption, Item } from './questionnaire.js';

/**
 * Where an answer belongs: the item's `linkId`, and within repeating groups the instances it stands in, outermost
 * first: `medicine-name#2`, `dose#2.1`.
 */
export type ItemPath = string;

/** The part of a path that names the instances, `` outside every repeating group. */
export const scopeOf = (path: ItemPath): string =>
  path.includes('#') ? path.slice(path.lastIndexOf('#')) : '';

/** The scope within one instance of a group that itself stands in `scope`: `#2`, then `#2.1`. */
export const innerScope = (scope: string, key: number): string =>
  scope === '' ? `#${key}` : `${scope}.${key}`;

/** What stands in a field, kept as it was typed so that nothing unreadable is ever lost: text, chosen codes, a date's parts. */
export type Entry = string | readonly string[] | DateEntry;

/** Everything a client has filled in. `instances` names the live instances of each repeating group, in their order. */
export interface Answers {
  readonly entries: ReadonlyMap<ItemPath, Entry>;
  readonly instances: ReadonlyMap<ItemPath, readonly number[]>;
}

export const NO_ANSWERS: Answers = { entries: new Map(), instances: new Map() };

export type AnswerValue = string | number | boolean;

/** Why an entry can't be taken as it is. Sentences for these are made where they are shown. */
export type ProblemCode =
  | 'required'
  | 'date-incomplete'
  | 'no-such-date'
  | 'date-in-future'
  | 'too-long-ago'
  | 'under-minimum-age'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'too-long'
  | 'not-email'
  | 'not-phone'
  | 'not-an-option'
  | 'not-accepted';

/** The two answers that every sensitive choice offers beside its own. */
export const NOT_SURE = 'not-sure';
export const RATHER_TALK = 'rather-talk';

/** The typed values of an entry, or the code of what is wrong with it; nothing filled in is no value and no problem. */
export type Reading = { readonly values: readonly AnswerValue[] } | { readonly code: ProblemCode };

const NOTHING: Reading = { values: [] };

const isDateEntry = (entry: Entry): entry is DateEntry => typeof entry === 'object' && 'year' in entry;

function readNumber(item: Item, entry: string): Reading {
  const written = entry.trim().replace(',', '.');
  if (written === '') return NOTHING;
  if (!/^[+-]?\d{1,12}(\.\d{1,9})?$/.test(written)) return { code: 'not-a-number' };
  const value = Number(written);
  if (item.type === 'integer' && !Number.isInteger(value)) return { code: 'not-whole' };
  if (item.min !== undefined && value < item.min) return { code: 'too-small' };
  if (item.max !== undefined && value > item.max) return { code: 'too-large' };
  return { values: [value] };
}

function readDate(entry: DateEntry): Reading {
  const filled = [entry.year, entry.month, entry.day].filter((part) => part.trim() !== '').length;
  if (filled === 0) return NOTHING;
  if (filled < 3) return { code: 'date-incomplete' };
  const date = plainDateOf(entry);
  return date === undefined ? { code: 'no-such-date' } : { values: [date] };
}

/** Lengths that a field takes where the questionnaire names none, in characters. */
export const DEFAULT_MAX_LENGTH = { string: 200, text: 4000 } as const;

export const maxLengthOf = (item: Item): number =>
  item.maxLength ?? DEFAULT_MAX_LENGTH[item.type === 'text' ? 'text' : 'string'];

function readText(item: Item, entry: string): Reading {
  const value = wellFormed(entry).trim();
  if (value === '') return NOTHING;
  if (value.length > maxLengthOf(item)) return { code: 'too-long' };
  if (item.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { code: 'not-email' };
  if (item.format === 'phone' && value.replace(/\D/g, '').length < 6) return { code: 'not-phone' };
  return { values: [value] };
}

function readChoice(options: readonly AnswerOption[], entry: readonly string[]): Reading {
  const chosen = entry.map((code) => options.find((option) => option.code === code));
  const isWhole = chosen.every((option) => option !== undefined) && new Set(entry).size === entry.length;
  const standsAlone = entry.length < 2 || !chosen.some((option) => option?.exclusive);
  return isWhole && standsAlone ? { values: entry } : { code: 'not-an-option' };
}

/** Reads one field by its item's type. An entry of another type's shape counts as nothing filled in. */
export function readEntry(item: Item, entry: Entry | undefined): Reading {
  if (entry === undefined) return NOTHING;
  switch (item.type) {
    case 'date':
      return isDateEntry(entry) ? readDate(entry) : NOTHING;
    case 'choice':
      return Array.isArray(entry) ? readChoice(item.answerOption ?? [], entry as readonly string[]) : NOTHING;
    case 'boolean':
      return Array.isArray(entry) ? { values: entry.map((code) => code === 'true') } : NOTHING;
    case 'integer':
    case 'decimal':
      return typeof entry === 'string' ? readNumber(item, entry) : NOTHING;
    case 'string':
    case 'text':
      return typeof entry === 'string' ? readText(item, entry) : NOTHING;
    case 'group':
    case 'display':
      return NOTHING;
  }
}
