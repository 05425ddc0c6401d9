import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, MISS } from '../support/consent-page.js';
import '../support/define-elements.js';
import type { ElementPage } from '../support/element-page.js';
import { busyForLong, FakePractice, slotTaken } from '../support/fake-practice.js';
import { bookingOf, cleared, HERE, kinds, slotAt } from '../support/hazel-house.js';
import { JourneyPage } from '../support/journey-page.js';
import { wholeConsent } from '../support/whole-consent.js';
import { overflowing } from '../support/overflowing.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

/** A place that can't be broken between words. */
const ROOM = 'https://hazel-house.example/rooms/a1b2c3d4e5f6a7b8c9d0';
const WEDNESDAY = 'Wednesday, September 30';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  practice.itIs(slotAt('2026-09-27 12:00').start);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds), cancelHours: 48 });
  practice.slots = [slotAt('2026-09-30 09:00', { place: ROOM }), slotAt('2026-09-30 11:30')];
  place = await fixture(html`<main></main>`);
  place.style.inlineSize = '280px';
});
afterEach(() => practice.close());

function expectFits(page: ElementPage, when: string): void {
  expect(overflowing(page), when).to.eql([]);
  expect(page.element.scrollWidth, when).to.be.at.most(280);
}

for (const direction of ['ltr', 'rtl'] as const)
  describe(`in a narrow column, ${direction}, nothing stands out of`, () => {
    beforeEach(() => {
      place.dir = direction;
    });

    it('a consent, whatever it shows', async () => {
      const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
      await page.check(DRIVING, MISS);
      await page.sign();
      expectFits(page, 'with everything that is missing');
      await page.fillIn('Wolfeschlegelsteinhausenbergerdorff-Okafor');
      expectFits(page, 'with everything done');
      practice.answerSubmissions(busyForLong);
      await page.sign();
      await page.shows(en.notSentTitle);
      expectFits(page, 'not confirmed');
      await page.click(en.tryAgain);
      await page.shows(en.signedTitle);
      expectFits(page, 'signed');
    });

    it('a consent with all that one can hold, drawn for somebody else', async () => {
      practice.asksFor(wholeConsent);
      const page = await ConsentPage.open({ endpoint: practice.endpoint }, place, wholeConsent.title);
      for (const details of page.root.querySelectorAll('details')) details.open = true;
      await page.tick(en.signForOther);
      await page.answer(en.authorityLabel, en.somethingElse);
      await page.draws();
      await page.sign();
      expectFits(page, 'with everything open');
    });

    it('a document with words that are longer than a line', async () => {
      const long = 'Psychoneuroimmunoendocrinology'.repeat(3);
      const wide: ConsentDocument = {
        ...shortConsent,
        id: 'wide',
        title: long,
        blocks: [
          { id: 'text', heading: long, paragraphs: [long], list: [long] },
          { id: 'sentence', paragraphs: [], acknowledgement: long },
        ],
      };
      practice.asksFor(wide);
      const page = await ConsentPage.open({ endpoint: practice.endpoint }, place, long);
      await page.sign();
      expectFits(page, 'reading');
    });

    it('a picker, whatever it shows', async () => {
      practice.remember({
        ...cleared,
        bookings: [
          bookingOf(slotAt('2026-09-28 09:00', { place: ROOM }), 'confirmed'),
          bookingOf(slotAt('2026-10-05 09:00'), 'on-hold'),
        ],
      });
      practice.answerSubmissions(slotTaken(...practice.slots), busyForLong);
      const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
      await page.click(en.cancelSession);
      await page.chooseKind(CONSULTATION);
      expect(page.month).to.equal('September 2026');
      expectFits(page, 'month');
      await page.click(en.nextMonth);
      expectFits(page, 'the month after');
      await page.click(en.previousMonth);
      await page.chooseDay(WEDNESDAY);
      await page.request();
      expectFits(page, 'what is missing');
      await page.chooseTime(WEDNESDAY, '9:00');
      await page.request();
      await page.shows(en.sessionsTitle);
      await page.loaded();
      expectFits(page, 'taken');
      await page.chooseTime(en.nearest, WEDNESDAY);
      await page.request();
      await page.shows(en.notSentTitle);
      expectFits(page, 'not confirmed');
      await page.click(en.tryAgain);
      await page.shows(en.requestedTitle);
      expectFits(page, 'requested');
    });

    it('a journey, whatever it has to say', async () => {
      practice.remember({
        ...cleared,
        clearance: { status: 'cleared', validUntil: '2027-02-01T12:00:00Z', message: 'https://'.repeat(20) },
        bookings: [bookingOf(slotAt('2026-10-05 09:00'), 'on-hold')],
      });
      expectFits(await JourneyPage.open({ endpoint: practice.endpoint }, place), 'journey');
    });
  });

describe('the month with the longest name', () => {
  it('fits between its buttons at any width', async () => {
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await page.chooseKind(CONSULTATION);
    practice.itIs(slotAt('2026-08-15 12:00').start);
    page.element.requestUpdate();
    await page.settle();
    expect([page.month, page.buttons.includes(en.previousMonth)]).to.eql(['September 2026', true]);
    for (let width = 260; width <= 700; width += 20) {
      place.style.inlineSize = `${width}px`;
      expect(overflowing(page), `${width}px`).to.eql([]);
    }
  });
});

describe('a day to choose', () => {
  it('is as high as a finger needs, at any width', async () => {
    const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
    await page.chooseKind(CONSULTATION);
    const { width, height } = page.day(WEDNESDAY).getBoundingClientRect();
    expect(height).to.be.at.least(48);
    expect(width).to.be.at.least(24);
  });
});
