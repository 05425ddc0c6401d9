import { expect, fixture, html } from '@open-wc/testing';
import { KapConsent } from '../../src/elements/kap-consent/kap-consent.js';
import { en } from '../support/words.js';
import { instantInWords } from '../../src/locale/format.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, NOT_DRIVING, OFF_LABEL } from '../support/consent-page.js';
import '../support/define-elements.js';
import { asksBeforeLeaving, fallbackIn, isSeen, placed, plain } from '../support/element-page.js';
import {
  busyForLong,
  captivePortal,
  consentIn,
  FakePractice,
  json,
  noConnection,
  type Answer,
} from '../support/fake-practice.js';
import { asking, havingSigned, inReview, NOW, REFERENCE, touchConsent } from '../support/hazel-house.js';

const MAY_SAY_NO = 'I may say no to touch.';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent, touchConsent);
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

type Attributes = Readonly<Record<string, string>>;

const open = (more: Attributes = {}, title?: string) =>
  ConsentPage.open({ endpoint: practice.endpoint, ...more }, place, title);

async function signTouch(page: ConsentPage): Promise<void> {
  await page.tick(MAY_SAY_NO);
  await page.answer(en.fullName, 'Ana Okafor');
  await page.sign();
  await page.shows(en.signedTitle);
}

const signedDocuments = () => practice.submissions.map((request) => consentIn(request).act.document.id);

describe('the documents of a practice', () => {
  it('come one after the other, in its order, until there is nothing to sign', async () => {
    const page = await open();
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    await page.click(en.nextDocument);
    await page.shows(touchConsent.title);
    expect(plain(page.focused)).to.equal(touchConsent.title);
    expect(page.given).to.have.length(0);
    expect(page.answerTo(en.fullName)).to.eql(['']);
    await signTouch(page);
    expect(page.buttons).not.to.include(en.nextDocument);
    expect(signedDocuments()).to.eql(['ketamine-therapy', 'touch']);
  });

  it('are asked of a client whom the practice knows from where they stopped', async () => {
    practice.remember(havingSigned(inReview, shortConsent));
    const page = await open({}, touchConsent.title);
    expect(page.text).to.contain('A hand on yours, if you ask.');
  });

  it('are asked again when their version is a new one', async () => {
    practice.remember(havingSigned(inReview, { ...shortConsent, version: '2025-01' }, touchConsent));
    const page = await open();
    expect(page.text).to.contain(en.consentIntro('2026-11'));
  });

  it('are all signed: each is listed with its version, when and its reference', async () => {
    practice.remember(havingSigned(inReview, shortConsent, touchConsent));
    const page = await open({}, en.signedTitle);
    for (const { title } of [shortConsent, touchConsent])
      expect(page.text).to.contain(
        `${title}. ${en.version('2026-11')}. ${instantInWords(NOW, 'en').replace(/\s+/g, ' ')}`,
      );
    expect(page.words('reference')).to.eql([REFERENCE, REFERENCE]);
    expect(page.text).to.contain(en.withdraw);
    expect(page.root.querySelectorAll('input')).to.have.length(0);
  });

  it('are none: there is nothing to sign, and whom to call', async () => {
    practice.asksFor();
    const page = await open({}, en.nothingToSign);
    expect(page.root.querySelectorAll('input')).to.have.length(0);
    expect(page.all('help')).to.have.length(1);
    expect(page.text).not.to.contain(en.withdraw);
  });
});

describe('a document named by the page', () => {
  it('is the one that is asked for, and no other comes after it', async () => {
    const page = await open({ document: 'touch' }, touchConsent.title);
    await signTouch(page);
    expect(page.buttons).not.to.include(en.nextDocument);
    expect(signedDocuments()).to.eql(['touch']);
  });

  it('is not asked for again once it has been signed', async () => {
    practice.remember(havingSigned(inReview, touchConsent));
    const page = await open({ document: 'touch' }, en.signedTitle);
    expect(page.text).to.contain(touchConsent.title);
    expect(page.words('reference')).to.eql([REFERENCE]);
    expect(practice.requestsFor('consents/touch')).to.have.length(0);
  });

  it('can be one that the practice has without asking everybody for it', async () => {
    practice.offers(asking(shortConsent));
    const page = await open({ document: 'touch' }, touchConsent.title);
    await signTouch(page);
  });

  it('can be another one from now on', async () => {
    const page = await open({ document: 'touch' }, touchConsent.title);
    page.element.document = shortConsent.id;
    await page.shows(shortConsent.title);
    page.element.removeAttribute('document');
    page.element.setAttribute('document', 'touch');
    await page.shows(touchConsent.title);
  });
});

describe('a document that can’t be opened', () => {
  const twice = { ...shortConsent, blocks: [...shortConsent.blocks, ...shortConsent.blocks] };
  const cases: readonly (readonly [string, readonly Answer[], string])[] = [
    ['nobody answers', [noConnection, noConnection, noConnection], en.failure.unreachable],
    ['there is none', [json({ type: 'kap:not-found' }, 404)], en.failure.refused],
    ['a web page answers', [captivePortal], en.failure['not-understood']],
    ['two passages have one name', [json(twice)], en.failure['not-understood']],
  ];
  for (const [what, answers, sentence] of cases)
    it(`is one sentence with the fallback below, and is opened by Try again: ${what}`, async () => {
      practice.answerNext('consents/ketamine-therapy', ...answers);
      const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint }, place));
      const fallback = fallbackIn(page.element);
      await page.says(sentence);
      expect(isSeen(fallback)).to.equal(true);
      expect(page.buttons).to.eql([en.tryAgain]);
      await page.click(en.tryAgain);
      await page.shows(shortConsent.title);
      expect(isSeen(fallback)).to.equal(false);
      expect(plain(page.focused)).to.equal(shortConsent.title);
    });

  it('is told with the practice that can’t be reached', async () => {
    practice.profile = noConnection;
    const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint }, place));
    const fallback = fallbackIn(page.element);
    await page.says(en.failure.unreachable);
    expect(isSeen(fallback)).to.equal(true);
  });
});

describe('a practice with a webhook', () => {
  it('gets the document from where its profile says, and what is signed is called sent', async () => {
    const config = `${practice.endpoint}practice`;
    const consents = (asking(shortConsent).consents ?? []).map((consent) => ({
      ...consent,
      url: `${practice.endpoint}consents/ketamine-therapy`,
    }));
    practice.offers({ consents });
    const action = `${practice.endpoint}submissions`;
    const page = await ConsentPage.open({ action, config }, place);
    await page.fillInAndSign();
    await page.shows(en.sentTitle);
    expect(page.text).not.to.contain(en.signedTitle);
    expect(page.text).to.contain(en.signedBody(shortConsent.title, undefined));
    expect(page.all('reference')).to.have.length(0);
    expect(practice.submissions[0]?.headers.get('Authorization')).to.equal(null);
  });
});

describe('two consents on one page', () => {
  it('do not touch each other', async () => {
    const [one, other] = [await open(), await open()];
    await one.tick(OFF_LABEL);
    await one.answer(DRIVING, 'After an hour');
    await one.answer(en.fullName, 'Ana Okafor');
    expect(other.box(OFF_LABEL).checked).to.equal(false);
    expect(other.answerTo(DRIVING)).to.eql([]);
    await other.tick(NOT_DRIVING);
    await other.answer(DRIVING, 'The same evening');
    expect(one.box(NOT_DRIVING).checked).to.equal(false);
    expect(one.answerTo(DRIVING)).to.eql(['After an hour']);
    await one.sign();
    expect(other.errors).to.eql([]);
    expect(other.answerTo(en.fullName)).to.eql(['']);
  });

  it('are one client to the practice, which is asked once who it is', async () => {
    const one = await open();
    const other = await open({ document: 'touch' }, touchConsent.title);
    expect(practice.requestsFor('practice')).to.have.length(1);
    await one.fillInAndSign();
    await one.shows(en.signedTitle);
    await signTouch(other);
    const [first, second] = practice.submissions.map(({ headers }) => headers.get('Authorization'));
    expect(second).to.equal(first);
  });
});

describe('a consent', () => {
  it('takes properties that were set before it was defined', async () => {
    const early = document.createElement('kap-early-consent') as KapConsent;
    early.endpoint = practice.endpoint;
    early.document = 'touch';
    early.theme = 'dark';
    place.append(early);
    customElements.define('kap-early-consent', class extends KapConsent {});
    const page = new ConsentPage(early);
    await page.shows(touchConsent.title);
    expect(early).to.have.attribute('theme', 'dark');
  });

  it('keeps what was ticked and typed when it is taken out and put back', async () => {
    const page = await open();
    await page.fillIn();
    page.element.remove();
    place.append(page.element);
    await page.settle();
    expect(page.box(OFF_LABEL).checked).to.equal(true);
    expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
    await page.sign();
    await page.shows(en.signedTitle);
  });

  it('asks before the page goes away only while something on it has not been sent', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    expect(asksBeforeLeaving()).to.equal(false);
    await page.answer(en.fullName, 'A');
    expect(asksBeforeLeaving()).to.equal(true);
    await page.answer(en.fullName, '');
    expect(asksBeforeLeaving()).to.equal(false);
    await page.tick(OFF_LABEL);
    expect(asksBeforeLeaving()).to.equal(true);
    await page.tick(OFF_LABEL);
    await page.fillInAndSign();
    await page.shows(en.notSentTitle);
    expect(asksBeforeLeaving()).to.equal(true);
    await page.click(en.tryAgain);
    await page.shows(en.signedTitle);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('asks about nothing once it is gone', async () => {
    const page = await open();
    await page.fillIn();
    page.element.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('shows its state to style sheets', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    const isIn = (state: string) => page.element.matches(`:state(${state})`);
    expect(isIn('reading')).to.equal(true);
    await page.fillInAndSign();
    await page.shows(en.notSentTitle);
    expect([isIn('not-sent'), isIn('reading')]).to.eql([true, false]);
    await page.click(en.tryAgain);
    await page.shows(en.signedTitle);
    expect(isIn('signed')).to.equal(true);
  });
});
