import type { ConsentRecord } from '../../domain/consent/record.js';
import type { Representation, Signing, SigningProblem } from '../../domain/consent/signing.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { ReadFailure } from '../read.js';
import type { RelatedSubmission, SendingState } from '../submit.js';
import type { Earlier } from './earlier.js';
import type { Quiet } from './quiet.js';
import type { ReceiptState } from './receipt.js';

/** A signed record on its way, and what it was made of. */
export interface SignedSubmission extends RelatedSubmission {
  readonly record: ConsentRecord;
  readonly recordDigest: string;
  readonly signing: Signing;
}

/** What lives as long as the document is on the screen. */
export interface Open {
  readonly signing: Signing;
  /** The latest that was signed. Sent again as it is while nothing has been changed. */
  readonly prepared: SignedSubmission | undefined;
  readonly earlier?: Earlier | undefined;
}

export type ConsentState =
  /** `refused` is what the practice would not take: the same text may come again, or none at all. */
  | { readonly status: 'loading'; readonly refused?: Open }
  | { readonly status: 'unavailable'; readonly reason: ReadFailure }
  | { readonly status: 'nothing-to-sign'; readonly signed: CareState['consents'] }
  | (Open & {
      readonly status: 'reading';
      readonly problems: readonly SigningProblem[];
      /** Goes up with each press of Sign that found problems, so that the summary takes focus each time. */
      readonly refusals: number;
      /** The answers that are marked, by block, before they are checked. */
      readonly chosen: ReadonlyMap<string, string>;
      /** What was written about somebody to sign for, kept while the client signs for themselves. */
      readonly aside: Representation | undefined;
      /** Whether the text has changed since the client first opened it. */
      readonly isNewText: boolean;
      /** The practice has said that it takes no signature now. */
      readonly quiet?: Quiet;
    })
  | (Open & SendingState)
  /** With the practice; a webhook gives no reference. */
  | {
      readonly status: 'signed';
      readonly submission: SignedSubmission;
      readonly reference: string | undefined;
      readonly receivedAt: string | undefined;
      readonly receipt: ReceiptState;
      /** Whether another document waits for a signature. */
      readonly hasNext: boolean;
    };

export type OpenState = Extract<ConsentState, Open>;

export type SignedState = Extract<ConsentState, { status: 'signed' }>;

export type LoadingState = Extract<ConsentState, { status: 'loading' }>;

export type ReadingState = Extract<ConsentState, { status: 'reading' }>;

export const isOpen = (state: ConsentState): state is OpenState => 'signing' in state;
