import { expect, fixture, html } from '@open-wc/testing';
import { KapSessionPicker } from '../../src/elements/kap-session-picker/kap-session-picker.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { fallbackIn, isSeen, placed } from '../support/element-page.js';
import { busyForLong, FakePractice, noConnection } from '../support/fake-practice.js';
import { HERE, kinds, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.offers({ timeZone: HERE, sessionKinds: [kinds.consultation, kinds.preparation] });
  practice.slots = [slotAt('2026-11-24 09:00'), slotAt('2026-11-24 11:30')];
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => PickerPage.open({ endpoint: practice.endpoint }, place);

describe('two pickers on one page', () => {
  it('do not touch each other', async () => {
    const [one, other] = [await open(), await open()];
    await one.choose(CONSULTATION, TUESDAY, '9:00');
    await one.introduce();
    expect(other.root.querySelectorAll(':checked')).to.have.length(0);
    expect(other.all('month')).to.have.length(0);
    await other.choose(CONSULTATION, TUESDAY, '11:30');
    expect(one.time(TUESDAY, '9:00').checked).to.equal(true);
    expect(other.answerTo(en.yourName)).to.eql(['']);
    await one.click(en.nextMonth);
    expect([one.month, other.month]).to.eql(['December 2026', 'November 2026']);
  });

  it('are one client to the practice: what one books, the other shows among what is planned', async () => {
    const [one, other] = [await open(), await open()];
    expect(practice.requestsFor('practice')).to.have.length(1);
    await one.choose(CONSULTATION, TUESDAY, '9:00');
    await one.introduce();
    await one.request();
    await one.shows(en.requestedTitle);
    await other.says(en.yourSessions);
    expect(other.title).to.equal(en.sessionsTitle);
    expect(other.words('booking')).to.have.length(1);
  });
});

describe('a picker', () => {
  it('takes properties that were set before it was defined', async () => {
    const early = document.createElement('kap-early-picker') as KapSessionPicker;
    early.endpoint = practice.endpoint;
    early.kinds = 'consultation';
    early.theme = 'dark';
    place.append(early);
    customElements.define('kap-early-picker', class extends KapSessionPicker {});
    const page = new PickerPage(early);
    await page.shows(en.sessionsTitle);
    expect(page.kinds).to.eql([CONSULTATION]);
    expect(early).to.have.attribute('theme', 'dark');
  });

  it('asks for no times before a kind is chosen', async () => {
    await open();
    expect(practice.requestsFor('availability')).to.have.length(0);
    expect(sessionStorage).to.have.length(0);
  });

  it('does not pull the focus when it opens', async () => {
    expect((await open()).focused).to.equal(null);
  });

  it('keeps what was chosen and typed when it is taken out and put back', async () => {
    const page = await open();
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    await page.introduce();
    page.element.remove();
    place.append(page.element);
    await page.settle();
    expect(page.time(TUESDAY, '9:00').checked).to.equal(true);
    expect(page.answerTo(en.yourName)).to.eql(['Ana Okafor']);
    await page.request();
    await page.shows(en.requestedTitle);
  });

  it('keeps what was chosen when its kinds change', async () => {
    const page = await open();
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    page.element.kinds = 'consultation';
    await page.settle();
    expect(page.time(TUESDAY, '9:00').checked).to.equal(true);
  });

  it('says that the practice can’t be reached, with the fallback below, and tries again', async () => {
    practice.answerNext('practice', noConnection, noConnection, noConnection);
    const page = new PickerPage(placed('kap-session-picker', { endpoint: practice.endpoint }, place));
    const fallback = fallbackIn(page.element);
    await page.says(en.failure.unreachable);
    expect(isSeen(fallback)).to.equal(true);
    await page.click(en.tryAgain);
    await page.shows(en.sessionsTitle);
    expect(isSeen(fallback)).to.equal(false);
  });

  it('shows its state to style sheets', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    const isIn = (state: string) => page.element.matches(`:state(${state})`);
    expect(isIn('choosing')).to.equal(true);
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    await page.introduce();
    await page.request();
    await page.shows(en.notSentTitle);
    expect([isIn('not-sent'), isIn('choosing')]).to.eql([true, false]);
    await page.click(en.tryAgain);
    await page.shows(en.requestedTitle);
    expect(isIn('booked')).to.equal(true);
  });
});
