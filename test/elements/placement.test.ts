import { expect, fixture, html } from '@open-wc/testing';
import { KapIntakeForm } from '../../src/elements/kap-intake-form/kap-intake-form.js';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { FakePractice, json } from '../support/fake-practice.js';
import { hazelHouse } from '../support/hazel-house.js';
import { isSeen, placed, settled, until } from '../support/element-page.js';
import { IntakePage } from '../support/intake-page.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = (endpoint = practice.endpoint, within: Element = place) => IntakePage.open({ endpoint }, within);

const paragraph = (words: string): HTMLElement => {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
};

describe('two forms on one page', () => {
  it('keep their answers apart', async () => {
    const [one, other] = [await open(), await open()];
    await one.begin();
    await one.answer('First name', 'Ana');
    expect(other.title).to.equal('Your health history');
    await other.begin();
    expect(other.answerTo('First name')).to.eql(['']);
    await one.answer('When we phone, is it all right to', 'Leave a voicemail');
    await other.answer('When we phone, is it all right to', 'Send a text message');
    expect(one.answerTo('When we phone, is it all right to')).to.eql(['Leave a voicemail']);
  });

  it('are one client to the same practice, which is asked once who it is', async () => {
    const [one, other] = [await open(), await open()];
    expect(practice.requestsFor('practice')).to.have.length(1);
    await one.sendAll();
    await one.shows(en.receivedTitle);
    await other.sendAll();
    await other.shows(en.receivedTitle);
    const [first, second] = practice.submissions.map(({ headers }) => headers.get('Authorization'));
    expect(second).to.equal(first);
  });

  it('are two clients to two practices', async () => {
    const [one, other] = [await open(), await open(practice.endpoint.replace('practice', 'other'))];
    await one.sendAll();
    await one.shows(en.receivedTitle);
    await other.sendAll();
    await other.shows(en.receivedTitle);
    const [first, second] = practice.submissions.map(({ headers }) => headers.get('Authorization'));
    expect(second).not.to.equal(first);
  });

  it('do not touch each other in two journeys either', async () => {
    const journeys = ['practice', 'other'].map((name) =>
      placed('kap-journey', { endpoint: practice.endpoint.replace('practice', name) }, place),
    );
    const [one, other] = [
      await IntakePage.inside(journeys[0] ?? place),
      await IntakePage.inside(journeys[1] ?? place),
    ];
    await one.begin();
    expect(other.title).to.equal('Your health history');
    expect(practice.requestsFor('practice')).to.have.length(2);
  });
});

describe('a form', () => {
  it('takes properties that were set before it was defined', async () => {
    const early = document.createElement('kap-early-form') as KapIntakeForm;
    early.endpoint = practice.endpoint;
    early.theme = 'dark';
    place.append(early);
    customElements.define('kap-early-form', class extends KapIntakeForm {});
    const page = new IntakePage(early);
    await page.shows('Your health history');
    expect(early).to.have.attribute('theme', 'dark');
    expect(practice.requestsFor('practice')).to.have.length(1);
  });

  it('keeps page and answers when it is taken out and put back', async () => {
    const page = await open();
    await page.begin();
    await page.answer('First name', 'Ana');
    page.form.remove();
    place.append(page.form);
    await page.settle();
    expect(page.title).to.equal('About you');
    expect(page.answerTo('First name')).to.eql(['Ana']);
    await page.fillTopic();
    await page.continue();
    expect(page.title).to.equal('Someone we can reach');
  });

  it('keeps them when it is moved into a journey', async () => {
    const page = await open();
    await page.begin();
    await page.answer('First name', 'Ana');
    const journey = document.createElement('kap-journey');
    journey.setAttribute('endpoint', practice.endpoint);
    journey.append(page.form);
    place.append(journey);
    await settled(journey);
    await page.settle();
    expect(page.title).to.equal('About you');
    expect(page.answerTo('First name')).to.eql(['Ana']);
    expect(isSeen(page.form)).to.equal(true);
  });

  it('starts when its endpoint is named later', async () => {
    const page = new IntakePage(placed('kap-intake-form', {}, place));
    await page.settle();
    expect(page.text).to.contain(en.failure.setting);
    page.form.setAttribute('endpoint', practice.endpoint);
    await page.shows('Your health history');
  });

  it('takes its answers along when its endpoint changes', async () => {
    const page = await open();
    await page.begin();
    await page.answer('First name', 'Ana');
    page.form.endpoint = practice.endpoint.replace('practice', 'other');
    await page.shows('Your health history');
    await page.begin();
    expect(page.answerTo('First name')).to.eql(['Ana']);
  });

  it('hides what stands in it while it runs', async () => {
    const fallback = paragraph('Call us on (503) 555-0142.');
    const page = await open();
    page.form.append(fallback);
    expect(isSeen(fallback)).to.equal(false);
  });
});

describe('a journey', () => {
  const openJourney = (...children: readonly Element[]) => {
    const journey = document.createElement('kap-journey');
    journey.setAttribute('endpoint', practice.endpoint);
    journey.append(...children);
    place.append(journey);
    return journey;
  };

  it('adds its elements to its own light DOM where it has none, and hides what else stands there', async () => {
    const fallback = paragraph('Call us on (503) 555-0142.');
    const journey = openJourney(fallback);
    const page = await IntakePage.inside(journey);
    expect([...journey.children].map(({ localName }) => localName)).to.eql([
      'p',
      'kap-intake-form',
      'kap-consent',
      'kap-session-picker',
    ]);
    expect(isSeen(page.form)).to.equal(true);
    expect(isSeen(fallback)).to.equal(false);
  });

  it('uses the form that stands in it, however deep, and adds none', async () => {
    const around = document.createElement('section');
    around.append(paragraph('Before you begin'), document.createElement('kap-intake-form'));
    const journey = openJourney(around);
    await IntakePage.inside(journey);
    expect(journey.querySelectorAll('kap-intake-form, kap-consent, kap-session-picker')).to.have.length(1);
    expect(isSeen(around)).to.equal(true);
  });

  it('adds none a second time when it is moved', async () => {
    const journey = openJourney();
    await IntakePage.inside(journey);
    const elsewhere = document.createElement('section');
    place.append(elsewhere);
    elsewhere.append(journey);
    await settled(journey);
    expect(journey.querySelectorAll('kap-intake-form, kap-consent, kap-session-picker')).to.have.length(3);
  });

  it('asks the practice once, for itself and all its elements', async () => {
    await IntakePage.inside(openJourney());
    expect(practice.requestsFor('practice')).to.have.length(1);
  });

  it('gives its form another practice when its endpoint changes', async () => {
    const journey = openJourney();
    const page = await IntakePage.inside(journey);
    practice.profile = json({ ...hazelHouse, contact: { phone: '(971) 555-0100' } });
    journey.endpoint = practice.endpoint.replace('practice', 'other');
    await until(() => page.text.includes('(971) 555-0100'), 'the other practice’s phone');
  });
});

describe('the theme', () => {
  it('can be changed at any time', async () => {
    const page = await open();
    const surface = () => getComputedStyle(page.all('frame')[0] ?? page.form).backgroundColor;
    const light = surface();
    page.form.setAttribute('theme', 'dark');
    expect(surface()).not.to.equal(light);
    page.form.theme = 'light';
    await page.settle();
    expect(surface()).to.equal(light);
  });
});
