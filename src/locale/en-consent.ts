import { en } from './en.js';

/** What is said around a consent document, in English, beside what every element says. */
export const enConsent = {
  ...en,

  consentIntro: (version: string) =>
    `Read it in your own time. Nothing is signed until you press the button at the end. Version ${version}.`,
  newText: 'The practice has changed this text since you opened it. Please read it once more.',
  checkAnswer: 'Check my answer',
  checked: {
    right: 'Yes, that’s it.',
    explained: 'Let’s look at that once more.',
    together: 'We’ll go over this together. You can go on.',
  },
  signing: {
    'not-acknowledged': 'Please tick this if you agree',
    'choice-open': 'Please choose one. Each answer is fine',
    'check-open': 'Please choose an answer and check it',
    'no-name': 'Please type your full name',
    'no-signature': 'Please draw your signature, or type your name instead',
    'no-authority': 'Please say what lets you sign for them',
    'no-client': 'Please type the full name of the person you sign for',
  },
  signingIn: (heading: string, said: string) => `“${heading}”: ${said}`,
  signatureTitle: 'Your signature',
  signatureStatement:
    'I have read this, my questions have been answered or I know whom to ask, and I agree of my own free will. Typing my name below is my signature.',
  fullName: 'Your full name',
  fullNameHint: 'As on your ID.',
  sign: 'Sign and send',
  signNote: 'You get a copy at once. You can change your mind at any time, also after you have signed.',
  signedTitle: 'Signed',
  signedBody: (title: string, practice: string | undefined) =>
    practice ? `${practice} has your signed copy of “${title}”.` : `“${title}” was sent.`,
  signedOn: 'Signed on',
  version: (version: string) => `Version ${version}`,
  textDigest: 'Fingerprint of the text (SHA-256)',
  recordDigest: 'Fingerprint of the record (SHA-256)',
  withdraw:
    'You can take this back at any time: tell the practice, in writing or by phone. It costs you nothing and changes nothing about how you are treated.',
  nextDocument: 'Go on to the next document',
  nothingToSign: 'There is nothing to sign right now',
} as const;
