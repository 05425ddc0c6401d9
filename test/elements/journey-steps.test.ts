import { expect, fixture, html } from '@open-wc/testing';
import type { CareState } from '../../src/domain/practice/care-state.js';
import { en } from '../support/words.js';
import { instantInWords } from '../../src/locale/format.js';
import { shortConsent } from '../support/consent-document.js';
import '../support/define-elements.js';
import { placed, plain } from '../support/element-page.js';
import { FakePractice, heldBack } from '../support/fake-practice.js';
import { bookingOf, cleared, havingSigned, HERE, inReview, kinds, slotAt } from '../support/hazel-house.js';
import { JourneyPage } from '../support/journey-page.js';

const { intake: INTAKE, consent: CONSENT, review: REVIEW, sessions: SESSIONS } = en.step;

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  practice.offers({ timeZone: HERE, sessionKinds: Object.values(kinds) });
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => JourneyPage.open({ endpoint: practice.endpoint }, place);

const openWith = (care: CareState) => {
  practice.remember(care);
  return open();
};

const said = (title: string, state: string, ...details: readonly string[]) =>
  [title, `(${state})`, ...details].join(' ');

describe('the steps', () => {
  it('begin with the health history, and say what could be booked already', async () => {
    const page = await open();
    expect(page.steps).to.eql([
      said(INTAKE, en.stepState.now),
      said(CONSENT, en.stepState.later),
      said(REVIEW, en.stepState.later),
      said(SESSIONS, en.stepState.later, en.canBeBooked(en.kind.consultation)),
    ]);
    expect(page.current).to.equal(said(INTAKE, en.stepState.now));
    expect(page.root.querySelector('section')?.ariaLabel).to.equal(en.stepsLabel);
  });

  it('say that the history is being read, and when the client hears of it', async () => {
    const page = await openWith(inReview);
    expect(page.steps.slice(0, 3)).to.eql([
      said(INTAKE, en.stepState.done),
      said(CONSENT, en.stepState.now),
      said(REVIEW, en.stepState.waiting, en.clearance['in-review'], en.reviewTime('two working days')),
    ]);
    expect(page.current).to.equal(said(CONSENT, en.stepState.now));
  });

  for (const status of ['on-hold', 'talk-to-us', 'expired'] as const)
    it(`say what a clearance that is ${status} means`, async () => {
      const page = await openWith({ ...inReview, clearance: { status } });
      expect(page.step(REVIEW)).to.equal(said(REVIEW, en.stepState.waiting, en.clearance[status]));
    });

  it('say that the client is cleared, until when, and what the practice writes, as text', async () => {
    const page = await openWith({
      ...havingSigned(inReview, shortConsent),
      clearance: { status: 'cleared', validUntil: '2027-02-01T12:00:00Z', message: 'See <b>you</b> soon.' },
    });
    const until = plain(document.createTextNode(instantInWords('2027-02-01T12:00:00Z', 'en')));
    expect(page.step(REVIEW)).to.equal(
      said(
        REVIEW,
        en.stepState.done,
        en.clearance.cleared,
        en.clearedUntil(until),
        en.fromPractice('See <b>you</b> soon.'),
      ),
    );
    expect(page.root.querySelectorAll('b')).to.have.length(0);
    expect(page.current).to.contain(SESSIONS);
  });

  it('name all that can be booked once the client is cleared and has signed', async () => {
    const page = await openWith(havingSigned(cleared, shortConsent));
    expect(page.step(SESSIONS)).to.equal(
      said(SESSIONS, en.stepState.now, en.canBeBooked('Consultation, Preparation, and Ketamine session')),
    );
  });

  it('name the session that comes next, when it is and how it stands', async () => {
    const [past, next, after, off] = [
      bookingOf(slotAt('2026-11-20 09:00'), 'completed'),
      bookingOf(slotAt('2026-11-26 09:00'), 'confirmed'),
      bookingOf(slotAt('2026-11-27 09:00')),
      bookingOf(slotAt('2026-11-25 09:00'), 'cancelled'),
    ];
    const page = await openWith({ ...cleared, bookings: [after, past, next, off] });
    expect(page.step(SESSIONS)).to.match(
      /Next: Consultation, Thursday, November 26, 2026, 9:00 – 10:00 AM, .+: confirmed$/,
    );
  });

  for (const theme of ['light', 'dark'])
    it(`can be used by everybody, with all that there is to say: ${theme}`, async () => {
      practice.remember({
        ...havingSigned(inReview, shortConsent),
        clearance: { status: 'cleared', validUntil: '2027-02-01T12:00:00Z', message: 'See you soon.' },
        bookings: [bookingOf(slotAt('2026-11-26 09:00'))],
      });
      const page = await JourneyPage.open({ endpoint: practice.endpoint, theme }, place);
      await page.picker.shows(en.sessionsTitle);
      await expect(page.element).to.be.accessible();
      await page.goTo(INTAKE);
      await page.form.shows(en.beforeTitle);
      await expect(page.element).to.be.accessible();
    });

  it('ask for the consent again when there is a new version of it', async () => {
    const page = await openWith(havingSigned(cleared, { ...shortConsent, version: '2025-01' }));
    expect(page.current).to.equal(said(CONSENT, en.stepState.now));
  });

  it('have none for a consent where the practice asks for none', async () => {
    practice.asksFor();
    const page = await open();
    expect(page.steps).to.have.length(3);
    expect(page.text).not.to.contain(CONSENT);
  });

  it('have none for sessions where the practice offers none', async () => {
    practice.offers({ sessionKinds: [] });
    const page = await openWith(havingSigned(inReview, shortConsent));
    expect(page.steps).to.have.length(3);
    expect(page.text).not.to.contain(SESSIONS);
    expect(page.next).to.equal('');
    expect(page.current).to.equal(said(CONSENT, en.stepState.done));
  });

  it('keep their place, and are not seen, until it is known where the client is', async () => {
    const { answer, letGo } = heldBack(practice.profile);
    practice.answerNext('practice', answer);
    const journey = placed('kap-journey', { endpoint: practice.endpoint }, place);
    const page = new JourneyPage(journey);
    await page.settle();
    const [steps] = page.all('steps');
    if (!steps) throw new Error('There are no steps.');
    expect(getComputedStyle(steps).visibility).to.equal('hidden');
    expect(steps.getBoundingClientRect().height).to.be.above(0);
    letGo();
    await page.says(en.canBeBooked(en.kind.consultation));
    const [shown] = page.all('steps');
    expect(shown && getComputedStyle(shown).visibility).to.equal('visible');
  });
});

describe('a personal link', () => {
  const CODE = 'abcdefghijklmnop';

  /** Opens the page as a client does who was sent a link. */
  async function openByLink(): Promise<JourneyPage> {
    history.replaceState(history.state, '', `${location.pathname}${location.search}#kap=${CODE}`);
    return open();
  }

  it('brings the client back to where they were, says so, and is gone from the address', async () => {
    practice.care = inReview;
    const page = await openByLink();
    expect(page.words('notice')).to.eql([en.linkOpened]);
    expect(page.current).to.contain(CONSENT);
    expect(location.hash).to.equal('');
    const [asked] = practice.requestsFor('care/session');
    expect(JSON.parse(asked?.body ?? '')).to.eql({ code: CODE });
  });

  it('that is no good is told so, and the client can begin all the same', async () => {
    practice.link = () => new Response(null, { status: 404 });
    const page = await openByLink();
    expect(page.words('notice')).to.eql([en.linkRefused]);
    await page.form.shows(INTAKE);
    await page.form.begin();
    expect(location.hash).to.equal('');
  });

  it('is not spoken of where there was none', async () => {
    expect((await open()).all('notice')).to.have.length(0);
  });
});
