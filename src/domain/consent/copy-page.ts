import { keptPage } from '../kept-page.js';
import { copyData, escaped, type CopySource } from './copy-data.js';
import {
  documentLines,
  momentInCopy,
  signaturePath,
  signatureLines,
  signatureViewBox,
  type Line,
  type LineRole,
} from './visible-text.js';

/** What the page says between the lines of the record, in one language. */
export interface CopyWords {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly labels: Readonly<Partial<Record<LineRole, string>>>;
  /** What a drawn signature is to somebody who can't see it. */
  readonly drawnBy: (name: string) => string;
  readonly unconfirmedTitle: string;
  readonly unconfirmed: string;
  readonly receivedTitle: string;
  readonly receivedNote: string;
  readonly saidTitle: string;
  readonly withdraw: string;
  readonly note: string;
}

/** What the client did stands out from what they read. */
const DONE = 'choice option check answer explanation acknowledgement done-at'.split(' ');
const SMALL = 'source done-at withdrawn-record text-digest record-digest'.split(' ');

const element = (tag: string, html: string): string => `<${tag}>${html}</${tag}>`;
const paragraph = (text: string): string => element('p', escaped(text));
const labelled = (label: string | undefined, html: string): string =>
  label === undefined ? html : `${element('b', escaped(label))} ${html}`;

function lineHtml({ role, text }: Line, { labels }: CopyWords): string {
  const html = escaped(text);
  if (role === 'title') return element('h1', html);
  if (role === 'heading') return element('h2', html);
  if (role === 'entry') return element('ul', element('li', html));
  const content = labelled(labels[role], SMALL.includes(role) ? element('small', html) : html);
  return `<p${DONE.includes(role) ? ' class="done"' : ''}>${content}</p>`;
}

/** Entries that follow each other are one list. */
const linesHtml = (lines: readonly Line[], words: CopyWords): string =>
  lines
    .map((line) => lineHtml(line, words))
    .join('')
    .replaceAll('</ul><ul>', '');

function signatureHtml(record: CopySource['record'], words: CopyWords): string {
  const lines = signatureLines(record);
  if (!('signature' in record) || record.signature.method !== 'drawn') return linesHtml(lines, words);
  const { drawing } = record.signature;
  const name = escaped(words.drawnBy(record.signer.name)).replaceAll('"', '&#34;');
  const svg = `<svg role="img" aria-label="${name}" viewBox="${signatureViewBox(drawing)}" width="${drawing.width}"><path d="${signaturePath(drawing)}" fill="none" stroke="currentcolor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"></path></svg>`;
  // A drawn signature stands where a typed one does, before its time.
  return [
    linesHtml(lines.slice(0, -1), words),
    element('p', labelled(words.labels.signature, svg)),
    linesHtml(lines.slice(-1), words),
  ].join('');
}

/** What a receipt covers, and apart from it what only the practice's page has said. */
function receivedHtml({ record, receipt, receivedAt, reference }: CopySource, words: CopyWords): string {
  const section = (title: string, lines: readonly Line[], note = '') =>
    lines.length === 0
      ? ''
      : element('section', element('h2', escaped(title)) + linesHtml(lines, words) + note);
  const received: readonly Line[] =
    receivedAt === undefined
      ? []
      : [{ role: 'received-at', text: momentInCopy(receivedAt, record.timeZone) }];
  const asked: readonly Line[] = reference === undefined ? [] : [{ role: 'reference', text: reference }];
  if (receipt === undefined) return section(words.saidTitle, [...received, ...asked]);
  return (
    section(words.receivedTitle, received, paragraph(words.receivedNote)) + section(words.saidTitle, asked)
  );
}

/** All that a client's copy shows, the same for the same record, receipt and words. */
export function copyBody(source: CopySource, words: CopyWords): string {
  const { record, recordDigest, receivedAt } = source;
  const isConsent = 'signature' in record;
  const unconfirmed =
    element('p', element('strong', escaped(words.unconfirmedTitle))) + paragraph(words.unconfirmed);
  const { locale } = isConsent ? record.document : record;
  const digests: readonly Line[] = [
    ...(isConsent ? [{ role: 'text-digest', text: record.textDigest } as const] : []),
    { role: 'record-digest', text: recordDigest },
  ];
  return [
    receivedAt === undefined ? element('aside', unconfirmed) : '',
    `<article lang="${locale}">${linesHtml(documentLines(record), words)}</article>`,
    element('section', signatureHtml(record, words)),
    receivedHtml(source, words),
    element(
      'section',
      (isConsent ? paragraph(words.withdraw) : '') + linesHtml(digests, words) + paragraph(words.note),
    ),
  ].join('');
}

/**
 * The client's copy as a file: a page without script, which asks for nothing and carries what it was made from. Made
 * again from that, it is the same to the last byte, by which it is verified.
 */
export const copyPage = (source: CopySource, words: CopyWords): string =>
  keptPage(
    words.language,
    words.title,
    element('main', copyBody(source, words)) + copyData(source, words.language),
  );
