import { expect, fixture, html } from '@open-wc/testing';
import { readiness } from '../../src/content/en/questionnaires/readiness.js';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { plain, until } from '../support/element-page.js';
import { FakePractice, heldBack, json } from '../support/fake-practice.js';
import { bookingOf, cleared, HERE, kinds, PHONE, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';
const DOSING = 'Ketamine session';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.itIs(slotAt('2026-11-22 12:00').start);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds) });
  practice.slots = [slotAt('2026-11-24 09:00'), slotAt('2026-11-24 11:00'), slotAt('2027-01-05 11:00')];
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => PickerPage.open({ endpoint: practice.endpoint }, place);

const dosing = (
  missing: NonNullable<Booking['readiness']>['missing'],
  from = '2026-11-22 09:00',
): Booking => ({
  ...bookingOf(slotAt('2026-11-25 09:00', { kind: 'dosing', mode: 'in-person' }), 'on-hold'),
  readiness: {
    form: { id: readiness.id, version: readiness.version },
    from: slotAt(from).start,
    until: slotAt('2026-11-24 21:00').start,
    missing,
  },
});

const openWith = (...bookings: readonly Booking[]) => {
  practice.remember({ ...cleared, bookings: [...bookings] });
  return open();
};

describe('before a dosing session', () => {
  it('what is missing is a list, and the questions open in its place', async () => {
    practice.answerNext(`forms/${readiness.id}`, json(readiness));
    const page = await openWith(dosing(['form', 'escort', 'transport']));
    const words = plain(page.booking(DOSING));
    expect(words).to.contain(en.waitsForAnswers);
    for (const item of ['form', 'escort', 'transport'] as const)
      expect(words).to.contain(`${en.readinessItem[item]}: ${en.readinessState.open}`);
    await page.click(en.readinessOpen);
    const form = page.root.querySelector('kap-intake-form');
    await until(() => plain(form?.shadowRoot).includes(readiness.title ?? ''), 'the questions are there');
    await page.click(en.backToSessions);
    expect(page.title).to.equal(en.sessionsTitle);
    expect(plain(page.focused)).to.equal(en.sessionsTitle);
  });

  it('what the practice has to look at is said in neutral words, with nothing to do', async () => {
    const page = await openWith(dosing(['review']));
    const words = plain(page.booking(DOSING));
    expect(words).to.contain(en.readinessReview);
    expect(words).to.contain(`${en.readinessItem.form}: ${en.readinessState.done}`);
    expect(page.buttons).not.to.include(en.readinessOpen);
  });

  it('says from when on it will ask', async () => {
    const page = await openWith(dosing(['form'], '2026-11-23 09:00'));
    expect(plain(page.booking(DOSING))).to.contain('few questions for you here');
    expect(page.buttons).not.to.include(en.readinessOpen);
  });
});

describe('the quiet hours after a session', () => {
  beforeEach(() => {
    practice.offers({
      safety: { country: 'US', responsePlan: { monitoredHours: 'Weekdays 9 to 5', replyWithin: 'a day' } },
    });
    practice.remember({
      ...cleared,
      bookings: [bookingOf(slotAt('2026-11-27 09:00'), 'confirmed')],
      quietUntil: slotAt('2026-11-23 09:00').start,
    });
  });

  it('let new times and moves wait, and cancelling not', async () => {
    const page = await open();
    expect(page.kind(CONSULTATION)).to.contain(en.waitsQuiet);
    expect(page.radioOf(CONSULTATION)).to.equal(null);
    expect(page.buttons).not.to.include(en.moveSession);
    expect(page.buttons).to.include(en.cancelSession);
    await expect(page.element).to.be.accessible();
  });

  it('let a call be asked for', async () => {
    const page = await open();
    await page.click(en.askForCall);
    await page.answer(en.callPhone, '503 555 0188');
    await page.click(en.askForCall);
    await page.says(en.callAsked.received);
    expect(JSON.parse(practice.submissions[0]?.body ?? '')).to.deep.include({
      kind: 'call-request',
      content: { phone: '503 555 0188' },
    });
  });
});

describe('a personal link', () => {
  const follow = () =>
    history.replaceState(history.state, '', `${location.pathname}${location.search}#kap=${'c'.repeat(43)}`);

  it('that no longer works is a plain sentence, with whom to ask for a new one', async () => {
    practice.link = json({ type: 'kap:gone' }, 410);
    follow();
    const page = await open();
    expect(page.text).to.contain(en.oldLink(PHONE));
  });

  it('that works opens the picker with nothing more to say', async () => {
    practice.care = { ...cleared, bookings: [bookingOf(slotAt('2026-11-27 09:00'), 'confirmed')] };
    follow();
    const page = await open();
    expect(page.words('booking')).to.have.length(1);
    expect(page.text).not.to.contain(en.oldLink(PHONE));
  });
});

describe('two sessions that belong together', () => {
  it('are cancelled both, or only the one', async () => {
    practice.offers({
      sessionKinds: [
        ...Object.values(kinds),
        { id: 'integration', minutes: 60, modes: ['video'], needs: {} },
      ],
      planRules: [{ id: 'integration-after', level: 'block', maxDays: 7 }],
    });
    const both = [
      bookingOf(slotAt('2026-11-25 09:00', { kind: 'dosing', mode: 'in-person' }), 'confirmed'),
      bookingOf(slotAt('2026-11-27 09:00', { kind: 'integration' }), 'confirmed'),
    ];
    const page = await openWith(...both);
    await page.click(en.cancelSession);
    expect(page.buttons).to.include.members([en.cancelBoth, en.cancelOne]);
    await page.click(en.cancelBoth);
    await page.says(en.pickerNotice.cancelled());
    const [sent] = practice.submissions.map(({ body }) => JSON.parse(body) as { act: { cancel: string[] } });
    expect(sent?.act.cancel).to.eql(both.map(({ id }) => id));
  });
});

describe('in a form of the page', () => {
  async function inForm(...bookings: readonly Booking[]) {
    practice.remember({ ...cleared, bookings: [...bookings] });
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const page = await PickerPage.open({ endpoint: practice.endpoint, name: 'sessions', required: '' }, form);
    return { page, form, values: () => new FormData(form).getAll('sessions') };
  }

  it('the value is how many sessions are to come, and how they stand', async () => {
    const { form, values } = await inForm(
      bookingOf(slotAt('2026-11-27 09:00'), 'confirmed'),
      bookingOf(slotAt('2026-11-28 09:00'), 'requested'),
      bookingOf(slotAt('2026-11-29 09:00'), 'cancelled'),
    );
    expect(values()).to.eql(['2', 'requested']);
    expect(form.checkValidity()).to.equal(true);
  });

  it('one is required, and a reset undoes only what was not sent', async () => {
    const { page, form, values } = await inForm();
    expect(values()).to.eql([]);
    expect(page.element.validationMessage).to.equal(en.toBeBooked);
    expect(form.checkValidity()).to.equal(false);
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    form.reset();
    await page.settle();
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
    practice.bookingStatus = 'confirmed';
    await page.choose(CONSULTATION, TUESDAY, '9:00');
    await page.request();
    await page.shows(en.confirmedTitle);
    expect(values()).to.eql(['1', 'confirmed']);
    form.reset();
    expect(form.checkValidity()).to.equal(true);
  });
});

describe('in 280 px', () => {
  it('nothing moves while times come and months go by', async () => {
    place.style.inlineSize = '280px';
    const { answer, letGo } = heldBack(json({ slots: practice.slots }));
    practice.answerNext('availability', answer);
    const page = await open();
    page.radioOf(CONSULTATION)?.click();
    await page.says(en.loading);
    const height = (selector: string) =>
      page.root.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    const before = height('.slots');
    letGo();
    await page.loaded();
    expect(height('.slots')).to.be.closeTo(before, 1);
    const heights = new Set<number>();
    // January 2027 has six rows, February four.
    for (let month = 0; month < 5; month++) {
      heights.add(Math.round(height('.slots')));
      await page.click(en.nextMonth);
      await page.loaded();
    }
    expect([...heights]).to.have.length(1);
  });
});
