import { expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { fullHistory, type Answering } from '../support/histories.js';
import { attributesOf, storedBy, witness } from '../support/witness.js';

const browsing = useBrowser();

const PERSON = { given: 'Tuva', family: 'Witnessed' };

/** Everything that this client types, apart from words too short to tell from the page's own. */
const typed = fullHistory(PERSON)
  .flatMap(({ answers }) => answers)
  .flatMap((answering: Answering) => ('entry' in answering ? answering.answers : [answering]))
  .flatMap((answering) => ('write' in answering ? answering.write.split('\n') : []))
  .filter((words) => words.length > 3);

function expectNothingTyped(text: string): void {
  for (const words of typed) {
    expect(text).not.toContain(words);
    expect(text).not.toContain(encodeURIComponent(words));
  }
}

test('Under the site’s own policy a whole intake breaks no rule, says nothing aloud and asks one origin alone', async () => {
  const page = await browsing.newPage();
  const seen = await witness(page);
  const client = await browsing.openSiteOn(page);
  const policies = await page.request.get(page.url());
  expect(policies.headers()['content-security-policy']).toContain(`require-trusted-types-for 'script'`);

  await client.sendHistory(fullHistory(PERSON));

  expect(await seen.policyViolations()).toEqual([]);
  expect(seen.console).toEqual([]);
  expect(seen.errors).toEqual([]);
  expect([...new Set(seen.requests.map((url) => new URL(url).origin))]).toEqual([practiceOrigin()]);
  expect(await page.context().cookies()).toEqual([]);
});

test('Nothing that was typed shows in an address, an attribute, the title, the storage or the console', async () => {
  expect(typed.length).toBeGreaterThan(15);
  const page = await browsing.newPage();
  const seen = await witness(page);
  const client = await browsing.openSiteOn(page);
  const history = fullHistory(PERSON);
  const inspect = async () => {
    expectNothingTyped(await attributesOf(page));
    expectNothingTyped(await storedBy(page));
  };
  await client.button('Begin').click();
  for (const topic of history) {
    await client.answer(topic);
    await inspect();
    await client.button('Continue').click();
  }
  await client.heading('Check your answers').waitFor();
  await inspect();
  await client.send();
  await client.reference();
  await inspect();
  expectNothingTyped([...seen.requests, ...seen.console, page.url()].join('\n'));
});

test('The page’s own scripts hear of pages and of the delivery, and of no answer', async () => {
  const page = await browsing.newPage();
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    const members = (event: Event) =>
      Object.fromEntries(
        Object.entries(event).filter(([name, value]) => name !== 'isTrusted' && typeof value !== 'object'),
      );
    for (const name of ['kap-page-changed', 'kap-intake-delivered'])
      addEventListener(name, (event) => heard.push([event.type, members(event)]));
  });
  const client = await browsing.openSiteOn(page);
  const history = fullHistory(PERSON);
  const reference = await client.sendHistory(history);
  const heard = await page.evaluate(() => Reflect.get(window, 'heard') as [string, object][]);
  expect(heard.filter(([type]) => type === 'kap-page-changed')).toHaveLength(history.length);
  expect(heard.at(-1)).toEqual(['kap-intake-delivered', { status: 'received', reference }]);
  expectNothingTyped(JSON.stringify(heard));
});
