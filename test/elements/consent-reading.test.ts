import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import {
  ConsentPage,
  DRIVING,
  EXPLANATION,
  MISS,
  NOT_DRIVING,
  OFF_LABEL,
  OTHER_MISS,
  RIGHT,
} from '../support/consent-page.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import { FakePractice } from '../support/fake-practice.js';

const TICK_OFF_LABEL = en.signingIn('How this medicine is used here', en.signing['not-acknowledged']);
const TICK_DRIVING = en.signingIn('Going home', en.signing['not-acknowledged']);
const CHECK_DRIVING = en.signingIn('Going home', en.signing['check-open']);
const NAME = en.signing['no-name'];

/** What the record that was sent says of going over the missed question. */
const wishIn = ({ submissions }: FakePractice): boolean | undefined => {
  const [sent] = submissions.map(({ body }) => JSON.parse(body) as ConsentSubmission);
  return sent?.content.record.checks[0]?.together;
};

let practice: FakePractice;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

describe('a consent document', () => {
  it('shows every word of the practice’s text, in its order, and its version', () => {
    const words = shortConsent.blocks.flatMap(
      ({ heading, paragraphs, list = [], acknowledgement, check }) => [
        ...(heading === undefined ? [] : [heading]),
        ...paragraphs,
        ...list,
        ...(check ? [check.question, ...check.answers.map(({ text }) => text)] : []),
        ...(acknowledgement === undefined ? [] : [acknowledgement]),
      ],
    );
    let rest = page.text;
    for (const each of words) {
      expect(rest).to.contain(each);
      rest = rest.slice(rest.indexOf(each) + each.length);
    }
    expect(page.text).to.contain(en.consentIntro('2026-11'));
  });

  it('shows markup in the text as text', async () => {
    const title = 'Consent <b>and</b> more';
    const paragraphs = ['<img src="x" onerror="alert(1)"> & so on'];
    practice.asksFor({ ...shortConsent, id: 'marked-up', title, blocks: [{ id: 'one', paragraphs }] });
    const endpoint = practice.endpoint.replace('practice', 'other');
    const other = await ConsentPage.open({ endpoint }, await fixture(html`<main></main>`), title);
    expect(other.text).to.contain(paragraphs[0]);
    expect(other.root.querySelectorAll('img, b')).to.have.length(0);
  });

  it('has nothing ticked, chosen or written in advance', () => {
    const blocks = [...page.root.querySelectorAll('[part~="block"]:not(.signature)')];
    expect(blocks.flatMap((block) => [...block.querySelectorAll('input')])).to.have.length(5);
    expect(page.given).to.have.length(0);
    expect(page.answerTo(en.fullName)).to.eql(['']);
    expect(page.box(en.signForOther).checked).to.equal(false);
  });

  it('does not pull the focus when it opens', () => {
    expect(page.focused).to.equal(null);
  });
});

describe('Sign with everything missing', () => {
  beforeEach(() => page.sign());

  it('sends nothing, and lists what is missing in a summary that takes the focus', () => {
    page.expectSummary([TICK_OFF_LABEL, CHECK_DRIVING, TICK_DRIVING, NAME]);
    expect(page.title).to.equal(shortConsent.title);
    expect(practice.submissions).to.have.length(0);
  });

  it('says it again in each place', () => {
    expect(page.errorBeside(OFF_LABEL)).to.equal(en.signing['not-acknowledged']);
    expect(page.errorBeside(NOT_DRIVING)).to.equal(en.signing['not-acknowledged']);
    expect(page.errorOf(DRIVING)).to.equal(en.signing['check-open']);
    expect(page.errorOf(en.fullName)).to.equal(NAME);
  });

  it('leads from each line to its place', async () => {
    await page.click(TICK_OFF_LABEL);
    page.expectFocusOn(page.box(OFF_LABEL));
    await page.click(CHECK_DRIVING);
    page.expectFocusOn(page.choice(DRIVING, MISS));
    await page.click(TICK_DRIVING);
    page.expectFocusOn(page.box(NOT_DRIVING));
    await page.click(NAME);
    page.expectFocusOn(page.inputs(en.fullName)[0]);
  });

  it('takes no offence at what has been mended since', async () => {
    await page.tick(OFF_LABEL);
    expect(page.errorBeside(OFF_LABEL)).to.equal('');
    await page.check(DRIVING, RIGHT);
    expect(page.errorOf(DRIVING)).to.equal('');
    await page.answer(en.fullName, 'Ana Okafor');
    expect(page.errorOf(en.fullName)).to.equal('');
    expect(page.errorBeside(NOT_DRIVING)).to.equal(en.signing['not-acknowledged']);
    await page.sign();
    page.expectSummary([TICK_DRIVING]);
  });

  it('takes the focus to the summary each time', async () => {
    page.inputs(en.fullName)[0]?.focus();
    await page.sign();
    page.expectSummary([TICK_OFF_LABEL, CHECK_DRIVING, TICK_DRIVING, NAME]);
  });

  it('lists nothing twice when an answer is missing once more', async () => {
    await page.pressCheck(DRIVING);
    expect(page.errors).to.eql([TICK_OFF_LABEL, CHECK_DRIVING, TICK_DRIVING, NAME]);
  });
});

describe('a signature', () => {
  it('of blanks alone is none', async () => {
    await page.fillIn('   ');
    await page.sign();
    page.expectSummary([NAME]);
  });

  it('waits for a sentence that was ticked and unticked', async () => {
    await page.fillIn();
    await page.tick(OFF_LABEL);
    expect(page.box(OFF_LABEL).checked).to.equal(false);
    await page.sign();
    page.expectSummary([TICK_OFF_LABEL]);
  });

  it('waits for an answer that was marked and not checked', async () => {
    await page.tick(OFF_LABEL, NOT_DRIVING);
    await page.answer(DRIVING, RIGHT);
    await page.answer(en.fullName, 'Ana Okafor');
    await page.sign();
    page.expectSummary([CHECK_DRIVING]);
  });
});

describe('a comprehension question', () => {
  it('says so when it is to be checked without an answer, and nothing else is called missing', async () => {
    await page.pressCheck(DRIVING);
    expect(page.errorOf(DRIVING)).to.equal(en.signing['check-open']);
    page.expectFocusOn(page.choice(DRIVING, MISS));
    expect(page.words('error')).to.have.length(1);
    expect(page.all('error-summary')).to.have.length(0);
    await page.check(DRIVING, RIGHT);
    expect(page.words('error')).to.eql([]);
  });

  it('says that a right answer is right', async () => {
    await page.check(DRIVING, RIGHT);
    expect(page.said(DRIVING)).to.equal(`${en.checked.right} ${EXPLANATION}`);
    expect(plain(page.focused)).to.equal(page.said(DRIVING));
    expect(page.checkButton(DRIVING)).to.equal(undefined);
  });

  it('explains a miss and asks again', async () => {
    await page.check(DRIVING, MISS);
    expect(page.said(DRIVING)).to.equal(`${en.checked.explained} ${EXPLANATION}`);
    expect(plain(page.focused)).to.equal(page.said(DRIVING));
    await page.sign();
    expect(page.errors).to.include(CHECK_DRIVING);
    await page.check(DRIVING, RIGHT);
    expect(page.said(DRIVING)).to.equal(`${en.checked.right} ${EXPLANATION}`);
  });

  it('counts the same miss once, however often it is checked', async () => {
    await page.check(DRIVING, MISS);
    await page.pressCheck(DRIVING);
    expect(page.said(DRIVING)).to.contain(en.checked.explained);
  });

  it('offers after a second miss to go over it together, and holds nobody up', async () => {
    await page.tick(OFF_LABEL, NOT_DRIVING);
    await page.answer(en.fullName, 'Ana Okafor');
    await page.check(DRIVING, MISS);
    await page.check(DRIVING, OTHER_MISS);
    expect(page.said(DRIVING)).to.equal(`${en.checked.together} ${EXPLANATION}`);
    expect(page.checkButton(DRIVING)).to.equal(undefined);
    expect(page.box(en.goOver).checked).to.equal(false);
    await page.sign();
    await page.shows(en.signedTitle);
    expect(wishIn(practice)).to.equal(false);
  });

  it('tells the practice that they would like to, where they take the offer', async () => {
    await page.tick(OFF_LABEL, NOT_DRIVING);
    await page.answer(en.fullName, 'Ana Okafor');
    await page.check(DRIVING, MISS);
    await page.check(DRIVING, OTHER_MISS);
    await page.tick(en.goOver);
    await page.sign();
    await page.shows(en.signedTitle);
    expect(wishIn(practice)).to.equal(true);
  });

  it('keeps its answer once it has been answered', async () => {
    await page.check(DRIVING, RIGHT);
    page.choice(DRIVING, MISS).click();
    await page.settle();
    expect(page.answerTo(DRIVING)).to.eql([RIGHT]);
    expect(page.said(DRIVING)).to.contain(en.checked.right);
  });

  it('marks no miss, and asks no more after the second', async () => {
    await page.check(DRIVING, MISS);
    await page.check(DRIVING, OTHER_MISS);
    page.choice(DRIVING, RIGHT).click();
    await page.settle();
    expect(page.answerTo(DRIVING)).to.eql([]);
  });
});
