// Makes the picture of the README from what was built: a client's three steps on a phone, in the practice's own page.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/support/chromium.js';
import { fullHistory, shortHistory } from '../test/support/histories.js';
import { startPractice, temporaryFolder } from '../test/support/practice.js';
import { Site } from '../test/support/site.js';
import { root } from './build/constants.js';

const FOLDER = join(root, 'demo/pictures');
const PHONE = { width: 390, height: 844 };
const SCALE = 2;
const TOPIC = 'Heart and blood pressure';

async function openSite(browser: Browser, address: string): Promise<Site> {
  const page = await browser.newPage({
    viewport: PHONE,
    deviceScaleFactor: SCALE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  await page.goto(address);
  return new Site(page);
}

/** The screen as it is, from so many pixels above a part of the page on; no field looks as if somebody were in it. */
async function screen(page: Page, from: string, above = 16): Promise<string> {
  await page
    .locator(from)
    .first()
    .evaluate((part) => part.scrollIntoView({ block: 'start' }));
  await page.evaluate((pixels) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollBy(0, -pixels);
  }, above);
  await page.evaluate(() => document.fonts.ready);
  return (await page.screenshot()).toString('base64');
}

async function healthHistory(browser: Browser, origin: string): Promise<string> {
  const site = await openSite(browser, `${origin}/begin/`);
  await site.button('Begin').click();
  for (const topic of fullHistory({ given: 'Ana', family: 'Marsh' })) {
    const isShown = topic.title === TOPIC;
    await site.answer(isShown ? { ...topic, answers: topic.answers.slice(0, 2) } : topic);
    if (isShown) break;
    await site.button('Continue').click();
  }
  return screen(site.page, 'kap-intake-form [part~=progress]');
}

/** From a history that was sent on: the consent being read, then a time being chosen. */
async function consentAndSessions(browser: Browser, origin: string): Promise<readonly string[]> {
  const site = await openSite(browser, `${origin}/begin/`);
  await site.sendHistory(shortHistory({ given: 'Ana', family: 'Marsh' }));
  await site.goOn('Your consent');
  await site.consent.fillIn('Ana Marsh');
  const consent = await screen(site.page, 'kap-consent fieldset', 240);
  await site.consent.button('Sign and send').click();
  await site.goOn('Your sessions');
  await site.picker.chooseKind('Preparation');
  await site.picker.chooseTime(1);
  return [consent, await screen(site.page, 'kap-session-picker [part~=month]', 0)];
}

async function beside(browser: Browser, screens: readonly string[], path: string): Promise<void> {
  const width = screens.length * (PHONE.width + 32) + 32;
  const page = await browser.newPage({
    viewport: { width, height: PHONE.height + 64 },
    deviceScaleFactor: SCALE,
  });
  const images = screens.map((data) => `<img width="${PHONE.width}" src="data:image/png;base64,${data}">`);
  await page.setContent(`<!doctype html><style>
    body { background: #e9e2d2; display: flex; gap: 32px; margin: 0; padding: 32px }
    img { border-radius: 20px; display: block }
  </style>${images.join('')}`);
  await page.screenshot({ path });
}

const folder = temporaryFolder();
const practice = await startPractice(folder.path);
const browser = await launchChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  const screens = [
    await healthHistory(browser, practice.origin),
    ...(await consentAndSessions(browser, practice.origin)),
  ];
  await beside(browser, screens, join(FOLDER, 'journey.png'));
} finally {
  await browser.close();
  await practice.end('SIGINT');
  folder.remove();
}
