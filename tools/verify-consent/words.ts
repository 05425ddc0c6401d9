import type { ClaimFault } from '../../src/domain/consent/verdict.js';
import type { PageFault } from './read-copy.js';

/** What each fault means to somebody who holds the file in their hands. */
export const FAULTS: Readonly<Record<ClaimFault | PageFault['code'], string>> = {
  'record-differs': 'The record is not the one that its fingerprint was made of.',
  'text-differs': 'The text in it is not the one that its fingerprint was made of.',
  'never-published': 'The text is no version that the practice published.',
  'not-acknowledged': 'A sentence that had to be ticked is missing, or is not in the document’s own words.',
  'choice-open': 'A choice was left open, or holds what the document does not offer.',
  'check-open': 'A question was left open, or has an answer that it does not offer.',
  'disclosure-differs': 'A disclosure is named twice, or is the document itself.',
  'signer-incomplete': 'Somebody signed for somebody else, and it does not say for whom, or by what right.',
  'signature-differs': 'The signature is not the name of whoever signed, or nothing was drawn.',
  'withdraws-another': 'It takes back another consent.',
  'scope-unknown': 'It takes back what the consent does not have.',
  'receipt-unreadable': 'The receipt is none.',
  'receipt-key-unknown': 'The receipt names a key that is none of those given.',
  'receipt-signature-wrong': 'The receipt was not signed by the key that it names.',
  'receipt-of-another-record': 'The receipt is for another record.',
  'receipt-of-another-text': 'The receipt is for another text.',
  'receipt-of-another-practice': 'The receipt is another practice’s.',
  'received-differs': 'The receipt names another time than the copy.',
  'page-unknown': 'The page is of a version, or in a language, that this verifier has never known.',
  'page-differs':
    'The page is not the one that this record makes: something in it was changed, added or left out, or it was saved anew by another program.',
};
