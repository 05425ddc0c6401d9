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
  /** A question that the client wished to go over with a clinician. */
  | 'together'
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
  | 'taken-back-at'
  | 'withdrawn-record'
  | 'received-at'
  | 'reference'
  | 'text-digest'
  | 'record-digest';

export interface Line {
  readonly role: LineRole;
  readonly text: string;
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
  return `${clockIn(timeZone, at)}, ${timeZone} (${new Date(at).toISOString().slice(11, 16)} UTC)`;
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
  const checks = record.checks.filter((each) => each.block === id);
  const answers = checks.flatMap((each) => each.answers);
  const wishes =
    record.schema === 'kap/consent-record/2' &&
    record.checks.some((each) => each.block === id && each.together);
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
    ...optional('together', wishes ? check?.question : undefined),
    ...record.acknowledgements
      .filter((each) => each.block === id)
      .flatMap(({ text, at }) => [line('acknowledgement', text), doneAt(at)]),
  ];
}

const termLines = ({ terms = [] }: ConsentDocument): readonly Line[] =>
  terms.map(({ term, meaning }) => line('term', `${term}: ${meaning}`));

/** The document that was signed, with what the client did as they read it; of a withdrawal, which document it was. */
export function documentLines(record: ConsentRecord | WithdrawalRecord): readonly Line[] {
  const { title, version } = record.document;
  const head = [line('title', title), line('version', version)];
  if (record.schema === 'kap/consent-withdrawal/1') return head;
  const { document } = record;
  return [...head, ...document.blocks.flatMap((block) => blockLines(block, record)), ...termLines(document)];
}

/** What was signed or taken back below the document, by whom and when. A drawn signature is no line. */
export function signatureLines(record: ConsentRecord | WithdrawalRecord): readonly Line[] {
  const { timeZone } = record;
  if (record.schema === 'kap/consent-withdrawal/1')
    return [
      line('statement', record.statement),
      line('taken-back-at', momentInCopy(record.at, timeZone)),
      line('withdrawn-record', record.recordDigest),
    ];
  const { signer, signature } = record;
  const isForOther = signer.role === 'representative';
  return [
    line('statement', signature.statement),
    ...(isForOther ? [line('client', signer.client)] : []),
    line('signer', signer.name),
    ...(isForOther ? [line('authority', signer.authority)] : []),
    ...(signature.method === 'typed' ? [line('signature', signature.value)] : []),
    line('signed-at', momentInCopy(signature.at, timeZone)),
  ];
}

/** A drawn signature as an SVG path in a `viewBox` of its pad; a point alone is a line to itself, which a round end shows. */
export const signaturePath = ({ strokes }: Drawing): string =>
  strokes
    .map((stroke) => (stroke.length === 1 ? [...stroke, ...stroke] : stroke))
    .map((stroke) => `M${stroke.map((point) => point.join(' ')).join('L')}`)
    .join('');

export const signatureViewBox = ({ width, height }: Drawing): string => `0 0 ${width} ${height}`;
