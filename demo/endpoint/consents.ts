import type { Selectable } from 'kysely';
import { consentDocument, faultOfDocument, type ConsentDocument } from '../../src/domain/consent/document.js';
import { fillDocument } from '../../src/domain/consent/fill.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import type { EndpointOptions } from './endpoint.js';
import { sha256 } from './ports.js';
import type { Tables } from './tables.js';

type SignedUnder = Pick<Selectable<Tables['consents']>, 'document_id' | 'version' | 'locale' | 'text_digest'>;
type NamedDocument = Pick<ConsentDocument, 'id' | 'version' | 'locale'>;

/** The published document of that id and version, in that language. */
export const findDocument = (
  documents: readonly ConsentDocument[],
  { id, version, locale }: NamedDocument,
): ConsentDocument | undefined =>
  documents.find(
    (document) => document.id === id && document.version === version && document.locale === locale,
  );

/** The text that somebody signed: of several under one version the one with that digest. */
export function signedText(
  documents: readonly ConsentDocument[],
  { document_id: id, version, locale, text_digest }: SignedUnder,
): ConsentDocument | undefined {
  const named = { id, version, locale };
  const texts = documents.filter((document) => findDocument([document], named) !== undefined);
  if (texts.length < 2) return texts[0];
  return texts.find((document) => sha256(canonicalJson(document)) === text_digest) ?? texts[0];
}

/**
 * A version of a document in the language that is asked for; where it has none in that, in the practice's own, and else
 * in the first that there is.
 */
export function versionOf(
  { consents, practice }: Pick<EndpointOptions, 'consents' | 'practice'>,
  { id, version }: { readonly id: string; readonly version: string },
  locale?: string,
): ConsentDocument | undefined {
  const texts = consents.filter((document) => document.id === id && document.version === version);
  const inLanguage = (wanted: string | undefined) => texts.find((document) => document.locale === wanted);
  return inLanguage(locale) ?? inLanguage(practice.locales[0]) ?? texts[0];
}

/** The document of that id that clients are asked to sign now, in the language that is asked for where it can be had. */
export function currentDocument(
  options: Pick<EndpointOptions, 'consents' | 'practice'>,
  id: string,
  locale?: string,
): ConsentDocument | undefined {
  const asked = options.practice.consents.find((consent) => consent.id === id);
  return asked && versionOf(options, asked, locale);
}

/**
 * What has changed for somebody who signed a version since: the gravest of all the versions that came after it.
 *
 * @returns `undefined` where it is the current one, or none is asked for any more.
 */
export function changeSince(
  options: Pick<EndpointOptions, 'consents' | 'practice'>,
  signed: NamedDocument,
): ConsentDocument['change'] | undefined {
  const current = currentDocument(options, signed.id, signed.locale);
  if (current === undefined || current.version === signed.version) return undefined;
  const versions = options.consents.filter(({ id }) => id === signed.id);
  const at = versions.findIndex(({ version }) => version === signed.version);
  // Of a text that nobody knows any more nobody can say what has changed.
  if (at < 0) return 'material';
  const later = versions.slice(at + 1, versions.indexOf(current) + 1);
  return later.some(({ change, version }) => change === 'material' && version !== signed.version)
    ? 'material'
    : 'minor';
}

type Asked = PracticeProfile['consents'][number];

/** What keeps a document from being the practice's own, in words for whoever publishes it. */
function faultOfAdoption(document: ConsentDocument, asked: Asked | undefined): string | undefined {
  const { id, version, sample } = document;
  if (sample && asked === undefined)
    return `The consent document ${id} ${version} is a sample. The practice profile has to say who adopted it, and when.`;
  const parts = new Set(document.blocks.flatMap(({ part }) => part ?? []));
  const unknown = asked?.version === version && asked.without?.find((part) => !parts.has(part));
  return unknown
    ? `The practice profile leaves the part ${unknown} out of the consent document ${id} ${version}, which has no such part.`
    : undefined;
}

/** What is wrong with a document in itself. */
function faultOf(document: ConsentDocument): string | undefined {
  return consentDocument.safeParse(document).success ? faultOfDocument(document) : 'it is not written as one';
}

/**
 * A document as the clients of a practice read it: the parts that apply to it, its own names and numbers in the blanks.
 *
 * @throws Error in a plain sentence, where a value is missing or what comes out can't be signed.
 */
export function filledFor(document: ConsentDocument, { consents, values }: PracticeProfile): ConsentDocument {
  const { id, version } = document;
  const without = consents.find((asked) => asked.id === id)?.without ?? [];
  const filled = fillDocument(document, { values, without });
  if ('missing' in filled && Object.hasOwn(values, filled.missing) && values[filled.missing]?.trim())
    throw new Error(
      `The consent document ${id} ${version} can’t be filled in: one of the practice profile’s values holds a blank itself, for ${filled.missing}.`,
    );
  if ('missing' in filled)
    throw new Error(
      `The consent document ${id} ${version} has a blank for ${filled.missing}, and the practice profile has no such value.`,
    );
  const fault = faultOf(filled.document);
  if (fault !== undefined)
    throw new Error(`The consent document ${id} ${version} is not right once it is filled in: ${fault}.`);
  return filled.document;
}

/** What keeps these documents from being signed at a practice, in words for whoever publishes them. */
export function faultOfConsents(
  documents: readonly ConsentDocument[],
  { consents, sessionKinds }: PracticeProfile,
): string | undefined {
  for (const document of documents) {
    const { id, version } = document;
    const fault = faultOf(document);
    if (fault !== undefined) return `The consent document ${id} ${version} is not right: ${fault}.`;
    if (findDocument(documents, document) !== document)
      return `The consent document ${id} ${version} is published twice; a change of its text needs a new version.`;
    const adoption = faultOfAdoption(
      document,
      consents.find((asked) => asked.id === id),
    );
    if (adoption !== undefined) return adoption;
  }
  for (const { id, version } of consents) {
    const current = documents.findLast((document) => document.id === id);
    if (current?.version === version) continue;
    const published = current === undefined ? 'none is published' : `${current.version} is the current one`;
    return `The practice profile asks for the consent ${id} ${version}, but ${published}.`;
  }
  for (const { id, needs } of sessionKinds) {
    const missing = needs.consents?.find((needed) => !consents.some((consent) => consent.id === needed));
    if (missing !== undefined)
      return `The session kind ${id} needs the consent ${missing}, which the practice profile does not ask for.`;
  }
  return undefined;
}
