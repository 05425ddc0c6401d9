import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage } from '../support/consent-page.js';
import '../support/define-elements.js';
import { asksBeforeLeaving } from '../support/element-page.js';
import { consentIn, FakePractice } from '../support/fake-practice.js';

const GUARDIAN = en.authorities[0];

let practice: FakePractice;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  const place = await fixture(html`<main></main>`);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
});
afterEach(() => practice.close());

/** Everything the document asks, by somebody who signs for Bo Okafor. */
async function signsFor(authority: string): Promise<void> {
  await page.fillIn();
  await page.tick(en.signForOther);
  await page.answer(en.clientName, 'Bo Okafor');
  await page.answer(en.authorityLabel, authority);
}

async function signer(): Promise<unknown> {
  await page.shows(en.signedTitle);
  const [request] = practice.submissions;
  return request && consentIn(request).content.record.signer;
}

describe('somebody who signs for themselves', () => {
  it('is told how old they must be, and asked for nobody else', () => {
    expect(page.text).to.contain(en.ageNote(18));
    expect(page.questions).not.to.include.members([en.clientName, en.authorityLabel]);
  });
});

describe('somebody who signs for somebody else', () => {
  it('says for whom and by what right, which stands in the record', async () => {
    await signsFor(GUARDIAN);
    expect(page.text).not.to.contain(en.ageNote(18));
    await page.sign();
    expect(await signer()).to.eql({
      name: 'Ana Okafor',
      role: 'representative',
      authority: GUARDIAN,
      client: 'Bo Okafor',
    });
  });

  it('may have another right, in their own words', async () => {
    await signsFor(en.somethingElse);
    await page.sign();
    page.expectSummary([en.signing['no-authority']]);
    const words = page.field(en.authorityLabel).querySelector<HTMLInputElement>('[part~="input"]');
    if (!words) throw new Error('There is no room for own words.');
    words.value = 'I am her mother';
    words.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.sign();
    expect(await signer()).to.include({ authority: 'I am her mother', client: 'Bo Okafor' });
  });

  it('is told what is missing, each line leading to its place', async () => {
    await page.fillIn('');
    await page.tick(en.signForOther);
    await page.sign();
    const [client, name, right] = [
      en.signing['no-client'],
      en.signing['no-name'],
      en.signing['no-authority'],
    ];
    page.expectSummary([client, name, right]);
    await page.click(client);
    page.expectFocusOn(page.inputs(en.clientName)[0]);
    await page.click(right);
    page.expectFocusOn(page.choice(en.authorityLabel, GUARDIAN));
  });

  it('can sign for themselves after all, and back again without writing anything twice', async () => {
    await signsFor(GUARDIAN);
    await page.tick(en.signForOther);
    expect(page.questions).not.to.include(en.clientName);
    await page.tick(en.signForOther);
    expect(page.answerTo(en.clientName)).to.eql(['Bo Okafor']);
    expect(page.answerTo(en.authorityLabel)).to.eql([GUARDIAN]);
    await page.tick(en.signForOther);
    await page.sign();
    expect(await signer()).to.eql({ name: 'Ana Okafor', role: 'self' });
  });

  it('is asked before what they wrote is lost with the page', async () => {
    expect(asksBeforeLeaving()).to.equal(false);
    await page.tick(en.signForOther);
    expect(asksBeforeLeaving()).to.equal(true);
  });
});
