import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { ConsentPage } from '../support/consent-page.js';
import '../support/define-elements.js';
import { consentIn, FakePractice } from '../support/fake-practice.js';
import { NOW } from '../support/hazel-house.js';
import { answerByKeyboard } from '../support/keyboard.js';
import { CAN_STOP, HAND, SHOULDER, wholeConsent } from '../support/whole-consent.js';

const OPEN = en.signing['choice-open'];

let practice: FakePractice;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(wholeConsent);
  const place = await fixture(html`<main></main>`);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, place, wholeConsent.title);
});
afterEach(() => practice.close());

async function signsTheRest(): Promise<void> {
  await page.tick(CAN_STOP);
  await page.answer(en.fullName, 'Ana Okafor');
  await page.sign();
}

describe('a choice', () => {
  it('has nothing chosen in advance, and says that no costs nothing', () => {
    expect([page.answerTo(HAND), page.answerTo(SHOULDER)]).to.eql([[], []]);
    expect(page.text).to.contain(en.choiceNote);
  });

  it('must be made: each open one is named, and its line leads to it', async () => {
    await signsTheRest();
    page.expectSummary([en.signingIn(HAND, OPEN), en.signingIn(SHOULDER, OPEN)]);
    expect([page.errorOf(HAND), page.errorOf(SHOULDER)]).to.eql([OPEN, OPEN]);
    await page.click(en.signingIn(SHOULDER, OPEN));
    page.expectFocusOn(page.choice(SHOULDER, 'Yes'));
    await page.answer(SHOULDER, 'No');
    expect([page.errorOf(HAND), page.errorOf(SHOULDER)]).to.eql([OPEN, '']);
    expect(practice.submissions).to.have.length(0);
  });

  it('of no is as good as one of yes, and stands in the record in its own words', async () => {
    await page.answer(HAND, 'Yes, if I ask');
    await page.answer(HAND, 'No touch');
    await page.answer(SHOULDER, 'No');
    await signsTheRest();
    await page.shows(en.signedTitle);
    const [request] = practice.submissions;
    const record = request && consentIn(request).content.record;
    expect(record?.schema === 'kap/consent-record/2' && record.choices).to.eql([
      { block: 'touch', choice: 'hand', question: HAND, option: 'no', text: 'No touch', at: NOW },
      { block: 'touch', choice: 'shoulder', question: SHOULDER, option: 'no', text: 'No', at: NOW },
    ]);
  });

  it('is made with the keyboard alone', async () => {
    await answerByKeyboard(page, HAND, ['No touch']);
    expect(page.answerTo(HAND)).to.eql(['No touch']);
  });
});
