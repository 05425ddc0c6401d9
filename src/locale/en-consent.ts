import { en } from './en.js';

/** What is said around a consent document, in English, beside what every element says. */
export const enConsent = {
  ...en,

  consentIntro: (version: string) =>
    `Read it in your own time. Nothing is signed until you press the button at the end. Version ${version}.`,
  newText:
    'The practice has changed this text since you opened it. Please read it once more. What you did in parts that are the same is kept.',
  checkAnswer: 'Check my answer',
  checked: {
    right: 'Yes, that’s it.',
    explained: 'Let’s look at that once more.',
    together: 'Let’s leave it there for now.',
  },
  togetherNote: 'You can go on either way. Your clinician sees what you answered.',
  goOver: 'I would like to go over this with my clinician',
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
  version: (version: string) => `Version ${version}`,
  nextDocument: 'Go on to the next document',
  nothingToSign: 'There is nothing to sign right now',

  // Signed, taken back, over time
  withdraw:
    'You can take this back at any time: press “Take this back” on the practice’s page, or tell the practice in writing or by phone. It costs you nothing. Sessions that need it then wait until you sign again; all else goes on as before.',
  receiptNone: 'The practice has it. Its system sent no signed receipt.',
  receiptChecking: 'The practice has it. Its signed receipt is being checked.',
  receiptVouched:
    'The practice’s system signed a receipt for exactly this record, and this page has checked it.',
  receiptUnchecked: 'The practice’s system sent a signed receipt. It could not be checked here.',
  receiptWrong: 'The practice has it. The receipt that came with it does not fit, so it is not in your copy.',
  signedList: 'What you have signed',
  takeBack: 'Take this back',
  takeBackWhat: (title: string) => `Take this back: ${title}`,
  takeBackTitle: (title: string) => `Take back “${title}”`,
  takeBackIntro:
    'You don’t have to say why. What has been done already can’t be undone. Sessions that need what you take back wait until you sign again. All else goes on as before.',
  takeBackScope: 'What would you like to take back?',
  takeBackAll: 'All of it',
  takeBackElectronic: 'Only the electronic form. I want paper from now on',
  takeBackPart: (heading: string) => `Only what I said yes to in “${heading}”`,
  takeBackNoParts: 'Single parts can’t be listed right now. The practice can take them back for you.',
  takeBackStatement: {
    everything: (title: string) => `I take back what I signed in “${title}”, all of it, from now on.`,
    'electronic-records': (title: string) =>
      `For “${title}” I want paper from now on, and no electronic form. What I signed stays as it is.`,
    block: (title: string, heading: string) =>
      `I take back what I said yes to in “${heading}” of “${title}”, from now on. All else stays as it is.`,
  },
  takeBackNow: 'Take it back now',
  keepIt: 'Leave it as it is',
  takenBackTitle: 'Taken back',
  takenBackBody: (title: string, practice: string | undefined) =>
    practice ? `${practice} knows that you took this back: “${title}”.` : `It was sent: “${title}”.`,
  takenBackNext:
    'It counts from now on. What was done before stays done. You can sign it again whenever you like.',
  takenBackOn: (when: string) => `You took this back on ${when}.`,
  partTakenBackOn: (what: string, when: string) => `You took back ${what} on ${when}.`,
  takenBackPart: { 'electronic-records': 'its electronic form', block: 'a part of it' },
  signAgain: 'You don’t have to sign it again. If you would like to, you can.',
  endedOn: (when: string) => `What you signed held until ${when}. To go on, please read and sign it again.`,
  done: 'Done',
  newerMinor: 'There is a newer version of this text, with small changes. You don’t have to sign it.',
  newerMaterial: 'There is a newer version of this text that matters. It has to be signed anew.',
  readNewer: 'Read the newer version',
  readNewerOf: (title: string) => `Read the newer version: ${title}`,
  newerUnavailable: 'It can’t be read right now. Please try again later.',
  changedSince: (version: string) => `You signed version ${version} of this. Here is what has changed since.`,
  changedUnknown: (version: string) =>
    `You signed version ${version} of this. It can’t be shown right now, so please read the whole text.`,
  changedNothing: (version: string) =>
    `You signed version ${version} of this. No passage of it has other words now.`,
  changesTitle: 'What has changed',
  changed: { changed: 'Changed', added: 'New', removed: 'No longer there', same: 'As before' },
  changedBefore: 'Before',
  changedNow: 'Now',
  passage: 'A passage without a heading',
  quietTop: 'You can read this now. It can be signed later.',
  quiet: (until: string | undefined) =>
    `After a session we leave you some quiet time${until === undefined ? '' : `, until ${until}`}. So nothing is signed now. What you have filled in stays here while this page is open.`,
  wishAsk: 'Ask the practice to call me about this',
  wishNoted: 'Noted. The practice will call you about this once you have rested.',
  aboutAge: 'This is about your date of birth.',
  toBeSigned: 'Please read and sign this first.',
} as const;
