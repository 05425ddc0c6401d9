import { expect, test } from 'vitest';
import { useBrowser } from '../support/browsing.js';
import { CONSENT_TITLE } from '../support/consent-on-site.js';
import { shortHistory } from '../support/histories.js';
import { Site } from '../support/site.js';
import type { StaffSide } from '../support/staff-side.js';

const browsing = useBrowser();

const REFUSED = 'This link no longer works. Ask the practice for a new one, or fill in the form here.';

/** Somebody opens a link in a browser that knows nothing of them. */
async function openLink(link: string): Promise<Site> {
  const page = await browsing.newPage();
  await page.goto(link);
  return new Site(page);
}

async function sentAndOpenedByStaff(family: string): Promise<{ reference: string; prescriber: StaffSide }> {
  const client = await browsing.openSite();
  const reference = await client.sendHistory(shortHistory({ given: 'Ola', family }));
  const prescriber = await browsing.signIn('prescriber');
  await prescriber.openHistory(reference);
  return { reference, prescriber };
}

test('A personal link shows the client on another device what was received, and leaves the address bar at once', async () => {
  const { reference, prescriber } = await sentAndOpenedByStaff('Elsewhere');
  const link = await prescriber.makeLink();
  expect(new URL(link).hash).toMatch(/^#kap=[\w-]{16,}$/);

  const elsewhere = await openLink(link);
  await elsewhere.journey.getByText('Welcome back.').waitFor();
  await elsewhere.consent.heading(CONSENT_TITLE).waitFor();
  await elsewhere.step('Your health history').getByRole('button').click();
  await elsewhere.heading('Your answers are with the practice').waitFor();
  expect(await elsewhere.shownReference()).toBe(reference);
  expect(elsewhere.page.url()).toBe(link.slice(0, link.indexOf('#')));
  expect(await elsewhere.page.evaluate(() => history.length)).toBe(2);

  await elsewhere.page.reload();
  await elsewhere.consent.heading(CONSENT_TITLE).waitFor();
});

test('A link works in three browsers; the fourth gets one plain sentence and an empty form', async () => {
  const { prescriber } = await sentAndOpenedByStaff('Often');
  const link = await prescriber.makeLink();
  for (const _ of ['phone', 'tablet', 'desk']) {
    const again = await openLink(link);
    await again.consent.heading(CONSENT_TITLE).waitFor();
  }
  const fourth = await openLink(link);
  await fourth.journey.getByText(REFUSED).waitFor();
  await fourth.heading('Your health history').waitFor();
  expect(await fourth.journey.locator('[part~=reference]').count()).toBe(0);
});

test('A new link ends the one before', async () => {
  const { prescriber } = await sentAndOpenedByStaff('Renewed');
  const first = await prescriber.makeLink();
  const second = await prescriber.makeLink();
  expect(second).not.toBe(first);
  await (await openLink(first)).journey.getByText(REFUSED).waitFor();
  await (await openLink(second)).consent.heading(CONSENT_TITLE).waitFor();
});
