import { consentDocument, type ConsentDocument } from '../../src/domain/consent/document.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { filledFor, findDocument } from './consents.js';
import { inTransaction, type Database } from './database.js';
import type { EndpointOptions } from './endpoint.js';
import { sha256 } from './ports.js';

/** Every text there has been, oldest first. */
async function everPublished(database: Database): Promise<readonly ConsentDocument[]> {
  const rows = await database
    .selectFrom('published_documents')
    .select('document')
    .orderBy('position')
    .execute();
  return rows.map(({ document }) => consentDocument.parse(JSON.parse(document)));
}

async function publishOne(database: Database, document: ConsentDocument, now: Date): Promise<void> {
  const { id, version, locale } = document;
  const text = canonicalJson(document);
  await database
    .insertInto('published_documents')
    .values({ id, version, locale, text_digest: sha256(text), document: text, first_published_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Fills the documents for the practice and writes down those that are new. Of a version that is asked for no more the
 * text stays the one that was published, whatever has become of the values since.
 *
 * @returns every text that was ever published, so that what was signed can be held against it; of one id, the last is
 *   the current one.
 * @throws Error in a plain sentence: a value is missing, or the text of a published version has changed.
 */
export async function publish({
  database,
  consents,
  practice,
  clock,
}: EndpointOptions): Promise<readonly ConsentDocument[]> {
  return inTransaction(database, async (transaction) => {
    const before = await everPublished(transaction);
    const isAsked = ({ id, version }: ConsentDocument) =>
      practice.consents.some((asked) => asked.id === id && asked.version === version);
    const offered = consents.map((document) => {
      const published = findDocument(before, document);
      return published === undefined || isAsked(document) ? filledFor(document, practice) : published;
    });
    for (const document of offered)
      if (findDocument(before, document) === undefined) await publishOne(transaction, document, clock());
    const all = await everPublished(transaction);
    for (const document of offered) {
      const published = findDocument(all, document);
      if (published === undefined || canonicalJson(published) === canonicalJson(document)) continue;
      throw new Error(
        `The consent document ${document.id} ${document.version} was published in other words before; a change of its text needs a new version.`,
      );
    }
    return [...all.filter((document) => findDocument(offered, document) === undefined), ...offered];
  });
}
