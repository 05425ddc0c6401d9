import { COPY_SCHEMA, type CopySource } from '../../src/domain/consent/copy-data.js';
import { copyPage } from '../../src/domain/consent/copy-page.js';
import { enCopy } from '../../src/locale/en-copy.js';

/** Makes the page of a client's copy from what the copy carries. */
export type Page = (source: CopySource) => string;

/**
 * Each way in which copies were ever made, by the version and the language that they name. What is in here stays: where
 * the product's page, its words or its style change, they get a new version, and what they were is kept for this list.
 */
export const PAGES: ReadonlyMap<string, ReadonlyMap<string, Page>> = new Map([
  [COPY_SCHEMA, new Map([[enCopy.language, (source: CopySource) => copyPage(source, enCopy)]])],
]);
