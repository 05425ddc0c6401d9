import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptState } from '../../app/consent/receipt.js';
import { COPY_DATA_ID, copyData } from '../../domain/consent/copy-data.js';
import type { ConsentRecord, WithdrawalRecord } from '../../domain/consent/record.js';
import {
  copyLines,
  signaturePath,
  signatureViewBox,
  type Line,
  type LineRole,
} from '../../domain/consent/visible-text.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { copyPage } from '../views/copy.js';

/** What a client keeps: a record, and what the practice's endpoint has said of it so far. */
export interface Kept {
  readonly record: ConsentRecord | WithdrawalRecord;
  readonly recordDigest: string;
  readonly reference?: string | undefined;
  readonly receivedAt?: string | undefined;
  /** Nothing where it has not arrived. */
  readonly receipt?: ReceiptState | undefined;
}

/** The words that stay the same whatever was signed: only these may stand between a record's own lines. */
type Label = {
  [Name in keyof ConsentMessages]: ConsentMessages[Name] extends string ? Name : never;
}[keyof ConsentMessages];

const LABELS: Partial<Readonly<Record<LineRole, Label>>> = {
  version: 'versionLabel',
  option: 'chosenLabel',
  check: 'questionLabel',
  answer: 'answerLabel',
  acknowledgement: 'agreedLabel',
  term: 'wordLabel',
  client: 'clientLabel',
  signer: 'fullName',
  authority: 'authorityOf',
  signature: 'signatureTitle',
  'signed-at': 'signedOn',
  'withdrawn-record': 'takesBackLabel',
  'received-at': 'receivedTitle',
  reference: 'reference',
  'text-digest': 'textDigest',
  'record-digest': 'recordDigest',
};

/** What a receipt is worth, by the name of its words. A copy that is made while it is checked can't know the end of it. */
export const RECEIPT_WORDS = {
  none: 'receiptNone',
  checking: 'receiptChecking',
  vouched: 'receiptVouched',
  unchecked: 'receiptUnchecked',
  wrong: 'receiptWrong',
} as const satisfies Record<ReceiptState['standing'], Label>;

const label = (name: Label, t: ConsentMessages): TemplateResult => html`<p data-label=${name}>${t[name]}</p>`;

function shownLine({ role, text }: Line, name: Label | undefined, t: ConsentMessages): TemplateResult {
  switch (role) {
    case 'title':
      return html`<h1>${text}</h1>`;
    case 'heading':
      return html`<h2>${text}</h2>`;
    case 'entry':
      return html`<ul>
        <li>${text}</li>
      </ul>`;
    case 'source':
    case 'done-at':
      return html`<p><small>${text}</small></p>`;
    default:
      return html`<p>${name ? html`<b data-label=${name}>${t[name]}</b> ` : nothing}${text}</p>`;
  }
}

function drawn(record: Kept['record']): unknown {
  if (!('signature' in record) || record.signature.method !== 'drawn') return nothing;
  const { drawing } = record.signature;
  return html`<svg role="img" viewBox=${signatureViewBox(drawing)} width=${drawing.width}>
    <path
      d=${signaturePath(drawing)}
      fill="none"
      stroke="currentcolor"
      stroke-width="2.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    ></path>
  </svg>`;
}

/** What was signed or taken back, whole, as the client keeps it: exactly the lines that its record has, and no other. */
export function recordCopy(kept: Kept, t: ConsentMessages): TemplateResult {
  const { record, receipt } = kept;
  const isWithdrawal = record.schema === 'kap/consent-withdrawal/1';
  const words = receipt && RECEIPT_WORDS[receipt.standing === 'checking' ? 'unchecked' : receipt.standing];
  return html`
    ${copyLines(record, kept).map((line) => {
      const isEnd = line.role === 'signed-at';
      const name = isEnd && isWithdrawal ? 'takenBackOnLabel' : LABELS[line.role];
      return html`${isEnd ? drawn(record) : nothing}${shownLine(line, name, t)}`;
    })}
    ${words ? label(words, t) : nothing} ${isWithdrawal ? nothing : label('withdraw', t)}
    ${label('copyNote', t)}
  `;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The same as a page to save, with record and receipt inside, for whoever wants to verify it. */
export function recordPage(kept: Kept, t: ConsentMessages): string {
  const { record, recordDigest, receipt, reference, receivedAt } = kept;
  const data = copyData(record, recordDigest, receipt?.jws, reference, receivedAt);
  const escaped = data.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? '');
  return copyPage(recordCopy(kept, t), t, `<template id="${COPY_DATA_ID}">${escaped}</template>`);
}
