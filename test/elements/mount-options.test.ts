import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { FakePractice } from '../support/fake-practice.js';
import { until } from '../support/element-page.js';
import { IntakePage } from '../support/intake-page.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

function nodeWith(attributes: Readonly<Record<string, string>>): HTMLElement {
  const node = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  place.append(node);
  return node;
}

async function formIn(node: Element): Promise<IntakePage> {
  await until(() => node.querySelector('kap-intake-form'), 'the form is there');
  return IntakePage.inside(node);
}

describe('a node that is marked', () => {
  it('passes on no attribute but the options', async () => {
    const node = nodeWith({
      'data-kap': 'intake-form',
      'data-kap-endpoint': practice.endpoint,
      'data-kap-onclick': 'alert(1)',
      'data-kap-onfocus': 'alert(1)',
      'data-kap-style': 'position: fixed; inset: 0',
      'data-kap-id': 'taken',
    });
    const { form } = await formIn(node);
    expect(form.getAttributeNames()).to.eql(['endpoint']);
    expect(form.onclick).to.equal(null);
  });

  it('is mounted also where an option has lost its name', async () => {
    const node = nodeWith({ 'data-kap': '', 'data-kap-': '', 'data-kap-endpoint': practice.endpoint });
    const { form } = await formIn(node);
    expect(form.parentElement).to.have.tagName('kap-journey');
  });

  it('passes on the keys to seal to, so that nothing goes out in clear', async () => {
    const node = nodeWith({
      'data-kap': 'intake-form',
      'data-kap-endpoint': practice.endpoint,
      'data-kap-seal-thumbprints': 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    });
    await until(() => practice.warnings.length > 0, 'the warning');
    expect(practice.warnings[0]).to.contain('seal-thumbprints');
    expect(node.querySelector('kap-intake-form')).to.have.attribute('seal-thumbprints');
    expect(practice.requests).to.have.length(0);
  });
});

describe('a script that mounts', () => {
  it('gets nothing for a name that there isn’t, and is told once', async () => {
    const node = nodeWith({});
    node.append('Call us on (503) 555-0142.');
    for (const name of ['nope', 'constructor', 'nope'])
      expect(typeof globalThis.Kap?.mount(node, { element: name as 'journey' }), name).to.equal('undefined');
    const marked = nodeWith({ 'data-kap': 'nope', 'data-kap-endpoint': practice.endpoint });
    const after = nodeWith({ 'data-kap': 'intake-form', 'data-kap-endpoint': practice.endpoint });
    await formIn(after);
    expect(practice.warnings).to.have.length(1);
    expect(practice.warnings[0]).to.match(/^kap: data-kap: .+\.$/);
    expect(node.children).to.have.length(0);
    expect(node).to.have.text('Call us on (503) 555-0142.');
    expect(marked.children).to.have.length(0);
  });

  it('passes on no attribute but the options', async () => {
    const node = nodeWith({});
    const options = {
      element: 'intake-form',
      endpoint: practice.endpoint,
      theme: 'dark',
      onclick: 'alert(1)',
    };
    const mounted = globalThis.Kap?.mount(node, options as { element: 'intake-form' });
    await formIn(node);
    expect(mounted?.getAttributeNames().toSorted()).to.eql(['endpoint', 'theme']);
  });
});
