import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { CONSENT_TITLE } from '../support/consent-on-site.js';
import { fullHistory } from '../support/histories.js';
import { gate } from '../support/submissions.js';

const browsing = useBrowser();

const SIDEBAR = { viewport: { width: 280, height: 653 } };

const SIZES = [
  ['in 280 px', SIDEBAR],
  ['at 400 % zoom of a wide screen', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ['in 1,200 px', { viewport: { width: 1200, height: 900 } }],
] as const;

/** How many pixels the page is wider than its window, and which elements stick out. */
function sticksOut(page: Page): Promise<{ by: number; elements: string[] }> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const elements: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.getBoundingClientRect().right > clientWidth + 1 && scrollWidth > clientWidth)
          elements.push(`${element.localName}.${element.className}`);
      }
    return { by: scrollWidth - clientWidth, elements };
  });
}

const FITS = { by: 0, elements: [] };

describe('Nothing has to be scrolled sideways', () => {
  test.each(SIZES)('%s, from the first page to the reference', async (_, size) => {
    const client = await browsing.openSite('/begin/', size);
    await client.heading('Your health history').waitFor();
    expect(await sticksOut(client.page)).toEqual(FITS);
    await client.button('Begin').click();
    for (const topic of fullHistory({ given: 'Xena', family: 'Narrow' })) {
      await client.heading(topic.title).waitFor();
      await client.button('Continue').click();
      await client.form.locator('[part=error-summary]').waitFor();
      expect(await sticksOut(client.page)).toEqual(FITS);
      await client.answer(topic);
      expect(await sticksOut(client.page)).toEqual(FITS);
      await client.button('Continue').click();
    }
    await client.heading('Check your answers').waitFor();
    expect(await sticksOut(client.page)).toEqual(FITS);
    await client.send();
    await client.reference();
    expect(await sticksOut(client.page)).toEqual(FITS);
  });

  test.each(SIZES)('%s, from the consent to a booked session', async (_, size) => {
    const client = await browsing.openSite('/consent/', size);
    await client.consent.heading(CONSENT_TITLE).waitFor();
    await client.consent.button('Sign and send').click();
    await client.consent.element.locator('[part=error-summary]').waitFor();
    expect(await sticksOut(client.page)).toEqual(FITS);
    await client.consent.sign('Xena Narrow');
    expect(await sticksOut(client.page)).toEqual(FITS);
    await browsing.openSiteOn(client.page, '/book/');
    await client.picker.chooseKind('Preparation');
    expect(await sticksOut(client.page)).toEqual(FITS);
    await client.picker.chooseTime();
    await client.picker.introduce('Xena Narrow');
    expect(await sticksOut(client.page)).toEqual(FITS);
    await client.picker.request();
    await client.picker.heading('Requested').waitFor();
    expect(await sticksOut(client.page)).toEqual(FITS);
    await client.picker.button('Choose another session').click();
    await client.picker.button('Cancel').click();
    expect(await sticksOut(client.page)).toEqual(FITS);
  });

  test.each(['/', '/approach/', '/privacy/', '/plain/', '/staff/'])('on %s in 280 px', async (path) => {
    const client = await browsing.openSite(path, SIDEBAR);
    expect(await sticksOut(client.page)).toEqual(FITS);
  });
});

declare global {
  interface Window {
    shifts?: number[];
  }
}

/** Two frames on, whatever was to be drawn has been drawn. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** How far the page moves from now on, as browsers score it; reading it ends the watch. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const shifts: number[] = [];
    window.shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift' });
  });
  return async () => {
    await drawn(page);
    return page.evaluate(() => (window.shifts ?? []).reduce((sum, shift) => sum + shift, 0));
  };
}

describe('The page does not move when the script starts late and the practice answers later still', () => {
  test.each([
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 768, height: 1024 },
    { width: 1200, height: 900 },
  ])('at $width by $height', async (viewport) => {
    const page = await browsing.newPage({ viewport });
    const script = gate();
    const answer = gate();
    await page.route('**/kap.js', async (route) => {
      await script.opened;
      await route.continue();
    });
    await page.route('**/api/practice', async (route) => {
      await answer.opened;
      await route.continue();
    });
    const client = await browsing.openSiteOn(page, '/begin/', 'commit');
    await page.getByText('What happens after you send it').waitFor();
    await page.waitForFunction(() => {
      const loaded = new Set(
        [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? family : [])),
      );
      return document.fonts.status === 'loaded' && loaded.size >= 2;
    });
    await drawn(page);
    const moved = await watchShifts(page);

    script.open();
    await client.form.getByText('One moment…').waitFor();
    expect(await moved()).toBeLessThan(0.001);
    answer.open();
    await client.heading('Your health history').waitFor();
    expect(await moved()).toBeLessThan(0.001);
  });
});
