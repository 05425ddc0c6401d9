import { expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { shortHistory } from '../support/histories.js';

const browsing = useBrowser();

test('The browser asks before a page with unsent answers goes away, and staying keeps them', async () => {
  const client = await browsing.openSite();
  const [aboutYou] = shortHistory({ given: 'Lou', family: 'Stays' });
  await client.button('Begin').click();
  if (aboutYou) await client.answer(aboutYou);

  const asked = client.page.waitForEvent('dialog');
  await client.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await client.form.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Lou');
});

test('Nobody is asked before anything was filled in', async () => {
  const client = await browsing.openSite();
  await client.button('Begin').click();
  await client.heading('About you').waitFor();
  const closed = client.page.waitForEvent('close');
  client.page.on('dialog', () => expect.unreachable('asked before leaving'));
  await client.page.close({ runBeforeUnload: true });
  await closed;
});

test('After sending, a reload shows the reference again, and the tab keeps a care token and nothing else', async () => {
  const client = await browsing.openSite('/health-history/');
  const reference = await client.sendHistory(shortHistory({ given: 'Max', family: 'Returns' }));
  const dialogs: string[] = [];
  client.page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await client.page.reload();
  await client.heading('Your answers are with the practice').waitFor();
  expect(await client.shownReference()).toBe(reference);
  expect(dialogs).toEqual([]);

  const kept = await client.page.evaluate(async () => ({
    session: Object.entries(sessionStorage) as [string, string][],
    local: Object.entries(localStorage),
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  expect(kept.session).toHaveLength(1);
  expect(kept.session[0]?.[0]).toMatch(/^kap-care-token /);
  expect(kept.session[0]?.[1]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect({ ...kept, session: [] }).toEqual({
    session: [],
    local: [],
    cookies: '',
    databases: [],
    caches: [],
  });
});

test('Once the client has cleared their answers, the page holds the reference and no answer', async () => {
  const client = await browsing.openSite();
  const reference = await client.sendHistory(shortHistory({ given: 'Nia', family: 'Clears' }));
  await client.button('Clear my answers from this page').click();
  await client.heading('Your answers are with the practice').waitFor();
  expect(await client.shownReference()).toBe(reference);
  expect(await client.form.getByRole('button', { name: 'Save a copy' }).count()).toBe(0);
});
