import { html } from 'lit';
import type { ReceiptState } from '../../app/consent/receipt.js';
import type { CopySource } from '../../domain/consent/copy-data.js';
import { copyBody, copyPage } from '../../domain/consent/copy-page.js';
import { enCopy } from '../../locale/en-copy.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { printCopy } from '../views/copy.js';

/** What a client keeps: a record, and what the practice's endpoint has said of it so far. */
export interface Kept extends Omit<CopySource, 'receipt'> {
  /** Nothing where it has not arrived. */
  readonly receipt?: ReceiptState | undefined;
}

/** What a receipt is worth, by the name of its words. */
export const RECEIPT_WORDS = {
  none: 'receiptNone',
  checking: 'receiptChecking',
  vouched: 'receiptVouched',
  unchecked: 'receiptUnchecked',
  wrong: 'receiptWrong',
} as const satisfies Record<ReceiptState['standing'], keyof ConsentMessages>;

const sourceOf = ({ receipt, ...kept }: Kept): CopySource => ({ ...kept, receipt: receipt?.jws });

/** What was signed or taken back as a page to save, with record and receipt inside, for whoever wants to verify it. */
export const recordPage = (kept: Kept): string => copyPage(sourceOf(kept), enCopy);

/** Prints what the page to save shows. */
export function printRecord(kept: Kept, within: ParentNode): void {
  // Nothing but our own markup is left in it, so it can be a template without values, which every page's policy lets through.
  const body = [copyBody(sourceOf(kept), enCopy)];
  printCopy(html(Object.assign(body, { raw: body })), within);
}
