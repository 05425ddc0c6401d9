// One whole intake in Firefox or WebKit, by mouse and keyboard, against the real endpoint; ends with 0 once received.
import { FormByHand } from '../support/form-by-hand.js';
import { handsOf, isHandsName } from '../support/hands.js';
import { fullHistory } from '../support/histories.js';
import { startPractice, temporaryFolder } from '../support/practice.js';

const [, , browser] = process.argv;
if (!isHandsName(browser)) throw new Error('Name the browser: firefox or webkit.');

const folder = temporaryFolder();
const practice = await startPractice(folder.path);
try {
  const hands = await handsOf(browser);
  try {
    await hands.goto(`${practice.origin}/begin/`);
    const form = new FormByHand(hands);
    await form.fillIn(fullHistory({ given: 'Ana', family: 'Marsh' }));
    await form.press('Send to Stillwater House');
    console.log(`Received in ${browser}: ${await form.reference()}`);
  } finally {
    await hands.close();
  }
} finally {
  await practice.end('SIGINT');
  folder.remove();
}
