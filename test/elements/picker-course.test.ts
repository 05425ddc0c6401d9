import { expect, fixture, html } from '@open-wc/testing';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { SessionKind } from '../../src/domain/practice/session-kind.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { plain, saidBy, until } from '../support/element-page.js';
import { bookingIn, changeIn, FakePractice, json } from '../support/fake-practice.js';
import { bookingOf, cleared, HERE, slotAt } from '../support/hazel-house.js';
import { PickerPage } from '../support/picker-page.js';

const PREPARATION = en.kind.preparation;
const DOSING = en.kind.dosing;
const INTEGRATION = en.kind.integration;
const MONDAY = 'Monday, November 23';
const TUESDAY = 'Tuesday, November 24';

const sessionKinds: readonly SessionKind[] = [
  { id: 'preparation', minutes: 60, modes: ['in-person', 'video'], needs: {} },
  { id: 'dosing', minutes: 60, modes: ['in-person'], needs: { clearance: true } },
  { id: 'integration', minutes: 60, modes: ['video'], needs: { clearance: true } },
];

const practiceWithPlan: Partial<PracticeBasics> = {
  timeZone: HERE,
  sessionKinds: [...sessionKinds],
  course: sessionKinds.map(({ id }) => ({ kind: id, count: 1 })),
  planRules: [
    { id: 'preparation-first', level: 'block', count: 1, hoursBefore: 24 },
    { id: 'integration-after', level: 'warn', minHours: 24, maxHours: 72 },
    { id: 'integration-after', level: 'block', maxDays: 7 },
    { id: 'notice', level: 'block', hours: 24 },
  ],
};

const preparation = slotAt('2026-11-24 09:00', { kind: 'preparation' });
const dosing = slotAt('2026-11-26 09:00', { kind: 'dosing', mode: 'in-person' });
const later = slotAt('2026-12-10 09:00', { kind: 'dosing', mode: 'in-person' });
const integration = slotAt('2026-11-28 09:00', { kind: 'integration' });

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.itIs(slotAt('2026-11-22 12:00').start);
  practice.offers(practiceWithPlan);
  practice.remember(cleared);
  practice.slots = [
    slotAt('2026-11-23 09:00', { kind: 'preparation' }),
    preparation,
    slotAt('2026-11-24 14:00', { kind: 'preparation', mode: 'in-person' }),
    dosing,
    later,
    integration,
    slotAt('2026-12-12 09:00', { kind: 'integration' }),
  ];
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => PickerPage.open({ endpoint: practice.endpoint }, place);

/** The line of a session of several. */
function step(page: PickerPage, title: string): string {
  return page.words('step').find((words) => words.startsWith(title)) ?? '';
}

async function laidOut(): Promise<PickerPage> {
  const page = await open();
  await page.click(en.planAll);
  await page.click(en.findTimes);
  await page.says(en.search.found);
  return page;
}

describe('the course as one plan', () => {
  it('is proposed by the rules, asked for in one go, and told to the page without a time', async () => {
    const told: object[] = [];
    place.addEventListener('kap-sessions-booked', (event) => told.push(saidBy(event)));
    const page = await laidOut();
    expect(step(page, `${PREPARATION} 1`)).to.contain(TUESDAY);
    expect(step(page, `${DOSING} 1`)).to.contain('Thursday, November 26');
    expect(step(page, `${INTEGRATION} 1`)).to.contain('Saturday, November 28');
    await page.click(en.requestAll(3));
    await page.shows(en.requestedTitle);
    expect(practice.submissions).to.have.length(1);
    const sent = practice.submissions.map(bookingIn).flatMap(({ act }) => act.sessions);
    expect(sent.map(({ slotId }) => slotId)).to.eql([preparation.id, dosing.id, integration.id]);
    expect(told).to.eql([
      {
        kinds: ['preparation', 'dosing', 'integration'],
        states: Array.from({ length: 3 }, () => 'requested'),
      },
    ]);
    expect(page.buttons).to.include(en.addAllToCalendar);
  });

  it('moves with the one that the client moves', async () => {
    const page = await laidOut();
    await page.click(en.ofSession(en.changeTime, `${DOSING} 1`));
    await page.loaded();
    await page.click(en.nextMonth);
    await page.chooseDay('Thursday, December 10');
    await page.chooseTime('Thursday, December 10', '9:00');
    await page.says(en.search.repaired(`${INTEGRATION} 1`));
    expect(step(page, `${INTEGRATION} 1`)).to.contain('December 12');
  });

  it('names where it is what does not fit, and asks for nothing before it does', async () => {
    practice.slots = practice.slots.filter(({ start }) => !start.startsWith('2026-12-12'));
    const page = await laidOut();
    await page.click(en.ofSession(en.changeTime, `${DOSING} 1`));
    await page.loaded();
    await page.click(en.nextMonth);
    await page.chooseDay('Thursday, December 10');
    await page.chooseTime('Thursday, December 10', '9:00');
    await until(() => step(page, `${DOSING} 1`).includes('has to follow it'), 'it is named');
    await page.click(en.requestAll(3));
    page.expectSummary([en.choice.rules]);
    expect(practice.submissions).to.have.length(0);
  });

  it('asks only for the time again that somebody else has taken', async () => {
    practice.answerSubmissions(json({ type: 'kap:slot-taken', taken: [1], slots: [later] }, 409));
    const page = await laidOut();
    await page.click(en.requestAll(3));
    await page.says(en.othersKept);
    await page.loaded();
    expect(step(page, `${DOSING} 1`)).to.contain(en.noTimeYet);
    expect(step(page, `${PREPARATION} 1`)).to.contain(TUESDAY);
    expect(page.timesOf(en.nearest)).to.have.length(1);
  });

  it('says in a sentence where there can be none, and what would have to change', async () => {
    practice.slots = practice.slots.filter(({ kind }) => kind !== 'integration');
    const page = await open();
    await page.click(en.planAll);
    await page.click(en.findTimes);
    await page.says(INTEGRATION);
    await until(() => page.text.includes('There are not enough open times'), 'it is said');
  });
});

describe('times to choose from', () => {
  it('of a day that a rule closes say why, and can’t be chosen', async () => {
    const page = await open();
    await page.chooseKind(PREPARATION);
    const closed = page.day(MONDAY);
    expect(closed.part.contains('closed')).to.equal(true);
    expect(closed.ariaLabel).to.contain('at least 24 hours');
    closed.click();
    await page.settle();
    expect(page.all('slot')).to.have.length(0);
    expect(plain(page.root.querySelector('.why-closed'))).to.contain('at least 24 hours');
  });

  it('are a list as well, the next first, and more of them by a button', async () => {
    practice.slots = Array.from({ length: 9 }, (_, index) =>
      slotAt(`2026-11-${25 + Math.floor(index / 3)} ${String(9 + (index % 3)).padStart(2, '0')}:00`, {
        kind: 'preparation',
      }),
    );
    const page = await open();
    await page.chooseKind(PREPARATION);
    await page.click(en.views.list);
    expect(page.timesOf(en.nextTimes(5))[0]).to.match(/^Wednesday, November 25, 2026/);
    expect(page.all('day')).to.have.length(0);
    await page.click(en.moreTimes);
    expect(page.timesOf(en.nextTimes(9))).to.have.length(9);
    await page.chooseTime(en.nextTimes(9), 'Friday');
    expect(page.words('notice')[0]).to.contain('Friday, November 27');
  });

  it('are fewer where the client would rather have some', async () => {
    const page = await open();
    await page.chooseKind(PREPARATION);
    const select = page.root.querySelector<HTMLSelectElement>('#day-part');
    if (!select) throw new Error('There is nothing to choose the time of day by.');
    select.value = 'afternoon';
    select.dispatchEvent(new Event('change'));
    await page.settle();
    await page.chooseDay(TUESDAY);
    expect(page.timesOf(TUESDAY).map((words) => words.slice(0, 4))).to.eql(['2:00']);
  });

  it('can be seen by the clocks of any zone that is found by its city', async () => {
    const page = await open();
    await page.chooseKind(PREPARATION);
    const details = page.root.querySelector('details');
    if (!details) throw new Error('There is no way to another zone.');
    details.open = true;
    await page.answer(en.zoneLabel, 'toky');
    page.all('option')[0]?.click();
    await page.settle();
    expect(page.text).to.contain(en.zoneShown('Japan Standard Time'));
  });
});

describe('moving a session that stands', () => {
  it('asks for the new time in one change that names the old one, and tells the page', async () => {
    const told: object[] = [];
    place.addEventListener('kap-session-moved', (event) => told.push(saidBy(event)));
    practice.remember({
      ...cleared,
      bookings: [bookingOf(slotAt('2026-11-25 09:00', { kind: 'preparation' }), 'confirmed')],
    });
    const page = await open();
    await page.click(en.moveSession);
    await page.loaded();
    await page.chooseDay(TUESDAY);
    await page.chooseTime(TUESDAY, '9:00');
    await page.click(en.requestMove);
    await page.says(en.pickerNotice.moved());
    const [change] = practice.submissions.map(changeIn);
    expect(change?.kind).to.equal('booking-change');
    expect(change?.act.cancel).to.have.length(1);
    expect(change?.act.sessions).to.eql([{ slotId: preparation.id, kind: 'preparation' }]);
    expect(told).to.eql([{ kind: 'preparation', state: 'requested' }]);
  });
});
