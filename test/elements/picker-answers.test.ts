import { expect, fixture, html } from '@open-wc/testing';
import type { BookingSubmission } from '../../src/domain/submission/envelope.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import {
  bookingIn,
  busyForLong,
  busyForNow,
  captivePortal,
  FakePractice,
  heldBack,
  json,
  noConnection,
  ruleBroken,
  slotTaken,
  type Answer,
} from '../support/fake-practice.js';
import { HERE, kinds, PHONE, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';

const nine = slotAt('2026-11-24 09:00');
const others = [
  '2026-11-24 11:30',
  '2026-11-25 10:00',
  '2026-11-26 10:00',
  '2026-11-27 10:00',
  '2026-11-28 10:00',
  '2026-11-29 10:00',
].map((at) => slotAt(at));

let practice: FakePractice;
let page: PickerPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.offers({ timeZone: HERE, sessionKinds: [kinds.consultation] });
  practice.slots = [nine, ...others];
  const place = await fixture(html`<main></main>`);
  page = await PickerPage.open({ endpoint: practice.endpoint }, place);
  await page.choose(CONSULTATION, TUESDAY, '9:00');
  await page.introduce();
});
afterEach(() => practice.close());

const sent = (): readonly BookingSubmission[] => practice.submissions.map(bookingIn);

const expectContactKept = () => {
  expect(page.answerTo(en.yourName)).to.eql(['Ana Okafor']);
  expect(page.answerTo(en.reachYou)).to.eql(['503 555 0188']);
};

const expectChoiceKept = () => {
  expect(page.radioOf(CONSULTATION)?.checked).to.equal(true);
  expect(page.day(TUESDAY).ariaPressed).to.equal('true');
  expect(page.time(TUESDAY, '9:00').checked).to.equal(true);
  expectContactKept();
};

/** Somebody else has had the time while the client was choosing. */
const taken: Answer = (request) => {
  practice.slots = others;
  return slotTaken(...others)(request);
};

describe('a time that somebody else has just taken', () => {
  beforeEach(async () => {
    practice.answerSubmissions(taken);
    await page.request();
    await page.shows(en.sessionsTitle);
    await page.loaded();
  });

  it('is told in a notice that takes the focus, and everything else is kept', () => {
    expect(plain(page.focused)).to.equal(en.pickerNotice.taken());
    expect(page.radioOf(CONSULTATION)?.checked).to.equal(true);
    expectContactKept();
    expect(page.root.querySelectorAll('[part~="slot"] :checked')).to.have.length(0);
  });

  it('gives way to the nearest five, each with its date', () => {
    const nearest = page.timesOf(en.nearest);
    expect(nearest).to.have.length(5);
    expect(nearest[0]).to.match(/^Tuesday, November 24, 2026(,| at) 11:30 AM – 12:30 PM, by video/);
    expect(nearest[4]).to.match(/^Saturday, November 28, 2026(,| at) 10:00 – 11:00 AM, by video/);
  });

  it('is gone from its day', async () => {
    await page.chooseDay(TUESDAY);
    expect(page.timesOf(TUESDAY)).to.have.length(1);
    expect(page.timesOf(TUESDAY)[0]).to.contain('11:30');
  });

  it('is replaced by one of the nearest, in a request of its own', async () => {
    await page.chooseTime(en.nearest, 'Wednesday, November 25');
    await page.request();
    await page.shows(en.requestedTitle);
    const [lost, got] = sent();
    expect(got?.act.sessions).to.eql([{ slotId: others[1]?.id, kind: 'consultation' }]);
    expect(got?.id).not.to.equal(lost?.id);
    expect(got?.content).to.eql(lost?.content);
  });

  it('lets the client choose among the nearest or in the month, one in all', async () => {
    await page.chooseTime(en.nearest, 'Wednesday, November 25');
    await page.chooseDay(TUESDAY);
    expect(page.time(en.nearest, 'Wednesday, November 25').checked).to.equal(false);
    await page.chooseTime(TUESDAY, '11:30');
    expect(page.root.querySelectorAll('[part~="slot"] :checked')).to.have.length(1);
    await page.chooseTime(en.nearest, 'Wednesday, November 25');
    expect(page.time(TUESDAY, '11:30').checked).to.equal(false);
    await page.request();
    await page.shows(en.requestedTitle);
    expect(sent()[1]?.act.sessions[0]?.slotId).to.equal(others[1]?.id);
  });
});

describe('a time that the practice’s rules don’t allow', () => {
  for (const [rule, notice] of [
    ['preparation-first', en.pickerNotice['not-now']()],
    ['notice', en.pickerNotice['too-soon'](PHONE)],
  ] as const)
    it(`is told in a notice that takes the focus, and nothing else is lost: ${rule}`, async () => {
      practice.answerSubmissions(ruleBroken(rule));
      await page.request();
      await page.shows(en.sessionsTitle);
      await page.loaded();
      expect(plain(page.focused)).to.equal(notice);
      expect(page.radioOf(CONSULTATION)?.checked).to.equal(true);
      expectContactKept();
      await page.chooseDay(TUESDAY);
      await page.chooseTime(TUESDAY, '11:30');
      await page.request();
      await page.shows(en.requestedTitle);
    });
});

describe('a way to reach somebody that the practice can’t use', () => {
  it('is asked for once more where it is, with the rest kept', async () => {
    const errors = [{ pointer: '/content/contact/phone', code: 'not-reachable' }];
    practice.answerSubmissions(json({ type: 'kap:invalid', errors }, 422));
    await page.request();
    await page.shows(en.sessionsTitle);
    page.expectSummary([en.choice['no-reach']]);
    expectChoiceKept();
    await page.answer(en.reachYou, 'ana@mail.example');
    await page.request();
    await page.shows(en.requestedTitle);
  });
});

describe('a request that takes more than one try', () => {
  it('arrives as the very same bytes', async () => {
    const { answer, letGo } = heldBack(practice.keeps);
    practice.answerSubmissions(busyForNow, noConnection, captivePortal, answer);
    await page.request();
    await page.says(en.trouble['not-understood']);
    expect(page.title).to.equal(en.sending);
    letGo();
    await page.shows(en.requestedTitle);
    expect(practice.submissions).to.have.length(4);
    expect(new Set(practice.submissions.map(({ body }) => body)).size).to.equal(1);
  });
});

describe('a request that nobody confirms', () => {
  const openNotSent = async (answer: Answer = busyForLong) => {
    practice.answerSubmissions(answer);
    await page.request();
    await page.shows(en.notSentTitle);
  };

  it('is called not confirmed, with what that means and whom to call', async () => {
    await openNotSent();
    expect(plain(page.focused)).to.equal(en.notSentTitle);
    expect(page.text).to.contain(en.bookingNotSent(PHONE));
    expect(page.text).not.to.contain(en.notSentNext);
    expect(page.buttons).not.to.include(en.saveCopy);
  });

  it('never goes out again by itself, and as the very same bytes when asked', async () => {
    await openNotSent();
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    await page.settle();
    expect(page.title).to.equal(en.notSentTitle);
    await page.click(en.tryAgain);
    await page.shows(en.requestedTitle);
    expect(practice.submissions).to.have.length(2);
    expect(practice.submissions[1]?.body).to.equal(practice.submissions[0]?.body);
  });

  it('is a new request once the first one’s time is over, which says what it replaces', async () => {
    await openNotSent();
    practice.itIs('2026-11-22T20:15:01.000Z');
    await page.click(en.tryAgain);
    await page.shows(en.requestedTitle);
    const [first, second] = sent();
    expect(second?.id).not.to.equal(first?.id);
    expect(second?.relatesTo).to.eql([first?.id]);
    expect(second?.expiresAt).to.equal('2026-11-22T20:30:01.000Z');
    expect(second?.act).to.eql(first?.act);
  });

  it('can be gone back on: everything is there, and can be asked for again', async () => {
    await openNotSent();
    await page.click(en.goBack);
    expect(page.title).to.equal(en.sessionsTitle);
    expectChoiceKept();
    await page.request();
    await page.shows(en.requestedTitle);
    expect(practice.submissions[1]?.body).to.equal(practice.submissions[0]?.body);
  });

  it('shows among what is planned where it has arrived all the same', async () => {
    await openNotSent(async (request) => {
      await practice.keeps(request);
      return busyForLong(request);
    });
    await page.click(en.goBack);
    await page.says(en.yourSessions);
    expect(plain(page.booking(CONSULTATION))).to.contain(en.bookingStatus.requested);
  });
});

describe('a request that the practice refuses', () => {
  for (const status of [401, 403, 404, 410])
    it(`leaves everything there after a ${status}, with the phone number`, async () => {
      practice.answerSubmissions(json({ type: 'kap:not-allowed' }, status));
      await page.request();
      await page.shows(en.refusedTitle);
      expect(plain(page.focused)).to.equal(en.refusedTitle);
      expect(page.text).to.contain(en.refusedNext(PHONE));
      await page.click(en.goBack);
      expectChoiceKept();
    });
});
