import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { witness } from '../support/witness.js';

const browsing = useBrowser();

const SCRIPT = '<script defer src="/kap.js"></script>';
const FALLBACK = '<p>Call us on (503) 555-0142.</p>';
const CONSENT_STEP = '<kap-journey endpoint="/api"><kap-consent></kap-consent></kap-journey>';
const TITLE = 'Consent to ketamine-assisted psychotherapy';

const script = (name: string): Promise<string> =>
  readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

const laterScripts = (requests: readonly string[]): readonly string[] =>
  requests.map((url) => new URL(url).pathname).filter((path) => /^\/kap-.*\.js$/.test(path));

/** Serves files of another making at the practice's own address. */
async function serve(page: Page, path: string, body: string): Promise<void> {
  await page.route(practiceOrigin() + path, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
}

/** What comes later can't be had, until the connection is mended. */
async function breakConnection(page: Page): Promise<() => void> {
  let isBroken = true;
  await page.route(/\/kap-[a-z-]+\.js/, (route) =>
    isBroken ? route.fulfill({ status: 404, body: 'not here' }) : route.fallback(),
  );
  return () => {
    isBroken = false;
  };
}

describe('What comes after the first questions', () => {
  test('is loaded in a quiet moment, so that a connection lost later keeps no step from opening', async () => {
    const client = await browsing.openHostPage(`${SCRIPT}<kap-journey endpoint="/api"></kap-journey>`);
    await client.button('Begin').waitFor();
    await client.page.waitForFunction(() =>
      ['kap-consent', 'kap-session-picker'].every((tag) => customElements.get(tag)),
    );
    expect(await client.page.evaluate(() => document.querySelector('kap-consent')?.shadowRoot !== null)).toBe(
      true,
    );
  });

  test('is loaded once, from beside the first script, by the address of its build', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(page, SCRIPT + CONSENT_STEP);
    await client.consent.heading(TITLE).waitFor();
    await page.waitForFunction(() => customElements.get('kap-session-picker'));
    await page.waitForLoadState('networkidle');
    expect([...laterScripts(seen.requests)].sort()).toEqual([
      '/kap-consent.js',
      '/kap-floating.js',
      '/kap-session-picker.js',
    ]);
    expect(seen.errors).toEqual([]);
  });

  test('a step whose file can’t be loaded says so, and opens when it is tried again', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const mend = await breakConnection(page);
    const client = await browsing.openHostPageOn(page, SCRIPT + CONSENT_STEP);
    await page.getByText('This form can’t open right now.').waitFor();
    expect(seen.console.filter((line) => line.includes('kap-consent.js did not load'))).toHaveLength(1);
    mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await client.consent.heading(TITLE).waitFor();
    expect(await page.getByText('This form can’t open right now.').count()).toBe(0);
  });

  test('a step whose file could not be loaded opens by itself when the connection is back', async () => {
    const page = await browsing.newPage();
    const mend = await breakConnection(page);
    const client = await browsing.openHostPageOn(page, SCRIPT + CONSENT_STEP);
    await page.getByText('This form can’t open right now.').waitFor();
    mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await client.consent.heading(TITLE).waitFor();
    await page.getByText('This form can’t open right now.').waitFor({ state: 'detached' });
  });

  test('an element alone on a page keeps its fallback until it is there, and comes with the connection', async () => {
    const page = await browsing.newPage();
    const mend = await breakConnection(page);
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<kap-consent endpoint="/api">${FALLBACK}</kap-consent>`,
    );
    await page.waitForEvent('console', (message) => message.text().includes('kap-consent.js did not load'));
    expect(await page.getByText('Call us on').isVisible()).toBe(true);
    mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await client.consent.heading(TITLE).waitFor();
    expect(await page.getByText('Call us on').isVisible()).toBe(false);
  });

  test('another questionnaire whose reader can’t be loaded can be tried again', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    await page.route(/\/kap-read-questionnaire\.js\?[0-9a-f]+$/, (route) => route.abort());
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<kap-intake-form endpoint="/api" form="intentions"></kap-intake-form>`,
    );
    await client.form.getByText('We can’t reach the practice right now.').waitFor();
    expect(
      seen.console.filter((line) => line.includes('kap-read-questionnaire.js did not load')),
    ).toHaveLength(1);
    await client.button('Try again').click();
    await client.button('Begin').waitFor();
  });
});

describe('Pages that serve scripts in their own way', () => {
  test('all of them in one file of the site’s: nothing is fetched', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const files = ['kap-consent.js', 'kap.js', 'kap-session-picker.js', 'kap-floating.js'];
    const parts = await Promise.all(files.map(script));
    await serve(page, '/cache/all-3f2a.js', ['var theirs = 1', ...parts, 'theirs++'].join('\n'));
    const client = await browsing.openHostPageOn(
      page,
      `<script defer src="/cache/all-3f2a.js"></script>${CONSENT_STEP}`,
    );
    await client.consent.heading(TITLE).waitFor();
    await page.waitForFunction(() => customElements.get('kap-session-picker'));
    expect(laterScripts(seen.requests)).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test('a script of another build beside the first is not used, and whoever runs the page is told', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const consent = await script('kap-consent.js');
    await page.route(/\/kap-consent\.js/, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: consent.replace(/"[0-9a-f]{12}\/kap-consent"/, '"0123456789ab/kap-consent"'),
      }),
    );
    await browsing.openHostPageOn(page, SCRIPT + CONSENT_STEP);
    await page.getByText('This form can’t open right now.').waitFor();
    expect(seen.console.filter((line) => line.includes('kap-consent.js did not load'))).toHaveLength(1);
    expect(seen.errors).toEqual([]);
  });

  test('a policy that knows scripts by nonce alone', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(
      page,
      `<script defer nonce="n0nce" src="/kap.js"></script>${CONSENT_STEP}`,
      `default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'nonce-n0nce'; require-trusted-types-for 'script'; trusted-types kap`,
    );
    await client.consent.heading(TITLE).waitFor();
    expect(await seen.policyViolations()).toEqual([]);
  });

  describe('pinned by integrity', () => {
    const integrity = async (name: string): Promise<string> =>
      `sha384-${createHash('sha384')
        .update(await script(name))
        .digest('base64')}`;
    const pinned = async (name: string): Promise<string> =>
      `<script defer src="/${name}" integrity="${await integrity(name)}"></script>`;

    test('the first script fetches nothing that no browser would check', async () => {
      const page = await browsing.newPage();
      const seen = await witness(page);
      await browsing.openHostPageOn(page, (await pinned('kap.js')) + CONSENT_STEP);
      await page.getByText('This form can’t open right now.').waitFor();
      expect(laterScripts(seen.requests)).toEqual([]);
    });

    test('the others run by tags of their own', async () => {
      const page = await browsing.newPage();
      const seen = await witness(page);
      const tags = [await pinned('kap.js'), await pinned('kap-consent.js')].join('');
      const client = await browsing.openHostPageOn(page, tags + CONSENT_STEP);
      await client.consent.heading(TITLE).waitFor();
      expect(laterScripts(seen.requests)).toEqual(['/kap-consent.js']);
    });
  });
});
