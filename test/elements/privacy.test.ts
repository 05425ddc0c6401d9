import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../../src/locale/en.js';
import '../support/define-elements.js';
import { busyForLong, captivePortal, FakePractice, submissionIn, json } from '../support/fake-practice.js';
import { CHECK, IntakePage, placed, until } from '../support/intake-page.js';

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
let printed: string[];
const methods = ['debug', 'info', 'log', 'warn', 'error'] as const;
let consoles: Partial<Pick<Console, (typeof methods)[number]>>;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
  printed = [];
  consoles = {};
  for (const method of methods) {
    consoles[method] = console[method];
    console[method] = (...words: unknown[]) => printed.push(words.map(String).join(' '));
  }
});
afterEach(() => {
  Object.assign(console, consoles);
  practice.close();
});

/** Every element of the page, those in shadow roots included. */
function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

const stored = (storage: Storage): Record<string, string> => Object.fromEntries(Object.entries(storage));

/** Where the mark can be found outside of what the client sees. */
function leaks(): readonly string[] {
  const found: string[] = [];
  const look = (where: string, text: string | null) => {
    if (text?.toLowerCase().includes(MARK)) found.push(`${where}: ${text}`);
  };
  for (const element of everyElement(document))
    for (const { name, value } of element.attributes) look(`<${element.localName} ${name}>`, value);
  look('title', document.title);
  look('address', location.href);
  look('history', JSON.stringify(history.state));
  look('cookie', document.cookie);
  look('window name', window.name);
  for (const storage of [sessionStorage, localStorage]) look('storage', JSON.stringify(stored(storage)));
  for (const { url, headers } of practice.requests) look('request', url + JSON.stringify([...headers]));
  for (const line of [...printed, ...practice.warnings]) look('console', line);
  return found;
}

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
    const events: string[] = [];
    const keep = (event: Event) => {
      const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
      events.push(JSON.stringify(own));
    };
    for (const name of ['kap-page-changed', 'kap-intake-delivered']) document.addEventListener(name, keep);
    practice.answerSubmissions(captivePortal, busyForLong, json({}, 403));
    const journey = placed('kap-journey', { endpoint: practice.endpoint }, place);
    await until(() => journey.querySelector('kap-intake-form'), 'the form is there');
    const form = journey.querySelector('kap-intake-form');
    if (!form) throw new Error('The journey has no form.');
    const page = new IntakePage(form);
    await page.shows('Your health history');

    await fillWithMarks(page);
    expect(leaks(), 'on a topic').to.eql([]);
    await page.answer('Do you take any medicine now?', 'No');
    await page.continue();
    expect(leaks(), 'beside errors').to.eql([]);
    await page.goTo(CHECK);
    expect(page.line('First name').words).to.contain(MARK);
    expect(leaks(), 'at the check').to.eql([]);
    await page.click('Change: Last name');
    await page.answer('Last name', MARK.repeat(100));
    await page.continue();
    expect(page.errorOf('Last name')).to.contain('at most 200 characters');
    expect(leaks(), 'beside the error of a typed answer').to.eql([]);
    await page.answer('Last name', TYPED['Last name']);
    await page.continue();
    await page.click(page.sendButton);
    await page.shows(en.notSentTitle);
    expect(leaks(), 'when it is not sent').to.eql([]);
    await page.click(en.tryAgain);
    await page.shows(en.refusedTitle);
    expect(leaks(), 'when it is refused').to.eql([]);
    await page.click(en.tryAgain);
    await page.shows(en.receivedTitle);
    expect(leaks(), 'when it is received').to.eql([]);

    expect(practice.submissions.at(-1)?.body).to.contain(TYPED['First name']);
    expect(events).to.have.length.above(10);
    expect(events.join('').toLowerCase()).not.to.contain(MARK);
    for (const name of ['kap-page-changed', 'kap-intake-delivered']) document.removeEventListener(name, keep);
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
    expect(leaks()).to.eql([]);
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
