const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The one way to write a JSON value, RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, no
 * white space, numbers and strings as ECMAScript writes them. Written out here because `JSON.stringify` calls any
 * `toJSON` that the host page has planted on a prototype.
 *
 * @throws TypeError for what JSON cannot hold: `undefined` inside an array, NaN, infinities, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('not a JSON number');
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (Array.isArray(value)) {
    const entries: string[] = [];
    for (const entry of value as readonly unknown[]) entries.push(canonicalJson(entry));
    return `[${entries.join(',')}]`;
  }
  if (typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>>;
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort(byCodeUnits)
      .map((key) => `${canonicalString(key)}:${canonicalJson(record[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

/** A text without what JSON can't carry: half of a character cut in two, as a length limit can leave it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('lone surrogate');
  return JSON.stringify(value);
}
