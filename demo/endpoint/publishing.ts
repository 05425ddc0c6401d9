import { consentDocument, type ConsentDocument } from '../../src/domain/consent/document.js';
import { isFilledFrom } from '../../src/domain/consent/fill.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { filledFor, findDocument } from './consents.js';
import { inTransaction, type Database } from './database.js';
import type { EndpointOptions } from './endpoint.js';
import { sha256 } from './ports.js';

/** Every text there has been. */
interface Texts {
  /** Those that were published, one a version and language, oldest first. */
  readonly published: readonly ConsentDocument[];
  /** Others that were signed under a version that has another text. */
  readonly signed: readonly ConsentDocument[];
}

async function everyText(database: Database): Promise<Texts> {
  const rows = await database
    .selectFrom('published_documents')
    .select(['document', 'is_from_record'])
    .orderBy('position')
    .execute();
  const of = (isFromRecord: boolean) =>
    rows
      .filter(({ is_from_record }) => is_from_record === isFromRecord)
      .map(({ document }) => consentDocument.parse(JSON.parse(document)));
  return { published: of(false), signed: of(true) };
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

const isSame = (one: ConsentDocument, other: ConsentDocument): boolean =>
  canonicalJson(one) === canonicalJson(other);

const changedText = ({ id, version }: ConsentDocument): Error =>
  new Error(
    `The consent document ${id} ${version} was published in other words before; a change of its text needs a new version.`,
  );

/** What a version is called after that only values have changed of: the written version, `+`, and 8 hex digits. */
const DERIVED = /\+[0-9a-f]{8}$/;
const writtenVersion = (version: string): string => version.replace(DERIVED, '');

/** A filled text as it is under a version: of another than the written one only values have changed. */
const under = (document: ConsentDocument, version: string): ConsentDocument =>
  document.version === version ? document : { ...document, version, change: 'minor' };

/**
 * The version under which these texts, one document in its languages, are published. It is the written one, until a
 * value of the practice changes: then it is a minor version of its own. Values that come back bring back its version.
 *
 * @throws Error in a plain sentence where more than values has changed.
 */
function versionFor(
  written: readonly ConsentDocument[],
  practice: PracticeProfile,
  published: readonly ConsentDocument[],
): string {
  const [first] = written;
  if (first === undefined) return '';
  const { id, version } = first;
  const filled = written.map((document) => filledFor(document, practice));
  const without = practice.consents.find((asked) => asked.id === id)?.without ?? [];
  const known = published.filter((each) => each.id === id && writtenVersion(each.version) === version);
  const versions = [...new Set(known.map((each) => each.version))];
  const fits = (each: string) =>
    filled.every((document) => {
      const there = findDocument(known, under(document, each));
      return there === undefined || isSame(there, under(document, each));
    });
  const fitting = versions.find(fits);
  if (fitting !== undefined || versions.length === 0) return fitting ?? version;
  for (const document of written) {
    const there = findDocument(known, document);
    if (there !== undefined && !isFilledFrom(there, document, without)) throw changedText(document);
  }
  return `${version}+${sha256(canonicalJson(filled)).slice(0, 8)}`;
}

/** The documents as they are offered now; of a version that is asked for no more, as it was published. */
function offeredTexts(
  consents: readonly ConsentDocument[],
  practice: PracticeProfile,
  published: readonly ConsentDocument[],
): readonly ConsentDocument[] {
  return consents.map((document) => {
    const { id, version } = document;
    const isAsked = practice.consents.some((asked) => asked.id === id && asked.version === version);
    const before = isAsked ? undefined : findDocument(published, document);
    if (before !== undefined) return before;
    if (!isAsked) return filledFor(document, practice);
    const inEveryLanguage = consents.filter((each) => each.id === id && each.version === version);
    return under(filledFor(document, practice), versionFor(inEveryLanguage, practice, published));
  });
}

/** In the order of the versions as they are written; of what is given no more, as it was published. */
function inOrder(
  published: readonly ConsentDocument[],
  consents: readonly ConsentDocument[],
): readonly ConsentDocument[] {
  const rank = ({ id, version }: ConsentDocument) =>
    consents.findIndex((each) => each.id === id && each.version === writtenVersion(version));
  return published.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * Fills the documents for the practice and writes down those that are new. A changed value makes a minor version of its
 * own; the text before it is kept. Of a version that is asked for no more the text stays the one that was published,
 * whatever has become of the values since.
 *
 * @returns every text that was ever published or signed, so that what was signed can be held against it, and the
 *   profile with the versions that are asked for now.
 * @throws Error in a plain sentence: a value is missing, or the text of a published version has changed.
 */
export async function publish({
  database,
  consents,
  practice,
  clock,
}: EndpointOptions): Promise<Pick<EndpointOptions, 'consents' | 'practice'>> {
  return inTransaction(database, async (transaction) => {
    const before = await everyText(transaction);
    const offered = offeredTexts(consents, practice, before.published);
    for (const document of offered)
      if (findDocument(before.published, document) === undefined)
        await publishOne(transaction, document, clock());
    const { published, signed } = await everyText(transaction);
    for (const document of offered) {
      const there = findDocument(published, document);
      if (there === undefined || !isSame(there, document)) throw changedText(document);
    }
    const asked = practice.consents.map((each) => {
      const current = offered.findLast(
        ({ id, version }) => id === each.id && writtenVersion(version) === each.version,
      );
      return current === undefined ? each : { ...each, version: current.version };
    });
    return {
      consents: [...inOrder(published, consents), ...signed],
      practice: { ...practice, consents: asked },
    };
  });
}
