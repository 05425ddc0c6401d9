import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { dayInWords } from '../../demo/staff/reading/time.js';
import { addDays } from '../../src/domain/scheduling/calendar-days.js';
import { dateIn } from '../../src/domain/scheduling/zone.js';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { SendingClient } from '../support/sending-client.js';
import { StaffDesk } from '../support/staff-desk.js';
import type { StaffSide } from '../support/staff-side.js';

const browsing = useBrowser();

/** Further ahead than anybody else of these tests looks for a time. */
const inDays = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);

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

/** Somebody who has sent and signed all that it takes, cleared. */
async function clearedClient(given: string, family: string) {
  const client = new SendingClient(practiceOrigin(), given, family);
  const { reference } = await client.sendHistory();
  await client.sign();
  const desk = await StaffDesk.signIn(practiceOrigin(), 'prescriber');
  await desk.clear(await desk.clientOf(reference));
  return { client, reference };
}

/** The day of a session as the staff side says it. */
const dayOf = (start: string): string => {
  const date = dateIn(stillwater.timeZone, Date.parse(start));
  return dayInWords(date, inDays(0));
};

const isFocused = (place: Locator) => place.evaluate((element) => element.matches(':focus'));

/** Chooses the first open time from a day on, and looks at what it would be. */
async function chooseTime(staff: StaffSide, from: string): Promise<void> {
  const { page } = staff;
  await page.getByLabel('From', { exact: true }).fill(from);
  const time = page.getByRole('radio', { name: /^\w+day, / }).first();
  await time.waitFor();
  await time.check();
  await staff.button('Look at it before it is booked').click();
}

async function setPlan(staff: StaffSide): Promise<void> {
  await staff.button('Set a plan').click();
  await staff.button('Fill in the practice’s usual course').click();
  await staff.page.getByLabel('Preparation', { exact: true }).fill('many');
  await staff.button('Agree this plan').click();
  const wrong = staff.page.getByLabel('Preparation', { exact: true });
  expect(await isFocused(wrong)).toBe(true);
  await wrong.fill('1');
  await staff.page.getByLabel('Note to the client').fill('We begin slowly.');
  await staff.button('Agree this plan').click();
  await staff.page.getByText('Agreed. The client sees it').waitFor();
}

test('A plan is set, sessions are added, moved and cancelled, and the client’s view follows', async () => {
  const { client, reference } = await clearedClient('Ida', 'Planned');
  const staff = await browsing.signIn('prescriber');
  const { page } = staff;
  await staff.openClient(reference);
  await setPlan(staff);
  expect((await client.care()).plan).toMatchObject({ note: 'We begin slowly.' });

  await staff.button('Add a session').click();
  // What the plan still lacks is offered first.
  expect(await page.getByLabel('Kind of session').inputValue()).toBe('preparation');
  await chooseTime(staff, inDays(40));
  await page.getByRole('heading', { name: 'This is what will be booked' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await staff.button('Book it like this').click();
  await page.getByText('Booked. The client sees it').waitFor();
  const [booked] = (await client.care()).bookings;
  expect(booked).toMatchObject({ kind: 'preparation', status: 'confirmed' });
  await page.getByText('1 of 1 booked').waitFor();

  const session = staff.session('Preparation').filter({ hasText: 'Confirmed' });
  await session.getByRole('button', { name: 'Move' }).click();
  await chooseTime(staff, inDays(44));
  await staff.button('Move it like this').click();
  await page.getByText('Moved. The client sees it').waitFor();
  const moved = (await client.care()).bookings;
  expect(moved.map(({ status }) => status).sort()).toEqual(['cancelled', 'confirmed']);
  const now = moved.find(({ status }) => status === 'confirmed')?.start ?? '';
  expect(now).not.toBe(booked?.start);

  await staff.cancel(staff.session('Preparation').filter({ hasText: dayOf(now) }));
  expect((await client.care()).bookings.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  await staff.openLog();
  await page.getByText(/^Moved a session: Preparation/).waitFor();
});

test('What a rule speaks against is said first, and goes ahead with a reason; the missing integration goes along', async () => {
  const { client, reference } = await clearedClient('Ilse', 'Dosed');
  const staff = await browsing.signIn('prescriber');
  const { page } = staff;
  await staff.openClient(reference);
  await staff.button('Add a session').click();
  await page.getByLabel('Kind of session').selectOption('dosing');
  await chooseTime(staff, inDays(47));
  await page.getByText('A dosing session needs an integration session').waitFor();
  await staff.button('Book Integration with it').click();
  await chooseTime(staff, inDays(50));
  await page.getByText('Before the first dosing session one preparation session').waitFor();
  await staff.button('Book it like this').click();
  const reason = page.getByLabel('Why it is right all the same');
  expect(await isFocused(reason)).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await reason.fill('Prepared by another practice.');
  await staff.button('Book it like this').click();
  await page.getByText('Booked. The client sees it').waitFor();
  expect((await client.care()).bookings.map(({ kind }) => kind)).toEqual(['dosing', 'integration']);
  await page.getByText('Booked by the prescriber against the rule on preparation before dosing').waitFor();
});

test('Hours are changed, tried out on a week and kept, and times follow', async () => {
  const staff = await browsing.signIn('office');
  const { page } = staff;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Hours' }).click();
  await page.getByRole('link', { name: 'Change the hours of Tomás Reyes, PMHNP' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tomás Reyes, PMHNP' }).waitFor();
  await staff.button('Look at a week').click();
  await page.getByRole('button', { name: 'Week after' }).click();
  await page.getByText('Consultation').last().waitFor();
  await staff.button('Add days').click();
  await staff.button('Keep changes').click();
  const first = page.getByLabel('First day');
  expect(await isFocused(first)).toBe(true);
  await page.getByText('Name the first day.').waitFor();
  await first.fill(inDays(60));
  await page.getByLabel('Last day').fill(inDays(74));
  expect(await faultsOf(page)).toEqual([]);
  await staff.button('Keep changes').click();
  await page.getByText('Kept. From now on, clients are offered these times.').waitFor();

  const desk = await StaffDesk.signIn(practiceOrigin(), 'office');
  const slots = await desk.openTimes('consultation', inDays(60), inDays(74));
  expect(slots).toEqual([]);
});
