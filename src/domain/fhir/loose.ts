import { plainText } from '../questionnaire/answers.js';
import type { Coding, ResponseValue } from '../questionnaire/response-value.js';

/** Somebody else's JSON object, whose fields may hold anything. */
export type Loose = Readonly<Record<string, unknown>>;

/** Says that a feature is not supported, to whoever made the questionnaire. */
export type Unsupported = (feature: string) => void;

export const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {};

export const listOf = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.map(looseOf) : []);

/** A text cut to at most so many characters; nothing where it says nothing. */
export const wordsOf = (value: unknown, most = 4000): string | undefined =>
  (typeof value === 'string' && plainText(value.slice(0, most))) || undefined;

/** A Coding as responses carry it, http://hl7.org/fhir/R4/datatypes.html#Coding; its words stand in for a code. */
export function codingOf(value: unknown): (Coding & { readonly display: string }) | undefined {
  const from = looseOf(value);
  const words = wordsOf(from['display'], 1000);
  const code = wordsOf(from['code'] ?? words, 200)?.replace(/\s+/g, ' ');
  const system = wordsOf(from['system'], 300)?.replace(/\s/g, '');
  return code === undefined ? undefined : { ...(system && { system }), code, display: words ?? code };
}

/** What the text of each simple value must look like. */
const SIMPLE = {
  valueString: /\S/,
  valueInteger: /^-?\d{1,9}$/,
  valueDate: /^\d{4}(-\d\d){0,2}$/,
  valueTime: /^\d\d:\d\d:\d\d$/,
} as const;

/** The answer that an option stands for; nothing where it is of a type that we have no answers of. */
export function optionValueOf(from: Loose): ResponseValue | undefined {
  const valueCoding = codingOf(from['valueCoding']);
  if (valueCoding) return { valueCoding };
  for (const [name, form] of Object.entries(SIMPLE)) {
    const value = from[name];
    const written = typeof value === 'number' ? String(value) : (wordsOf(value) ?? '');
    if (form.test(written)) return { [name]: name === 'valueInteger' ? Number(written) : written };
  }
  return undefined;
}

/** Extensions that change what is asked, and that we don't do. */
const CHANGES_MEANING = /xpression |edia |onstraint |ValueSet |unitOpen optionsOr|subQ|signatureR/;

/** The field that an extension fills, where the two are not called the same. */
const FIELDS: Readonly<Record<string, string>> = {
  maxDecimalPlaces: 'decimals',
  regex: 'pattern',
  itemControl: 'control',
  displayCategory: 'control',
  unitOption: 'units',
  optionExclusive: 'exclusive',
  itemWeight: 'ordinal',
  entryFormat: 'hint',
};

/** What an extension is called at the end of its address, where it is FHIR's own or ours, `urn:kap:<field>`. */
const NAME = /^(?:urn:kap:|http:\/\/hl7\.org\/).*?(\w+)$/;

/** An object's own fields, and beside them those that its extensions stand for, each with all its values. */
export function withExtensions(from: Loose, unsupported: Unsupported): Loose {
  const fields: Record<string, unknown> = {};
  const extensions = [from, looseOf(from['valueCoding'])].flatMap((each) => listOf(each['extension']));
  for (const extension of extensions) {
    const name = NAME.exec(String(extension['url']))?.[1] ?? '';
    const [, value] = Object.entries(extension).find(([key]) => key.startsWith('value')) ?? [];
    const { coding, value: amount } = looseOf(value);
    if (CHANGES_MEANING.test(`${name} ${String(value)}`)) unsupported(name);
    const field = FIELDS[name] ?? name.replace(/(Value|Quantity|Text)$/, '');
    fields[field] = [fields[field] ?? [], listOf(coding)[0]?.['code'] ?? amount ?? value].flat();
  }
  if (from['modifierExtension'] !== undefined) unsupported('modifierExtension');
  return { ...from, ...fields };
}

/** The values of a field, however it came. */
export const valuesOf = (field: unknown): readonly unknown[] => {
  if (field === undefined || field === null) return [];
  return Array.isArray(field) ? field : [field];
};
