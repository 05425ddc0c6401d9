import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { builtFile, laterScript } from '../support/built-scripts.js';
import { CONSENT_TITLE } from '../support/consent-on-site.js';
import { laterScriptsIn } from '../support/later-scripts.js';
import { witness } from '../support/witness.js';

const browsing = useBrowser();

const CONSENT = '<kap-consent endpoint="/api"></kap-consent>';
const IN_A_JOURNEY = `<kap-journey endpoint="/api">${CONSENT}</kap-journey>`;

const textOf = (file: string): Promise<string> => readFile(builtFile(file), 'utf8');

/** Serves a file of another making at the practice's own address. */
async function serve(page: Page, path: string, body: string, headers = {}): Promise<void> {
  await page.route(practiceOrigin() + path, (route) =>
    route.fulfill({ contentType: 'text/javascript', body, headers }),
  );
}

describe('All scripts in one file of the site’s', () => {
  const first = 'kap.js';
  const parts = ['consent', 'session-picker', 'floating'].map(laterScript);

  test.each([
    { order: 'the first one first', files: [first, ...parts] },
    { order: 'the first one last', files: [...parts, first] },
  ])('nothing is fetched, $order', async ({ files }) => {
    for (const place of [CONSENT, IN_A_JOURNEY]) {
      const page = await browsing.newPage();
      const seen = await witness(page);
      const texts = await Promise.all(files.map(textOf));
      await serve(page, '/cache/all-3f2a.js', ['var theirs = 1', ...texts, 'theirs++'].join('\n'));
      const client = await browsing.openHostPageOn(
        page,
        `<script defer src="/cache/all-3f2a.js"></script>${place}`,
      );
      await client.consent.heading(CONSENT_TITLE).waitFor();
      await page.waitForFunction(() => customElements.get('kap-session-picker'));
      expect(laterScriptsIn(seen.requests)).toEqual([]);
      expect(seen.errors).toEqual([]);
    }
  });
});

describe('A tag of its own for what comes later', () => {
  const own = `<script defer src="/${laterScript('consent')}"></script>`;
  const first = '<script defer src="/kap.js"></script>';

  test.each([
    { place: 'before', tags: own + first },
    { place: 'after', tags: first + own },
  ])('$place that of the first script', async ({ tags }) => {
    for (const place of [CONSENT, IN_A_JOURNEY]) {
      const page = await browsing.newPage();
      const seen = await witness(page);
      const client = await browsing.openHostPageOn(page, tags + place);
      await client.consent.heading(CONSENT_TITLE).waitFor();
      expect(seen.errors).toEqual([]);
      expect(seen.console).toEqual([]);
    }
  });

  test('works where the scripts lie on a host that lets nobody fetch them', async () => {
    const page = await browsing.newPage();
    const elsewhere = 'http://scripts.example';
    await page.route(`${elsewhere}/**`, async (route) => {
      const file = new URL(route.request().url()).pathname.slice(1);
      await route.fulfill({ contentType: 'text/javascript', body: await textOf(file) });
    });
    const tags = ['kap.js', laterScript('consent')].map(
      (file) => `<script defer src="${elsewhere}/${file}"></script>`,
    );
    const client = await browsing.openHostPageOn(page, tags.join('') + CONSENT);
    await client.consent.heading(CONSENT_TITLE).waitFor();
  });
});

test('A policy that knows scripts by nonce alone', async () => {
  const page = await browsing.newPage();
  const seen = await witness(page);
  const client = await browsing.openHostPageOn(
    page,
    `<script defer nonce="n0nce" src="/kap.js"></script>${IN_A_JOURNEY}`,
    `default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'nonce-n0nce'; require-trusted-types-for 'script'; trusted-types kap`,
  );
  await client.consent.heading(CONSENT_TITLE).waitFor();
  expect(await seen.policyViolations()).toEqual([]);
});

describe('Pinned by integrity', () => {
  const pinned = async (file: string, attributes = 'defer'): Promise<string> => {
    const digest = createHash('sha384')
      .update(await textOf(file))
      .digest('base64');
    return `<script ${attributes} src="/${file}" integrity="sha384-${digest}"></script>`;
  };

  test.each(['defer', 'type="module"'])('a first script (%s) fetches nothing', async (attributes) => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    await browsing.openHostPageOn(page, (await pinned('kap.js', attributes)) + IN_A_JOURNEY);
    await page.getByText('This form can’t open right now.').waitFor();
    expect(laterScriptsIn(seen.requests)).toEqual([]);
    expect(seen.console.filter((line) => line.includes('kap:'))).toHaveLength(1);
  });

  test('the others run by pinned tags of their own', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const tags = [await pinned('kap.js'), await pinned(laterScript('consent'))].join('');
    const client = await browsing.openHostPageOn(page, tags + CONSENT);
    await client.consent.heading(CONSENT_TITLE).waitFor();
    expect(laterScriptsIn(seen.requests)).toEqual([laterScript('consent')]);
  });
});
