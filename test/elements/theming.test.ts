import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { emulate } from '../support/browser-commands.js';
import { isChromium } from '../support/browser-name.js';
import '../support/define-elements.js';
import { busyForLong, FakePractice } from '../support/fake-practice.js';
import { COMPLETE_HISTORY } from '../support/complete-history.js';
import { placed, until } from '../support/element-page.js';
import { overflowing } from '../support/overflowing.js';
import { CHECK, IntakePage } from '../support/intake-page.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = (more: Readonly<Record<string, string>> = {}) =>
  IntakePage.open({ endpoint: practice.endpoint, ...more }, place);

function one(page: IntakePage, part: string): HTMLElement {
  const [found] = page.all(part);
  if (!found) throw new Error(`There is no ${part}.`);
  return found;
}

describe('the parts', () => {
  it('can be styled from the page', async () => {
    const style = document.createElement('style');
    style.textContent = `
      kap-intake-form::part(title) { font-style: italic }
      kap-intake-form::part(choice chosen) { border-style: dotted }`;
    place.append(style);
    const page = await open();
    await page.begin();
    expect(getComputedStyle(one(page, 'title')).fontStyle).to.equal('italic');
    const asked = 'When we phone, is it all right to';
    await page.answer(asked, 'Leave a voicemail');
    const choices = page.field(asked).querySelectorAll('[part~="choice"]');
    expect([...choices].map((choice) => getComputedStyle(choice).borderTopStyle)).to.eql([
      'dotted',
      'solid',
      'solid',
      'solid',
    ]);
  });
});

describe('the state', () => {
  it('of a form can be styled', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    const isIn = (state: string) => page.form.matches(`:state(${state})`);
    expect(isIn('welcome')).to.equal(true);
    await page.begin();
    expect([isIn('filling'), isIn('welcome')]).to.eql([true, false]);
    await page.fillAll();
    expect(isIn('checking')).to.equal(true);
    await page.click(page.sendButton);
    await page.shows(en.notSentTitle);
    expect(isIn('not-sent')).to.equal(true);
    await page.click(en.tryAgain);
    await page.shows(en.receivedTitle);
    expect(isIn('received')).to.equal(true);
  });
});

/** Red, green and blue as the screen shows a colour, each from 0 to 255. */
function onScreen(colour: string): readonly [number, number, number] {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = onScreen(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const colourOf = (element: Element): string => getComputedStyle(element).color;
const groundOf = (element: Element): string => getComputedStyle(element).backgroundColor;

describe('the custom properties', () => {
  it('reach what they name', async () => {
    const page = await open({
      style: `--kap-accent: rgb(10, 20, 120); --kap-on-accent: rgb(250, 250, 240); --kap-surface: rgb(240, 250, 255);
        --kap-text: rgb(1, 2, 3); --kap-danger: rgb(100, 0, 50); --kap-radius: 11px; --kap-space: 5px;
        --kap-padding: 7px; --kap-font: monospace; --kap-heading-font: fantasy; --kap-focus: rgb(0, 0, 255)`,
    });
    const frame = getComputedStyle(one(page, 'frame'));
    expect(frame.backgroundColor).to.equal('rgb(240, 250, 255)');
    expect(frame.color).to.equal('rgb(1, 2, 3)');
    expect(frame.fontFamily).to.equal('monospace');
    expect(frame.paddingTop).to.equal('7px');
    expect(getComputedStyle(one(page, 'title')).fontFamily).to.equal('fantasy');
    const primary = getComputedStyle(one(page, 'primary'));
    expect(primary.backgroundColor).to.equal('rgb(10, 20, 120)');
    expect(primary.color).to.equal('rgb(250, 250, 240)');
    expect(primary.borderTopLeftRadius).to.equal('11px');
    expect(getComputedStyle(one(page, 'actions')).columnGap).to.equal('10px');
    await page.begin();
    await page.continue();
    expect(colourOf(one(page, 'error'))).to.equal('rgb(100, 0, 50)');
  });

  it('reach the form through a journey', async () => {
    const journey = placed(
      'kap-journey',
      { endpoint: practice.endpoint, style: '--kap-surface: rgb(240, 250, 255)' },
      place,
    );
    await until(
      () => journey.querySelector('kap-intake-form')?.shadowRoot?.querySelector('[part~="frame"]'),
      'the form',
    );
    for (const element of [journey, journey.querySelector('kap-intake-form')]) {
      const frame = element?.shadowRoot?.querySelector('[part~="frame"]');
      expect(frame && groundOf(frame)).to.equal('rgb(240, 250, 255)');
    }
  });
});

describe('light and dark', () => {
  for (const theme of ['light', 'dark'])
    it(`can both be read: ${theme}`, async () => {
      const page = await open({ theme });
      const ground = groundOf(one(page, 'frame'));
      const readable = (part: string) =>
        expect(contrast(colourOf(one(page, part)), ground), part).to.be.at.least(4.5);
      for (const part of ['title', 'text', 'link']) readable(part);
      const primary = one(page, 'primary');
      expect(contrast(colourOf(primary), groundOf(primary)), 'primary button').to.be.at.least(4.5);
      await page.begin();
      await page.continue();
      for (const part of ['progress', 'label', 'optional', 'hint', 'error', 'error-summary']) readable(part);
      const edge = getComputedStyle(page.inputs('Your pronouns')[0] ?? page.form).borderTopColor;
      expect(contrast(edge, ground), 'edge of an input').to.be.at.least(3);
      await page.answer('When we phone, is it all right to', 'Leave a voicemail');
      const chosen = one(page, 'chosen');
      expect(contrast(colourOf(chosen), groundOf(chosen)), 'chosen answer').to.be.at.least(4.5);
    });

  it('differ, and follow the page’s own colour scheme where no theme is set', async () => {
    const page = await open();
    const ground = () => luminance(groundOf(one(page, 'frame')));
    expect(ground()).to.be.above(0.8);
    place.style.colorScheme = 'dark';
    expect(ground()).to.be.below(0.1);
    page.form.setAttribute('theme', 'light');
    expect(ground()).to.be.above(0.8);
  });

  it('stay with a light page, whatever the device prefers', async function () {
    if (!isChromium) this.skip();
    await emulate.media({ 'prefers-color-scheme': 'dark' });
    const page = await open();
    expect(luminance(groundOf(one(page, 'frame')))).to.be.above(0.8);
    await emulate.media(null);
  });
});

for (const direction of ['ltr', 'rtl'] as const)
  describe(`in a narrow column, ${direction}`, () => {
    let page: IntakePage;

    beforeEach(async () => {
      place.dir = direction;
      place.style.inlineSize = '280px';
      page = await open();
    });

    it('nothing stands out of it, on any page', async function () {
      this.timeout(30_000);
      const fits = (where: string) => {
        expect(page.form.scrollWidth, where).to.be.at.most(280);
        expect(overflowing(page), where).to.eql([]);
      };
      fits('welcome');
      await page.begin();
      for (const topic of Object.keys(COMPLETE_HISTORY)) {
        await page.continue();
        fits(topic);
        await page.fillTopic();
        await page.continue();
      }
      expect(page.title).to.equal(CHECK);
      await page.click('Change: Last name');
      await page.answer('Last name', 'Wolfeschlegelsteinhausenbergerdorff-Okafor');
      await page.continue();
      fits(CHECK);
      practice.answerSubmissions(busyForLong);
      await page.click(page.sendButton);
      await page.shows(en.notSentTitle);
      fits('not sent');
      await page.click(en.tryAgain);
      await page.shows(en.receivedTitle);
      fits('received');
    });

    it('a question begins where a line begins', async () => {
      await page.begin();
      const form = page.root.querySelector('form')?.getBoundingClientRect();
      const [day] = page.inputs('Date of birth');
      const box = day?.getBoundingClientRect();
      if (!form || !box) throw new Error('There is no date of birth.');
      if (direction === 'ltr') expect(box.left).to.be.closeTo(form.left, 1);
      else expect(box.right).to.be.closeTo(form.right, 1);
    });
  });
