import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { CONSENT_TITLE } from '../support/consent-on-site.js';
import { laterScript } from '../support/built-scripts.js';
import { breakLaterScripts, holdLaterScripts, laterScriptsIn } from '../support/later-scripts.js';
import { witness } from '../support/witness.js';

const browsing = useBrowser();

const SCRIPT = '<script defer src="/kap.js"></script>';
const FALLBACK = '<p>Call us on (503) 555-0142.</p>';
const CONSENT_STEP = '<kap-journey endpoint="/api"><kap-consent></kap-consent></kap-journey>';
const TWO_STEPS =
  '<kap-journey endpoint="/api"><kap-consent></kap-consent><kap-session-picker></kap-session-picker></kap-journey>';
const CAN_T_OPEN = 'This form can’t open right now.';

/** What has the focus, whatever root it is in: its words. */
const focusedWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });

describe('What comes after the first questions', () => {
  test('is loaded in a quiet moment, so that a connection lost later keeps no step from opening', async () => {
    const client = await browsing.openHostPage(`${SCRIPT}<kap-journey endpoint="/api"></kap-journey>`);
    await client.button('Begin').waitFor();
    await client.page.waitForFunction(() =>
      ['kap-consent', 'kap-session-picker'].every((tag) => customElements.get(tag)),
    );
  });

  test('is loaded once, by a name that holds the build, and only when it is asked for or all is quiet', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(page, SCRIPT + CONSENT_STEP);
    await client.consent.heading(CONSENT_TITLE).waitFor();
    expect(laterScriptsIn(seen.requests)).toEqual([laterScript('consent')]);
    await page.waitForFunction(() => customElements.get('kap-session-picker'));
    await page.waitForLoadState('networkidle');
    expect([...laterScriptsIn(seen.requests)].sort()).toEqual(
      ['consent', 'draw', 'floating', 'session-picker'].map(laterScript),
    );
    expect(seen.errors).toEqual([]);
  });

  test('an element alone on a page comes at once, also one that is put there later', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<main></main><kap-consent endpoint="/api"></kap-consent>`,
    );
    await client.consent.heading(CONSENT_TITLE).waitFor();
    await page.evaluate(() => {
      const section = document.createElement('section');
      section.innerHTML = '<kap-session-picker endpoint="/api"></kap-session-picker>';
      document.querySelector('main')?.append(section);
    });
    await page.locator('kap-session-picker').getByText('Which session would you like?').waitFor();
    expect(laterScriptsIn(seen.requests)).toEqual(['consent', 'session-picker'].map(laterScript));
  });
});

describe('Where what comes later can’t be loaded', () => {
  test('its step says so, shows the page’s own fallback, and opens when it is tried again', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const mend = await breakLaterScripts(page);
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<kap-journey endpoint="/api"><kap-consent></kap-consent>${FALLBACK}</kap-journey>`,
    );
    await page.getByText(CAN_T_OPEN).waitFor();
    expect(await page.getByText('Call us on').isVisible()).toBe(true);
    expect(
      seen.console.filter((line) => line.includes(`${laterScript('consent')} did not load`)),
    ).toHaveLength(1);
    // A try shows that it is under way, and ends as the first one did where it fails again.
    const letGo = await holdLaterScripts(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('One moment…').waitFor();
    letGo();
    await page.getByText(CAN_T_OPEN).waitFor();
    expect(await focusedWords(page)).toContain(CAN_T_OPEN);
    mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await client.consent.heading(CONSENT_TITLE).waitFor();
    expect(await page.getByText(CAN_T_OPEN).count()).toBe(0);
    expect(await page.getByText('Call us on').isVisible()).toBe(false);
    expect(await focusedWords(page)).toBe(CONSENT_TITLE);
  });

  test('its step opens by itself when the connection is back, and leaves the focus where it is', async () => {
    const page = await browsing.newPage();
    const mend = await breakLaterScripts(page);
    const client = await browsing.openHostPageOn(page, `${SCRIPT}<input aria-label="Search">${CONSENT_STEP}`);
    await page.getByText(CAN_T_OPEN).waitFor();
    await page.getByLabel('Search').pressSequentially('abc');
    mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await client.consent.heading(CONSENT_TITLE).waitFor();
    await page.getByText(CAN_T_OPEN).waitFor({ state: 'detached' });
    await page.keyboard.type('def');
    expect(await page.getByLabel('Search').inputValue()).toBe('abcdef');
  });

  test('a step whose file is late takes nothing from the one that the client has gone on to', async () => {
    const page = await browsing.newPage();
    const letGo = await holdLaterScripts(page, 'session-picker');
    const mend = await breakLaterScripts(page, 'consent');
    const client = await browsing.openHostPageOn(page, SCRIPT + TWO_STEPS);
    await page.getByText('One moment…').waitFor();
    await page.getByRole('button', { name: 'Your consent' }).click();
    await page.getByText(CAN_T_OPEN).waitFor();
    letGo();
    await page.waitForFunction(() => customElements.get('kap-session-picker'));
    expect(await page.getByText(CAN_T_OPEN).isVisible()).toBe(true);
    mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await client.consent.heading(CONSENT_TITLE).waitFor();
  });

  test('an element alone on a page keeps its fallback until it is there, and comes with the connection', async () => {
    const page = await browsing.newPage();
    const mend = await breakLaterScripts(page);
    const told = page.waitForEvent('console', (message) => message.text().includes('did not load'));
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<kap-consent endpoint="/api">${FALLBACK}</kap-consent>`,
    );
    await told;
    expect(await page.getByText('Call us on').isVisible()).toBe(true);
    mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await client.consent.heading(CONSENT_TITLE).waitFor();
    expect(await page.getByText('Call us on').isVisible()).toBe(false);
  });

  test('another questionnaire can be tried again', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const mend = await breakLaterScripts(page, 'read-questionnaire');
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<kap-intake-form endpoint="/api" form="intentions"></kap-intake-form>`,
    );
    await client.form.getByText(CAN_T_OPEN).waitFor();
    expect(seen.console.filter((line) => line.includes('did not load'))).toHaveLength(1);
    mend();
    await client.button('Try again').click();
    await client.button('Begin').waitFor();
  });
});
