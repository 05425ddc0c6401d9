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

test('Under the site’s own policy the whole journey breaks no rule, says nothing aloud and asks one origin alone', async () => {
  const page = await browsing.newPage();
  const seen = await witness(page);
  const client = await browsing.openSiteOn(page);
  const policies = await page.request.get(page.url());
  expect(policies.headers()['content-security-policy']).toContain(`require-trusted-types-for 'script'`);

  await client.sendHistory(fullHistory(PERSON));
  await client.goOn('Your consent');
  await client.consent.sign('Tuva Witnessed');
  await client.consent.saveCopy();
  await client.goOn('Your sessions');
  await client.picker.book('Preparation');
  await client.picker.heading('Requested').waitFor();
  await client.picker.saveToCalendar();

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

test('Nor does the name under a consent, nor how to reach whoever books', async () => {
  const marks = ['Wim Unleaked', '503 555 0123'];
  const page = await browsing.newPage();
  const seen = await witness(page);
  const inspect = async () => {
    const places = [
      await attributesOf(page),
      await storedBy(page),
      ...seen.requests,
      ...seen.console,
      page.url(),
    ];
    for (const mark of marks) expect(places.join('\n')).not.toContain(mark);
  };
  const client = await browsing.openSiteOn(page, '/book/');
  await client.picker.chooseKind('Consultation');
  await client.picker.chooseTime();
  await client.picker.introduce('Wim Unleaked', '503 555 0123');
  await inspect();
  await client.picker.request();
  await client.picker.heading('Confirmed').waitFor();
  await inspect();

  await browsing.openSiteOn(page, '/consent/');
  await client.consent.fillIn('Wim Unleaked');
  await inspect();
  await client.consent.button('Sign and send').click();
  await client.consent.heading('Signed').waitFor();
  await inspect();
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
