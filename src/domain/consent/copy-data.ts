import { canonicalJson } from '../submission/canonical-json.js';
import type { ConsentRecord, WithdrawalRecord } from './record.js';

/**
 * The version of the client's copy: of what it carries, and of the page around it to the last byte. Whoever changes the
 * page, its words or its style makes a new version, and leaves the old ones to the verifier.
 */
export const COPY_SCHEMA = 'kap/consent-copy/2';

/** What a client's copy is made from. */
export interface CopySource {
  readonly record: ConsentRecord | WithdrawalRecord;
  readonly recordDigest: string;
  /** The endpoint's signed word, a compact JWS, where there is one yet. It comes with `receivedAt`. */
  readonly receipt?: string | undefined;
  /** As the endpoint said it: a name to ask by. No receipt covers it. */
  readonly reference?: string | undefined;
  /** As the endpoint said it. A receipt covers it. */
  readonly receivedAt?: string | undefined;
}

/** All text of a copy is written so: nothing in it can be markup, and no line ending is there to be changed on the way. */
export const escaped = (text: string): string =>
  text.replace(/[&<>\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A `template` carries the data: its text is seen by nobody. */
const OPENING = '<template id="kap-record">';
const CLOSING = '</template>';

/**
 * What a client's copy carries beside what it shows, so that it can be verified without the practice: canonical JSON.
 *
 * @param language of the words in the page.
 */
export function copyData(source: CopySource, language: string): string {
  const { record, recordDigest, receipt, reference, receivedAt } = source;
  const data = { schema: COPY_SCHEMA, language, record, recordDigest, receipt, reference, receivedAt };
  return `${OPENING}${escaped(canonicalJson(data))}${CLOSING}`;
}

/** The JSON that a copy carries, whatever else stands in the page; nothing where there is none. */
export function dataInCopy(page: string): string | undefined {
  const start = page.lastIndexOf(OPENING);
  const end = page.indexOf(CLOSING, start);
  if (start < 0 || end < 0) return undefined;
  return page
    .slice(start + OPENING.length, end)
    .replace(/&#(\d{2});/g, (_, code: string) => String.fromCharCode(Number(code)));
}
