import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../support/browser-commands.js';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { CHECK, IntakePage } from '../support/intake-page.js';

let practice: FakePractice;
let page: IntakePage;

beforeEach(async () => {
  practice = new FakePractice();
  page = await IntakePage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

describe('the welcome', () => {
  it('says what is asked, how long it takes, who reads it and what is not saved', () => {
    expect(page.text).to.contain('It takes about');
    expect(page.text).to.contain('The prescriber reads everything.');
    expect(page.text).to.contain('Nothing is saved on this device.');
    expect(page.text).to.contain('not for emergencies');
  });
});
