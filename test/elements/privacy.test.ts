import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { busyForLong, captivePortal, FakePractice, submissionIn, json } from '../support/fake-practice.js';
import { placed, until } from '../support/element-page.js';
import { CHECK, IntakePage } from '../support/intake-page.js';
import { Leaks, stored } from '../support/leaks.js';

/** Stands in everything that is typed here. */
const MARK = 'zqx';

const TYPED = {
  'First name': `Ana ${MARK}`,
  'Last name': `Okafor-${MARK}`,
  'Your pronouns': MARK,
  'Phone number': `503 555 0199 ${MARK}`,
  'Email address': `ana@${MARK}.example`,
  'Home address': `12 ${MARK} Street`,
} as const;

let practice: FakePractice;
let place: HTMLElement;
let leaks: Leaks;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
  leaks = new Leaks(practice, MARK, ['kap-page-changed', 'kap-intake-delivered']);
});
afterEach(() => {
  leaks.close();
  practice.close();
});

/** Types the mark into every kind of field there is. */
async function fillWithMarks(page: IntakePage): Promise<void> {
  await page.begin();
  await page.fillTopic();
  for (const [question, words] of Object.entries(TYPED)) await page.answer(question, words);
  await page.goTo('What brings you here');
  await page.answer('What do you hope will be different?', `Sleep ${MARK}`);
  await page.goTo('Medicines and allergies');
  await page.answer('Do you take any medicine now?', 'Yes');
  await page.answer('Name of the medicine', `Sertraline ${MARK}`);
}

describe('what a client types', () => {
  it('is in no attribute, address, name, storage, event or console line, whatever happens', async () => {
    practice.answerSubmissions(captivePortal, busyForLong, json({}, 403));
    const journey = placed('kap-journey', { endpoint: practice.endpoint }, place);
    const page = await IntakePage.inside(journey);

    await fillWithMarks(page);
    expect(leaks.found(), 'on a topic').to.eql([]);
    await page.answer('Do you take any medicine now?', 'No');
    await page.continue();
    expect(leaks.found(), 'beside errors').to.eql([]);
    await page.goTo(CHECK);
    expect(page.line('First name').words).to.contain(MARK);
    expect(leaks.found(), 'at the check').to.eql([]);
    await page.click('Change: Last name');
    await page.answer('Last name', MARK.repeat(100));
    await page.continue();
    expect(page.errorOf('Last name')).to.contain('at most 200 characters');
    expect(leaks.found(), 'beside the error of a typed answer').to.eql([]);
    await page.answer('Last name', TYPED['Last name']);
    await page.continue();
    await page.click(page.sendButton);
    await page.shows(en.notSentTitle);
    expect(leaks.found(), 'when it is not sent').to.eql([]);
    await page.click(en.tryAgain);
    await page.shows(en.refusedTitle);
    expect(leaks.found(), 'when it is refused').to.eql([]);
    await page.click(en.tryAgain);
    await page.shows(en.receivedTitle);
    expect(leaks.found(), 'when it is received').to.eql([]);

    expect(practice.submissions.at(-1)?.body).to.contain(TYPED['First name']);
    expect(leaks.events).to.have.length.above(10);
  });

  it('is gone from the page when the client clears it', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.begin();
    await page.fillTopic();
    for (const [question, words] of Object.entries(TYPED)) await page.answer(question, words);
    await page.sendAll();
    await page.shows(en.receivedTitle);
    await page.click(en.clear);
    expect(page.root.innerHTML.toLowerCase()).not.to.contain(MARK);
    expect(leaks.found()).to.eql([]);
  });

  it('is not put into file names, or into the copy’s address', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    const links: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function keepInstead() {
      links.push(this.download, this.href);
    };
    await page.begin();
    await page.fillTopic();
    for (const [question, words] of Object.entries(TYPED)) await page.answer(question, words);
    await page.goTo(CHECK);
    await page.click(en.saveCopy);
    HTMLAnchorElement.prototype.click = click;
    expect(links).to.have.length(2);
    expect(links.join(' ')).not.to.contain(MARK);
    expect(links[1]).to.match(/^blob:/);
  });
});

describe('what is kept on the device', () => {
  it('is nothing before something is sent', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.fillAll();
    expect(stored(sessionStorage)).to.eql({});
    expect(stored(localStorage)).to.eql({});
  });

  it('is the care token, for this tab, and nothing else', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.sendAll();
    await page.shows(en.receivedTitle);
    const [request] = practice.submissions;
    const token = request?.headers.get('Authorization')?.replace('Bearer ', '');
    expect(token).to.match(/^[\w-]{43}$/);
    expect(Object.values(stored(sessionStorage))).to.eql([token]);
    expect(stored(localStorage)).to.eql({});
    expect(document.cookie).to.equal('');
    expect(request && JSON.stringify(submissionIn(request))).not.to.contain(token);
  });
});

describe('every request', () => {
  it('goes without cookies, without a referrer, follows no redirect, and leaves no copy of what it wrote', async () => {
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.sendAll();
    await page.shows(en.receivedTitle);
    expect(practice.requests.length).to.be.above(1);
    for (const { url, path, options } of practice.requests) {
      expect(url.startsWith(practice.endpoint), url).to.equal(true);
      expect(options, path).to.include({
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        cache: path === 'practice' ? 'default' : 'no-store',
      });
    }
  });
});

describe('the wrapper inside every root', () => {
  it('asks session-replay tools to record nothing within', async () => {
    const journey = placed('kap-journey', { endpoint: practice.endpoint }, place);
    await until(() => journey.shadowRoot?.querySelector('[part~="frame"]'), 'the journey shows');
    await until(() => journey.querySelector('kap-intake-form')?.shadowRoot?.querySelector('h2'), 'the form');
    const form = journey.querySelector('kap-intake-form');
    for (const element of [journey, form]) {
      const frame = element?.shadowRoot?.querySelector('[part~="frame"]');
      const marks = ['data-hj-suppress', 'data-clarity-mask', 'data-dd-privacy'];
      expect(frame?.getAttributeNames()).to.include.members(marks);
      const classes = ['rr-block', 'sentry-block', 'ph-no-capture', 'fs-exclude'];
      expect([...(frame?.classList ?? [])]).to.include.members(classes);
      const rest = [...(element?.shadowRoot?.children ?? [])].filter((each) => each.localName !== 'slot');
      expect(rest.map((each) => each === frame)).to.eql([true]);
    }
  });
});
