// The whole journey in Firefox or WebKit, by mouse and keyboard, against the real endpoint; ends with 0 once a session
// is booked.
import { ketamineTherapyConsent } from '../../src/content/en/consents/ketamine-therapy.js';
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

async function signConsent(hands: Hands): Promise<string> {
  const consent = new ElementByHand(hands, 'kap-consent');
  await consent.titled(ketamineTherapyConsent.title);
  for (const { acknowledgement, check } of ketamineTherapyConsent.blocks) {
    const right = check?.answers.find((answer) => answer.right);
    if (check && right) {
      await consent.press(check.question, right.text);
      await consent.press('Check my answer');
    }
    if (acknowledgement !== undefined) await consent.press(acknowledgement);
  }
  await consent.write('Ana Marsh', 'Your full name');
  await consent.press('Sign and send');
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
    console.log(`Signed in ${browser}: ${await signConsent(hands)}`);
    console.log(`Requested in ${browser}: ${await bookPreparation(hands)}`);
  } finally {
    await hands.close();
  }
} finally {
  await practice.end('SIGINT');
  folder.remove();
}
