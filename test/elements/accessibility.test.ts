import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import { COMPLETE_HISTORY } from '../support/complete-history.js';
import '../support/define-elements.js';
import {
  busyForLong,
  FakePractice,
  heldBack,
  json,
  noConnection,
  received,
} from '../support/fake-practice.js';
import { placed, until } from '../support/element-page.js';
import { CHECK, IntakePage } from '../support/intake-page.js';
import { answerByKeyboard, pressButton, tabTo } from '../support/keyboard.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const isAccessible = (page: IntakePage) => expect(page.form).to.be.accessible();

for (const theme of ['light', 'dark'])
  describe(`everybody can use the ${theme} form`, () => {
    let page: IntakePage;

    beforeEach(async () => {
      page = await IntakePage.open({ endpoint: practice.endpoint, theme }, place);
    });

    it('at the welcome', () => isAccessible(page));

    it('on every topic, empty and with everything that needs another look', async function () {
      this.timeout(30_000);
      await page.begin();
      for (const topic of Object.keys(COMPLETE_HISTORY)) {
        expect(page.title).to.equal(topic);
        await isAccessible(page);
        await page.continue();
        expect(page.all('error-summary')).to.have.length(1);
        await isAccessible(page);
        await page.fillTopic();
        await page.continue();
      }
      expect(page.title).to.equal(CHECK);
      await isAccessible(page);
    });

    it('with a reason open and a list of medicines', async () => {
      await page.goTo('Heart and blood pressure');
      await page.click('Why we ask: Blood vessels');
      expect(page.root.querySelectorAll(':popover-open')).to.have.length(1);
      await isAccessible(page);
      await page.goTo('Medicines and allergies');
      await page.answer('Do you take any medicine now?', 'Yes');
      await page.click('Add another medicine');
      await isAccessible(page);
    });

    it('while it is sent, in trouble, and received', async () => {
      const { answer, letGo } = heldBack(noConnection);
      const last = heldBack(received);
      practice.answerSubmissions(answer, last.answer);
      await page.sendAll();
      await isAccessible(page);
      letGo();
      await until(() => page.text.includes(en.trouble.network), 'the trouble is told');
      await isAccessible(page);
      last.letGo();
      await page.shows(en.receivedTitle);
      await isAccessible(page);
      await page.click(en.clear);
      await isAccessible(page);
    });

    it('when it is not sent, refused, and asked about again', async () => {
      const objection = {
        type: 'kap:invalid',
        errors: [{ pointer: '/content/response/item/0/item/0', code: 'x' }],
      };
      practice.answerSubmissions(busyForLong, json({}, 401), json(objection, 422));
      await page.sendAll();
      await page.shows(en.notSentTitle);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.shows(en.refusedTitle);
      await isAccessible(page);
      await page.click(en.tryAgain);
      await page.shows('About you');
      await isAccessible(page);
    });

    it('when it is sent to a webhook', async () => {
      const sent = await IntakePage.open({ action: `${practice.endpoint}submissions`, theme }, place);
      await sent.sendAll();
      await sent.shows(en.sentTitle);
      await isAccessible(sent);
    });

    it('in a journey, at each of its steps', async () => {
      const journey = placed('kap-journey', { endpoint: practice.endpoint, theme }, place);
      await until(() => journey.shadowRoot?.querySelector('[part~="steps"]'), 'the steps show');
      await expect(journey).to.be.accessible();
      const form = journey.querySelector('kap-intake-form');
      if (!form) throw new Error('The journey has no form.');
      const inside = new IntakePage(form);
      await inside.shows('Your health history');
      await inside.sendAll();
      await inside.shows(en.receivedTitle);
      await until(() => journey.shadowRoot?.querySelector('[part~="done"]'), 'a step is done');
      await expect(journey).to.be.accessible();
    });
  });

describe('with the keyboard alone', () => {
  it('the whole health history is filled in, sent and received', async function () {
    this.timeout(120_000);
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await pressButton(page, 'Begin');
    for (const [topic, questions] of Object.entries(COMPLETE_HISTORY)) {
      expect(page.title).to.equal(topic);
      expect(page.focused).to.have.trimmed.text(topic);
      for (const [question, answers] of Object.entries(questions)) {
        await answerByKeyboard(page, question, answers);
        expect(page.answerTo(question)).to.eql(answers);
      }
      await pressButton(page, 'Continue');
    }
    expect(page.title).to.equal(CHECK);
    await pressButton(page, 'Send to Hazel House');
    await page.shows(en.receivedTitle);
    expect(practice.submissions).to.have.length(1);
  });

  it('a sentence of the error summary leads to its field, which can be mended at once', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await pressButton(page, 'Begin');
    await pressButton(page, 'Continue');
    await pressButton(page, 'Last name: please give an answer');
    page.expectFocusOn(page.inputs('Last name')[0]);
    await press('K');
    expect(page.answerTo('Last name')).to.eql(['K']);
  });

  it('Enter in a field continues, as in any form', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.begin();
    await page.fillTopic();
    page.inputs('Last name')[0]?.focus();
    await press('Enter');
    await page.settle();
    expect(page.title).to.equal('Someone we can reach');
  });

  it('a line is changed, and the client stands on it again', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.fillAll();
    await pressButton(page, 'Change: Last name');
    await tabTo(page, (focused) => focused === page.inputs('Last name')[0]);
    await press('Enter');
    await page.settle();
    page.expectFocusOn(page.line('Last name').change);
  });

  it('medicines are added and removed', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.goTo('Medicines and allergies');
    await answerByKeyboard(page, 'Do you take any medicine now?', ['Yes']);
    await pressButton(page, 'Add another medicine');
    expect(page.focused).to.have.trimmed.text('Medicine 2');
    await pressButton(page, 'Remove medicine 2');
    page.expectFocusOn(page.button('Add another medicine'));
  });
});
