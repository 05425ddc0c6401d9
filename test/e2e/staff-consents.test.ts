import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ClientConsents } from '../../demo/staff/consent-answers.js';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { SendingClient } from '../support/sending-client.js';
import type { StaffSide } from '../support/staff-side.js';

const browsing = useBrowser();

const LATER = '2099-01';

/** Somebody who signed the same text twice. */
async function whoSignedTwice(given: string, family: string) {
  const client = new SendingClient(practiceOrigin(), given, family);
  const old = await client.sign();
  const fresh = await client.sign();
  return { client, old, fresh };
}

/** As it will be once the practice has published a newer text of what was signed, with one passage in other words. */
async function publishLater({ page }: StaffSide): Promise<void> {
  await page.route('**/staff/api/clients/*/consents', async (route) => {
    const response = await route.fetch();
    const consents = (await response.json()) as ClientConsents;
    const documents = consents.documents.map((document) => {
      const [signed] = document.records;
      if (signed?.record === undefined) return document;
      const { blocks } = signed.record.document;
      const later: ConsentDocument = {
        ...signed.record.document,
        version: LATER,
        blocks: blocks
          .slice(0, -1)
          .map((block, at) => (at === 1 ? { ...block, paragraphs: ['In quite other words.'] } : block)),
      };
      const records = document.records.map((record) => ({
        ...record,
        status: 'outdated-material' as const,
        change: 'material' as const,
      }));
      return { ...document, currentVersion: LATER, records, published: [...document.published, later] };
    });
    await route.fulfill({ response, json: { ...consents, documents } });
  });
}

const region = ({ page }: StaffSide, name: string) => page.getByRole('region', { name, exact: true });

async function openWithdrawal({ page }: StaffSide, reference: string): Promise<void> {
  await page
    .getByRole('row')
    .filter({ hasText: reference })
    .getByRole('link', { name: /^Taken back/ })
    .click();
  await page.getByRole('heading', { name: 'What it takes back' }).waitFor();
}

/** What keeps a page from somebody, or does not fit on a phone. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join()}`,
  );
  await page.setViewportSize({ width: 320, height: 800 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 1200, height: 900 });
  return over > 0 ? [...found, `${over} pixels too wide at 320`] : found;
}

describe('What a client has signed', () => {
  test('stands on their page with its versions, newest first, and what they have not signed', async () => {
    const { old, fresh } = await whoSignedTwice('Hale', 'Versions');
    const therapist = await browsing.signIn('therapist');
    await therapist.openClient(fresh.reference);
    const consents = region(therapist, 'Consents');
    const lines = consents.getByRole('listitem');
    await lines.first().waitFor();
    const [newest = '', older = '', open = ''] = await lines.allInnerTexts();
    expect(newest).toContain('Signed, in force until ');
    expect(newest).toContain(fresh.reference);
    expect(older).toContain('Signed again');
    expect(older).toContain(old.reference);
    expect(open).toContain('not signed yet');
    expect(await faultsOf(therapist.page)).toEqual([]);

    await lines.nth(1).getByRole('link').click();
    await therapist.page.getByRole('heading', { name: 'How it stands' }).waitFor();
  });

  test('is laid beside the text now, old words and new', async () => {
    const client = new SendingClient(practiceOrigin(), 'Hebe', 'Differences');
    const { reference } = await client.sign();
    const { version } = await client.consentDocument();
    const prescriber = await browsing.signIn('prescriber');
    await publishLater(prescriber);
    await prescriber.openConsent(reference);
    expect(await region(prescriber, 'How it stands').innerText()).toContain(
      `Must be signed again: version ${LATER} changes what matters.`,
    );
    const differences = region(prescriber, 'Differences');
    const words = await differences.innerText();
    for (const word of ['Changed', 'Removed', 'In quite other words.', 'Not in this version'])
      expect(words).toContain(word);
    for (const name of [`Version ${version}`, `Version ${LATER}`])
      expect(await differences.getByRole('columnheader', { name }).count()).toBe(2);
    expect((await prescriber.verdict()).title).toBe('Proven');
    expect(await faultsOf(prescriber.page)).toEqual([]);
  });

  test('and took back is told in the list, on its own page and with what was signed', async () => {
    const { client, fresh } = await whoSignedTwice('Hedy', 'Withdraws');
    const withdrawal = await client.withdraw();
    const therapist = await browsing.signIn('therapist');
    await openWithdrawal(therapist, withdrawal.reference);
    const sheet = therapist.page.getByRole('article');
    expect(await sheet.innerText()).toContain('all of it');
    expect(await sheet.innerText()).toContain('right after it was taken back');
    expect((await therapist.verdict()).title).toBe('Proven');
    expect(await faultsOf(therapist.page)).toEqual([]);

    await region(therapist, 'What it takes back').getByRole('link').click();
    const standing = region(therapist, 'How it stands');
    await standing.waitFor();
    const words = await standing.innerText();
    expect(words).toContain('Not in force: the client took it back.');
    expect(words).toContain(withdrawal.reference);
    expect(await sheet.innerText()).toContain(fresh.reference);
  });
});

describe('Erasure by law', () => {
  test('asks the prescriber for a reason and a second word, and leaves a tombstone and an entry in the log', async () => {
    const client = new SendingClient(practiceOrigin(), 'Hugo', 'Erased');
    const { reference } = await client.sign();
    const prescriber = await browsing.signIn('prescriber');
    const { page } = prescriber;
    await prescriber.openConsent(reference);
    await prescriber.button('Erase this record…').click();
    await prescriber.button('Look at what goes and what stays').click();
    await page.getByText('Say why, in a few words.').waitFor();
    const reason = page.getByLabel('Why does it have to be erased?');
    expect(await reason.evaluate((field) => field.matches(':focus'))).toBe(true);
    await reason.fill('A court asked for it.');
    expect(await faultsOf(page)).toEqual([]);
    await prescriber.button('Look at what goes and what stays').click();
    const warning = page.getByRole('heading', { name: 'This can’t be undone' });
    expect(await warning.evaluate((heading) => heading.matches(':focus'))).toBe(true);
    await prescriber.button('Erase it for good').click();

    await page.getByRole('heading', { name: 'What is left' }).waitFor();
    const left = await page.getByRole('article').innerText();
    expect(left).toContain('A court asked for it.');
    expect(left).not.toContain('Hugo Erased');
    expect(await page.locator('h1').evaluate((heading) => heading.matches(':focus'))).toBe(true);
    expect(await faultsOf(page)).toEqual([]);

    await prescriber.openLog();
    await page.getByText(/^Erased a consent, as the law asks: ketamine-therapy/).waitFor();
  });

  test('is offered to nobody else', async () => {
    const client = new SendingClient(practiceOrigin(), 'Hilda', 'Kept');
    const { reference } = await client.sign();
    const therapist = await browsing.signIn('therapist');
    await therapist.openConsent(reference);
    expect(await therapist.button('Erase this record…').count()).toBe(0);
  });
});
