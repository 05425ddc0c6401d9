/**
 * The words of a client's copy in English. They are part of every copy that was ever saved, and a verifier makes each
 * anew to compare them: other words are another version, beside these (`tools/verify-consent/pages.ts`).
 */
export const enCopy = {
  language: 'en',
  title: 'My copy',
  labels: {
    version: 'Version',
    option: 'Your choice',
    check: 'Question',
    answer: 'Your answer',
    acknowledgement: 'You agreed',
    term: 'What a word means',
    client: 'Signed for',
    signer: 'Your full name',
    authority: 'What lets them sign',
    signature: 'Your signature',
    'signed-at': 'Signed on',
    'taken-back-at': 'Taken back on',
    'withdrawn-record': 'Takes back the record with this fingerprint (SHA-256)',
    'received-at': 'Received on',
    reference: 'Your reference',
    'text-digest': 'Fingerprint of the text (SHA-256)',
    'record-digest': 'Fingerprint of the record (SHA-256)',
  },
  drawnBy: (name: string) => `Signature of ${name}, drawn by hand`,
  unconfirmedTitle: 'Not confirmed yet',
  unconfirmed:
    'When this copy was saved, the practice had not confirmed that it has this. It may not have been sent yet. Look at the practice’s page again, or ask the practice. Once they have it, save a new copy.',
  receivedTitle: 'Received by the practice',
  receivedNote:
    'So says the receipt inside this file. Anybody who has the practice’s public keys can check it.',
  saidTitle: 'Said by the page, not proven',
  saidNote: 'The practice’s page said this when the copy was saved. No receipt vouches for it.',
  withdraw:
    'You can take this back at any time: press “Take this back” on the practice’s page, or tell the practice in writing or by phone. It costs you nothing. Sessions that need it then wait until you sign again; all else goes on as before.',
  note: 'This copy was made on your own device. Keep it where only you can read it.',
} as const;
