// The whole journey in Firefox or WebKit, by mouse and keyboard, against the real endpoint; ends with 0 once a session
// is booked.
import { electronicRecordsConsent, ketamineTherapyConsent } from '../../src/content/en/consents/index.js';
import { consentDocument } from '../../src/domain/consent/document.js';
import { ElementByHand } from '../support/element-by-hand.js';
import { FormByHand } from '../support/form-by-hand.js';
import { handsOf, isHandsName, type Hands } from '../support/hands.js';
import { fullHistory } from '../support/histories.js';
import { startPractice, temporaryFolder } from '../support/practice.js';

async function sendHistory(hands: Hands): Promise<string> {
  const form = new FormByHand(hands);
  await form.fillIn(fullHistory({ given: 'Ana', family: 'Marsh' }));
  await form.press('Send to Stillwater House');
  const reference = await form.reference('Received');
  await form.press('Go on: Your consent');
  return reference;
}

/** Does all that a document asks for, as the practice has filled it in, and signs it. */
async function signDocument(hands: Hands, origin: string, id: string): Promise<void> {
  const consent = new ElementByHand(hands, 'kap-consent');
  const answer = await fetch(`${origin}/api/consents/${id}`);
  const { title, blocks } = consentDocument.parse(await answer.json());
  await consent.titled(title);
  for (const { acknowledgement, choices = [], check } of blocks) {
    for (const { question, options } of choices) await consent.press(question, options[0]?.text ?? '');
    const right = check?.answers.find((each) => each.right);
    if (check && right) {
      await consent.press(check.question, right.text);
      await consent.press('Check my answer');
    }
    if (acknowledgement !== undefined) await consent.press(acknowledgement);
  }
  await consent.write('Ana Marsh', 'Your full name');
  await consent.press('Sign and send');
}

async function signConsent(hands: Hands, origin: string): Promise<string> {
  const consent = new ElementByHand(hands, 'kap-consent');
  await signDocument(hands, origin, electronicRecordsConsent.id);
  await consent.press('Go on to the next document');
  await signDocument(hands, origin, ketamineTherapyConsent.id);
  const reference = await consent.reference('Signed');
  await consent.press('Go on: Your sessions');
  return reference;
}

async function bookPreparation(hands: Hands): Promise<string> {
  const picker = new ElementByHand(hands, 'kap-session-picker');
  await picker.titled('Your sessions');
  await picker.press('Preparation …');
  await picker.press('First free day: …');
  await picker.press('…by video, with…');
  await picker.press('Request this time');
  return picker.reference('Requested');
}

const [, , browser] = process.argv;
if (!isHandsName(browser)) throw new Error('Name the browser: firefox or webkit.');

const folder = temporaryFolder();
const practice = await startPractice(folder.path);
try {
  const hands = await handsOf(browser);
  try {
    await hands.goto(`${practice.origin}/begin/`);
    console.log(`Received in ${browser}: ${await sendHistory(hands)}`);
    console.log(`Signed in ${browser}: ${await signConsent(hands, practice.origin)}`);
    console.log(`Requested in ${browser}: ${await bookPreparation(hands)}`);
  } finally {
    await hands.close();
  }
} finally {
  await practice.end('SIGINT');
  folder.remove();
}
