import { expect, fixture, html } from '@open-wc/testing';
import type { CareState } from '../../src/domain/practice/care-state.js';
import { dateIn } from '../../src/domain/scheduling/zone.js';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import '../support/define-elements.js';
import { fallbackIn, isSeen, placed, plain } from '../support/element-page.js';
import { captivePortal, FakePractice, heldBack, json, noConnection } from '../support/fake-practice.js';
import { cleared, havingSigned, HERE, inReview, kinds, NOW, PHONE, slotAt } from '../support/hazel-house.js';
import { CONSULTATION, PickerPage } from '../support/picker-page.js';

const TUESDAY = 'Tuesday, November 24';
const PREPARATION = en.kind.preparation;
const DOSING = 'Ketamine session';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds) });
  practice.slots = [slotAt('2026-11-24 09:00'), slotAt('2026-11-24 09:00', { kind: 'preparation' })];
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = (more: Readonly<Record<string, string>> = {}) =>
  PickerPage.open({ endpoint: practice.endpoint, ...more }, place);

describe('the kinds of session', () => {
  it('are all in sight, each with its length and how it is held, and none is chosen', async () => {
    const page = await open();
    expect(page.kind(CONSULTATION)).to.equal(`${CONSULTATION} 60 minutes, by video`);
    expect(page.kind(PREPARATION)).to.contain('60 minutes, in person or by video');
    expect(page.kind(DOSING)).to.contain('180 minutes, in person');
    expect(page.root.querySelectorAll(':checked')).to.have.length(0);
    expect(page.all('month')).to.have.length(0);
    expect(page.buttons).not.to.include(en.requestTime);
  });

  it('stay open where they need nothing', async () => {
    const page = await open();
    expect(page.radioOf(CONSULTATION)).not.to.equal(null);
  });

  const clearedAndSigned = havingSigned(cleared, shortConsent);
  const withClearance = (status: CareState['clearance']['status'], care = clearedAndSigned): CareState => ({
    ...care,
    clearance: { status },
  });
  const cases: readonly (readonly [string, CareState | undefined, readonly string[]])[] = [
    ['nobody knows the client', undefined, [en.opensWhenCleared, en.opensWhenSigned]],
    ['the history is being read', havingSigned(inReview, shortConsent), [en.opensWhenCleared]],
    ['clearance is on hold', withClearance('on-hold'), [en.clearance['on-hold']]],
    ['the practice wants to talk first', withClearance('talk-to-us'), [en.clearance['talk-to-us']]],
    ['clearance has run out', withClearance('expired'), [en.clearance.expired]],
    ['the consent is not signed', cleared, [en.opensWhenSigned]],
    ['neither is there', inReview, [en.opensWhenCleared, en.opensWhenSigned]],
    [
      'the consent was signed in an older version',
      havingSigned(cleared, { ...shortConsent, version: '2025-01' }),
      [en.opensWhenSigned],
    ],
  ];
  for (const [what, care, reasons] of cases)
    it(`are locked with the reason in a sentence where ${what}`, async () => {
      if (care) practice.remember(care);
      const page = await open();
      expect(page.kind(DOSING)).to.equal(`${DOSING} 180 minutes, in person ${reasons.join(' ')}`);
      expect(page.radioOf(DOSING)).to.equal(null);
      expect(page.radioOf(CONSULTATION)).not.to.equal(null);
    });

  it('say of a client who is cleared, with no session left, nothing that is not so', async () => {
    practice.remember({ ...clearedAndSigned, clearance: { status: 'cleared', dosingLeft: 0 } });
    const page = await open();
    expect(page.radioOf(DOSING)).to.equal(null);
    expect(page.kind(DOSING)).not.to.contain(en.opensWhenCleared);
  });

  it('open for a client who is cleared and has signed', async () => {
    practice.remember(clearedAndSigned);
    const page = await open();
    expect(page.all('locked')).to.have.length(0);
    expect(page.kind(DOSING)).to.equal(`${DOSING} 180 minutes, in person`);
  });

  it('can be fewer on one page, in the practice’s order, and others from now on', async () => {
    const page = await open({ kinds: 'dosing  consultation' });
    expect(page.kinds).to.eql([CONSULTATION, DOSING]);
    page.element.kinds = 'preparation';
    await page.settle();
    expect(page.kinds).to.eql([PREPARATION]);
  });
});

describe('choosing a kind', () => {
  it('loads its times from today on, under the client’s care token', async () => {
    practice.remember(cleared);
    const page = await open();
    await page.chooseKind(PREPARATION);
    const [asked] = practice.requestsFor('availability');
    const search = new URL(asked?.url ?? '').searchParams;
    expect(search.get('kind')).to.equal('preparation');
    expect(search.get('from')).to.equal(dateIn(HERE, Date.parse(NOW)));
    expect(asked?.headers.get('Authorization')).to.equal(`Bearer ${'a'.repeat(43)}`);
    expect(page.openDays).to.eql([`${TUESDAY}, 1 time`]);
  });

  it('shows that it is under way, at the height that the month will have', async () => {
    const { answer, letGo } = heldBack(json({ slots: practice.slots.slice(0, 1) }));
    practice.answerNext('availability', answer);
    const page = await open();
    page.radioOf(CONSULTATION)?.click();
    await page.settle();
    const height = () => page.all('month')[0]?.getBoundingClientRect().height ?? 0;
    expect(plain(page.all('month')[0])).to.equal(en.loading);
    const before = height();
    letGo();
    await page.loaded();
    expect(height()).to.be.closeTo(before, 1);
  });

  it('shows the times of the kind chosen last, whatever comes in first', async () => {
    practice.remember(cleared);
    const late = heldBack(json({ slots: [slotAt('2026-11-25 09:00')] }));
    practice.answerNext('availability', late.answer);
    const page = await open();
    page.radioOf(CONSULTATION)?.click();
    await page.settle();
    await page.chooseKind(PREPARATION);
    late.letGo();
    await page.settle();
    await page.chooseDay(TUESDAY);
    expect(page.openDays).to.eql([`${TUESDAY}, 1 time`]);
  });

  it('says whom to ask where no times are free', async () => {
    practice.slots = [];
    const page = await open();
    await page.chooseKind(CONSULTATION);
    expect(page.text).to.contain(en.noTimes(PHONE));
    expect(page.all('day')).to.have.length(0);
  });

  for (const [what, answers] of [
    ['nobody answers', [noConnection, noConnection, noConnection]],
    ['it is refused', [json({ type: 'kap:not-allowed' }, 403)]],
    ['a web page answers', [captivePortal]],
  ] as const)
    it(`says so where the times can’t be read, keeps the choice, and tries again: ${what}`, async () => {
      practice.answerNext('availability', ...answers);
      const page = await open();
      await page.chooseKind(CONSULTATION);
      await page.says(en.timesUnknown);
      expect(page.radioOf(CONSULTATION)?.checked).to.equal(true);
      await page.answer(en.yourName, 'Ana Okafor');
      await page.click(en.tryAgain);
      await page.loaded();
      expect(page.openDays).to.eql([`${TUESDAY}, 1 time`]);
      expect(page.radioOf(CONSULTATION)?.checked).to.equal(true);
      expect(page.answerTo(en.yourName)).to.eql(['Ana Okafor']);
    });
});

describe('where sessions can’t be booked', () => {
  const expectOneSentence = async (attributes: Readonly<Record<string, string>>) => {
    const page = new PickerPage(placed('kap-session-picker', attributes, place));
    const fallback = fallbackIn(page.element);
    await page.says(en.noBooking);
    expect(page.text).to.equal(en.noBooking);
    expect(isSeen(fallback)).to.equal(true);
    expect(practice.requestsFor('availability')).to.have.length(0);
    await expect(page.element).to.be.accessible();
  };

  it('is one plain sentence and the fallback, for a practice with a webhook', () =>
    expectOneSentence({
      action: `${practice.endpoint}submissions`,
      config: `${practice.endpoint}practice`,
    }));

  it('is the same for a practice that offers none', () => {
    practice.offers({ sessionKinds: [] });
    return expectOneSentence({ endpoint: practice.endpoint });
  });

  it('is the same where the page asks for none that the practice has', () =>
    expectOneSentence({ endpoint: practice.endpoint, kinds: 'follow-up' }));
});
