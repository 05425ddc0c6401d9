import * as z from 'zod/mini';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deeper than any document of ours; a reader that recurses must not run out of stack on a stranger's JSON. */
const MAX_DEPTH = 64;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Escaped in JSON it parses, and a database refuses it in any text. */
const NUL = '\u0000';

function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !value.includes(NUL);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((entry) => isHarmless(entry, depth + 1));
  return Object.entries(value).every(
    ([key, entry]) => !FORBIDDEN_KEYS.has(key) && !key.includes(NUL) && isHarmless(entry, depth + 1),
  );
}

/**
 * Reads JSON that somebody else wrote.
 *
 * @param maxLength in UTF-16 units; longer text is refused unread.
 * @returns `undefined` for what is not JSON, too long, deeper than 64 levels, or holds U+0000 or a key that could reach
 *   a prototype (`__proto__`, `constructor`, `prototype`).
 */
export function parseUntrusted(text: string, maxLength: number): Json | undefined {
  if (text.length > maxLength) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  return isHarmless(value, 0) ? value : undefined;
}

/** Text of at most `max` characters, a single character at least. */
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** A link a client may follow: `https:`, `tel:` or `mailto:` and nothing that could run. */
export const safeUrl = z
  .string()
  .check(z.maxLength(2000), z.regex(/^(https:\/\/|tel:|mailto:)[^\s<>"'\\]+$/i));

/** A name for a thing in a URL or a reference: lower-case letters, digits, dots and hyphens. */
export const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/));

/** An instant in UTC as ISO 8601, for example `2026-11-22T20:10:00.000Z`; on a day that the calendar has. */
export const instant = z
  .string()
  .check(
    z.regex(
      /^(\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))|(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
    ),
  );

/** A calendar date without zone, `2026-11-22`. */
export const plainDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

export const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** An IANA time zone's name; whether the platform knows it is asked where it is used. */
export const timeZone = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/));

/** A BCP 47 language tag. */
export const locale = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/));

/** Lower-case hex SHA-256. */
export const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
