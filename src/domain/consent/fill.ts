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
 * it twice changes nothing.
 *
 * @returns the name of the first value that is missing where one is: a sentence with a hole must never be signed.
 */
export function fillDocument(
  document: ConsentDocument,
  { values, without }: Filling,
): { readonly document: ConsentDocument } | { readonly missing: string } {
  const blocks = document.blocks.filter(({ part }) => part === undefined || !without.includes(part));
  let missing: string | undefined;
  const filled = mapTexts({ ...document, blocks }, (text) =>
    text.replace(BLANK, (blank: string, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined || value.trim() === '') missing ??= name;
      return value ?? blank;
    }),
  );
  return missing === undefined ? { document: filled } : { missing };
}
