import { expect, fixture, html } from '@open-wc/testing';
import type { CareState } from '../../src/domain/practice/care-state.js';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import { OFF_LABEL } from '../support/consent-page.js';
import '../support/define-elements.js';
import { fallbackIn, isSeen, plain, until } from '../support/element-page.js';
import { FakePractice, noConnection } from '../support/fake-practice.js';
import {
  cleared,
  havingSigned,
  HERE,
  inReview,
  kinds,
  slotAt,
  touchConsent,
} from '../support/hazel-house.js';
import { goOnFrom, JourneyPage } from '../support/journey-page.js';
import { CONSULTATION } from '../support/picker-page.js';

const { intake: INTAKE, consent: CONSENT, sessions: SESSIONS } = en.step;
const TUESDAY = 'Tuesday, November 24';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds) });
  practice.slots = [slotAt('2026-11-24 09:00')];
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = (...children: readonly Element[]) =>
  JourneyPage.open({ endpoint: practice.endpoint }, place, ...children);

const openWith = (care: CareState, ...children: readonly Element[]) => {
  practice.remember(care);
  return open(...children);
};

const element = (tag: string): HTMLElement => document.createElement(tag);

/** @throws where the focus is not on the title of an element inside the journey. */
const expectFocusOnTitle = (page: { readonly focused: HTMLElement | null; readonly title: string }) => {
  expect(page.focused?.localName).to.equal('h2');
  expect(plain(page.focused)).to.equal(page.title);
};

describe('the way through', () => {
  it('leads from the history to the consent to the sessions, and the focus along', async function () {
    this.timeout(20_000);
    const page = await open();
    await page.form.shows(INTAKE);
    expect(page.shown).to.eql(['kap-intake-form']);
    await page.form.sendAll();
    await page.form.shows(en.receivedTitle);
    await until(() => page.next.includes(CONSENT), 'the consent is the next step');
    expect(page.current).to.contain(INTAKE);
    expect(page.shown).to.eql(['kap-intake-form']);
    await page.form.settle();

    await goOnFrom(page.form, CONSENT);
    await page.consent.shows(shortConsent.title);
    expect(page.shown).to.eql(['kap-consent']);
    expectFocusOnTitle(page.consent);
    await page.consent.fillInAndSign();
    await page.consent.shows(en.signedTitle);
    await until(() => page.next.includes(SESSIONS), 'the sessions are the next step');
    expect(page.current).to.contain(CONSENT);
    expect(page.shown).to.eql(['kap-consent']);
    await page.consent.settle();

    await goOnFrom(page.consent, SESSIONS);
    await page.picker.shows(en.sessionsTitle);
    expect(page.shown).to.eql(['kap-session-picker']);
    expectFocusOnTitle(page.picker);
    await page.picker.choose(CONSULTATION, TUESDAY, '9:00');
    await page.picker.request();
    await page.picker.shows(en.requestedTitle);
    await until(() => page.step(SESSIONS).includes(`Next: ${CONSULTATION}`), 'the journey names the session');
    const tokens = practice.submissions.map(({ headers }) => headers.get('Authorization'));
    expect(new Set(tokens).size).to.equal(1);
    expect(tokens).to.have.length(3);
  });

  it('leads on once every document is signed, and not before', async () => {
    practice.asksFor(shortConsent, touchConsent);
    practice.remember(inReview);
    const page = await open();
    await page.consent.shows(shortConsent.title);
    await page.consent.fillInAndSign();
    await page.consent.shows(en.signedTitle);
    expect(page.consent.buttons).to.include(en.nextDocument);
    expect(page.consent.buttons).not.to.include(en.goOn(SESSIONS));
    await page.consent.click(en.nextDocument);
    await page.consent.shows(touchConsent.title);
    await page.consent.tick('I may say no to touch.');
    await page.consent.answer(en.fullName, 'Ana Okafor');
    await page.consent.sign();
    await page.consent.shows(en.signedTitle);
    await until(() => page.consent.buttons.includes(en.goOn(SESSIONS)), 'the way on');
    expect(page.consent.buttons).not.to.include(en.nextDocument);
  });

  it('leads on from what was received and signed earlier', async () => {
    const page = await openWith(inReview);
    await page.goTo(INTAKE);
    await page.form.shows(en.beforeTitle);
    await goOnFrom(page.form, CONSENT);
    expect(page.shown).to.eql(['kap-consent']);
  });

  it('is nowhere offered to the step that is on the screen, or where there is no other', async () => {
    practice.asksFor();
    practice.offers({ sessionKinds: [] });
    const page = await openWith(inReview);
    await page.form.shows(en.beforeTitle);
    expect(page.form.buttons.filter((name) => name.startsWith('Go on'))).to.eql([]);
  });
});

describe('a client who comes back', () => {
  const cases: readonly (readonly [string, CareState | undefined, string])[] = [
    ['has sent nothing', undefined, 'kap-intake-form'],
    ['has sent the history', inReview, 'kap-consent'],
    ['has signed', havingSigned(inReview, shortConsent), 'kap-session-picker'],
    [
      'has signed, and the history is missing',
      havingSigned({ ...inReview, intakes: [] }, shortConsent),
      'kap-intake-form',
    ],
    ['has done it all', havingSigned(cleared, shortConsent), 'kap-session-picker'],
  ];
  for (const [what, care, tag] of cases)
    it(`goes on at the first step that is open, where the client ${what}`, async () => {
      const page = care ? await openWith(care) : await open();
      expect(page.shown).to.eql([tag]);
    });

  it('does not have the focus pulled', async () => {
    const page = await openWith(inReview);
    await page.consent.shows(shortConsent.title);
    expect(page.consent.focused).to.equal(null);
  });
});

describe('the links of the steps', () => {
  it('lead back and forth, and nothing that was typed is lost', async () => {
    const page = await open();
    await page.form.shows(INTAKE);
    await page.form.begin();
    await page.form.answer('First name', 'Ana');
    await page.goTo(CONSENT);
    await page.consent.shows(shortConsent.title);
    expectFocusOnTitle(page.consent);
    expect(page.shown).to.eql(['kap-consent']);
    await page.consent.tick(OFF_LABEL);
    await page.consent.answer(en.fullName, 'Ana Okafor');
    await page.goTo(SESSIONS);
    await page.picker.shows(en.sessionsTitle);
    await page.picker.choose(CONSULTATION, TUESDAY, '9:00');
    await page.goTo(INTAKE);
    expect(page.shown).to.eql(['kap-intake-form']);
    expectFocusOnTitle(page.form);
    expect(page.form.answerTo('First name')).to.eql(['Ana']);
    await page.goTo(CONSENT);
    expect(page.consent.box(OFF_LABEL).checked).to.equal(true);
    expect(page.consent.answerTo(en.fullName)).to.eql(['Ana Okafor']);
    await page.goTo(SESSIONS);
    expect(page.picker.time(TUESDAY, '9:00').checked).to.equal(true);
  });

  it('are none for the step on the screen, and for one that has no element', async () => {
    const page = await open();
    expect(page.buttons).to.eql([CONSENT, SESSIONS]);
    await page.goTo(SESSIONS);
    expect(page.buttons).to.eql([INTAKE, CONSENT]);
  });

  it('are those of the elements that the page has put there', async () => {
    const page = await openWith(inReview, element('kap-intake-form'), element('kap-session-picker'));
    expect(page.steps).to.have.length(4);
    expect(page.buttons).to.eql([INTAKE]);
    expect(page.shown).to.eql(['kap-session-picker']);
    await page.goTo(INTAKE);
    await page.form.shows(en.beforeTitle);
    expect(page.form.buttons.filter((name) => name.startsWith('Go on'))).to.eql([]);
  });

  it('are there also for an element that comes later', async () => {
    const page = await openWith(inReview, element('kap-intake-form'));
    await page.form.shows(en.beforeTitle);
    expect(page.buttons).to.eql([]);
    page.element.append(element('kap-consent'));
    await until(() => page.buttons.length > 0, 'the link');
    expect(page.buttons).to.eql([CONSENT]);
    expect(page.shown).to.eql(['kap-intake-form']);
    await until(() => page.form.buttons.includes(en.goOn(CONSENT)), 'the way on');
  });
});

describe('an element of a step that is not on the screen', () => {
  it('asks the practice for nothing', async () => {
    const page = await open();
    await page.form.shows(INTAKE);
    expect(practice.requestsFor('consents/ketamine-therapy')).to.have.length(0);
    expect(practice.requestsFor('availability')).to.have.length(0);
    expect(practice.requests.map(({ path }) => path)).to.eql(['practice']);
    await page.goTo(CONSENT);
    await page.consent.shows(shortConsent.title);
    expect(practice.requestsFor('consents/ketamine-therapy')).to.have.length(1);
  });

  it('counts no text as read before it is shown', async () => {
    const page = await open();
    await page.form.shows(INTAKE);
    practice.itIs('2026-11-22T20:30:00.000Z');
    await page.goTo(CONSENT);
    await page.consent.shows(shortConsent.title);
    await page.consent.fillInAndSign();
    await page.consent.shows(en.signedTitle);
    expect(practice.submissions[0]?.body).to.contain('"shownAt":"2026-11-22T20:30:00.000Z"');
  });
});

describe('two journeys on one page', () => {
  it('are apart: each shows a step of its own', async () => {
    const one = await open();
    const other = await JourneyPage.open({ endpoint: practice.endpoint.replace('practice', 'other') }, place);
    await one.goTo(CONSENT);
    expect([one.shown, other.shown]).to.eql([['kap-consent'], ['kap-intake-form']]);
    await one.consent.shows(shortConsent.title);
    await one.consent.fillInAndSign();
    await one.consent.shows(en.signedTitle);
    await until(() => one.step(CONSENT).includes(en.stepState.done), 'the consent is done');
    expect(other.step(CONSENT)).to.contain(en.stepState.later);
    await other.goTo(SESSIONS);
    expect([one.shown, other.shown]).to.eql([['kap-consent'], ['kap-session-picker']]);
  });
});

describe('a journey that can’t start', () => {
  it('says so once, in the step that would be shown, above the page’s own fallback', async () => {
    practice.profile = noConnection;
    const journey = element('kap-journey');
    journey.setAttribute('endpoint', practice.endpoint);
    const fallback = fallbackIn(journey);
    place.append(journey);
    const page = new JourneyPage(journey as JourneyPage['element']);
    await until(() => isSeen(fallback), 'the fallback');
    await page.settle();
    expect(page.shown).to.eql(['kap-intake-form']);
    await page.form.says(en.failure.unreachable);
    expect(page.all('steps')).to.have.length(0);
  });
});
