import { canonicalJson } from '../submission/canonical-json.js';
import { consentDocument, faultOfDocument, type ConsentDocument } from './document.js';

/** A document, or what keeps it from being used, in words for whoever publishes it. */
export type ReadDocument = { readonly document: ConsentDocument } | { readonly fault: string };

type Fields = Readonly<Record<string, unknown>>;

/** The least that is a document: one field of another can be tried in it. */
const LEAST: Fields = {
  schema: 'kap/consent-document/2',
  id: 'x',
  version: '1',
  locale: 'en',
  title: 'x',
  change: 'minor',
  blocks: [{ id: 'x', paragraphs: [] }],
};
const LEAST_BLOCK: Fields = { id: 'x', paragraphs: [] };

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits = (value: unknown): boolean => consentDocument.safeParse(value).success;

/** The first field that does not fit where the least of its kind has it. */
const misfit = (value: Fields, least: Fields, isRight: (tried: Fields) => boolean): string | undefined =>
  [...new Set([...Object.keys(least), ...Object.keys(value)])].find(
    (key) => !isRight({ ...least, [key]: value[key] }),
  );

function misfitIn(value: unknown): string {
  if (!isObject(value)) return 'it is no consent document';
  const { blocks } = value;
  if (Array.isArray(blocks)) {
    for (const [at, block] of blocks.entries()) {
      const isRight = (tried: unknown) => fits({ ...LEAST, blocks: [tried] });
      if (isRight(block)) continue;
      const name = isObject(block) && typeof block['id'] === 'string' ? block['id'] : `number ${at + 1}`;
      const field = isObject(block) ? misfit(block, LEAST_BLOCK, isRight) : undefined;
      return `${field ?? 'something'} of the block ${name} is missing or not right`;
    }
  }
  return `its ${misfit(value, LEAST, fits) ?? 'size'} is missing or not right`;
}

/** Where a value holds what the schema, which drops it, does not know. */
function unknownIn(value: unknown, known: unknown, at: readonly string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const path = [...at, key];
    if (!Object.hasOwn(known as object, key)) return path.join('.');
    const within = unknownIn(entry, (known as Fields)[key], path);
    if (within !== undefined) return within;
  }
  return undefined;
}

/**
 * Reads a document that somebody else wrote. What is signed must not have room for what nobody looks at: a field that
 * is not known is a fault, not something to drop.
 */
export function readDocument(value: unknown): ReadDocument {
  const { success, data } = consentDocument.safeParse(value);
  if (!success || !data) return { fault: misfitIn(value) };
  const unknown = unknownIn(value, data);
  if (unknown !== undefined) return { fault: `${unknown} is nothing that a document has` };
  try {
    canonicalJson(data);
  } catch {
    return { fault: 'it holds half of a character' };
  }
  const fault = faultOfDocument(data);
  return fault === undefined ? { document: data } : { fault };
}
