import { expect, fixture, html } from '@open-wc/testing';
import readme from '../../README.md?raw';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import { watchedOver } from '../support/check-in.js';
import { COMPLETE_HISTORY } from '../support/complete-history.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, MISS } from '../support/consent-page.js';
import '../support/define-elements.js';
import { until, type ElementPage } from '../support/element-page.js';
import { everyKind } from '../support/every-kind.js';
import {
  busyForLong,
  busyForNow,
  FakePractice,
  heldBack,
  json,
  noConnection,
  slotTaken,
} from '../support/fake-practice.js';
import { control, openForm } from '../support/form-page.js';
import { bookingOf, cleared, HERE, kinds, slotAt } from '../support/hazel-house.js';
import { IntakePage } from '../support/intake-page.js';
import { JourneyPage } from '../support/journey-page.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';
import { QUESTION, SafetyPage } from '../support/safety-page.js';
import { wholeConsent } from '../support/whole-consent.js';

const TUESDAY = 'Tuesday, November 24';

let practice: FakePractice;
let place: HTMLElement;
let seen: Set<string>;

/** A practice of its own for each element, so that each meets a client of its own. */
function openPractice(): void {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds), cancelHours: 48 });
  practice.slots = [slotAt('2026-11-24 09:00'), slotAt('2026-11-24 11:30')];
  place.replaceChildren();
}

beforeEach(async () => {
  place = await fixture(html`<main></main>`);
  seen = new Set();
});

/** Notes every part that an element shows now. */
function look(...pages: readonly ElementPage[]): void {
  for (const { root } of pages)
    for (const element of root.querySelectorAll('[part]')) for (const name of element.part) seen.add(name);
}

/** Names in backticks, in the first column of README's table of parts. */
function partsInReadme(): readonly string[] {
  const theming = readme.slice(readme.indexOf('## How to theme it'));
  const rows = theming.slice(theming.search(/^\| part /m)).split('\n');
  const table = rows.slice(
    2,
    rows.findIndex((row) => !row.startsWith('|')),
  );
  const names = table.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)]);
  return names.map(([, name]) => name ?? '').sort();
}

/** A journey as it begins, and its form from the welcome to the reference. */
async function lookAtForm(): Promise<void> {
  const journey = await JourneyPage.open({ endpoint: practice.endpoint }, place);
  const page = await IntakePage.inside(journey.element);
  const { answer, letGo } = heldBack(practice.keeps);
  practice.answerSubmissions(busyForNow, busyForLong, answer);
  look(journey, page);
  await page.begin();
  await page.click(en.topics);
  look(page);
  await page.click('About you');
  for (const topic of Object.keys(COMPLETE_HISTORY)) {
    expect(page.title).to.equal(topic);
    await page.continue();
    look(page);
    await page.fillTopic();
    if (topic === 'Medicines and allergies') {
      await page.answer('Do you take any medicine now?', 'Yes');
      look(page);
      await page.answer('Do you take any medicine now?', 'No');
    }
    await page.continue();
  }
  look(page);
  await page.click(page.sendButton);
  await page.shows(en.notSentTitle);
  look(page);
  await page.click(en.tryAgain);
  look(page);
  letGo();
  await page.shows(en.receivedTitle);
  await until(() => journey.all('done').length > 0, 'a step is done');
  await until(() => page.buttons.includes(en.goOn(en.step.consent)), 'the way on');
  look(journey, page);
}

/** Every kind of question, with suggestions. */
async function lookAtKinds(): Promise<void> {
  const page = await openForm(everyKind, practice, place);
  control(page, 'Which medicine?').focus();
  await press('ArrowDown');
  look(page);
}

/** A consent from its first reading to the reference, with everything missing, missed, not confirmed and refused. */
async function lookAtConsent(): Promise<void> {
  practice.answerSubmissions(busyForLong, json({}, 403));
  const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
  look(page);
  await page.check(DRIVING, MISS);
  await page.sign();
  look(page);
  await page.fillInAndSign();
  look(page);
  await page.shows(en.notSentTitle);
  look(page);
  await page.click(en.tryAgain);
  await page.shows(en.refusedTitle);
  look(page);
  await page.click(en.tryAgain);
  await page.shows(en.signedTitle);
  look(page);
  look(await ConsentPage.open({ endpoint: practice.endpoint }, place, en.signedTitle));
}

/** A picker with kinds open and locked, a month, times, what is missing, taken, not confirmed and requested. */
async function lookAtPicker(): Promise<void> {
  practice.remember({
    ...cleared,
    bookings: (['requested', 'confirmed', 'on-hold', 'cancelled', 'completed'] as const).map((status) => ({
      ...bookingOf(slotAt('2026-11-27 09:00'), status),
      readiness: {
        form: { id: 'readiness', version: '1.0.0' },
        from: slotAt('2026-11-20 09:00').start,
        until: slotAt('2026-11-26 09:00').start,
        missing: ['escort', 'review'],
      },
    })),
  });
  practice.offers({ planRules: [{ id: 'notice', level: 'block', hours: 24 }] });
  practice.slots = [slotAt('2026-11-23 08:00'), ...practice.slots];
  const page = await PickerPage.open({ endpoint: practice.endpoint }, place);
  look(page);
  practice.answerNext('availability', noConnection, noConnection, noConnection);
  await page.chooseKind(CONSULTATION);
  look(page);
  await page.click(en.tryAgain);
  await page.loaded();
  await page.request();
  look(page);
  await page.chooseDay(TUESDAY);
  look(page);
  await page.chooseTime(TUESDAY, '9:00');
  look(page);
  practice.answerSubmissions(slotTaken(...practice.slots), busyForLong, json({}, 403));
  await page.request();
  await page.shows(en.sessionsTitle);
  await page.loaded();
  look(page);
  await page.chooseTime(en.nearest, TUESDAY);
  await page.request();
  await page.shows(en.notSentTitle);
  look(page);
  await page.click(en.tryAgain);
  await page.shows(en.refusedTitle);
  look(page);
  await page.click(en.tryAgain);
  await page.shows(en.requestedTitle);
  look(page);
}

/** A consent with everything that one can hold, and a signature to draw. */
async function lookAtWholeConsent(): Promise<void> {
  practice.asksFor(wholeConsent);
  const page = await ConsentPage.open({ endpoint: practice.endpoint }, place, wholeConsent.title);
  await page.draws();
  look(page);
}

/** A form whose answers can say that somebody is not safe. */
async function lookAtSafety(): Promise<void> {
  practice.offers({ safety: watchedOver });
  const page = await SafetyPage.atMood(practice, place);
  await page.answer(QUESTION, 'Some days');
  look(page);
}

describe('the parts', () => {
  it('that README lists are those that all four elements render, no more and no fewer', async function () {
    this.timeout(40_000);
    for (const lookAt of [
      lookAtForm,
      lookAtKinds,
      lookAtConsent,
      lookAtWholeConsent,
      lookAtPicker,
      lookAtSafety,
    ]) {
      openPractice();
      await lookAt().finally(() => practice.close());
    }
    expect([...seen].sort()).to.eql(partsInReadme());
  });
});
