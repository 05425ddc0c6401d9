import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { fullHistory, IN_THEIR_WORDS, shortHistory } from '../support/histories.js';
import { answerSubmissions, gate, letThrough } from '../support/submissions.js';

const browsing = useBrowser();

/** How many histories of theirs the practice has. */
async function storedFor(name: string): Promise<number> {
  const prescriber = await browsing.signIn('prescriber');
  await prescriber.page.getByRole('table').waitFor();
  return prescriber.row(name).count();
}

describe('Trying again', () => {
  test('After a 503 the same bytes go out again with the same key, and one history is stored', async () => {
    const client = await browsing.openSite();
    const secondTry = gate();
    const tries = await answerSubmissions(client.page, [
      (route) => route.fulfill({ status: 503 }),
      async (route) => {
        await secondTry.opened;
        await route.continue();
      },
    ]);
    await client.fillIn(shortHistory({ given: 'Eve', family: 'Busy' }));
    await client.send();
    await client.form.getByText('The practice’s system is busy. Nothing on this page is lost.').waitFor();
    secondTry.open();
    const reference = await client.reference();

    expect(tries).toHaveLength(2);
    expect(tries[1]).toEqual(tries[0]);
    const { id } = JSON.parse(tries[0]?.body ?? '') as { id: string };
    expect(tries[0]?.idempotencyKey).toBe(`"${id}"`);
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.row(reference).waitFor();
    expect(await prescriber.row('Eve Busy').count()).toBe(1);
  });

  test('A reply that is lost after the write leads to the same reference, stored once', async () => {
    const client = await browsing.openSite();
    let given = '';
    const tries = await answerSubmissions(client.page, [
      async (route) => {
        const answer = await route.fetch();
        given = ((await answer.json()) as { reference: string }).reference;
        await route.abort();
      },
      letThrough,
    ]);
    const reference = await client.sendHistory(shortHistory({ given: 'Fay', family: 'Echo' }));

    expect(reference).toBe(given);
    expect(tries).toHaveLength(2);
    expect(tries[1]).toEqual(tries[0]);
    expect(await storedFor('Fay Echo')).toBe(1);
  });

  test('A captive portal’s friendly page is not taken for the practice', async () => {
    const client = await browsing.openSite();
    const online = gate();
    const portal = '<!doctype html><title>Welcome</title><h1>Welcome to our free network</h1>';
    await answerSubmissions(client.page, [
      (route) => route.fulfill({ status: 200, contentType: 'text/html', body: portal }),
      async (route) => {
        await online.opened;
        await route.continue();
      },
    ]);
    await client.fillIn(shortHistory({ given: 'Gus', family: 'Portal' }));
    await client.send();
    await client.form.getByText('We got no clear answer. Nothing on this page is lost.').waitFor();
    expect(await client.heading('Received').count()).toBe(0);
    online.open();
    await client.reference();
    expect(await storedFor('Gus Portal')).toBe(1);
  });
});

describe('Without a connection', () => {
  test('Sending says that it is offline, and goes on by itself when the device is back online', async () => {
    const client = await browsing.openSite();
    await client.fillIn(shortHistory({ given: 'Hal', family: 'Island' }));
    await client.page.context().setOffline(true);
    await client.send();
    await client.form.getByText('No connection right now. Nothing on this page is lost.').waitFor();
    await client.page.context().setOffline(false);
    await client.reference();
    expect(await storedFor('Hal Island')).toBe(1);
  });

  test('After two minutes it says that nobody has confirmed, keeps every answer, and sends them later', async () => {
    const page = await browsing.newPage();
    await page.clock.install();
    const client = await browsing.openSiteOn(page);
    await client.fillIn(fullHistory({ given: 'Ida', family: 'Late' }));
    await page.context().setOffline(true);
    await client.send();
    await client.form.getByText('No connection right now.').waitFor();
    await page.clock.fastForward('02:01');
    await client.heading('Not confirmed yet').waitFor();

    const saved = await client.saveCopy();
    expect(await readFile(await saved.path(), 'utf8')).toContain(IN_THEIR_WORDS.worries);
    await client.button('Go back').click();
    await client.form.getByText(IN_THEIR_WORDS.illness).waitFor();

    await page.context().setOffline(false);
    await client.send();
    await client.reference();
    expect(await storedFor('Ida Late')).toBe(1);
  });
});

describe('When the practice’s side will not take it', () => {
  test('Everything stays, a copy can be saved, and whom to call is said', async () => {
    const client = await browsing.openSite();
    await answerSubmissions(client.page, [(route) => route.fulfill({ status: 403 })]);
    await client.fillIn(fullHistory({ given: 'Jo', family: 'Refused' }));
    await client.send();
    await client.heading('We couldn’t send it').waitFor();
    await client.form.getByText('Please call the practice on (503) 555-0142.').waitFor();

    const saved = await client.saveCopy();
    expect(saved.suggestedFilename()).toBe('my-copy.html');
    const copy = await readFile(await saved.path(), 'utf8');
    for (const words of Object.values(IN_THEIR_WORDS)) expect(copy).toContain(words);
    expect(copy).not.toContain('<script');

    await client.button('Go back').click();
    await client.form.getByText(IN_THEIR_WORDS.allergy).waitFor();
    expect(await storedFor('Jo Refused')).toBe(0);
  });

  test('An answer that the endpoint objects to is shown where it belongs, and the rest is kept', async () => {
    const client = await browsing.openSite();
    const detail = 'We know this number as somebody else’s';
    const tries = await answerSubmissions(client.page, [
      (route) => {
        const { content } = JSON.parse(route.request().postData() ?? '') as {
          content: { response: { item: { item: { linkId: string }[] }[] } };
        };
        const at = content.response.item[0]?.item.findIndex(({ linkId }) => linkId === 'phone');
        const pointer = `/content/response/item/0/item/${at}/answer/0/valueString`;
        return route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'kap:invalid', errors: [{ pointer, code: 'refused', detail }] }),
        });
      },
      letThrough,
    ]);
    await client.fillIn(shortHistory({ given: 'Kim', family: 'Corrects' }));
    await client.send();
    await client.heading('About you').waitFor();
    const phone = client.form.getByRole('textbox', { name: 'Phone number', exact: true });
    expect(await phone.getAttribute('aria-invalid')).toBe('true');
    await client.form
      .getByRole('group', { name: 'One thing needs another look' })
      .getByText(detail)
      .waitFor();

    await phone.fill('503 555 0177');
    await client.button('Continue').click();
    await client.send();
    await client.reference();
    expect(tries).toHaveLength(2);
    expect(tries[1]?.idempotencyKey).not.toBe(tries[0]?.idempotencyKey);
    expect(await storedFor('Kim Corrects')).toBe(1);
  });
});
