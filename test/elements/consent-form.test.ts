import { expect, fixture, html } from '@open-wc/testing';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, OFF_LABEL } from '../support/consent-page.js';
import '../support/define-elements.js';
import { placed, plain } from '../support/element-page.js';
import { FakePractice } from '../support/fake-practice.js';
import { inReview, signatureOf, touchConsent } from '../support/hazel-house.js';
import { en } from '../support/words.js';

let practice: FakePractice;
let form: HTMLFormElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  form = await fixture(html`<form></form>`);
});
afterEach(() => practice.close());

const open = (more: Readonly<Record<string, string>> = {}) =>
  ConsentPage.open({ endpoint: practice.endpoint, name: 'consent', required: '', ...more }, form);

const value = (): readonly (readonly unknown[])[] =>
  [...new FormData(form)].map(([name, entry]) => [name, entry]);

const SIGNED = [
  ['consent', 'signed'],
  ['consent', shortConsent.id],
  ['consent', shortConsent.version],
];

describe('a consent in a form of the page', () => {
  it('keeps the form from being sent until it is signed, and says why where it stands', async () => {
    const page = await open();
    expect(page.element.form).to.equal(form);
    expect(value()).to.eql([]);
    expect(form.checkValidity()).to.equal(false);
    expect(page.element.validity.valueMissing).to.equal(true);
    expect(page.element.validationMessage).to.equal(en.toBeSigned);
    form.reportValidity();
    expect(plain(page.focused)).to.equal(shortConsent.title);
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    expect(form.checkValidity()).to.equal(true);
    expect(value()).to.eql(SIGNED);
  });

  it('says nothing of the record or of the client', async () => {
    const page = await open();
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    const words = value().flat().join(' ');
    for (const secret of ['Ana', 'a1', page.words('reference')[0] ?? 'none'])
      expect(words).not.to.contain(secret);
  });

  it('waits for each document that the practice asks for', async () => {
    practice.asksFor(shortConsent, touchConsent);
    const page = await open();
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    expect(form.checkValidity()).to.equal(false);
  });

  it('is signed for a client who signed before', async () => {
    practice.remember({ ...inReview, consents: [signatureOf(shortConsent)] });
    const page = new ConsentPage(
      placed('kap-consent', { endpoint: practice.endpoint, name: 'consent', required: '' }, form),
    );
    await page.shows(en.signedTitle);
    expect(form.checkValidity()).to.equal(true);
    expect(value()).to.eql(SIGNED);
  });

  it('has no value any more once it was taken back', async () => {
    const page = await open();
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    await page.click(en.takeBackWhat(shortConsent.title));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    expect(value()).to.eql([]);
    expect(form.checkValidity()).to.equal(false);
  });

  it('is missing again once one of two was taken back, and names both while they stand', async () => {
    practice.remember({
      ...inReview,
      consents: [signatureOf(touchConsent), { ...signatureOf(shortConsent), recordDigest: 'ab'.repeat(32) }],
    });
    practice.asksFor(shortConsent, touchConsent);
    const page = new ConsentPage(
      placed('kap-consent', { endpoint: practice.endpoint, name: 'consent', required: '' }, form),
    );
    await page.shows(en.signedTitle);
    expect(value().filter(([, entry]) => entry === 'signed')).to.have.length(2);
    expect(form.checkValidity()).to.equal(true);
    await page.click(en.takeBackWhat(shortConsent.title));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    await page.click(en.done);
    await page.settle();
    expect(form.checkValidity()).to.equal(false);
    expect(value().map(([, entry]) => entry)).to.eql(['signed', touchConsent.id, touchConsent.version]);
  });

  it('may be left unsigned where it is not required', async () => {
    const page = await open();
    page.element.required = false;
    await page.settle();
    expect(form.checkValidity()).to.equal(true);
  });

  it('asks nothing of a practice that asks for nothing', async () => {
    practice.asksFor();
    const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint, required: '' }, form));
    await page.shows(en.nothingToSign);
    expect(form.checkValidity()).to.equal(true);
  });

  it('begins anew with the form’s reset, and what is signed stays signed', async () => {
    const page = await open();
    await page.fillIn();
    form.reset();
    await page.settle();
    expect(page.box(OFF_LABEL).checked).to.equal(false);
    expect(page.answerTo(en.fullName)).to.eql(['']);
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    form.reset();
    await page.settle();
    expect(page.title).to.equal(en.signedTitle);
    expect(value()).to.eql(SIGNED);
  });

  it('can be read and not used while the form is out of use', async () => {
    const around = document.createElement('fieldset');
    form.append(around);
    const page = await ConsentPage.open({ endpoint: practice.endpoint, name: 'consent' }, around);
    around.disabled = true;
    await page.settle();
    expect(page.box(OFF_LABEL).matches(':disabled')).to.equal(true);
    expect(page.text).to.contain('Ketamine is approved for anesthesia.');
    around.disabled = false;
    await page.settle();
    expect(page.box(OFF_LABEL).matches(':disabled')).to.equal(false);
  });

  it('believes no value that a browser kept', async () => {
    const page = await open();
    page.element.formStateRestoreCallback();
    await page.settle();
    expect(value()).to.eql([]);
    expect(form.checkValidity()).to.equal(false);
  });
});
