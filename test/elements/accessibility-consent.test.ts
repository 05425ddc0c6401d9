import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import { shortConsent } from '../support/consent-document.js';
import {
  ConsentPage,
  DRIVING,
  MISS,
  NOT_DRIVING,
  OFF_LABEL,
  OTHER_MISS,
  RIGHT,
} from '../support/consent-page.js';
import '../support/define-elements.js';
import { placed, plain, until } from '../support/element-page.js';
import { busyForLong, FakePractice, heldBack, json, noConnection } from '../support/fake-practice.js';
import { havingSigned, inReview, touchConsent } from '../support/hazel-house.js';
import { placed as opened } from '../support/placed.js';
import { wholeConsent } from '../support/whole-consent.js';
import { answerByKeyboard, pressButton, tabTo } from '../support/keyboard.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent, touchConsent);
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const isAccessible = (page: ConsentPage) => expect(page.element).to.be.accessible();

for (const theme of ['light', 'dark'])
  describe(`everybody can use the ${theme} consent`, () => {
    const open = (title?: string) => ConsentPage.open({ endpoint: practice.endpoint, theme }, place, title);

    it('while it is read, missed, explained and gone over together', async () => {
      const page = await open();
      await isAccessible(page);
      await page.check(DRIVING, MISS);
      await isAccessible(page);
      await page.check(DRIVING, OTHER_MISS);
      await isAccessible(page);
    });

    it('with its contents, its sources, a word that is explained, and choices to make', async () => {
      practice.asksFor(wholeConsent);
      const page = await open(wholeConsent.title);
      for (const details of page.root.querySelectorAll('details')) details.open = true;
      page.terms[0]?.click();
      await opened(page);
      await isAccessible(page);
      await page.sign();
      await isAccessible(page);
    });

    it('with a signature to draw, for somebody else', async () => {
      const page = await open();
      await page.tick(en.signForOther);
      await page.answer(en.authorityLabel, en.somethingElse);
      await page.draws();
      await isAccessible(page);
      await page.sign();
      await isAccessible(page);
      await page.stroke([0.2, 0.5], [0.8, 0.5]);
      await isAccessible(page);
    });

    it('with everything that is missing', async () => {
      const page = await open();
      await page.sign();
      expect(page.all('error-summary')).to.have.length(1);
      await isAccessible(page);
    });

    it('with everything done', async () => {
      const page = await open();
      await page.fillIn();
      await isAccessible(page);
    });

    it('while it is sent, in trouble, not confirmed, refused and signed', async () => {
      const first = heldBack(noConnection);
      const then = heldBack(busyForLong);
      practice.answerSubmissions(first.answer, then.answer, json({}, 403));
      const page = await open();
      await page.fillInAndSign();
      await isAccessible(page);
      first.letGo();
      await page.says(en.trouble.network);
      await isAccessible(page);
      then.letGo();
      await page.shows(en.notSentTitle);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.shows(en.refusedTitle);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.shows(en.signedTitle);
      await isAccessible(page);
    });

    it('when its text has changed meanwhile', async () => {
      const outdated = { type: 'kap:invalid', errors: [{ pointer: '/act/document', code: 'not-published' }] };
      practice.answerSubmissions(json(outdated, 422));
      const page = await open();
      await page.fillIn();
      practice.asksFor({ ...shortConsent, version: '2026-12' });
      await page.sign();
      await page.says(en.newText);
      await isAccessible(page);
    });

    it('when there is nothing to sign, or all is signed', async () => {
      practice.remember(havingSigned(inReview, shortConsent, touchConsent));
      await isAccessible(await open(en.signedTitle));
    });

    it('when there is nothing to sign', async () => {
      practice.asksFor();
      await isAccessible(await open(en.nothingToSign));
    });

    it('while it is loaded, and when it can’t be', async () => {
      const { answer, letGo } = heldBack(json({ type: 'kap:not-found' }, 404));
      practice.answerNext('consents/ketamine-therapy', answer);
      const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint, theme }, place));
      await until(() => practice.requestsFor('consents/ketamine-therapy').length > 0, 'the question');
      await page.says(en.loading);
      await isAccessible(page);
      letGo();
      await page.says(en.failure.refused);
      await isAccessible(page);
    });
  });

/** Ticks a sentence with the keyboard alone. */
async function tickByKeyboard(page: ConsentPage, sentence: string): Promise<void> {
  const box = page.box(sentence);
  await tabTo(page, (focused) => focused === box);
  await press(' ');
  await page.settle();
}

describe('with the keyboard alone', () => {
  it('a document is read, answered, signed and sent, and the next one opened', async () => {
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    await tickByKeyboard(page, OFF_LABEL);
    await answerByKeyboard(page, DRIVING, [MISS]);
    await pressButton(page, en.checkAnswer);
    expect(plain(page.focused)).to.contain(en.checked.explained);
    await press('Shift+Tab', 'Shift+Tab');
    await answerByKeyboard(page, DRIVING, [RIGHT]);
    await pressButton(page, en.checkAnswer);
    expect(plain(page.focused)).to.contain(en.checked.right);
    await tickByKeyboard(page, NOT_DRIVING);
    await answerByKeyboard(page, en.fullName, ['Ana Okafor']);
    await pressButton(page, en.sign);
    await page.shows(en.signedTitle);
    expect(plain(page.focused)).to.equal(en.signedTitle);
    expect(practice.submissions).to.have.length(1);
    await pressButton(page, en.nextDocument);
    await page.shows(touchConsent.title);
    expect(plain(page.focused)).to.equal(touchConsent.title);
  });

  it('a line of what is missing leads to its place, which can be mended at once', async () => {
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    await pressButton(page, en.sign);
    await pressButton(page, en.signingIn('Going home', en.signing['not-acknowledged']));
    page.expectFocusOn(page.box(NOT_DRIVING));
    await press(' ');
    await page.settle();
    expect(page.box(NOT_DRIVING).checked).to.equal(true);
    expect(page.errorBeside(NOT_DRIVING)).to.equal('');
  });

  it('an answered question is passed by', async () => {
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    await page.check(DRIVING, RIGHT);
    const stops = new Set<string>();
    page.box(OFF_LABEL).focus();
    while (page.focused !== page.inputs(en.fullName)[0]) {
      stops.add(page.focused?.getAttribute('type') ?? '');
      await press('Tab');
    }
    expect([...stops]).to.eql(['checkbox']);
  });
});

describe('a passage', () => {
  it('has a heading of its own, so that a reader can go from one to the next', async () => {
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    const headings = [...page.root.querySelectorAll('h2, h3')].map(plain);
    expect(headings).to.eql([
      shortConsent.title,
      'How this medicine is used here',
      'Going home',
      en.signatureTitle,
    ]);
  });

  it('ties what is wrong with a sentence to its box', async () => {
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    await page.sign();
    const described = page.box(OFF_LABEL).closest('[aria-describedby]')?.getAttribute('aria-describedby');
    expect(plain(page.root.getElementById(described ?? ''))).to.equal(en.signing['not-acknowledged']);
  });
});
