import { clockIn } from '../scheduling/zone.js';
import type { ConsentBlock, ConsentDocument, ConsentSource } from './document.js';
import type { ConsentRecord, Drawing, WithdrawalRecord } from './record.js';

/** What a line of the client's copy is: whoever renders it chooses the element and the label by it. */
export type LineRole =
  | 'title'
  | 'version'
  | 'heading'
  | 'paragraph'
  | 'entry'
  | 'source'
  | 'choice'
  | 'option'
  | 'check'
  | 'answer'
  | 'explanation'
  | 'acknowledgement'
  /** When the line before it was ticked or chosen. */
  | 'done-at'
  | 'term'
  | 'statement'
  | 'client'
  | 'signer'
  | 'authority'
  | 'signature'
  | 'signed-at'
  | 'withdrawn-record'
  | 'received-at'
  | 'reference'
  | 'text-digest'
  | 'record-digest';

export interface Line {
  readonly role: LineRole;
  readonly text: string;
}

/** What the copy says beside the record. */
export interface CopyFrame {
  readonly recordDigest: string;
  readonly receivedAt?: string | undefined;
  readonly reference?: string | undefined;
}

const line = (role: LineRole, text: string): Line => ({ role, text });
const lines = (role: LineRole, texts: readonly string[] = []): readonly Line[] =>
  texts.map((text) => line(role, text));
const optional = (role: LineRole, text: string | undefined): readonly Line[] =>
  text === undefined ? [] : [line(role, text)];

/**
 * An instant as a copy shows it, the same in every browser and language: the clock of the client's zone, and UTC's.
 * `2026-11-22 11:58, America/Los_Angeles (19:58 UTC)`.
 */
export function momentInCopy(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return `${clockIn(timeZone, at)}, ${timeZone} (${clockIn('UTC', at).slice(-5)} UTC)`;
}

function sourceLine({ claim, source, year, count, comparison, url }: ConsentSource): Line {
  const parts = [
    claim,
    `${source}, ${year}`,
    count === undefined ? [] : `n = ${count}`,
    comparison,
    url ?? [],
  ];
  return line('source', parts.flat().join(' · '));
}

function blockLines(block: ConsentBlock, record: ConsentRecord): readonly Line[] {
  const { id, heading, paragraphs, list, sources = [], check } = block;
  const doneAt = (at: string) => line('done-at', momentInCopy(at, record.timeZone));
  const choices = record.schema === 'kap/consent-record/2' ? record.choices : [];
  const answers = record.checks.filter((each) => each.block === id).flatMap((each) => each.answers);
  return [
    ...optional('heading', heading),
    ...lines('paragraph', paragraphs),
    ...lines('entry', list),
    ...sources.map(sourceLine),
    ...choices
      .filter((each) => each.block === id)
      .flatMap(({ question, text, at }) => [line('choice', question), line('option', text), doneAt(at)]),
    ...optional('check', check?.question),
    ...answers.map((answer) =>
      line('answer', check?.answers.find((each) => each.id === answer)?.text ?? answer),
    ),
    ...optional('explanation', check?.explanation),
    ...record.acknowledgements
      .filter((each) => each.block === id)
      .flatMap(({ text, at }) => [line('acknowledgement', text), doneAt(at)]),
  ];
}

const termLines = ({ terms = [] }: ConsentDocument): readonly Line[] =>
  terms.map(({ term, meaning }) => line('term', `${term}: ${meaning}`));

function signatureLines({ signer, signature, timeZone }: ConsentRecord): readonly Line[] {
  const { statement, at } = signature;
  return [
    line('statement', statement),
    ...(signer.role === 'representative' ? [line('client', signer.client)] : []),
    line('signer', signer.name),
    ...(signer.role === 'representative' ? [line('authority', signer.authority)] : []),
    ...(signature.method === 'typed' ? [line('signature', signature.value)] : []),
    line('signed-at', momentInCopy(at, timeZone)),
  ];
}

function recordLines(record: ConsentRecord | WithdrawalRecord): readonly Line[] {
  const { title, version } = record.document;
  const head = [line('title', title), line('version', version)];
  if (record.schema === 'kap/consent-withdrawal/1') {
    const { statement, at, timeZone, recordDigest } = record;
    return [
      ...head,
      line('statement', statement),
      line('signed-at', momentInCopy(at, timeZone)),
      line('withdrawn-record', recordDigest),
    ];
  }
  const { document } = record;
  return [
    ...head,
    ...document.blocks.flatMap((block) => blockLines(block, record)),
    ...termLines(document),
    ...signatureLines(record),
  ];
}

/**
 * All that the client's copy shows of a record, line by line, in order. A copy is made from these lines, with labels
 * between them, and verified against them.
 */
export function copyLines(
  record: ConsentRecord | WithdrawalRecord,
  { recordDigest, receivedAt, reference }: CopyFrame,
): readonly Line[] {
  return [
    ...recordLines(record),
    ...optional('received-at', receivedAt && momentInCopy(receivedAt, record.timeZone)),
    ...optional('reference', reference),
    ...('textDigest' in record ? [line('text-digest', record.textDigest)] : []),
    line('record-digest', recordDigest),
  ];
}

/** The same as text alone. */
export const visibleText = (record: ConsentRecord | WithdrawalRecord, frame: CopyFrame): readonly string[] =>
  copyLines(record, frame).map(({ text }) => text);

/** A drawn signature as an SVG path in a `viewBox` of its pad; a point alone is a line to itself, which a round end shows. */
export const signaturePath = ({ strokes }: Drawing): string =>
  strokes
    .map((stroke) => (stroke.length === 1 ? [...stroke, ...stroke] : stroke))
    .map((stroke) => `M${stroke.map((point) => point.join(' ')).join('L')}`)
    .join('');

export const signatureViewBox = ({ width, height }: Drawing): string => `0 0 ${width} ${height}`;
