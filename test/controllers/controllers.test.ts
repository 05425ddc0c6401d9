import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { createStore } from '../../src/app/store.js';
import { FocusController } from '../../src/controllers/focus.js';
import { SelectController } from '../../src/controllers/select.js';

interface Weather {
  readonly sky: string;
  readonly wind: number;
}

const weather = (initial: Weather) =>
  createStore<Weather, Partial<Weather>, never>({
    initial,
    reduce: (state, message) => [{ ...state, ...message }],
    run: () => undefined,
  });

class SkyElement extends LitElement {
  readonly sky = new SelectController<Weather, string>(this, (state) => state.sky);
  readonly focusing = new FocusController(this);
  hasLate = false;
  renders = 0;

  protected override render(): TemplateResult {
    this.renders++;
    return html`<p>${this.sky.value}</p>
      <fieldset id="date"><input id="day" /><input id="month" /></fieldset>
      <h2 tabindex="-1">Sky</h2>
      ${this.hasLate ? html`<button id="late">Late</button>` : ''}`;
  }
}
customElements.define('kap-test-sky', SkyElement);

const openSky = () => fixture<SkyElement>(html`<kap-test-sky></kap-test-sky>`);
const wordsOf = (element: SkyElement) => element.shadowRoot?.querySelector('p')?.textContent;
const focusIn = (element: SkyElement) => element.shadowRoot?.activeElement;

describe('SelectController', () => {
  it('renders its host when its part of the state has changed, and only then', async () => {
    const element = await openSky();
    const store = weather({ sky: 'clear', wind: 1 });
    element.sky.follow(store);
    await element.updateComplete;
    expect(wordsOf(element)).to.equal('clear');
    const before = element.renders;
    store.send({ wind: 9 });
    await element.updateComplete;
    expect(element.renders).to.equal(before);
    store.send({ sky: 'grey' });
    await element.updateComplete;
    expect(wordsOf(element)).to.equal('grey');
  });

  it('lets go of a store when it follows another', async () => {
    const element = await openSky();
    const [old, next] = [weather({ sky: 'clear', wind: 1 }), weather({ sky: 'snow', wind: 1 })];
    element.sky.follow(old);
    element.sky.follow(next);
    old.send({ sky: 'grey' });
    await element.updateComplete;
    expect(wordsOf(element)).to.equal('snow');
    element.sky.follow(undefined);
    expect(element.sky.value).to.equal(undefined);
  });

  it('catches up with what it missed while its host was away', async () => {
    const element = await openSky();
    const store = weather({ sky: 'clear', wind: 1 });
    element.sky.follow(store);
    const place = element.parentElement;
    element.remove();
    store.send({ sky: 'grey' });
    expect(element.sky.value).to.equal('clear');
    place?.append(element);
    await element.updateComplete;
    expect(wordsOf(element)).to.equal('grey');
  });
});

describe('FocusController', () => {
  it('focuses what can take the focus, and of a group the first field', async () => {
    const element = await openSky();
    element.focusing.moveTo('h2');
    await element.updateComplete;
    expect(focusIn(element)).to.have.text('Sky');
    element.focusing.moveTo('#date');
    await element.updateComplete;
    expect(focusIn(element)).to.have.id('day');
  });

  it('waits for what is still to be rendered, and then leaves the focus alone', async () => {
    const element = await openSky();
    element.focusing.moveTo('#late');
    await element.updateComplete;
    expect(focusIn(element) === null).to.equal(true);
    element.hasLate = true;
    element.requestUpdate();
    await element.updateComplete;
    expect(focusIn(element)).to.have.id('late');
    element.shadowRoot?.querySelector('input')?.focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(focusIn(element)).to.have.id('day');
  });

  it('brings a question into view before its field', async () => {
    const place = await fixture(html`<div style="padding-block: 3000px"></div>`);
    const element = new SkyElement();
    place.append(element);
    await element.updateComplete;
    scrollTo(0, 0);
    element.focusing.moveTo('#date');
    await element.updateComplete;
    const top = element.shadowRoot?.querySelector('#date')?.getBoundingClientRect().top ?? -1;
    expect(top).to.be.within(0, innerHeight);
    scrollTo(0, 0);
  });
});
