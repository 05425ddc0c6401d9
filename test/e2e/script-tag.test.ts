import { describe, expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { shortHistory } from '../support/histories.js';
import { Site } from '../support/site.js';
import { witness } from '../support/witness.js';

const browsing = useBrowser(['--host-resolver-rules=MAP insecure.test 127.0.0.1']);

const SCRIPT = '<script defer src="/kap.js"></script>';
const FALLBACK = '<p>Call us on (503) 555-0142.</p>';

describe('Ways to place the form', () => {
  test('a marked div becomes a journey, with what it held as the fallback', async () => {
    const client = await browsing.openHostPage(
      `${SCRIPT}<div data-kap="journey" data-kap-endpoint="/api">${FALLBACK}</div>`,
    );
    await client.sendHistory(shortHistory({ given: 'Uma', family: 'Marked' }));
    expect(await client.page.getByText('Call us on').isVisible()).toBe(false);
  });

  test('a marked div that comes later is mounted as well', async () => {
    const client = await browsing.openHostPage(`${SCRIPT}<main></main>`);
    await client.page.waitForFunction(() => customElements.get('kap-journey'));
    await client.page.evaluate(() => {
      const late = document.createElement('section');
      const marked = document.createElement('div');
      marked.dataset['kap'] = 'intake-form';
      marked.dataset['kapEndpoint'] = '/api';
      late.append(marked);
      document.querySelector('main')?.append(late);
    });
    await client.button('Begin').click();
    await client.heading('About you').waitFor();
  });

  test('an empty journey brings a form of its own', async () => {
    const client = await browsing.openHostPage(`${SCRIPT}<kap-journey endpoint="/api"></kap-journey>`);
    await client.button('Begin').click();
    await client.heading('About you').waitFor();
  });

  test('the page’s own script can mount it', async () => {
    const client = await browsing.openHostPage(
      `<script src="/kap.js"></script><div id="here"></div>
       <script>Kap.mount(document.getElementById('here'), { element: 'intake-form', endpoint: '/api' })</script>`,
    );
    await client.heading('Your health history').waitFor();
  });

  test.each([
    { tag: 'a module', script: '<script type="module" src="/kap.js"></script>' },
    { tag: 'a script at the end', script: '' },
  ])('it works as $tag', async ({ script }) => {
    const last = script === '' ? '<script src="/kap.js"></script>' : '';
    const client = await browsing.openHostPage(
      `${script}<kap-intake-form endpoint="/api"></kap-intake-form>${last}`,
    );
    await client.heading('Your health history').waitFor();
  });
});

describe('A page that is not as it should be', () => {
  test('including the script twice does no harm', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}${SCRIPT}<script defer src="/kap.js?again"></script>
       <kap-journey endpoint="/api"></kap-journey>`,
    );
    await client.heading('Your health history').waitFor();
    expect(seen.errors).toEqual([]);
    expect(seen.console.filter((line) => line.includes('kap:')).length).toBeLessThanOrEqual(1);
    expect(await client.form.count()).toBe(1);
  });

  test('something enumerable on every object changes nothing', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(
      page,
      `<script>Object.prototype.extra = function () { return 1 };
       Object.prototype.shade = 'grey';
       Array.prototype.last = function () { return this[this.length - 1] };
       Date.prototype.toJSON = Array.prototype.toJSON = function () { return 'planted' };</script>
       ${SCRIPT}<kap-journey endpoint="/api"></kap-journey>`,
    );
    await client.sendHistory(shortHistory({ given: 'Val', family: 'Polluted' }));
    expect(seen.errors).toEqual([]);
  });

  test('on plain http it says one sentence, shows the fallback and sends nothing', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const { port } = new URL(practiceOrigin());
    await page.goto(`http://insecure.test:${port}/begin/`);
    const client = new Site(page);
    await client.form.getByText('This page isn’t secure, so the form can’t open here.').waitFor();
    expect(await page.getByText('If the form does not appear here').isVisible()).toBe(true);
    expect(seen.requests.filter((url) => url.includes('/api'))).toEqual([]);
    expect(seen.console.filter((line) => line.startsWith('warning: kap: https:'))).toHaveLength(1);
    expect(seen.errors).toEqual([]);
  });

  test('where the page allows no Trusted Types policy, it is unharmed and the fallback stays', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<h1>Our practice</h1><kap-journey endpoint="/api">${FALLBACK}</kap-journey>
       <button onclick="this.textContent = 'Pressed'">Press</button>`,
      `script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    await client.page.getByText('Call us on (503) 555-0142.').waitFor();
    await page.getByRole('button', { name: 'Press' }).click();
    await page.getByRole('button', { name: 'Pressed' }).waitFor();
    expect(seen.errors).toEqual([]);
    expect(seen.console.filter((line) => line.includes('kap: trusted-types:'))).toHaveLength(1);
  });

  test('a bad endpoint address is one sentence in place and one warning that names the setting', async () => {
    const page = await browsing.newPage();
    const seen = await witness(page);
    const client = await browsing.openHostPageOn(
      page,
      `${SCRIPT}<kap-journey endpoint="http://somewhere.example/api">${FALLBACK}</kap-journey>`,
    );
    await client.form.getByText('This form isn’t set up yet.').waitFor();
    await page.getByText('Call us on (503) 555-0142.').waitFor();
    expect(seen.console.filter((line) => line.includes('kap: endpoint:'))).toHaveLength(1);
    expect(seen.errors).toEqual([]);
  });
});
