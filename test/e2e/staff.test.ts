import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Slot } from '../../src/domain/scheduling/sessions.js';
import { practiceOrigin, useBrowser } from '../support/browsing.js';
import { SendingClient } from '../support/sending-client.js';
import { StaffDesk } from '../support/staff-desk.js';

const browsing = useBrowser();

const CONTACT = { name: 'Ivo Reach', phone: '+1 (503) 555-0144', email: 'ivo.reach@mail.example' };

const newClient = (given: string, family: string) => new SendingClient(practiceOrigin(), given, family);

const DAY_MS = 86_400_000;

/** Whether one session begins one to six days after another has ended. */
const isSoonAfter = (later: Slot, earlier: Slot): boolean => {
  const days = (Date.parse(later.start) - Date.parse(earlier.end)) / DAY_MS;
  return days >= 1 && days <= 6;
};

/** The latest open dosing session with an open integration after it and an open preparation before it. */
async function openCourse(client: SendingClient) {
  const integrations = await client.openSlots('integration');
  const preparations = await client.openSlots('preparation');
  for (const dosing of (await client.openSlots('dosing')).toReversed()) {
    const integration = integrations.find((each) => isSoonAfter(each, dosing));
    const preparation = preparations.findLast((each) => isSoonAfter(dosing, each));
    if (integration && preparation) return { preparation, dosing, integration };
  }
  throw new Error('Nothing is open.');
}

/** Somebody who is cleared, has signed, and has asked for a dosing session with its preparation and its integration. */
async function withSessions(given: string, family: string) {
  const client = newClient(given, family);
  const { reference } = await client.sendHistory();
  const desk = await StaffDesk.signIn(practiceOrigin(), 'prescriber');
  await desk.clear(await desk.clientOf(reference));
  const consent = await client.sign();
  const { preparation, dosing, integration } = await openCourse(client);
  await client.book([preparation, dosing, integration], { note: 'The side door, please.' });
  return { client, reference, consent, preparation, dosing };
}

describe('A consent', () => {
  test('is read whole, with what to go over together, and found proven by its receipt', async () => {
    const client = newClient('Cora', 'Signs');
    await client.sendHistory();
    const { reference, digest } = await client.sign({ missesChecks: true });
    const document = await client.consentDocument();

    const therapist = await browsing.signIn('therapist');
    await therapist.openConsent(reference);
    const sheet = therapist.page.getByRole('article');
    const text = await sheet.innerText();
    for (const { paragraphs, acknowledgement, check } of document.blocks) {
      for (const words of [...paragraphs, acknowledgement, check?.question])
        if (words !== undefined) expect(text).toContain(words);
    }
    expect(await sheet.getByText(/^Ticked /).count()).toBe(
      document.blocks.filter(({ acknowledgement }) => acknowledgement !== undefined).length,
    );

    const toGoOver = therapist.page.getByRole('region', { name: 'To go over together' });
    const questions = document.blocks.flatMap(({ check }) => check?.question ?? []);
    expect(await toGoOver.getByRole('link').allInnerTexts()).toEqual(questions);
    await toGoOver.getByRole('link').first().click();
    await sheet.getByText('Missed twice: to go over together').first().waitFor();

    const { title, findings } = await therapist.verdict();
    expect(title).toBe('Proven');
    expect(findings.map(({ word }) => word)).toEqual(Array(16).fill('Holds'));
    expect(await therapist.page.getByRole('region', { name: 'Signature' }).innerText()).toContain(
      client.name,
    );
    expect(await therapist.page.getByRole('region', { name: 'Fingerprints' }).innerText()).toContain(digest);
  });

  test('that was changed where it is kept does not hold, and it is said what fails', async () => {
    const client = newClient('Cleo', 'Changed');
    const { reference } = await client.sign();
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.page.route('**/staff/api/submissions/*', async (route) => {
      const answer = await route.fetch();
      const kept = (await answer.text()).replaceAll('Cleo Changed', 'Somebody Else');
      await route.fulfill({ response: answer, body: kept });
    });
    await prescriber.openConsent(reference);
    const { title, findings } = await prescriber.verdict();
    expect(title).toBe('Does not hold: 1 of 16 checks failed');
    expect(findings.filter(({ word }) => word === 'Fails').map(({ about }) => about)).toEqual([
      'The record does not give the fingerprint that was sent with it: one of the two was changed since.',
    ]);
  });

  test('is shown to the office as received, and leads them to no refusal', async () => {
    const client = newClient('Cyd', 'Private');
    const { reference, id } = await client.sign();
    const office = await browsing.signIn('office');
    const asked: string[] = [];
    office.page.on('request', (request) => asked.push(request.url()));
    const sentence = 'What a client has signed is read by the prescriber and the therapist.';
    await office.page.getByText(sentence).waitFor();
    expect(await office.row(reference).getByRole('link').allInnerTexts()).toEqual(['Cyd Private']);

    await office.page.goto(`${practiceOrigin()}/staff/#/consents/${id}`);
    await office.page.getByRole('heading', { name: 'A consent' }).waitFor();
    await office.page.getByText(sentence).waitFor();
    expect(asked.filter((url) => url.includes(id) && url.includes('/api/'))).toEqual([]);
  });
});

describe('Sessions that were asked for', () => {
  async function requested(family: string) {
    const client = newClient('Ivo', family);
    const slots = await client.openSlots('preparation');
    const wanted = slots.slice(-12).filter(({ start }, index, all) => index === 0 || start !== all[0]?.start);
    const [first] = wanted;
    const second = wanted.find(({ start }) => first !== undefined && start >= first.end);
    if (!first || !second) throw new Error('Nothing is open.');
    const contact = { ...CONTACT, name: client.name };
    return { client, first, second, ...(await client.book([first, second], { contact })) };
  }

  test('are confirmed and declined in the week, and the client sees it', async () => {
    const { client, first, second, reference } = await requested('Waits');
    const office = await browsing.signIn('office');
    await office.openWeekOf(first);
    const [one, other] = [
      office.session('Preparation', client.name).first(),
      office.session('Preparation', client.name).last(),
    ];
    await one.getByText(CONTACT.phone).waitFor();
    await one.getByText(CONTACT.email).waitFor();
    await office.confirm(one);
    expect(await one.getByRole('heading').innerText()).toMatch(/Confirmed$/);

    await office.openWeekOf(second);
    await other.getByRole('button', { name: 'Decline' }).click();
    await other.getByRole('button', { name: 'Keep it' }).click();
    expect((await client.care()).bookings.map(({ status }) => status)).toEqual(['confirmed', 'requested']);
    await office.decline(other);
    expect((await client.care()).bookings).toMatchObject([
      { status: 'confirmed' },
      { status: 'cancelled', cancelledBy: 'practice' },
    ]);

    await office.openLog();
    const decided = office.page.getByRole('row').filter({ hasText: reference });
    const [last, before] = await decided.allInnerTexts();
    expect(last).toContain('Decided about a session: declined Preparation');
    expect(before).toContain('Decided about a session: confirmed Preparation');
  });

  test('are decided about by the keyboard alone, and the keyboard stays where it was', async () => {
    const { client, first } = await requested('Keys');
    const office = await browsing.signIn('office');
    await office.openWeekOf(first);
    const session = office.session('Preparation', client.name).first();
    await session.getByRole('button', { name: 'Decline' }).focus();
    const { keyboard } = office.page;
    await keyboard.press('Enter');
    await session.getByText('Decline this session?').waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await session.getByText('Decline this session?').waitFor({ state: 'detached' });
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await session.getByText('Confirmed. The client sees it').waitFor();
    expect((await client.care()).bookings[0]?.status).toBe('confirmed');
  });

  test('and were confirmed can be cancelled, asked once more', async () => {
    const { client, first, reference } = await requested('Ill');
    const office = await browsing.signIn('office');
    await office.openWeekOf(first);
    const session = office.session('Preparation', client.name).first();
    await office.confirm(session);
    await office.cancel(session);
    expect(await session.getByRole('heading').innerText()).toMatch(/Cancelled by the practice$/);
    expect(await session.getByRole('button').count()).toBe(0);
    expect((await client.care()).bookings[0]).toMatchObject({ status: 'cancelled', cancelledBy: 'practice' });
    await office.openLog();
    const decided = office.page.getByRole('row').filter({ hasText: reference });
    const [last] = await decided.allInnerTexts();
    expect(last).toContain('Decided about a session: cancelled Preparation');
  });

  test('that somebody else has decided about meanwhile are refused in the server’s words', async () => {
    const { client, first } = await requested('Meanwhile');
    const [office, therapist] = [await browsing.signIn('office'), await browsing.signIn('therapist')];
    await office.openWeekOf(first);
    await therapist.openWeekOf(first);
    await therapist.confirm(therapist.session('Preparation', client.name).first());
    const stale = office.session('Preparation', client.name).first();
    await stale.getByRole('button', { name: 'Confirm' }).click();
    await stale.getByText('This session does not wait for a decision any more.').waitFor();
  });

  test('are one request, with the note and the contact that came with it', async () => {
    const client = newClient('Ida', 'Notes');
    const [slot] = await client.openSlots('consultation');
    if (!slot) throw new Error('Nothing is open.');
    const contact = { ...CONTACT, name: client.name };
    const { reference, bookings } = await client.book([slot], {
      contact,
      note: 'I come by bus.\nIt may be late.',
    });
    const { reference: change } = await client.cancel(bookings);

    const office = await browsing.signIn('office');
    expect(await office.row(reference).innerText()).toContain('Asked for: Consultation');
    expect(await office.row(change).innerText()).toContain('Cancelled 1 session');
    await office.openRequest(reference);
    await office.page.getByText('I come by bus.').waitFor();
    await office.page.getByText(CONTACT.email).waitFor();
    expect(await office.session('Consultation').innerText()).toContain('Cancelled by the client');
    await office.openSubmissions();
    await office.openRequest(change);
    expect(await office.session('Consultation').innerText()).toContain('Cancelled by the client');
  });
});

describe('What a person has to answer', () => {
  test('stands above the list; it is taken over, the others see it, and it is done', async () => {
    const client = newClient('Ana', 'Alerts');
    await client.sendHistory();
    const { reference } = await client.alert();
    const [therapist, office] = [await browsing.signIn('therapist'), await browsing.signIn('office')];
    const own = therapist.alert(client.name);
    await own.getByText('Yes', { exact: true }).waitFor();
    expect(await own.innerText()).toContain('At my sister’s, Salem');
    await own.getByRole('button', { name: 'I have taken this over' }).click();
    await own.getByText('You have taken this over.').waitFor();

    await office.button('Look for new ones').click();
    const seen = office.alert(client.name);
    await seen.getByText(/^Therapist, /).waitFor();
    await seen.getByText('What they answered is read by the prescriber and the therapist.').waitFor();
    expect(await office.page.getByRole('main').innerText()).not.toContain('At my sister’s, Salem');
    expect(await seen.getByRole('button').count()).toBe(0);

    await own.getByRole('button', { name: 'Done', exact: true }).click();
    await own.getByRole('button', { name: 'Not yet' }).click();
    await own.getByRole('button', { name: 'Done', exact: true }).click();
    await own.getByRole('button', { name: 'Yes, it is done' }).click();
    await own.getByText('Marked done.').waitFor();
    expect(await own.getByRole('button').count()).toBe(0);

    await therapist.button('Look for new ones').click();
    await own.waitFor({ state: 'detached' });
    await therapist
      .row(reference)
      .getByRole('link', { name: /^Safety alert/ })
      .click();
    await therapist.page.getByRole('heading', { level: 1, name: 'Safety alert' }).waitFor();
    await therapist.alert(client.name).getByText('Yes', { exact: true }).waitFor();
    await therapist.openLog();
    const rows = await therapist.page.getByRole('row').filter({ hasText: reference }).allInnerTexts();
    expect(rows.some((row) => row.includes('Marked an alert or a call done'))).toBe(true);
  });

  test('is a call as well, which anybody there can make', async () => {
    const client = newClient('Cal', 'Mebaby');
    await client.sendHistory();
    await client.askForCall();
    const office = await browsing.signIn('office');
    const call = office.alert(client.name);
    expect(await call.getByRole('link', { name: '(503) 555-0166' }).getAttribute('href')).toBe(
      'tel:5035550166',
    );
    expect(await call.innerText()).toContain('Mornings');
    await call.getByRole('button', { name: 'Done', exact: true }).click();
    await call.getByRole('button', { name: 'Yes, it is done' }).click();
    await call.getByText('Marked done.').waitFor();
  });
});

describe('A client’s state', () => {
  test('stands in one view, and the prescriber decides there', async () => {
    const { client, reference, consent, dosing } = await withSessions('Stella', 'State');
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openClient(reference);
    const { page } = prescriber;
    await page.getByRole('heading', { level: 1, name: client.name }).waitFor();
    await page
      .getByText(/^Cleared, valid until /)
      .first()
      .waitFor();
    const histories = page.getByRole('region', { name: 'Forms' });
    expect(await histories.innerText()).toContain(reference);
    const consents = page.getByRole('region', { name: 'Consents' });
    await consents.getByText(/^Signed, in force until /).waitFor();
    expect(await consents.innerText()).toContain(consent.reference);
    expect(await prescriber.session('Dosing').innerText()).toContain('Requested');

    await prescriber.decide('On hold', { message: 'We wait for your blood test.' });
    await prescriber.session('Dosing').getByText('On hold').waitFor();
    expect((await client.care()).clearance).toMatchObject({ status: 'on-hold' });

    const office = await browsing.signIn('office');
    await office.openWeekOf(dosing);
    const held = office.session('Dosing', client.name);
    expect(await held.innerText()).toContain('On hold');
    expect(await held.getByRole('button').allInnerTexts()).toEqual(['Decline', 'Move']);
    await office.decline(held);
  });

  test('is one step away from a history, a consent, the week and the list', async () => {
    const { client, reference, consent, preparation } = await withSessions('Petra', 'Paths');
    const therapist = await browsing.signIn('therapist');
    const expectClient = async () => {
      await therapist.page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
      await therapist.page.getByRole('heading', { level: 1, name: client.name }).waitFor();
      expect(therapist.page.url()).toMatch(/#\/clients\/[0-9a-f-]{36}$/);
    };
    await therapist.openClient(reference);
    await expectClient();
    await therapist.openSubmissions();
    await therapist.openHistory(reference);
    await therapist.page.getByRole('link', { name: 'Everything about this client' }).click();
    await expectClient();
    await therapist.openSubmissions();
    await therapist.openConsent(consent.reference);
    await therapist.page.getByRole('link', { name: 'Everything about this client' }).click();
    await expectClient();
    await therapist.openWeekOf(preparation);
    await therapist.session('Preparation', client.name).getByRole('link', { name: client.name }).click();
    await expectClient();
  });

  test('shows the office no message to the client and no link to what they signed', async () => {
    const { reference, consent } = await withSessions('Olga', 'Office');
    const prescriber = await browsing.signIn('prescriber');
    await prescriber.openClient(reference);
    await prescriber.decide('Cleared', { validUntil: '2099-03-05', message: 'Between the two of us.' });

    const office = await browsing.signIn('office');
    const answer = office.page.waitForResponse((response) => response.url().includes('/staff/api/clients/'));
    await office.openClient(reference);
    expect(await (await answer).text()).not.toContain('Between the two of us.');
    const consents = office.page.getByRole('region', { name: 'Consents' });
    expect(await consents.innerText()).toContain(consent.reference);
    expect(await consents.getByRole('link').count()).toBe(0);
    expect(await office.button('Decide').count()).toBe(0);
  });
});

test('The week goes back and forth by its links, and by the browser’s own', async () => {
  const office = await browsing.signIn('office');
  await office.openWeekOf({ start: '2027-02-03T20:00:00.000Z' });
  const { page } = office;
  const title = page.getByRole('heading', { level: 1 });
  expect(await title.innerText()).toMatch(/^February 1 – 7, 2027$/);
  await page.getByRole('link', { name: 'Next week' }).click();
  await page.getByRole('heading', { name: /^February 8 – 14, 2027$/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: /^February 1 – 7, 2027$/ }).waitFor();
  await page.getByRole('link', { name: 'Previous week' }).click();
  await page.getByRole('heading', { name: /^January 25 – 31, 2027$/ }).waitFor();
});

describe.each(['light', 'dark'] as const)('In %s colours, on a desk and on a phone,', (colorScheme) => {
  const broken = async (page: Page): Promise<string[]> => {
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
  };

  test('axe finds nothing on the list, a client, a consent, a request and the week, and nothing is too wide', async () => {
    const { client, reference, preparation } = await withSessions(
      'Zadie',
      `Wolkenstein-Featherstonehaugh-${colorScheme}`,
    );
    const signed = await client.sign({ missesChecks: true });
    const request = await client.book((await client.openSlots('consultation')).slice(0, 1), {
      note: 'x'.repeat(200),
    });
    await client.alert();
    await client.askForCall();
    const prescriber = await browsing.signIn('prescriber', { colorScheme });
    const { page } = prescriber;
    const alert = prescriber.alert(client.name).first();
    await alert.getByRole('button', { name: 'Done', exact: true }).click();
    expect(await broken(page)).toEqual([]);
    await prescriber.openClient(reference);
    await prescriber.session('Preparation').getByRole('button', { name: 'Decline' }).click();
    expect(await broken(page)).toEqual([]);
    await prescriber.openSubmissions();
    await prescriber.openConsent(signed.reference);
    expect(await broken(page)).toEqual([]);
    await prescriber.openSubmissions();
    await prescriber.openRequest(request.reference);
    expect(await broken(page)).toEqual([]);
    await prescriber.openWeekOf(preparation);
    expect(await broken(page)).toEqual([]);
  }, 120_000);
});
