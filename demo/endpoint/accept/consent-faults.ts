import type { ImplausibleFault } from '../../../src/domain/consent/plausible.js';
import type { RecordFault } from '../../../src/domain/consent/verify.js';
import type { FieldError } from '../problems.js';

/** Where a consent's submission holds the record. */
export const RECORD = '/content/record';

/** What is wrong with a record, as an answer says it: where, and in words. */
export const FAULTS: Readonly<Record<RecordFault | ImplausibleFault, Omit<FieldError, 'code'>>> = {
  'record-differs': {
    pointer: '/act/recordDigest',
    detail: 'This is not the record that the digest was made of.',
  },
  'text-differs': {
    pointer: '/act/document/textDigest',
    detail: 'This is not the text that the digest was made of.',
  },
  'never-published': {
    pointer: `${RECORD}/document`,
    detail: 'This text is no version that was published here.',
  },
  'not-acknowledged': {
    pointer: `${RECORD}/acknowledgements`,
    detail: 'An acknowledgement is missing, or its words are not those of the document.',
  },
  'choice-open': {
    pointer: `${RECORD}/choices`,
    detail: 'A choice was left open, or holds an answer or words that are not those of the document.',
  },
  'check-open': {
    pointer: `${RECORD}/checks`,
    detail: 'A comprehension check was left open, or answered with what is no answer of it.',
  },
  'disclosure-differs': {
    pointer: `${RECORD}/disclosures`,
    detail: 'A disclosure is named twice, or is the document itself.',
  },
  'signer-incomplete': {
    pointer: `${RECORD}/signer`,
    detail: 'Whoever signs for somebody else must say for whom, and by what right.',
  },
  'signature-differs': {
    pointer: `${RECORD}/signature`,
    detail: 'The signature is not the name of whoever signs, or nothing was drawn.',
  },
  'times-differ': {
    pointer: `${RECORD}/signature/at`,
    detail: 'Something in this was done before the text was shown, or after it was signed.',
  },
  'in-the-future': {
    pointer: `${RECORD}/signature/at`,
    detail:
      'This was signed later than now. The clock of the device may be ahead. Nothing was signed yet: please set it right and sign again.',
  },
  'statement-unknown': {
    pointer: `${RECORD}/signature/statement`,
    detail: 'The sentence above the signature is none that clients are shown here.',
  },
};
