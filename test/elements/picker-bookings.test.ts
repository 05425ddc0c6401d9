import { expect, fixture, html } from '@open-wc/testing';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import type { BookingChangeSubmission } from '../../src/domain/submission/envelope.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { plain, saidBy } from '../support/element-page.js';
import { busyForLong, changeIn, FakePractice, json, ruleBroken } from '../support/fake-practice.js';
import { bookingOf, cleared, HERE, kinds, PHONE, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';
import { savedFile } from '../support/saved-file.js';

const PREPARATION = en.kind.preparation;

const consultation = bookingOf(slotAt('2026-11-26 09:00'), 'confirmed');
const preparation = bookingOf(
  slotAt('2026-11-27 11:30', { kind: 'preparation', mode: 'in-person', place: '12 Hazel Street' }),
);

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.itIs(slotAt('2026-11-22 12:00').start);
  practice.offers({
    timeZone: HERE,
    sessionKinds: [kinds.consultation, kinds.preparation],
    cancelHours: 48,
  });
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const openWith = (...bookings: readonly Booking[]) => {
  practice.remember({ ...cleared, bookings: [...bookings] });
  return PickerPage.open({ endpoint: practice.endpoint }, place);
};

const changes = (): readonly BookingChangeSubmission[] => practice.submissions.map(changeIn);

/** A button of one of the sessions that are planned. */
function buttonOf(page: PickerPage, session: string, name: string): HTMLButtonElement {
  const buttons = [...page.booking(session).querySelectorAll('button')];
  const found = buttons.find((button) => plain(button) === name);
  if (!found) throw new Error(`${session} has no “${name}”, only ${buttons.map(plain).join(' | ')}.`);
  return found;
}

async function press(page: PickerPage, session: string, name: string): Promise<void> {
  buttonOf(page, session, name).click();
  await page.settle();
}

describe('what is planned', () => {
  it('says of each session what it is, how it stands, when, where and with whom', async () => {
    const page = await openWith(consultation, preparation);
    expect(page.words('booking')).to.have.length(2);
    expect(plain(page.booking(CONSULTATION))).to.match(
      /^Consultation: confirmed Thursday, November 26, 2026(,| at) 9:00 – 10:00 AM, .+ by video, with Mara Lindqvist/,
    );
    expect(plain(page.booking(PREPARATION))).to.contain(`${PREPARATION}: ${en.bookingStatus.requested}`);
    expect(plain(page.booking(PREPARATION))).to.contain('in person, 12 Hazel Street, with Mara Lindqvist');
  });

  const endings: readonly (readonly [string, Partial<Booking>, string])[] = [
    ['on hold', { status: 'on-hold' }, en.bookingStatus['on-hold']],
    ['called off by the client', { status: 'cancelled', cancelledBy: 'client' }, en.bookingStatus.cancelled],
    ['declined by the practice', { status: 'cancelled', cancelledBy: 'practice' }, en.declined],
    ['over', { status: 'completed' }, en.bookingStatus.completed],
  ];
  for (const [what, more, sentence] of endings)
    it(`says so of one that is ${what}`, async () => {
      const page = await openWith({ ...consultation, ...more });
      expect(plain(page.booking(CONSULTATION))).to.contain(`${CONSULTATION}: ${sentence}`);
    });

  for (const [what, more] of [
    ['cancelled', { status: 'cancelled' }],
    ['completed', { status: 'completed' }],
    ['in the past', { start: '2026-11-20T10:00:00.000Z', end: '2026-11-20T11:00:00.000Z' }],
  ] as const)
    it(`offers nothing to do about one that is ${what}`, async () => {
      const page = await openWith({ ...consultation, ...more });
      expect(page.booking(CONSULTATION).querySelectorAll('button')).to.have.length(0);
    });

  it('is not there where nothing is', async () => {
    const page = await openWith();
    expect(page.text).not.to.contain(en.yourSessions);
  });

  it('goes into a calendar', async () => {
    const page = await openWith(consultation, preparation);
    const { text } = await savedFile(() => press(page, PREPARATION, en.addToCalendar));
    expect(text).to.contain(String.raw`LOCATION:12 Hazel Street`);
    expect(text).to.contain(`UID:${preparation.id}@hazel-house`);
    expect(text).to.contain('STATUS:TENTATIVE');
  });
});

describe('cancelling', () => {
  it('asks once more before it does anything, and puts the focus on the question', async () => {
    const page = await openWith(consultation, preparation);
    await press(page, CONSULTATION, en.cancelSession);
    expect(plain(page.focused)).to.contain(en.cancelQuestion);
    expect(page.booking(CONSULTATION).contains(page.focused)).to.equal(true);
    expect(plain(page.booking(PREPARATION))).not.to.contain(en.cancelQuestion);
    expect(practice.submissions).to.have.length(0);
  });

  it('does nothing where the client would rather keep the session, and the focus stays with it', async () => {
    const page = await openWith(consultation, preparation);
    await press(page, PREPARATION, en.cancelSession);
    await press(page, PREPARATION, en.cancelNo);
    expect(page.text).not.to.contain(en.cancelQuestion);
    expect(page.booking(PREPARATION).contains(page.focused)).to.equal(true);
    expect(practice.submissions).to.have.length(0);
  });

  it('can do so whatever name the practice gives to a session', async () => {
    const page = await openWith({ ...consultation, id: '"]:not(*) \\' });
    await press(page, CONSULTATION, en.cancelSession);
    expect(plain(page.focused)).to.contain(en.cancelQuestion);
  });

  it('asks about one session at a time', async () => {
    const page = await openWith(consultation, preparation);
    await press(page, CONSULTATION, en.cancelSession);
    await press(page, PREPARATION, en.cancelSession);
    expect(plain(page.booking(CONSULTATION))).not.to.contain(en.cancelQuestion);
    await press(page, PREPARATION, en.cancelYes);
    await page.says(en.pickerNotice.cancelled());
    expect(changes()[0]?.act).to.eql({ cancel: [preparation.id], sessions: [] });
  });

  it('is told in a notice that takes the focus once the practice knows, and to the page', async () => {
    const told: object[] = [];
    place.addEventListener('kap-session-cancelled', (event) => told.push(saidBy(event)));
    const page = await openWith(consultation, preparation);
    await press(page, CONSULTATION, en.cancelSession);
    await press(page, CONSULTATION, en.cancelYes);
    expect(page.title).to.equal(en.sending);
    await page.says(en.pickerNotice.cancelled());
    expect(plain(page.focused)).to.equal(en.pickerNotice.cancelled());
    await page.says(`${CONSULTATION}: ${en.bookingStatus.cancelled}`);
    expect(plain(page.booking(PREPARATION))).to.contain(en.bookingStatus.requested);
    expect(changes()).to.have.length(1);
    expect(changes()[0]).to.include({ kind: 'booking-change' });
    expect(told).to.eql([{ kind: 'consultation' }]);
  });

  it('leaves alone what else the client was choosing', async () => {
    practice.slots = [slotAt('2026-11-25 10:00')];
    const page = await openWith(consultation);
    await page.choose(CONSULTATION, 'Wednesday, November 25', '10:00');
    await press(page, CONSULTATION, en.cancelSession);
    await press(page, CONSULTATION, en.cancelNo);
    expect(page.time('Wednesday, November 25', '10:00').checked).to.equal(true);
    await page.request();
    await page.shows(en.requestedTitle);
    expect(changes()[0]?.kind).to.equal('booking');
  });

  it('that nobody confirms is called not confirmed, and goes out again as the very same bytes', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await openWith(consultation);
    await press(page, CONSULTATION, en.cancelSession);
    await press(page, CONSULTATION, en.cancelYes);
    await page.shows(en.notSentTitle);
    await page.click(en.tryAgain);
    await page.says(en.pickerNotice.cancelled());
    expect(practice.submissions[1]?.body).to.equal(practice.submissions[0]?.body);
  });

  it('that the practice refuses leaves the session as it was', async () => {
    practice.answerSubmissions(json({ type: 'kap:not-allowed' }, 403));
    const page = await openWith(consultation);
    await press(page, CONSULTATION, en.cancelSession);
    await press(page, CONSULTATION, en.cancelYes);
    await page.shows(en.refusedTitle);
    await page.click(en.goBack);
    expect(plain(page.booking(CONSULTATION))).to.contain(en.bookingStatus.confirmed);
    expect(page.text).not.to.contain(en.cancelQuestion);
  });
});

describe('cancelling too late', () => {
  const soon = bookingOf(slotAt('2026-11-24 11:59'), 'confirmed');

  it('says whom to call, and keeps the calendar file', async () => {
    const page = await openWith(soon);
    expect(plain(page.booking(CONSULTATION))).to.contain(en.tooLateToCancel(PHONE));
    expect(page.buttons).not.to.include(en.cancelSession);
    expect(page.buttons).to.include(en.addToCalendar);
  });

  it('begins with the hour that the practice has set', async () => {
    const page = await openWith(bookingOf(slotAt('2026-11-24 12:00'), 'confirmed'));
    expect(page.buttons).to.include(en.cancelSession);
  });

  it('is told also where the practice’s clock decides so', async () => {
    practice.answerSubmissions(ruleBroken('notice'));
    const page = await openWith(consultation);
    await press(page, CONSULTATION, en.cancelSession);
    await press(page, CONSULTATION, en.cancelYes);
    await page.says(en.pickerNotice['too-soon'](PHONE));
    expect(plain(page.focused)).to.equal(en.pickerNotice['too-soon'](PHONE));
    expect(page.buttons).to.include(en.cancelSession);
  });
});
