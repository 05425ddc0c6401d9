import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import {
  busyForLong,
  FakePractice,
  heldBack,
  json,
  noConnection,
  slotTaken,
} from '../support/fake-practice.js';
import { bookingOf, cleared, hazelHouse, HERE, kinds, slotAt } from '../support/hazel-house.js';
import { pressButton, tabTo } from '../support/keyboard.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';
const WEDNESDAY = 'Wednesday, November 25';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.itIs(slotAt('2026-11-22 12:00').start);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds), cancelHours: 48 });
  practice.slots = ['2026-11-24 09:00', '2026-11-24 11:30', '2026-11-25 10:00'].map((at) => slotAt(at));
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const isAccessible = (page: PickerPage) => expect(page.element).to.be.accessible();

for (const theme of ['light', 'dark'])
  describe(`everybody can use the ${theme} picker`, () => {
    const open = () => PickerPage.open({ endpoint: practice.endpoint, theme }, place);

    it('with kinds that are open and kinds that are locked', async () => {
      const page = await open();
      expect(page.all('locked').length).to.be.above(0);
      await isAccessible(page);
    });

    it('while times are loaded, when they can’t be, and when there are none', async () => {
      const { answer, letGo } = heldBack(json({ type: 'kap:not-allowed' }, 403));
      practice.answerNext(
        'availability',
        answer,
        json({ slots: [] }),
        json({ slots: [] }),
        json({ slots: [] }),
      );
      const page = await open();
      page.radioOf(CONSULTATION)?.click();
      await page.says(en.loading);
      await isAccessible(page);
      letGo();
      await page.says(en.timesUnknown);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.says(en.noTimes(hazelHouse.contact.phone));
      await isAccessible(page);
    });

    it('in a month, on a day, with a time and with everything that is missing', async () => {
      const page = await open();
      await page.chooseKind(CONSULTATION);
      await isAccessible(page);
      await page.click(en.nextMonth);
      await isAccessible(page);
      await page.click(en.previousMonth);
      await page.chooseDay(TUESDAY);
      await page.request();
      expect(page.all('error-summary')).to.have.length(1);
      await isAccessible(page);
      await page.chooseTime(TUESDAY, '9:00');
      await page.introduce();
      await isAccessible(page);
    });

    it('when a time is taken, and the nearest are offered', async () => {
      practice.answerSubmissions(slotTaken(...practice.slots));
      const page = await open();
      await page.choose(CONSULTATION, TUESDAY, '9:00');
      await page.introduce();
      await page.request();
      await page.shows(en.sessionsTitle);
      await page.loaded();
      await isAccessible(page);
      await page.chooseTime(en.nearest, WEDNESDAY);
      await isAccessible(page);
    });

    it('while a request is sent, in trouble, not confirmed, refused and requested', async () => {
      const first = heldBack(noConnection);
      const then = heldBack(busyForLong);
      practice.answerSubmissions(first.answer, then.answer, json({}, 403));
      const page = await open();
      await page.choose(CONSULTATION, TUESDAY, '9:00');
      await page.introduce();
      await page.request();
      await isAccessible(page);
      first.letGo();
      await page.says(en.trouble.network);
      await isAccessible(page);
      then.letGo();
      await page.shows(en.notSentTitle);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.shows(en.refusedTitle);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.shows(en.requestedTitle);
      await isAccessible(page);
    });

    it('with a plan, its proposed times, one of them open, and as a list', async () => {
      practice.remember(cleared);
      practice.offers({
        course: [
          { kind: 'consultation', count: 1 },
          { kind: 'preparation', count: 1 },
        ],
        planRules: [{ id: 'notice', level: 'block', hours: 48 }],
      });
      practice.slots = [...practice.slots, slotAt('2026-11-26 09:00', { kind: 'preparation' })];
      const page = await open();
      await isAccessible(page);
      await page.click(en.planAll);
      await page.click(en.findTimes);
      await page.says(en.search.found);
      await isAccessible(page);
      await page.click(en.ofSession(en.changeTime, `${CONSULTATION} 1`));
      await page.loaded();
      await isAccessible(page);
      await page.click(en.views.list);
      const zones = page.root.querySelector('details');
      if (zones) zones.open = true;
      await isAccessible(page);
    });

    it('with sessions that are planned, one to be cancelled, one too late for it', async () => {
      practice.remember({
        ...cleared,
        bookings: [
          bookingOf(slotAt('2026-11-23 09:00'), 'confirmed'),
          bookingOf(slotAt('2026-11-27 09:00'), 'requested'),
          bookingOf(slotAt('2026-11-28 09:00', { kind: 'preparation' }), 'on-hold'),
          bookingOf(slotAt('2026-11-29 09:00'), 'cancelled'),
          bookingOf(slotAt('2026-11-20 09:00'), 'completed'),
        ],
      });
      const page = await open();
      await isAccessible(page);
      await page.click(en.cancelSession);
      await isAccessible(page);
      await page.click(en.cancelYes);
      await page.says(en.pickerNotice.cancelled());
      await isAccessible(page);
    });
  });

describe('with the keyboard alone', () => {
  it('a session is chosen and requested', async () => {
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await tabTo(page, (focused) => focused === page.radioOf(CONSULTATION));
    await press(' ');
    await page.loaded();
    page.expectFocusOn(page.radioOf(CONSULTATION));
    await tabTo(page, ({ part }) => part.contains('day'));
    await press('ArrowRight', 'Enter');
    await page.settle();
    page.expectFocusOn(page.day(WEDNESDAY));
    await tabTo(page, (focused) => focused === page.time(WEDNESDAY, '10:00'));
    await press(' ');
    for (const [question, words] of [
      [en.yourName, 'Ana Okafor'],
      [en.reachYou, '503 555 0188'],
    ] as const) {
      await tabTo(page, (focused) => focused === page.inputs(question)[0]);
      await sendKeys({ type: words });
    }
    await pressButton(page, en.requestTime);
    await page.shows(en.requestedTitle);
    expect(page.text).to.contain('Wednesday, November 25');
    expect(plain(page.focused)).to.equal(en.requestedTitle);
  });

  it('the first free day leads straight to its times', async () => {
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await page.chooseKind(CONSULTATION);
    await pressButton(page, en.firstFree(TUESDAY));
    expect(plain(page.focused)).to.equal(TUESDAY);
    await press('Tab');
    page.expectFocusOn(page.time(TUESDAY, '9:00'));
    await press('ArrowDown');
    await page.settle();
    expect(page.time(TUESDAY, '11:30').checked).to.equal(true);
  });

  it('a whole plan is laid out, one of its times changed, and asked for', async () => {
    practice.remember(cleared);
    practice.offers({
      course: [
        { kind: 'consultation', count: 1 },
        { kind: 'preparation', count: 1 },
      ],
    });
    practice.slots = [...practice.slots, slotAt('2026-11-26 09:00', { kind: 'preparation' })];
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await pressButton(page, en.planAll);
    expect(plain(page.focused)).to.equal(en.planTitle);
    await pressButton(page, en.findTimes);
    await page.says(en.search.found);
    await pressButton(page, en.ofSession(en.changeTime, `${CONSULTATION} 1`));
    await page.loaded();
    await tabTo(page, ({ part }) => part.contains('day'));
    await press('ArrowRight', 'Enter');
    await page.settle();
    await tabTo(page, (focused) => focused === page.time(WEDNESDAY, '10:00'));
    await press(' ');
    await pressButton(page, en.requestAll(2));
    await page.shows(en.requestedTitle);
    expect(page.text).to.contain('Wednesday, November 25');
  });

  it('a session is cancelled', async () => {
    practice.remember({ ...cleared, bookings: [bookingOf(slotAt('2026-11-27 09:00'), 'confirmed')] });
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await pressButton(page, en.cancelSession);
    await press('Tab');
    page.expectFocusOn(page.button(en.cancelYes));
    await press('Enter');
    await page.says(en.pickerNotice.cancelled());
    expect(plain(page.focused)).to.equal(en.pickerNotice.cancelled());
  });
});

describe('what a screen reader hears', () => {
  it('ties what is wrong with the times to them', async () => {
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await page.chooseKind(CONSULTATION);
    await page.chooseDay(TUESDAY);
    await page.request();
    const described = page.field(TUESDAY).getAttribute('aria-describedby');
    expect(plain(page.root.getElementById(described ?? ''))).to.equal(en.choice['no-slot']);
  });
});
