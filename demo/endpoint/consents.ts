import { faultOfDocument, consentDocument, type ConsentDocument } from '../../src/domain/consent/document.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';

type NamedDocument = Pick<ConsentDocument, 'id' | 'version' | 'locale'>;

/** The published document of that id and version, in that language. */
export const findDocument = (
  documents: readonly ConsentDocument[],
  { id, version, locale }: NamedDocument,
): ConsentDocument | undefined =>
  documents.find(
    (document) => document.id === id && document.version === version && document.locale === locale,
  );

/** The document of that id that clients are asked to sign now. */
export const currentDocument = (
  documents: readonly ConsentDocument[],
  id: string,
): ConsentDocument | undefined => documents.findLast((document) => document.id === id);

/** What keeps these documents from being signed at a practice, in words for whoever publishes them. */
export function faultOfConsents(
  documents: readonly ConsentDocument[],
  { consents, sessionKinds }: PracticeProfile,
): string | undefined {
  for (const document of documents) {
    const { id, version } = document;
    const fault = consentDocument.safeParse(document).success
      ? faultOfDocument(document)
      : 'it is not written as one';
    if (fault !== undefined) return `The consent document ${id} ${version} is not right: ${fault}.`;
    if (findDocument(documents, document) !== document)
      return `The consent document ${id} ${version} is published twice; a change of its text needs a new version.`;
  }
  for (const { id, version } of consents) {
    const current = currentDocument(documents, id);
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
