import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import type { Filled } from '../support/fill-in.js';
import { SendingClient } from '../support/sending-client.js';
import type { StaffSide } from '../support/staff-side.js';

const browsing = useBrowser();

const sent = async (family: string, filled: Filled) =>
  (await new SendingClient(practiceOrigin(), 'Remy', family).sendHistory(filled)).reference;

const UNSETTLED: Filled = {
  'vessel-conditions': ['aneurysm', 'stroke'],
  'stroke-when': 'longer-ago',
  'heart-conditions': ['not-sure'],
  'takes-medicine': 'yes',
  'medicine-name': 'Nardil 15 mg',
  'therapist-now': 'no',
};

const reviewOn = ({ page }: StaffSide) => page.getByRole('region', { name: 'For your review' });

async function openRules(staff: StaffSide): Promise<void> {
  await staff.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Rules' }).click();
  await staff.page.getByRole('heading', { name: 'Numbers' }).waitFor();
}

const keep = async (staff: StaffSide): Promise<void> => {
  await staff.button('Keep changes').click();
  await staff.page.getByText('Kept. They count from now on').waitFor();
};

describe('Above a history, the prescriber', () => {
  test('is pointed to answers, stop and review first, with the reason and the source beside each', async () => {
    const reference = await sent('Flags', UNSETTLED);
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openHistory(reference);
    const review = reviewOn(prescriber);
    const headings = await review.getByRole('heading', { level: 3 }).allInnerTexts();
    expect(headings.slice(0, 2)).toEqual(['Stop and review', 'Caution']);
    expect(headings).toContain('Not sure, or would rather talk');
    const stop = review.getByRole('region', { name: 'Stop and review' });
    const aneurysm = stop.getByRole('listitem').filter({ hasText: 'Aneurysmal vascular disease' });
    expect(await aneurysm.innerText()).toMatch(/Aneurysm, a weak spot.*Stroke.*US label \(FDA\), 2025/s);
    const maoi = review.getByRole('listitem').filter({ hasText: 'An MAOI' });
    expect(await maoi.innerText()).toMatch(/Nardil 15 mg.*That is phenelzine/s);
    const unsure = review.getByRole('region', { name: 'Not sure, or would rather talk' });
    expect(await unsure.innerText()).toMatch(/Heart conditions.*Not sure.*Caution\./s);
  });

  test('is led by each to where the answer stands', async () => {
    const reference = await sent('Leads', UNSETTLED);
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openHistory(reference);
    await reviewOn(prescriber).getByRole('link', { name: 'Blood vessels' }).first().click();
    await prescriber.page.waitForURL(/#\/histories\/[0-9a-f-]+\/vessel-conditions$/);
    const place = prescriber.answer('Have you ever had any of these?').first();
    await place.evaluate((element) => element.matches(':focus') || Promise.reject(new Error('not there')));
  });

  test('reads a plain sentence where no rule was raised, and no sign that all is well', async () => {
    const reference = await sent('Calm', {
      concerns: ['depression'],
      'therapist-now': 'weekly',
      'therapist-contact': 'Mara, 503 555 0101',
      alcohol: 'never',
      'safe-at-home': 'yes',
      'ride-home': 'yes',
      'at-home': ['company', 'private', 'lock'],
    });
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openHistory(reference);
    const review = reviewOn(prescriber);
    await review.getByText('No rule was raised by these answers. That says nothing about fitness').waitFor();
    expect(await review.getByRole('region', { name: 'Stop and review' }).count()).toBe(0);
    expect(await review.innerText()).not.toMatch(/[✓✔]|eligib|all clear|no risk/i);
  });

  test('prints it with the rest', async () => {
    const reference = await sent('Paper', UNSETTLED);
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openHistory(reference);
    await prescriber.page.emulateMedia({ media: 'print' });
    const paper = await prescriber.page.getByRole('article').innerText();
    expect(paper).toContain('Stop and review');
    expect(paper).toContain('Esketamine nasal spray, US label (FDA), 2025');
    expect(paper).not.toContain('All rules and what you set');
  });
});

test.each(['therapist', 'office'] as const)(
  'The %s is neither shown flags nor asks for their rules',
  async (role) => {
    const reference = await sent(`Hidden-${role}`, UNSETTLED);
    const somebody = await browsing.signIn(role);
    const asked: string[] = [];
    somebody.page.on('request', (request) => asked.push(request.url()));
    await somebody.openHistory(reference);
    expect(await reviewOn(somebody).count()).toBe(0);
    expect(await somebody.page.getByRole('navigation', { name: 'Main' }).getByText('Rules').count()).toBe(0);
    await somebody.page.goto(`${practiceOrigin()}/staff/#/rules`);
    await somebody.page.getByText('The review rules are read and set by the prescriber.').waitFor();
    expect(asked.filter((url) => url.includes('review-settings'))).toEqual([]);
  },
);

describe('The review rules', () => {
  test('are set by the prescriber, count at once, and are marked as set', async () => {
    const reference = await sent('Set', { ...UNSETTLED, 'vessel-conditions': ['none'] });
    const prescriber = await browsing.signIn('prescriber');
    await openRules(prescriber);
    const { page } = prescriber;
    const weight = page.getByLabel(/^An MAOI/);
    await weight.selectOption('Stop and review');
    await keep(prescriber);
    await prescriber.openSubmissions();
    await prescriber.openHistory(reference);
    const stop = reviewOn(prescriber).getByRole('region', { name: 'Stop and review' });
    const maoi = stop.getByRole('listitem').filter({ hasText: 'An MAOI' });
    expect(await maoi.innerText()).toContain('Set by the practice');

    await openRules(prescriber);
    await weight.selectOption('Caution');
    await keep(prescriber);
    await prescriber.openLog();
    const [last] = await page
      .getByRole('row')
      .filter({ hasText: 'Changed the review rules' })
      .allInnerTexts();
    expect(last).toContain('medicine-maoi as it came');
  });

  test('take no number that is out of range, and say which', async () => {
    const prescriber = await browsing.signIn('prescriber');
    await openRules(prescriber);
    const { page } = prescriber;
    const number = page.getByLabel('Upper number, stop and review from');
    await number.fill('1600');
    await prescriber.button('Keep changes').click();
    await page.getByText('Write a number from 120 to 220.').waitFor();
    await page.waitForFunction(
      (field) => field instanceof HTMLInputElement && field.matches(':focus'),
      await number.elementHandle(),
    );
    await prescriber.button('Undo them').click();
    expect(await number.inputValue()).toBe('160');
  });

  test('that somebody else has set meanwhile are not set over', async () => {
    const [one, other] = [await browsing.signIn('prescriber'), await browsing.signIn('prescriber')];
    await openRules(one);
    await openRules(other);
    await one.page.getByLabel('Older age').fill('70');
    await keep(one);
    await other.page.getByLabel('Older age').fill('75');
    await other.button('Keep changes').click();
    await other.page.getByText('Somebody has changed the rules meanwhile.').waitFor();
    await one.page.getByLabel('Older age').fill('65');
    await keep(one);
  });
});

describe.each(['light', 'dark'] as const)('In %s colours, on a desk and on a phone,', (colorScheme) => {
  async function broken(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join()}`,
    );
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${over} pixels too wide at ${width}`);
    }
    return found;
  }

  test('axe finds nothing on a history with flags and on the rules, and nothing is too wide', async () => {
    const reference = await sent(`Wide-${colorScheme}`, { ...UNSETTLED, 'medicine-name': 'x'.repeat(150) });
    const prescriber = await browsing.signIn('prescriber', { colorScheme });
    await prescriber.openHistory(reference);
    expect(await broken(prescriber.page)).toEqual([]);
    await openRules(prescriber);
    await prescriber.page.getByLabel('Older age').fill('no');
    await prescriber.button('Keep changes').click();
    expect(await broken(prescriber.page)).toEqual([]);
  }, 120_000);
});
