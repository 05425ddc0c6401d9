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
    together: 'We’ll go over this together: your clinician will know that you would like to. You can go on.',
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
  // Reading and signing
  sampleNote: 'This is a sample text.',
  adoptedBy: (practice: string, by: string, on: string) => `${practice} (${by}) adopted it on ${on}.`,
  notAdopted: 'No practice has adopted it.',
  contents: (parts: number) => `What is in it: ${parts} parts.`,
  contentsDone: (done: number, asked: number) => `${done} of ${asked} things to do are done.`,
  partState: { open: 'to do', done: 'done' },
  whereIAm: (part: number, parts: number, heading: string) => `Part ${part} of ${parts}: ${heading}`,
  toContents: 'Contents',
  choiceNote: 'This is up to you. Saying no costs you nothing, and your care stays the same.',
  sourcesTitle: 'Where these numbers come from',
  sourceLine: (claim: string, source: string, year: number) =>
    `${claim.replace(/[.\s]+$/, '')}. ${source}, ${year}.`,
  sourceCount: (count: number) => `Counted in ${count.toLocaleString('en')} people.`,
  sourceComparison: (comparison: string) => `Compared with: ${comparison.replace(/[.\s]+$/, '')}.`,
  sourceLink: 'Read it in a new tab',
  signForOther: 'I sign for somebody else',
  clientName: 'Full name of the person you sign for',
  authorityLabel: 'What lets you sign for them?',
  authorities: ['I am their legal guardian', 'I have a power of attorney for their health care'],
  ageNote: (years: number) => `You must be at least ${years} to sign for yourself.`,
  methodLabel: 'How would you like to sign?',
  methodHint: 'Both count the same.',
  methodTyped: 'Type my name',
  methodDrawn: 'Draw my signature',
  padLabel: 'Your signature, by hand',
  padHint: 'Draw in the box with a finger, a pen or a mouse. If you can’t, type your name instead.',
  padState: (lines: number) =>
    lines === 0 ? 'Nothing is drawn yet.' : lines === 1 ? '1 line is drawn.' : `${lines} lines are drawn.`,
  padFailed: 'The box to draw in did not load. Type your name instead, or try again.',
  padUndo: 'Take back the last line',
  padClear: 'Clear',

  signatureTitle: 'Your signature',
  signatureStatement:
    'I have read this, my questions have been answered or I know whom to ask, and I agree of my own free will, for myself or for the person I sign for. The name I type or draw below is my signature.',
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
