import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { KapConsent } from '../../src/elements/kap-consent/kap-consent.js';
import type { KapSessionPicker } from '../../src/elements/kap-session-picker/kap-session-picker.js';
import { en } from '../support/words.js';
import { FakePractice } from '../support/fake-practice.js';
import { kinds, touchConsent } from '../support/hazel-house.js';
import { ElementPage, isSeen, until } from '../support/element-page.js';
import { IntakePage } from '../support/intake-page.js';
import { PickerPage } from '../support/picker-page.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

/** A node as a site builder leaves it, with a fallback inside. */
function marked(attributes: Readonly<Record<string, string>>): HTMLElement {
  const node = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  const fallback = document.createElement('p');
  fallback.textContent = 'Call us on (503) 555-0142.';
  node.append(fallback);
  return node;
}

async function formIn(node: Element): Promise<IntakePage> {
  await until(() => node.querySelector('kap-intake-form'), 'the form is there');
  return IntakePage.inside(node);
}

describe('<div data-kap>', () => {
  it('becomes a journey with its attributes, and what it held is hidden', async () => {
    const node = marked({ 'data-kap': 'journey', 'data-kap-endpoint': practice.endpoint });
    place.append(node);
    const page = await formIn(node);
    expect(page.form.parentElement).to.have.tagName('kap-journey');
    expect(isSeen(node.querySelector('p'))).to.equal(false);
  });

  it('can be a form alone', async () => {
    const node = marked({ 'data-kap': 'intake-form', 'data-kap-endpoint': practice.endpoint });
    place.append(node);
    const page = await formIn(node);
    expect(page.form.parentElement === node).to.equal(true);
    expect(node.querySelectorAll('kap-journey')).to.have.length(0);
    expect(isSeen(node.querySelector('p'))).to.equal(false);
  });

  it('can be a consent alone, with the document that it names', async () => {
    practice.publishes(touchConsent);
    const node = marked({
      'data-kap': 'consent',
      'data-kap-endpoint': practice.endpoint,
      'data-kap-document': 'touch',
    });
    place.append(node);
    await until(() => node.querySelector('kap-consent'), 'the consent is there');
    const page = new ElementPage(node.querySelector('kap-consent') as KapConsent);
    await page.shows(touchConsent.title);
    expect(isSeen(node.querySelector('p'))).to.equal(false);
  });

  it('can be a picker alone, with the kinds that it names', async () => {
    practice.offers({ sessionKinds: Object.values(kinds) });
    const node = marked({
      'data-kap': 'session-picker',
      'data-kap-endpoint': practice.endpoint,
      'data-kap-kinds': 'preparation',
    });
    place.append(node);
    await until(() => node.querySelector('kap-session-picker'), 'the picker is there');
    const page = new PickerPage(node.querySelector('kap-session-picker') as KapSessionPicker);
    await page.shows(en.sessionsTitle);
    expect(page.kinds).to.eql([en.kind.preparation]);
  });

  it('is found inside what a page builder swaps in later, and when it comes back', async () => {
    const section = document.createElement('section');
    const node = marked({ 'data-kap': '', 'data-kap-endpoint': practice.endpoint });
    section.append(node);
    place.append(section);
    await formIn(node);
    section.remove();
    place.append(section);
    await formIn(node);
    expect(node.querySelectorAll('kap-journey')).to.have.length(1);
    expect(node.querySelectorAll('kap-intake-form')).to.have.length(1);
  });

  it('with an unknown name stays as it is, and one warning says so', async () => {
    const node = marked({ 'data-kap': 'calendar', 'data-kap-endpoint': practice.endpoint });
    place.append(node);
    await until(() => practice.warnings.length > 0, 'the warning');
    expect(practice.warnings).to.eql([
      'kap: data-kap: There is no element of that name. It can be journey or intake-form or consent or session-picker.',
    ]);
    expect(isSeen(node.querySelector('p'))).to.equal(true);
  });
});

describe('Kap.mount', () => {
  it('puts an element with these attributes into a node, and what the node held into the element', async () => {
    const node = marked({});
    place.append(node);
    const mounted = globalThis.Kap?.mount(node, { element: 'intake-form', endpoint: practice.endpoint });
    const page = await formIn(node);
    expect(mounted === page.form).to.equal(true);
    expect(node.querySelector('p')?.parentElement === page.form).to.equal(true);
    expect(isSeen(node.querySelector('p'))).to.equal(false);
  });

  it('mounts once, however often it is asked', async () => {
    const node = marked({});
    place.append(node);
    const first = globalThis.Kap?.mount(node, { endpoint: practice.endpoint });
    const second = globalThis.Kap?.mount(node, { endpoint: practice.endpoint });
    expect(second === first).to.equal(true);
    await formIn(node);
    expect(node.querySelectorAll('kap-journey')).to.have.length(1);
  });
});

describe('the script', () => {
  it('says which version it is, and cannot be tampered with', () => {
    expect(globalThis.Kap?.version).to.match(/^\d+\.\d+\.\d+$/);
    expect(Object.isFrozen(globalThis.Kap)).to.equal(true);
  });

  it('does nothing the second time that a page includes it', async () => {
    const [before, kap] = [customElements.get('kap-intake-form'), globalThis.Kap];
    const again = document.createElement('script');
    again.type = 'module';
    again.src = '/src/define.ts?again';
    place.append(again);
    await oneEvent(again, 'load');
    expect(customElements.get('kap-intake-form') === before).to.equal(true);
    expect(globalThis.Kap).to.equal(kap);
    const node = marked({ 'data-kap': '', 'data-kap-endpoint': practice.endpoint });
    place.append(node);
    await formIn(node);
    expect(node.querySelectorAll('kap-journey')).to.have.length(1);
  });
});
