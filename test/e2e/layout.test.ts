import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { fullHistory } from '../support/histories.js';

const browsing = useBrowser();

const SIZES = [
  { where: 'in 280 px', viewport: { width: 280, height: 653 } },
  { where: 'at 400 % zoom of a wide screen', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  { where: 'in 1,200 px', viewport: { width: 1200, height: 900 } },
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
  test.each(SIZES)('$where, from the first page to the reference', async ({ where: _, ...size }) => {
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

  test.each(['/', '/approach/', '/privacy/', '/plain/', '/staff/'])('on %s in 280 px', async (path) => {
    const client = await browsing.openSite(path, SIZES[0]);
    expect(await sticksOut(client.page)).toEqual(FITS);
  });
});

describe('The page does not move when the script starts', () => {
  test.each([{ width: 320, height: 640 }, { width: 390, height: 844 }, { width: 1200, height: 900 }])(
    'at $width by $height',
    async (viewport) => {
      const page = await browsing.newPage({ viewport });
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value') as number);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      // The script comes late, as over a slow line: the page has been painted without it.
      let release = () => {};
      const painted = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/kap.js', async (route) => {
        await painted;
        await route.continue();
      });
      const client = await browsing.openSiteOn(page, '/begin/', 'commit');
      await page.getByText('What happens after you send it').waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      release();
      await client.heading('Your health history').waitFor();
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[]);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
    },
  );
});
