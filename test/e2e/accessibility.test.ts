import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { CONSENT_TITLE } from '../support/consent-on-site.js';
import { fullHistory } from '../support/histories.js';

const browsing = useBrowser();

/** Each broken rule with the places where it is broken. */
async function brokenRules(page: Page, rules: readonly string[] | undefined): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
  );
}

/** What a colour scheme can break; everything else is the same in both. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const SCHEMES = [
  { colorScheme: 'light', rules: undefined },
  { colorScheme: 'dark', rules: COLOURS },
] as const;

describe.each(SCHEMES)('In $colorScheme colours axe finds nothing', ({ colorScheme, rules }) => {
  const broken = (page: Page) => brokenRules(page, rules);

  test.each(['/', '/approach/', '/privacy/', '/plain/', '/book/'])('on %s', async (path) => {
    const client = await browsing.openSite(path, { colorScheme });
    if (path === '/plain/') await client.heading('Your health history').waitFor();
    expect(await broken(client.page)).toEqual([]);
  });

  test('on any page of the form, to the reference', async () => {
    const client = await browsing.openSite('/begin/', { colorScheme });
    const [aboutYou, ...others] = fullHistory({ given: 'Yara', family: 'Reads' });
    await client.heading('Your health history').waitFor();
    expect(await broken(client.page)).toEqual([]);
    await client.button('Begin').click();
    await client.button('Continue').click();
    await client.form.locator('[part=error-summary]').waitFor();
    expect(await broken(client.page)).toEqual([]);
    if (aboutYou) await client.answer(aboutYou);
    await client.button('Continue').click();
    for (const topic of others) {
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

  test('on the consent and the sessions, to what is booked and cancelled', async () => {
    const client = await browsing.openSite('/consent/', { colorScheme });
    await client.consent.heading(CONSENT_TITLE).waitFor();
    await client.consent.button('Sign and send').click();
    await client.consent.element.locator('[part=error-summary]').waitFor();
    expect(await broken(client.page)).toEqual([]);
    await client.consent.sign('Yara Reads');
    expect(await broken(client.page)).toEqual([]);
    await browsing.openSiteOn(client.page, '/book/');
    await client.picker.chooseKind('Preparation');
    await client.picker.request();
    await client.picker.chooseTime();
    expect(await broken(client.page)).toEqual([]);
    await client.picker.introduce('Yara Reads');
    await client.picker.request();
    await client.picker.heading('Requested').waitFor();
    expect(await broken(client.page)).toEqual([]);
    await client.picker.button('Choose another session').click();
    await client.picker.button('Cancel').click();
    expect(await broken(client.page)).toEqual([]);
    await client.picker.button('Yes, cancel it').click();
    await client.picker.notice.getByText('Your session is cancelled.').waitFor();
    expect(await broken(client.page)).toEqual([]);
  });

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
    await prescriber.openLog();
    expect(await broken(page)).toEqual([]);
  }, 120_000);
});
