import { expect, test } from 'vitest';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { CONSENT_TITLE } from '../support/consent-on-site.js';
import { shortHistory } from '../support/histories.js';
import { Site } from '../support/site.js';
import { StaffDesk } from '../support/staff-desk.js';

const browsing = useBrowser();

const INTAKE = 'Your health history';
const CONSENT = 'Your consent';
const SESSIONS = 'Your sessions';

const stepsOf = (client: Site) =>
  Promise.all(
    [INTAKE, CONSENT, 'The prescriber reads it', SESSIONS].map(async (title) =>
      (await client.step(title).innerText()).replace(/\s+/g, ' '),
    ),
  );

test('A client goes from the first page to a booked session, and the practice has all of it', async () => {
  const client = await browsing.openSite();
  const history = await client.sendHistory(shortHistory({ given: 'Ida', family: 'Whole' }));
  await client.goOn(CONSENT);
  const consent = await client.consent.sign('Ida Whole');
  await client.goOn(SESSIONS);
  await client.picker.heading(SESSIONS).waitFor();
  expect(await client.picker.kind('Dosing').innerText()).toContain(
    'Opens once the prescriber has cleared you.',
  );
  expect(await client.picker.kind('Dosing').getByRole('radio').count()).toBe(0);
  await client.picker.book('Preparation');
  await client.picker.heading('Requested').waitFor();

  expect(await stepsOf(client)).toEqual([
    expect.stringContaining('(Done)'),
    expect.stringContaining('(Done)'),
    expect.stringMatching(/\(Under way\).*You hear from the practice within two working days\./),
    expect.stringMatching(/\(Now\) Next: Preparation, .*: requested\. The practice confirms it\./),
  ]);

  const office = await browsing.signIn('office');
  for (const reference of [history, consent]) await office.row(reference).waitFor();
});

test('After a reload, and in another browser by a personal link, the client goes on where they were', async () => {
  const client = await browsing.openSite();
  const reference = await client.sendHistory(shortHistory({ given: 'Jon', family: 'Returns' }));
  await client.page.reload();
  await client.consent.heading(CONSENT_TITLE).waitFor();
  expect(await client.step(CONSENT).getAttribute('aria-current')).toBe('step');
  await client.consent.sign('Jon Returns');
  await client.page.reload();
  await client.picker.heading(SESSIONS).waitFor();

  const prescriber = await browsing.signIn('prescriber');
  await prescriber.openHistory(reference);
  const link = await prescriber.makeLink();
  const page = await browsing.newPage();
  await page.goto(link);
  const elsewhere = new Site(page);
  await elsewhere.journey.getByText('Welcome back.').waitFor();
  await elsewhere.picker.heading(SESSIONS).waitFor();
  expect(await stepsOf(elsewhere)).toEqual(await stepsOf(client));
});

test('The same over three pages of the site, each with one element, belongs to one client', async () => {
  const client = await browsing.openSite('/health-history/');
  const history = await client.sendHistory(shortHistory({ given: 'Kim', family: 'Pages' }));
  await browsing.openSiteOn(client.page, '/consent/');
  const consent = await client.consent.sign('Kim Pages');
  await browsing.openSiteOn(client.page, '/book/');
  await client.picker.book('Preparation');
  await client.picker.heading('Requested').waitFor();
  const booking = (await client.picker.element.locator('[part~=reference]').innerText()).trim();
  expect(await client.picker.element.getByLabel('Your name').count()).toBe(0);

  const staff = await StaffDesk.signIn(practiceOrigin(), 'office');
  const clients = await Promise.all([history, consent, booking].map((each) => staff.clientOf(each)));
  expect(new Set(clients).size).toBe(1);
});

test('Once the prescriber has cleared the client and the consent is signed, the whole course is planned and asked for at once', async () => {
  const client = await browsing.openSite();
  const reference = await client.sendHistory(shortHistory({ given: 'Liv', family: 'Cleared' }));
  const staff = await StaffDesk.signIn(practiceOrigin(), 'prescriber');
  await staff.clear(await staff.clientOf(reference));
  await browsing.openSiteOn(client.page, '/book/');
  expect(await client.picker.kind('Dosing').innerText()).toContain('Opens once you have signed the consent.');

  await browsing.openSiteOn(client.page, '/consent/');
  await client.consent.sign('Liv Cleared');
  await browsing.openSiteOn(client.page);
  await client.picker.findTimes();
  await client.picker.requestAll();
  await client.picker.heading('Requested').waitFor();
  await client.step(SESSIONS).getByText('Next: Preparation').waitFor();
  await client.page.reload();
  await client.picker.bookings.filter({ hasText: 'Dosing session' }).nth(2).waitFor();
});

test('Clearance held meanwhile: nothing is booked, the client is told calmly and sees why it is closed', async () => {
  const client = await browsing.openSite();
  const reference = await client.sendHistory(shortHistory({ given: 'Mia', family: 'Held' }));
  const staff = await StaffDesk.signIn(practiceOrigin(), 'prescriber');
  const clientId = await staff.clientOf(reference);
  await staff.clear(clientId);
  await client.goOn(CONSENT);
  await client.consent.sign('Mia Held');
  await client.goOn(SESSIONS);
  await client.picker.findTimes();
  await staff.hold(clientId);

  await client.picker.requestAll();
  await client.picker.notice.getByText('This can’t be booked right now. Nothing was booked.').waitFor();
  const held = client.picker.element.getByText('On hold for now. The practice will be in touch.');
  await held.first().waitFor();
  await client.picker.button('Back to single sessions').click();
  await client.picker.kind('Dosing').getByText('On hold for now. The practice will be in touch.').waitFor();
  expect(await client.picker.kind('Dosing').getByRole('radio').count()).toBe(0);
  expect(await client.picker.bookings.count()).toBe(0);
});

test('Of two clients who want the same time, one gets it; the other is told, keeps what they wrote and books the nearest', async () => {
  const [first, second] = [await browsing.openSite('/book/'), await browsing.openSite('/book/')];
  for (const client of [first, second]) {
    await client.picker.chooseKind('Consultation');
    await client.picker.chooseTime();
    await client.picker.introduce('Noa Quick');
  }
  await first.picker.request();
  await first.picker.heading('Confirmed').waitFor();

  await second.picker.request();
  await second.picker.notice.getByText('Somebody else has just taken that time.').waitFor();
  expect(await second.picker.notice.evaluate((said) => said.matches(':focus'))).toBe(true);
  expect(await second.picker.element.getByLabel('Your name').inputValue()).toBe('Noa Quick');
  const nearest = second.picker.element.getByRole('group', { name: 'Nearest open times' });
  await nearest.getByRole('radio').first().check();
  await second.picker.request();
  await second.picker.heading('Confirmed').waitFor();
});
