import { expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';

const browsing = useBrowser();

const ELSEWHERE = 'https://elsewhere.example/';

async function leaving(body: string) {
  const client = await browsing.openHostPage(body);
  const { page } = client;
  await page.route(`${ELSEWHERE}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><h1>The weather</h1>' }),
  );
  return client;
}

const FORM = `<script src="/kap.js"></script><kap-intake-form endpoint="/api/" exit-url="${ELSEWHERE}"></kap-intake-form>`;

test('Somebody who must not be seen is elsewhere with one press, and Back does not bring their answers up again', async () => {
  const client = await leaving(FORM);
  const { page } = client;
  await client.button('Begin').click();
  await client.form.getByLabel('First name').fill('Marked');
  await client.button('Leave this page now').click();
  await page.waitForURL(ELSEWHERE);
  await page.goBack();
  await client.heading('Your health history').waitFor();
  expect(await page.content()).not.toContain('Marked');
  await client.button('Begin').click();
  expect(await client.form.getByLabel('First name').inputValue()).toBe('');
});

test('It asks no question on the way out', async () => {
  const client = await leaving(FORM);
  await client.button('Begin').click();
  await client.form.getByLabel('First name').fill('Marked');
  let asked = false;
  client.page.on('dialog', (dialog) => {
    asked = true;
    void dialog.accept();
  });
  await client.button('Leave this page now').click();
  await client.page.waitForURL(ELSEWHERE);
  expect(asked).toBe(false);
});

test('The browser’s own Back and Forward lead through the topics, and every answer stays', async () => {
  const client = await browsing.openHostPage(FORM);
  const { page } = client;
  await client.button('Begin').click();
  await client.heading('About you').waitFor();
  await client.form.getByLabel('First name').fill('Ana');
  await client.button('All topics').click();
  await client.button('Pregnancy').click();
  await client.heading('Pregnancy').waitFor();
  await page.goBack();
  await client.heading('All topics').waitFor();
  await page.goBack();
  await client.heading('About you').waitFor();
  expect(await client.form.getByLabel('First name').inputValue()).toBe('Ana');
  await page.goBack();
  await client.heading('Your health history').waitFor();
  await page.goForward();
  await client.heading('About you').waitFor();
  expect(await client.form.getByLabel('First name').inputValue()).toBe('Ana');
});
