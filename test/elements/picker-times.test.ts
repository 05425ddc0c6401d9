import { expect, fixture, html } from '@open-wc/testing';
import { zoneInWords } from '../../src/locale/format.js';
import { en } from '../support/words.js';
import { emulate } from '../support/browser-commands.js';
import { isWebKit } from '../support/browser-name.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import { FakePractice } from '../support/fake-practice.js';
import { cleared, HERE, kinds, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';
const WEDNESDAY = 'Wednesday, November 25';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => PickerPage.open({ endpoint: practice.endpoint }, place);

describe('the times of a day', () => {
  let page: PickerPage;

  beforeEach(async () => {
    practice.offers({ timeZone: HERE, sessionKinds: [kinds.consultation] });
    practice.slots = [
      slotAt('2026-11-24 09:00'),
      slotAt('2026-11-24 11:30', { mode: 'in-person', place: '12 Hazel Street' }),
      slotAt('2026-11-25 10:00', { mode: 'phone' }),
    ];
    page = await open();
    await page.chooseKind(CONSULTATION);
    await page.chooseDay(TUESDAY);
  });

  it('say from when to when, how, where and with whom, and by whose clocks', () => {
    const zone = zoneInWords(HERE, practice.slots[0]?.start ?? '', 'en');
    expect(page.timesOf(TUESDAY)).to.eql([
      `9:00 – 10:00 AM, by video, with Mara Lindqvist ${zone}, ${TUESDAY}`,
      `11:30 AM – 12:30 PM, in person, 12 Hazel Street, with Mara Lindqvist ${zone}, ${TUESDAY}`,
    ]);
  });

  it('are named by all their words, and one of them can be chosen', async () => {
    const [early, late] = [page.time(TUESDAY, '9:00'), page.time(TUESDAY, '11:30')];
    expect(plain(early.labels?.[0])).to.equal(page.timesOf(TUESDAY)[0]);
    expect([early.type, early.name]).to.eql(['radio', late.name]);
    expect([early.checked, late.checked]).to.eql([false, false]);
    early.click();
    late.click();
    await page.settle();
    expect([early.checked, late.checked]).to.eql([false, true]);
  });

  it('are read back once one is chosen: what, when and how', async () => {
    await page.chooseTime(TUESDAY, '9:00');
    const [chosen] = page.words('notice');
    expect(chosen).to.match(
      /^Consultation Tuesday, November 24, 2026(,| at) 9:00 – 10:00 AM, .+ by video, with Mara Lindqvist$/,
    );
  });

  it('give way to those of another day, of which none is chosen', async () => {
    await page.chooseTime(TUESDAY, '9:00');
    await page.chooseDay(WEDNESDAY);
    expect(page.timesOf(WEDNESDAY)).to.have.length(1);
    expect(page.root.querySelectorAll('[part~="slot"] :checked')).to.have.length(0);
    expect(page.all('notice')).to.have.length(0);
    expect(page.timesOf(WEDNESDAY)[0]).to.contain('by phone');
  });

  it('need no second zone where client and practice share one', () => {
    expect(page.text).to.contain(en.zoneShown(zoneInWords(HERE, practice.slots[0]?.start ?? '', 'en')));
    expect(page.buttons).not.to.include(en.showZone.practice);
    expect(page.buttons).not.to.include(en.showZone.client);
  });
});

describe('a client in Tokyo and a practice in Los Angeles', () => {
  const LA = 'America/Los_Angeles';
  let page: PickerPage;

  beforeEach(async function () {
    if (isWebKit) this.skip();
    await emulate.timeZone('Asia/Tokyo');
    practice.remember(cleared);
    const { consultation, dosing } = kinds;
    practice.offers({ timeZone: LA, sessionKinds: [consultation, { ...dosing, needs: {} }] });
    practice.slots = [
      // In the middle of the night in Tokyo, and of the next day.
      slotAt('2026-11-24 09:00', { timeZone: LA }),
      slotAt('2026-11-24 16:00', { timeZone: LA }),
      slotAt('2026-11-22 14:00', { kind: 'dosing', mode: 'in-person', timeZone: LA }),
    ];
    page = await open();
  });
  afterEach(async () => {
    if (!isWebKit) await emulate.timeZone(null);
  });

  it('sees a video session by their own clocks, with the practice’s beside them', async () => {
    await page.chooseKind(CONSULTATION);
    expect(page.text).to.contain(en.zoneShown('Japan Standard Time'));
    expect(page.openDays).to.eql([`${WEDNESDAY}, 2 times`]);
    await page.chooseDay(WEDNESDAY);
    expect(page.timesOf(WEDNESDAY)).to.eql([
      '2:00 – 3:00 AM, by video, with Mara Lindqvist Japan Standard Time (Tuesday, November 24, 2026, 9:00 – 10:00 AM, Pacific Standard Time), Wednesday, November 25',
      '9:00 – 10:00 AM, by video, with Mara Lindqvist Japan Standard Time (Tuesday, November 24, 2026, 4:00 – 5:00 PM, Pacific Standard Time), Wednesday, November 25',
    ]);
  });

  it('sees the same times on the practice’s day once the zone is switched, and on their own again', async () => {
    await page.chooseKind(CONSULTATION);
    await page.chooseDay(WEDNESDAY);
    await page.chooseTime(WEDNESDAY, '9:00');
    await page.click(en.showZone.practice);
    expect(page.text).to.contain(en.zoneShown('Pacific Standard Time'));
    expect(page.openDays).to.eql([`${TUESDAY}, 2 times`]);
    expect(page.timesOf(TUESDAY)[1]).to.contain('4:00 – 5:00 PM, by video');
    expect(page.time(TUESDAY, '4:00').checked).to.equal(true);
    await page.click(en.showZone.client);
    expect(page.openDays).to.eql([`${WEDNESDAY}, 2 times`]);
  });

  it('finds the switch under the focus again after pressing it', async () => {
    await page.chooseKind(CONSULTATION);
    page.button(en.showZone.practice).focus();
    await page.click(en.showZone.practice);
    page.expectFocusOn(page.button(en.showZone.client));
  });

  it('reads both zones in what they have chosen, with the day of each', async () => {
    await page.choose(CONSULTATION, WEDNESDAY, '9:00');
    const [chosen = ''] = page.words('notice');
    expect(chosen).to.match(/Wednesday, November 25, 2026(,| at) 9:00 – 10:00 AM, Japan Standard Time/);
    expect(chosen).to.contain('4:00 – 5:00 PM, Pacific Standard Time');
    expect(chosen).to.contain('November 24');
  });

  it('sees a session in person by the clocks where it takes place', async () => {
    await page.chooseKind('Ketamine session');
    expect(page.text).to.contain(en.zoneShown('Pacific Standard Time'));
    expect(page.openDays).to.eql(['Sunday, November 22, 1 time']);
    await page.chooseDay('Sunday, November 22');
    await page.chooseTime('Sunday, November 22', '2:00');
    expect(page.words('notice')[0]).to.match(
      /Sunday, November 22, 2026(,| at) 2:00 – 3:00 PM, Pacific Standard Time \(Monday, November 23, 2026(,| at) 7:00 – 8:00 AM, Japan Standard Time\)/,
    );
  });

  it('always finds a way into the month by keyboard, also where the day has gone by at home', async () => {
    await page.chooseKind('Ketamine session');
    await page.click(en.showZone.client);
    expect(page.openDays).to.eql(['Monday, November 23, 1 time']);
    const stops = page.all('day').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map(({ ariaLabel }) => ariaLabel)).to.eql(['Monday, November 23, 1 time']);
  });
});
