import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { fullHistory } from '../support/histories.js';

const browsing = useBrowser();

/** Each broken rule with the places where it is broken. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
}

describe.each(['light', 'dark'] as const)('In %s colours axe finds nothing', (colorScheme) => {
  test.each(['/', '/approach/', '/privacy/', '/plain/'])('on %s', async (path) => {
    const client = await browsing.openSite(path, { colorScheme });
    if (path === '/plain/') await client.heading('Your health history').waitFor();
    expect(await broken(client.page)).toEqual([]);
  });

  test('on any page of the form, with problems and without, to the reference', async () => {
    const client = await browsing.openSite('/begin/', { colorScheme });
    await client.heading('Your health history').waitFor();
    expect(await broken(client.page)).toEqual([]);
    await client.button('Begin').click();
    for (const topic of fullHistory({ given: 'Yara', family: 'Reads' })) {
      await client.heading(topic.title).waitFor();
      await client.button('Continue').click();
      await client.form.locator('[part=error-summary]').waitFor();
      expect(await broken(client.page)).toEqual([]);
      await client.answer(topic);
      expect(await broken(client.page)).toEqual([]);
      await client.button('Continue').click();
    }
    await client.heading('Check your answers').waitFor();
    expect(await broken(client.page)).toEqual([]);
    await client.send();
    await client.reference();
    expect(await broken(client.page)).toEqual([]);
  }, 120_000);

  test('on the staff side: sign-in, list, a history, deciding, the link, the log', async () => {
    const client = await browsing.openSite();
    const reference = await client.sendHistory(fullHistory({ given: 'Zoe', family: 'Seen' }));

    const { page: door } = await browsing.openSite('/staff/', { colorScheme });
    await door.getByLabel('Your token').waitFor();
    expect(await broken(door)).toEqual([]);

    const prescriber = await browsing.signIn('prescriber', { colorScheme });
    const { page } = prescriber;
    await prescriber.row(reference).waitFor();
    expect(await broken(page)).toEqual([]);
    await prescriber.openHistory(reference);
    expect(await broken(page)).toEqual([]);
    await prescriber.button('Decide').click();
    await page.getByRole('radio', { name: /^Cleared/ }).check();
    await prescriber.button('Check what they will see').click();
    await page.getByText('Name the last day on which').waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByLabel('Valid until').fill('2099-03-05');
    await prescriber.button('Check what they will see').click();
    await prescriber.button('Decide it like this').waitFor();
    await prescriber.makeLink();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('link', { name: 'Log', exact: true }).click();
    await page.getByRole('table').waitFor();
    expect(await broken(page)).toEqual([]);
  });
});
