import { base64url, utf8Bytes } from '../../src/domain/base64.js';
import type { Claimed } from '../../src/domain/consent/claimed.js';
import { readReceipt } from '../../src/domain/consent/receipt.js';
import { canonicalJson, wellFormed } from '../../src/domain/submission/canonical-json.js';
import type { Json } from '../../src/domain/untrusted.js';
import { digestOf } from './consent.js';
import { oneOf } from './seeded.js';

type Draw = () => number;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Another leaf than this, most often one of its kind: a slip of the pen, a later time, another digest, a step up. */
function otherThan(leaf: Json, draw: Draw): Json {
  if (typeof leaf === 'number') return leaf + oneOf([1, -1, 0.5], draw);
  if (typeof leaf !== 'string') return leaf === true ? false : 'x';
  if (/^\d{4}-\d\d-\d\dT/.test(leaf))
    return new Date(Date.parse(leaf) + Math.ceil(draw() * 9e8)).toISOString();
  if (/^[0-9a-f]{64}$/.test(leaf)) return digestOf(leaf);
  const at = Math.floor(draw() * (leaf.length + 1));
  const swapped = leaf.slice(0, at) + oneOf(['x', '0', ' ', ''], draw) + leaf.slice(at + 1);
  return wellFormed(oneOf([`${leaf}x`, leaf.slice(0, -1), swapped, leaf.toUpperCase()], draw));
}

function tamperedList(list: readonly Json[], draw: Draw): Json {
  const at = Math.floor(draw() * list.length);
  const entry = list[at] ?? 'x';
  const without = list.filter((_, index) => index !== at);
  const kind = draw();
  if (kind < 0.1 || list.length === 0) return [...list, entry];
  if (kind < 0.2) return without;
  if (kind < 0.25) return [...without, entry];
  return list.map((each, index) => (index === at ? tampered(each, draw) : each));
}

/** A JSON value of which one thing was changed, somewhere in it: a leaf, a member or an entry more or less, an order. */
export function tampered(value: Json, draw: Draw): Json {
  if (typeof value !== 'object' || value === null) return otherThan(value, draw);
  if (isList(value)) return tamperedList(value, draw);
  const keys = Object.keys(value);
  const key = oneOf(keys, draw);
  const kind = draw();
  if (kind < 0.02) return { ...value, note: 'x' };
  if (kind < 0.04) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
  return { ...value, [key]: tampered(value[key] ?? null, draw) };
}

/** The record changed, and every digest in the file made anew where `isAnew`. */
function withTamperedRecord(claimed: Claimed, isAnew: boolean, draw: Draw): object {
  const record = tampered(claimed.record as Json, draw) as Claimed['record'] & { textDigest?: string };
  if (!isAnew) return { ...claimed, record };
  const again = 'textDigest' in record ? { ...record, textDigest: digestOf(record.document ?? '') } : record;
  return {
    ...claimed,
    record: again,
    recordDigest: digestOf(again),
    textDigest: digestOf(record.document ?? ''),
  };
}

/** The receipt changed to say what the forger wants, under the signature that it had. */
function withTamperedReceipt(claimed: Claimed, draw: Draw): object {
  const { receipt = '' } = claimed;
  const read = readReceipt(receipt);
  const [header, , signature] = receipt.split('.');
  if (!read || draw() < 0.3) return { ...claimed, receipt: otherThan(receipt, draw) };
  const payload = base64url(utf8Bytes(canonicalJson(tampered(read.receipt, draw))));
  return { ...claimed, receipt: `${header}.${payload}.${signature}` };
}

/** What a forger makes of a record with its receipt, one thing changed. */
export function forgery(claimed: Claimed, isAnew: boolean, draw: Draw): object {
  const kind = draw();
  if (kind < 0.75) return withTamperedRecord(claimed, isAnew, draw);
  if (kind < 0.85) {
    const name = oneOf(['recordDigest', 'textDigest', 'receivedAt'] as const, draw);
    return { ...claimed, [name]: otherThan(claimed[name] ?? '', draw) };
  }
  return withTamperedReceipt(claimed, draw);
}
