import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { watchedOver } from '../support/check-in.js';
import '../support/define-elements.js';
import { captivePortal, FakePractice, json, noConnection, type Answer } from '../support/fake-practice.js';
import { hazelHouse } from '../support/hazel-house.js';
import { placed, until } from '../support/element-page.js';
import { IntakePage } from '../support/intake-page.js';

// What is wrong is said once a page: each test here meets a warning that no other one meets.

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

type Attributes = Readonly<Record<string, string>>;

/** A form that can't start, with the practice's phone number inside. */
function openBroken(attributes: Attributes): { readonly page: IntakePage; readonly fallback: HTMLElement } {
  const page = new IntakePage(placed('kap-intake-form', attributes, place));
  const fallback = document.createElement('a');
  fallback.href = 'tel:5035550142';
  fallback.textContent = 'Call us on (503) 555-0142.';
  page.form.append(fallback);
  return { page, fallback };
}

/** One sentence in place and the fallback below it, one warning that names the setting, and nothing sent. */
async function expectPlainFailure(attributes: Attributes, sentence: string, setting: string): Promise<void> {
  const { page, fallback } = openBroken(attributes);
  await until(() => page.text.includes(sentence), `“${sentence}” shows (it was “${page.text}”)`);
  await page.settle();
  expect(fallback.getClientRects()).to.have.length.above(0);
  // Whatever makes the form look at its settings again, nobody needs to be told twice.
  page.form.theme = 'light';
  await page.settle();
  expect(practice.warnings).to.have.length(1);
  expect(practice.warnings[0]).to.match(new RegExp(`^kap: ${setting}: .+\\.$`));
  expect(practice.submissions).to.have.length(0);
  await expect(page.form).to.be.accessible();
}

const NOT_SET_UP = en.failure.setting;

describe('a setting that can’t be used', () => {
  const cases: readonly (readonly [string, Attributes, string])[] = [
    ['no address at all', {}, 'endpoint'],
    ['an endpoint that is not https', { endpoint: 'http://practice.example/' }, 'endpoint'],
    ['an endpoint and an action', { endpoint: 'https://a.example/', action: 'https://b.example/' }, 'action'],
    ['an action that is no address', { action: 'https://' }, 'action'],
    ['an unknown format', { endpoint: 'https://a.example/', format: 'xml' }, 'format'],
    ['FHIR without an action', { endpoint: 'https://a.example/', format: 'fhir' }, 'format'],
    ['a config that is not https', { action: 'https://b.example/', config: 'ftp://c.example/' }, 'config'],
  ];
  for (const [what, attributes, setting] of cases)
    it(`is told in place and once in the console: ${what}`, () =>
      expectPlainFailure(attributes, NOT_SET_UP, setting));

  it('is forgiven where it is only a curled quote of a site builder’s', async () => {
    practice.offers({ safety: watchedOver });
    const page = await IntakePage.open({ endpoint: `\u201d${practice.endpoint}\u201d` }, place);
    expect(practice.warnings).to.have.length(0);
    expect(practice.requests[0]?.url).to.equal(`${practice.endpoint}practice`);
    expect(page.text).to.contain('Begin');
  });

  it('is told for a questionnaire whose src is no address', () =>
    expectPlainFailure({ endpoint: practice.endpoint, src: 'http://forms.example/' }, NOT_SET_UP, 'src'));

  it('is told for a questionnaire that the practice does not have', () =>
    expectPlainFailure({ endpoint: practice.endpoint, form: 'reflection' }, en.failure.refused, 'form'));
});

describe('a practice profile that can’t be used', () => {
  const cases: readonly (readonly [string, Answer])[] = [
    ['is a web page', captivePortal],
    ['lacks what it must say', json({ schema: 'kap/practice/1', name: 'Hazel House' })],
    ['is not there', json({ type: 'kap:not-found' }, 404)],
    [
      'has an address that runs script',
      json({ ...hazelHouse, policies: { privacy: 'javascript:alert(1)' } }),
    ],
  ];
  it('is told in place, with one warning a page for what is wrong', async () => {
    practice.profile = captivePortal;
    await expectPlainFailure({ endpoint: practice.endpoint }, en.failure['not-understood'], 'endpoint');
  });

  for (const [what, profile] of cases)
    it(`never opens the form when it ${what}`, async () => {
      practice.profile = profile;
      const { page, fallback } = openBroken({
        action: 'https://hook.example/',
        config: `${practice.endpoint}practice`,
      });
      await until(() => page.text.includes(en.failure['not-understood']), 'the sentence shows');
      expect(fallback.getClientRects()).to.have.length.above(0);
      expect(page.buttons).to.eql([en.tryAgain]);
    });

  it('keeps the form shut where it asks for sealed answers', async () => {
    const sealing = {
      keysUrl: 'https://keys.example/',
      parts: { medical: ['m1'], therapy: [], logistics: [] },
    };
    practice.profile = json({ ...hazelHouse, sealing });
    await expectPlainFailure({ endpoint: practice.endpoint }, en.failure['not-understood'], 'sealing');
  });
});

describe('a practice that can’t be reached', () => {
  it('is told, and reached by Try again', async () => {
    practice.profile = noConnection;
    const { endpoint } = practice;
    await expectPlainFailure({ endpoint }, en.failure.unreachable, 'endpoint');
    expect(practice.requestsFor('practice')).to.have.length(3);
    const form = place.querySelector('kap-intake-form');
    if (!form) throw new Error('The form is gone.');
    practice.profile = json(hazelHouse);
    const page = new IntakePage(form);
    await page.click(en.tryAgain);
    await page.shows('Your health history');
  });

  it('is told by a form in a journey, above the journey’s own fallback', async () => {
    practice.profile = noConnection;
    const journey = document.createElement('kap-journey');
    journey.setAttribute('endpoint', practice.endpoint);
    const fallback = document.createElement('p');
    fallback.textContent = 'Call us on (503) 555-0142.';
    journey.append(fallback);
    place.append(journey);
    const sentence = () => journey.querySelector('kap-intake-form')?.shadowRoot?.textContent ?? '';
    await until(() => sentence().includes(en.failure.unreachable), 'the sentence shows');
    await until(() => fallback.getClientRects().length > 0, 'the fallback shows');
    practice.profile = json(hazelHouse);
    const form = journey.querySelector('kap-intake-form');
    if (!form) throw new Error('The journey has no form.');
    const page = new IntakePage(form);
    await page.click(en.tryAgain);
    await page.shows('Your health history');
    await until(() => fallback.getClientRects().length === 0, 'the fallback hides');
  });
});

describe('a page that names keys to seal to', () => {
  it('sends nothing that is not sealed: the form stays shut', () =>
    expectPlainFailure(
      { endpoint: practice.endpoint, 'seal-thumbprints': 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' },
      en.failure.sealing,
      'seal-thumbprints',
    ));
});

describe('a page that is not secure', () => {
  beforeEach(() => {
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
  });
  afterEach(() => {
    Reflect.deleteProperty(crypto, 'subtle');
  });

  it('starts nothing but a sentence and the fallback', async () => {
    const { endpoint } = practice;
    await expectPlainFailure({ endpoint }, en.failure['no-crypto'], 'https');
    expect(practice.requests).to.have.length(0);
  });
});
