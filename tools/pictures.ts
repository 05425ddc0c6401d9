// Makes the pictures of the README from what was built: the health history in the practice's own page.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fullHistory } from '../test/support/histories.js';
import { launchChromium } from '../test/support/chromium.js';
import { startPractice, temporaryFolder } from '../test/support/practice.js';
import { Site } from '../test/support/site.js';
import { root } from './build/constants.js';

const FOLDER = join(root, 'demo/pictures');
const TOPIC = 'Heart and blood pressure';

const folder = temporaryFolder();
const practice = await startPractice(folder.path);
const browser = await launchChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 1200, height: 1216 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${practice.origin}/begin/`);
  const site = new Site(page);
  await site.button('Begin').click();
  for (const topic of fullHistory({ given: 'Ana', family: 'Marsh' })) {
    if (topic.title === TOPIC) {
      await site.answer({ ...topic, answers: topic.answers.slice(0, 3) });
      break;
    }
    await site.answer(topic);
    await site.button('Continue').click();
  }
  await page.evaluate(() => {
    // No field looks as if somebody were in it, and the picture begins with the site's own name.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, 'begin.png') });
} finally {
  await browser.close();
  await practice.end('SIGINT');
  folder.remove();
}
