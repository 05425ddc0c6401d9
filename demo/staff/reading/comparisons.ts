import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import { currentText, textOf, type Found } from './consents.js';
import { instantInWords } from './time.js';

/** Two texts to lay side by side, the earlier first. */
export interface Comparison {
  /** What it is chosen by. */
  readonly words: string;
  readonly before: ConsentDocument;
  readonly after: ConsentDocument;
}

const isSameText = (one: ConsentDocument, other: ConsentDocument): boolean =>
  one.version === other.version && one.locale === other.locale;

/** What the signed text can be held against: the text now, and each other text that the client signed, newest first. */
export function comparisonsOf({ record, document }: Found, timeZone: string): readonly Comparison[] {
  const signed = textOf(record, document);
  if (signed === undefined) return [];
  const current = currentText(document, record.locale);
  const now: readonly Comparison[] =
    current === undefined || current.version === signed.version
      ? []
      : [{ words: `The text now, version ${current.version}`, before: signed, after: current }];
  const place = document.records.indexOf(record);
  const others = document.records.flatMap((each, at): readonly Comparison[] => {
    const text = textOf(each, document);
    const known = current === undefined ? [signed] : [signed, current];
    if (text === undefined || known.some((other) => isSameText(text, other))) return [];
    const words = `Version ${each.version}, received ${instantInWords(each.receivedAt, timeZone)}`;
    return [at > place ? { words, before: text, after: signed } : { words, before: signed, after: text }];
  });
  return [...now, ...others];
}
