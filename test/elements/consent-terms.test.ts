import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../support/browser-commands.js';
import { ConsentPage } from '../support/consent-page.js';
import '../support/define-elements.js';
import { plain, until } from '../support/element-page.js';
import { FakePractice } from '../support/fake-practice.js';
import { tabTo } from '../support/keyboard.js';
import { wholeConsent } from '../support/whole-consent.js';

const DISSOCIATION = wholeConsent.terms?.[0]?.meaning;
const PRESSURE = wholeConsent.terms?.[1]?.meaning;

let practice: FakePractice;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(wholeConsent);
  const place = await fixture(html`<main></main>`);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, place, wholeConsent.title);
});
afterEach(() => {
  practice.close();
  scrollTo(0, 0);
});

const term = (index: number): HTMLButtonElement => {
  const found = page.terms[index];
  if (!found) throw new Error(`There is no term ${index}, only ${page.terms.map(plain).join(', ')}.`);
  return found;
};

describe('a word that is explained', () => {
  it('is a button where it stands first in each passage', () => {
    expect(page.terms.map(plain)).to.eql(['dissociation', 'Blood pressure', 'Dissociation']);
  });

  it('opens its meaning beside it, and closes it again', async () => {
    term(0).click();
    await until(() => page.meaning !== undefined, 'the meaning');
    expect(page.meaning).to.equal(DISSOCIATION);
    const open = page.root.querySelector<HTMLElement>(':popover-open');
    await until(() => open && getComputedStyle(open).opacity === '1', 'its place');
    const { top, bottom } = open?.getBoundingClientRect() ?? new DOMRect();
    const word = term(0).getBoundingClientRect();
    expect(Math.min(Math.abs(top - word.bottom), Math.abs(word.top - bottom))).to.be.below(16);
    term(0).click();
    expect(page.meaning).to.equal(undefined);
  });

  it('closes when another opens, so that one stands at a time', () => {
    term(0).click();
    term(1).click();
    expect(page.meaning).to.equal(PRESSURE);
    expect(page.root.querySelectorAll(':popover-open')).to.have.length(1);
  });

  it('opens by keyboard, and closes with Escape where the focus stays', async () => {
    await tabTo(page, (focused) => focused === term(1));
    await press('Enter');
    await until(() => page.meaning === PRESSURE, 'the meaning');
    await press('Escape');
    await until(() => page.meaning === undefined, 'the end of it');
    page.expectFocusOn(term(1));
  });

  it('is described by its meaning', () => {
    const described = page.root.getElementById(term(1).getAttribute('aria-describedby') ?? '');
    expect(plain(described)).to.equal(PRESSURE);
  });

  it('changes no word of its paragraph, read or copied', () => {
    const { paragraphs } = wholeConsent.blocks[0] ?? { paragraphs: [] };
    const shown = [...page.root.querySelectorAll<HTMLElement>('[part~="block"]')][0];
    const read = [...(shown?.querySelectorAll('p') ?? [])].slice(0, 2);
    expect(read.map(({ textContent }) => textContent)).to.eql(paragraphs);
    expect(read.map(({ innerText }) => innerText)).to.eql(paragraphs);
    expect(getComputedStyle(term(0)).userSelect || 'text').to.equal('text');
  });
});
