import { enConsent } from './en-consent.js';

/**
 * The words of a client's copy in English. They are part of every copy that was ever saved, and a verifier makes each
 * anew to compare them: where one changes, also one of the interface that is named here, the copy gets a new version,
 * and the words as they were are kept for the old one (`tools/verify-consent/pages.ts`).
 */
export const enCopy = {
  language: enConsent.language,
  title: enConsent.copyTitle,
  labels: {
    version: 'Version',
    option: 'Your choice',
    check: 'Question',
    answer: 'Your answer',
    together: 'You would like to go over this with your clinician',
    acknowledgement: 'You agreed',
    term: 'What a word means',
    client: 'Signed for',
    signer: enConsent.fullName,
    authority: 'What lets them sign',
    signature: enConsent.signatureTitle,
    'signed-at': 'Signed on',
    'taken-back-at': 'Taken back on',
    'withdrawn-record': 'Takes back the record with this fingerprint (SHA-256)',
    'received-at': 'Received on',
    reference: enConsent.reference,
    'text-digest': 'Fingerprint of the text (SHA-256)',
    'record-digest': 'Fingerprint of the record (SHA-256)',
  },
  drawnBy: (name: string) => `Signature of ${name}, drawn by hand`,
  unconfirmedTitle: 'Not confirmed yet',
  unconfirmed:
    'When this copy was saved, the practice had not confirmed that it has this. It may not have been sent yet. Look at the practice’s page again, or ask the practice.',
  receivedTitle: 'Received by the practice',
  receivedNote: 'So says the receipt inside this file. It can be checked with the practice’s public keys.',
  saidTitle: 'Said by the practice’s page, not proven',
  withdraw: enConsent.withdraw,
  note: enConsent.copyNote,
} as const;
