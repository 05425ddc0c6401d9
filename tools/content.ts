import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronicRecordsConsent, ketamineTherapyConsent } from '../src/content/en/consents/index.js';
import { howAreYouSince, intentions, readiness, reflection } from '../src/content/en/questionnaires/index.js';

/** The product's own words that do not go into the script: an endpoint serves them, or a page names their address. */
const published = [
  ketamineTherapyConsent,
  electronicRecordsConsent,
  intentions,
  readiness,
  reflection,
  howAreYouSince,
];

/** Writes one JSON file a document and language, such as `ketamine-therapy.en.json`. */
export function writeContent(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return published.map((document) => {
    const file = join(folder, `${document.id}.${document.locale}.json`);
    writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
    return file;
  });
}
