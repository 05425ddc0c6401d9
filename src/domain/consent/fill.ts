import type { ConsentDocument } from './document.js';

/** What a practice makes of a document: its names, fees and hours, and which parts it leaves out. */
export interface Filling {
  readonly values: Readonly<Record<string, string>>;
  /** Names of parts (`block.part`) that do not apply to the practice. */
  readonly without: readonly string[];
}

/** `{{fasting-food}}`: what stands between the braces is the name of a value. */
const BLANK = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Applies `change` to every text of a JSON value. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapTexts(entry as unknown, change)]),
  ) as T;
}

/**
 * The document as clients of one practice read it. A document without blanks and parts stays as it is, so that filling
 * it twice changes nothing: a value that would bring a blank with it is as good as none.
 *
 * @returns the name of the first blank that is left where one is: a sentence with a hole must never be signed.
 */
export function fillDocument(
  document: ConsentDocument,
  { values, without }: Filling,
): { readonly document: ConsentDocument } | { readonly missing: string } {
  const blocks = document.blocks.filter(({ part }) => part === undefined || !without.includes(part));
  let missing: string | undefined;
  const filled = mapTexts({ ...document, blocks }, (text) => {
    const written = text.replace(BLANK, (blank: string, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined || value.trim() === '') missing ??= name;
      return value ?? blank;
    });
    missing ??= [...written.matchAll(BLANK)][0]?.[1];
    return written;
  });
  return missing === undefined ? { document: filled } : { missing };
}

/** Whether a text can have come of one with blanks, whatever the values were. */
function isWrittenFrom(text: string, withBlanks: string): boolean {
  const [first = '', ...rest] = withBlanks.split(/\{\{[^{}]*\}\}/);
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Whether two JSON values differ in what fills the blanks of the second alone. */
function isFrom(value: unknown, template: unknown): boolean {
  if (typeof template === 'string') return typeof value === 'string' && isWrittenFrom(value, template);
  if (typeof template !== 'object' || template === null) return value === template;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(template))
    return false;
  const fields = value as Readonly<Record<string, unknown>>;
  const expected = Object.entries(template);
  return (
    Object.keys(fields).length === expected.length &&
    expected.every(([key, entry]) => Object.hasOwn(fields, key) && isFrom(fields[key], entry))
  );
}

/** Whether a document is another filled in by some practice that leaves these parts out: only values can differ. */
export const isFilledFrom = (
  document: ConsentDocument,
  template: ConsentDocument,
  without: readonly string[],
): boolean =>
  isFrom(document, {
    ...template,
    blocks: template.blocks.filter(({ part }) => part === undefined || !without.includes(part)),
  });
