import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import '../support/define-elements.js';
import { plain, until } from '../support/element-page.js';
import { FakePractice } from '../support/fake-practice.js';
import { HERE, kinds, slotAt } from '../support/hazel-house.js';
import { tabTo } from '../support/keyboard.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  // At noon where the practice and the client are.
  practice.itIs(slotAt('2026-11-22 12:00').start);
  practice.offers({ timeZone: HERE, sessionKinds: [kinds.consultation] });
  practice.slots = [
    '2026-11-24 09:00',
    '2026-11-24 11:30',
    '2026-11-24 14:00',
    '2026-11-25 10:00',
    '2026-12-03 10:00',
  ].map((at) => slotAt(at));
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

async function openMonth(): Promise<PickerPage> {
  const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
  await page.chooseKind(CONSULTATION);
  return page;
}

/** The days that Tab stops at, by their accessible names. */
const tabStops = (page: PickerPage): readonly string[] =>
  page
    .all('day')
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ ariaLabel }) => ariaLabel ?? '');

describe('the month', () => {
  it('opens where the first time is free, with every day by its name and how many times it has', async () => {
    const page = await openMonth();
    expect(page.month).to.equal('November 2026');
    const grid = page.root.querySelector('[role="grid"]');
    expect(plain(page.root.getElementById(grid?.getAttribute('aria-labelledby') ?? ''))).to.equal(page.month);
    expect(page.openDays).to.eql([`${TUESDAY}, 3 times`, 'Wednesday, November 25, 1 time']);
    expect(page.day('Monday, November 23').ariaLabel).to.equal('Monday, November 23, no times');
    expect(page.day('Monday, November 23').ariaDisabled).to.equal('true');
    expect(page.day(TUESDAY).ariaDisabled).to.equal(null);
    expect(page.day('Sunday, November 22').ariaCurrent).to.equal('date');
    const weekdays = [...page.root.querySelectorAll('th')].map(plain);
    expect(weekdays).to.eql(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
  });

  it('stands each day below its weekday', async () => {
    const page = await openMonth();
    const cell = page.day(TUESDAY).closest('td');
    const heading = page.root.querySelectorAll('th')[cell?.cellIndex ?? -1];
    expect(plain(heading)).to.equal('Tue');
  });

  it('does not let anybody reach what is past', async () => {
    const page = await openMonth();
    expect(page.all('day')[0]?.ariaLabel).to.contain('Sunday, November 22');
    expect(page.root.querySelector('table')).to.contain.text('21');
  });

  it('leads to the first free day, and to its times', async () => {
    const page = await openMonth();
    await page.click(en.firstFree(TUESDAY));
    expect(page.day(TUESDAY).ariaPressed).to.equal('true');
    expect(page.timesOf(TUESDAY)).to.have.length(3);
    expect(plain(page.focused)).to.equal(TUESDAY);
  });

  it('asks for a day before it shows times, and for another where one has none', async () => {
    const page = await openMonth();
    expect(page.text).to.contain(en.chooseDay);
    await page.chooseDay('Monday, November 23');
    expect(page.text).to.contain(en.chooseDay);
    expect(page.all('slot')).to.have.length(0);
  });

  it('opens at the first time there is, however far away', async () => {
    practice.slots = [slotAt('2027-02-09 09:00')];
    const page = await openMonth();
    expect(page.month).to.equal('February 2027');
    expect(page.openDays).to.eql(['Tuesday, February 9, 1 time']);
  });

  it('reads on where a month is shown that it has not read yet', async () => {
    practice.slots = [...practice.slots, slotAt('2027-02-09 09:00')];
    const page = await openMonth();
    for (const month of ['December 2026', 'January 2027', 'February 2027']) {
      await page.click(en.nextMonth);
      expect(page.month).to.equal(month);
    }
    await until(() => page.openDays.length > 0, 'the times of February');
    expect(page.openDays).to.eql(['Tuesday, February 9, 1 time']);
    const asked = practice.requestsFor('availability').map(({ url }) => new URL(url).searchParams);
    const [first, second] = asked;
    expect((first?.get('to') ?? '') < (second?.get('from') ?? '')).to.equal(true);
  });
});

describe('the month by keyboard', () => {
  let page: PickerPage;

  beforeEach(async () => {
    page = await openMonth();
    await tabTo(page, ({ part }) => part.contains('day'));
  });

  const expectDay = (date: string, times = en.timesOpen(0)) => {
    expect(page.focused?.ariaLabel).to.equal(`${date}, ${times}`);
    expect(tabStops(page)).to.eql([`${date}, ${times}`]);
  };

  const pressed = async (...keys: readonly string[]) => {
    await press(...keys);
    await page.settle();
  };

  it('is one stop, at the first free day', async () => {
    expectDay(TUESDAY, '3 times');
    await press('Tab');
    expect(page.focused?.part.contains('day')).to.equal(false);
    await press('Shift+Tab');
    expectDay(TUESDAY, '3 times');
  });

  it('goes by day and by week with the arrows', async () => {
    await pressed('ArrowRight');
    expectDay('Wednesday, November 25', '1 time');
    await pressed('ArrowDown');
    expectDay('Wednesday, December 2');
    await pressed('ArrowLeft');
    expectDay('Tuesday, December 1');
    await pressed('ArrowLeft');
    expectDay('Monday, November 30');
    await pressed('ArrowUp');
    expectDay('Monday, November 23');
  });

  it('goes to the ends of the week with Home and End', async () => {
    await pressed('End');
    expectDay('Saturday, November 28');
    await pressed('Home');
    expectDay('Sunday, November 22');
    await pressed('Home');
    expectDay('Sunday, November 22');
  });

  it('goes by month with PageDown and PageUp, and never past a month’s end', async () => {
    await pressed('ArrowDown', 'End', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'PageDown');
    expect(page.month).to.equal('January 2027');
    expectDay('Tuesday, January 26');
    await pressed('End', 'ArrowRight');
    expectDay('Sunday, January 31');
    await pressed('PageDown');
    expectDay('Sunday, February 28');
    await pressed('PageUp');
    expectDay('Thursday, January 28');
  });

  it('says the month when it is another one, and only then', async () => {
    await pressed('ArrowRight');
    expect(page.announcement).to.equal('');
    await pressed('PageDown');
    expect(page.announcement).to.equal('December 2026');
    await pressed('ArrowLeft');
    expect(page.announcement).to.equal('December 2026');
    await pressed('PageUp');
    expect(page.announcement).to.equal('November 2026');
    await pressed('PageDown');
    expect(page.announcement).to.equal('December 2026');
  });

  it('leaves the page where it is, and every other key alone', () => {
    const isTaken = (key: string) =>
      !page
        .day(TUESDAY)
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown'])
      expect(isTaken(key), key).to.equal(true);
    for (const key of ['Tab', 'Escape', 'a']) expect(isTaken(key), key).to.equal(false);
  });

  it('stops at today', async () => {
    await pressed('ArrowUp');
    expectDay('Sunday, November 22');
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) {
      await pressed(key);
      expectDay('Sunday, November 22');
    }
  });

  for (const key of ['Enter', ' '])
    it(`chooses a day that has times with ${key === ' ' ? 'Space' : key}`, async () => {
      await pressed(key);
      expect(page.timesOf(TUESDAY)).to.have.length(3);
      expectDay(TUESDAY, '3 times');
      await pressed('ArrowLeft', key);
      expectDay('Monday, November 23');
      expect(page.timesOf(TUESDAY)).to.have.length(3);
    });

  it('keeps the focus on its buttons, also where one has led as far as it goes', async () => {
    page.button(en.nextMonth).focus();
    await pressed('Enter');
    expect(page.month).to.equal('December 2026');
    expect(page.announcement).to.equal('December 2026');
    page.expectFocusOn(page.button(en.nextMonth));
    await pressed('Shift+Tab');
    page.expectFocusOn(page.button(en.previousMonth));
    await pressed('Enter');
    expect(page.month).to.equal('November 2026');
    expect(page.buttons).not.to.include(en.previousMonth);
    page.expectFocusOn(page.button(en.nextMonth));
  });
});

describe('the height of the month', () => {
  for (const width of ['280px', '700px'])
    it(`is the same whether it has four, five or six weeks, so that nothing below moves: ${width}`, async () => {
      place.style.inlineSize = width;
      practice.itIs(slotAt('2026-01-15 12:00').start);
      practice.slots = [slotAt('2026-01-20 09:00')];
      const page = await openMonth();
      const weeks = new Set<number>();
      const heights = new Set<number>();
      for (let months = 0; months < 5; months++) {
        const [month] = page.all('month');
        weeks.add(month?.querySelectorAll('tbody tr').length ?? 0);
        heights.add(Math.round(month?.getBoundingClientRect().height ?? 0));
        await page.click(en.nextMonth);
      }
      expect([...weeks].sort((one, other) => one - other)).to.eql([4, 5, 6]);
      expect([...heights]).to.have.length(1);
    });
});
