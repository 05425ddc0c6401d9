import type { ConsentDocument } from '../../domain/consent/document.js';
import type { Representation, Signing } from '../../domain/consent/signing.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { ReadFailure } from '../read.js';
import type { SendingMessage } from '../submit.js';
import type { Earlier } from './earlier.js';
import type { Quiet } from './quiet.js';
import type { ReceiptState } from './receipt.js';
import type { SignedSubmission } from './state.js';

/** What the client does. Instants are ISO 8601. */
export type SigningMessage =
  | { readonly type: 'acknowledge'; readonly block: string; readonly ticked: boolean; readonly at: string }
  /** Marks an answer to a comprehension check. */
  | { readonly type: 'choose'; readonly block: string; readonly answer: string }
  /** Gives the marked answer. */
  | { readonly type: 'answer'; readonly block: string }
  /** Says whether the client would like to go over a block, missed twice, with a clinician. */
  | { readonly type: 'go-over'; readonly block: string; readonly wanted: boolean }
  /** Takes one answer of a choice. */
  | {
      readonly type: 'decide';
      readonly block: string;
      readonly choice: string;
      readonly option: string;
      readonly at: string;
    }
  | { readonly type: 'name'; readonly name: string }
  /** Takes back everything that was done with the document, as a form's reset does. */
  | { readonly type: 'start-over' }
  /** Says something about whom somebody signs for; with nothing, that they sign for themselves. */
  | { readonly type: 'represent'; readonly representing: Partial<Representation> | undefined }
  | { readonly type: 'method'; readonly method: Signing['method'] }
  /** All that is drawn by now; nothing once it is cleared. */
  | { readonly type: 'draw'; readonly drawing: Signing['drawing'] }
  /** Takes back the last line that was drawn. */
  | { readonly type: 'take-back' }
  | { readonly type: 'sign' }
  | { readonly type: 'try-again' }
  | { readonly type: 'back' };

/** What came of asking for a text. */
export type LoadResult =
  | {
      readonly type: 'loaded';
      readonly document: ConsentDocument;
      readonly at: string;
      /** The digest of the record that it takes the place of. */
      readonly supersedes?: string | undefined;
      readonly earlier?: Earlier | undefined;
    }
  | { readonly type: 'not-loaded'; readonly reason: ReadFailure }
  | { readonly type: 'nothing-to-sign'; readonly signed: CareState['consents'] };

/** What came of an effect. */
export type ConsentResult =
  | { readonly type: 'load' }
  | LoadResult
  | { readonly type: 'prepared'; readonly prepared: SignedSubmission }
  | SendingMessage
  | { readonly type: 'returned' }
  | {
      readonly type: 'received';
      readonly reference: string | undefined;
      readonly receivedAt: string | undefined;
      readonly receipt: ReceiptState;
      readonly hasNext: boolean;
    }
  | { readonly type: 'receipt-checked'; readonly receipt: ReceiptState }
  | Quiet
  /** The client is younger than those whom the practice works with: nothing is signed, nothing is sent. */
  | { readonly type: 'under-age' }
  /** The endpoint did not keep it: most often because the text has changed meanwhile. */
  | { readonly type: 'invalid' };

export type ConsentMessage = SigningMessage | ConsentResult;

export type ConsentEffect = 'load' | 'deliver' | 'resume-on-return' | 'check-receipt';
