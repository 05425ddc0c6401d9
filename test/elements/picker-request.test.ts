import { expect, fixture, html } from '@open-wc/testing';
import type { BookingStatus } from '../../src/domain/scheduling/sessions.js';
import { clockIn } from '../../src/domain/scheduling/zone.js';
import type { BookingSubmission } from '../../src/domain/submission/envelope.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { isSeen, plain, saidBy } from '../support/element-page.js';
import { bookingIn, FakePractice, heldBack, noConnection, received } from '../support/fake-practice.js';
import { HERE, inReview, kinds, REFERENCE, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';
import { savedFile } from '../support/saved-file.js';

const TUESDAY = 'Tuesday, November 24';
const NO_SLOT = en.choice['no-slot'];
const NO_NAME = en.choice['no-name'];
const NO_REACH = en.choice['no-reach'];

const nine = slotAt('2026-11-24 09:00');

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.offers({ timeZone: HERE, sessionKinds: [kinds.consultation, kinds.preparation] });
  practice.slots = [nine, slotAt('2026-11-24 11:30')];
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => PickerPage.open({ endpoint: practice.endpoint }, place);

const sent = (): readonly BookingSubmission[] => practice.submissions.map(bookingIn);

async function requestNine(page: PickerPage): Promise<void> {
  await page.choose(CONSULTATION, TUESDAY, '9:00');
  if (page.questions.includes(en.yourName)) await page.introduce();
  await page.request();
}

describe('a request with something missing', () => {
  it('is not sent; what is missing is listed in a summary that takes the focus', async () => {
    const page = await open();
    await page.chooseKind(CONSULTATION);
    await page.request();
    page.expectSummary([NO_SLOT, NO_NAME, NO_REACH]);
    expect(practice.submissions).to.have.length(0);
    await page.chooseDay(TUESDAY);
    expect(page.errorOf(TUESDAY)).to.equal(NO_SLOT);
    expect(page.errorOf(en.yourName)).to.equal(NO_NAME);
    expect(page.errorOf(en.reachYou)).to.equal(NO_REACH);
  });

  it('leads from each line to its place', async () => {
    const page = await open();
    await page.chooseKind(CONSULTATION);
    await page.request();
    await page.click(NO_SLOT);
    expect(plain(page.focused)).to.equal(en.chooseDay);
    await page.click(NO_NAME);
    page.expectFocusOn(page.inputs(en.yourName)[0]);
    await page.click(NO_REACH);
    page.expectFocusOn(page.inputs(en.reachYou)[0]);
    await page.chooseDay(TUESDAY);
    await page.click(NO_SLOT);
    expect(plain(page.focused)).to.equal(TUESDAY);
  });

  for (const [what, prepare, place] of [
    ['no times are free', () => (practice.slots = []), en.noTimes('(503) 555-0142')],
    [
      'the times can’t be read',
      () => practice.answerNext('availability', noConnection, noConnection, noConnection),
      en.tryAgain,
    ],
  ] as const)
    it(`leads to what can be done about it where ${what}`, async () => {
      prepare();
      const page = await open();
      await page.chooseKind(CONSULTATION);
      await page.request();
      await page.click(NO_SLOT);
      expect(plain(page.focused)).to.contain(place);
    });

  it('says nothing any more about a time that has been chosen', async () => {
    const page = await open();
    await page.chooseKind(CONSULTATION);
    await page.request();
    await page.chooseDay(TUESDAY);
    await page.chooseTime(TUESDAY, '9:00');
    expect(page.errorOf(TUESDAY)).to.equal('');
    await page.request();
    page.expectSummary([NO_NAME, NO_REACH]);
  });
});

describe('who asks', () => {
  it('a stranger must give a name and a way to reach them', async () => {
    const page = await open();
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    await page.introduce('  ', 'maybe later');
    await page.request();
    page.expectSummary([NO_NAME, NO_REACH]);
  });

  for (const [what, written, contact] of [
    ['a phone number', ' (503) 555-0188 ', { name: 'Ana Okafor', phone: '(503) 555-0188' }],
    ['an email address', 'ana@mail.example', { name: 'Ana Okafor', email: 'ana@mail.example' }],
  ] as const)
    it(`can be reached by ${what}`, async () => {
      const page = await open();
      await page.choose(CONSULTATION, TUESDAY, '9:00');
      await page.introduce(' Ana Okafor ', written);
      await page.request();
      await page.shows(en.requestedTitle);
      expect(sent()[0]?.content).to.eql({ contact });
    });

  it('a client whom the practice knows is not asked', async () => {
    practice.remember(inReview);
    const page = await open();
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    expect(page.questions).not.to.include(en.yourName);
    expect(page.questions).not.to.include(en.reachYou);
    await page.request();
    await page.shows(en.requestedTitle);
    expect(sent()[0]).not.to.have.property('content');
  });
});

describe('a request', () => {
  it('goes out once, for the time that was chosen, and is good for a quarter of an hour', async () => {
    const page = await open();
    await requestNine(page);
    await page.shows(en.requestedTitle);
    const [request, ...more] = practice.submissions;
    expect(more).to.have.length(0);
    const [booking] = sent();
    expect(booking).to.deep.include({
      schema: 'kap/submission/1',
      kind: 'booking',
      act: { sessions: [{ slotId: nine.id, kind: 'consultation' }] },
      createdAt: '2026-11-22T20:00:00.000Z',
      expiresAt: '2026-11-22T20:15:00.000Z',
    });
    expect(request?.headers.get('Idempotency-Key')).to.equal(`"${booking?.id}"`);
  });

  it('is called requested when the practice has said so, with what happens next and its reference', async () => {
    const { answer, letGo } = heldBack(practice.keeps);
    practice.answerSubmissions(answer);
    const page = await open();
    await requestNine(page);
    expect(page.title).to.equal(en.sending);
    letGo();
    await page.shows(en.requestedTitle);
    expect(plain(page.focused)).to.equal(en.requestedTitle);
    expect(page.text).to.contain(`${CONSULTATION}: ${en.bookingStatus.requested}`);
    expect(page.text).to.match(/Tuesday, November 24, 2026(,| at) 9:00 – 10:00 AM/);
    expect(page.text).to.contain('by video, with Mara Lindqvist');
    expect(page.text).to.contain(en.reviewTime('two working days'));
    expect(page.words('reference')).to.eql([REFERENCE]);
    expect(page.all('help')).to.have.length(1);
  });

  const statuses: readonly (readonly [BookingStatus, string])[] = [
    ['confirmed', en.confirmedTitle],
    ['on-hold', en.receivedTitle],
  ];
  for (const [status, title] of statuses)
    it(`that the practice answers with ${status} is called so`, async () => {
      practice.bookingStatus = status;
      const page = await open();
      await requestNine(page);
      await page.shows(title);
      expect(page.text).to.contain(`${CONSULTATION}: ${en.bookingStatus[status as 'confirmed']}`);
      expect(page.text).not.to.contain(en.reviewTime('two working days'));
    });

  it('of which the practice says nothing yet is received, and not confirmed', async () => {
    practice.answerSubmissions(received);
    const page = await open();
    await requestNine(page);
    await page.shows(en.receivedTitle);
    expect(page.text).not.to.contain(en.confirmedTitle);
  });

  it('is told to the page by its kind and state alone', async () => {
    const told: object[] = [];
    place.addEventListener('kap-sessions-booked', (event) => told.push(saidBy(event)));
    const page = await open();
    await requestNine(page);
    await page.shows(en.requestedTitle);
    expect(told).to.eql([{ kinds: ['consultation'], states: ['requested'] }]);
  });

  it('is followed by the practice’s own words, where it has some', async () => {
    const page = await open();
    const words = document.createElement('p');
    words.slot = 'confirmation';
    words.textContent = 'We look forward to meeting you.';
    page.element.append(words);
    expect(isSeen(words)).to.equal(false);
    await requestNine(page);
    await page.shows(en.requestedTitle);
    expect(isSeen(words)).to.equal(true);
  });

  it('shows among what is planned when the client goes on to another, and nobody asks who they are', async () => {
    const page = await open();
    await requestNine(page);
    await page.shows(en.requestedTitle);
    await page.click(en.chooseAnother);
    expect(page.title).to.equal(en.sessionsTitle);
    expect(plain(page.focused)).to.equal(en.sessionsTitle);
    await page.says(en.yourSessions);
    expect(plain(page.booking(CONSULTATION))).to.contain(en.bookingStatus.requested);
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
    await page.chooseKind(CONSULTATION);
    expect(page.questions).not.to.include(en.yourName);
  });
});

describe('the calendar file', () => {
  const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

  for (const [status, said] of [
    ['requested', 'TENTATIVE'],
    ['confirmed', 'CONFIRMED'],
  ] as const)
    it(`holds a session that is ${status}, and no word of what it is about`, async () => {
      practice.bookingStatus = status;
      practice.slots = [{ ...nine, mode: 'in-person', place: '12 Hazel Street, Portland' }];
      const page = await open();
      await requestNine(page);
      await page.shows(status === 'requested' ? en.requestedTitle : en.confirmedTitle);
      const { name, type, text } = await savedFile(() => page.click(en.addToCalendar));
      expect({ name, type }).to.eql({ name: en.calendarName, type: 'text/calendar' });
      expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
      const lines = unfolded(text);
      const zone = HERE;
      const time = (instant: string) =>
        `${clockIn(zone, Date.parse(instant)).replace(/[-:]/g, '').replace(' ', 'T')}00`;
      expect(lines).to.include.members([
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        `DTSTART;TZID=${zone}:${time(nine.start)}`,
        `DTEND;TZID=${zone}:${time(nine.end)}`,
        'DTSTAMP:20261122T200000Z',
        `SUMMARY:${en.calendarTitle}`,
        String.raw`LOCATION:12 Hazel Street\, Portland`,
        `STATUS:${said}`,
        'END:VCALENDAR',
      ]);
      expect(lines.find((line) => line.startsWith('UID:'))).to.match(/^UID:booking-\d+@hazel-house$/);
      expect(text).not.to.match(/ketamine|therap|consult|dosing|session|psych|mara|clinic/i);
    });
});
