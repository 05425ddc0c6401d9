import { expect, fixture, html } from '@open-wc/testing';
import { instantInWords } from '../../src/locale/format.js';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage } from '../support/consent-page.js';
import '../support/define-elements.js';
import { until } from '../support/element-page.js';
import { answerByKeyboard } from '../support/keyboard.js';
import { consentIn, FakePractice, json } from '../support/fake-practice.js';
import { NOW } from '../support/hazel-house.js';

let practice: FakePractice;
let place: HTMLElement;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  place = await fixture(html`<main style="inline-size: 500px"></main>`);
  page = await ConsentPage.open({ endpoint: practice.endpoint, theme: 'light' }, place);
});
afterEach(() => {
  practice.close();
  scrollTo(0, 0);
});

const drawsALine = async () => {
  await page.draws();
  await page.stroke([0.2, 0.5], [0.5, 0.5], [0.8, 0.5]);
};

const record = async () => {
  await page.shows(en.signedTitle);
  const [request] = practice.submissions;
  if (!request) throw new Error('Nothing was sent.');
  return consentIn(request).content.record;
};

describe('the ways to sign', () => {
  it('are two, a typed name first, and neither counts less', () => {
    expect(page.answerTo(en.methodLabel)).to.eql([en.methodTyped]);
    expect(page.field(en.methodLabel).textContent).to.contain(en.methodHint);
    expect(page.root.querySelectorAll('canvas')).to.have.length(0);
  });

  it('can be chosen with the keyboard alone', async () => {
    await answerByKeyboard(page, en.methodLabel, [en.methodDrawn]);
    expect(page.canvas.getAttribute('role')).to.equal('img');
    await press('ArrowUp');
    await page.settle();
    expect(page.answerTo(en.methodLabel)).to.eql([en.methodTyped]);
    expect(page.root.querySelectorAll('canvas')).to.have.length(0);
  });

  it('both show the date and the zone', async () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(page.text).to.contain(`${instantInWords(NOW, 'en')}, ${zone}`);
    await page.draws();
    expect(page.text).to.contain(`${instantInWords(NOW, 'en')}, ${zone}`);
  });
});

describe('a drawn signature', () => {
  it('goes into the record as its lines, with the full name beside it', async () => {
    await page.fillIn();
    await drawsALine();
    await page.stroke([0.3, 0.2], [0.4, 0.8]);
    await page.sign();
    const { signature, signer } = await record();
    expect(signer).to.eql({ name: 'Ana Okafor', role: 'self' });
    if (signature.method !== 'drawn') throw new Error('It was not drawn.');
    const { width, height, strokes } = signature.drawing;
    expect(width / height).to.be.closeTo(2, 0.05);
    expect(strokes).to.have.length(2);
    const [x = 0, y = 0] = strokes[0]?.[0] ?? [];
    expect([x / width, y / height].map((part) => part.toFixed(2))).to.eql(['0.20', '0.50']);
    expect(JSON.stringify(signature)).not.to.contain('data:');
  });

  it('is missing while nothing is drawn, also with a name, and its line leads to the box', async () => {
    await page.fillIn();
    await page.draws();
    await page.sign();
    page.expectSummary([en.signing['no-signature']]);
    await page.click(en.signing['no-signature']);
    page.expectFocusOn(page.canvas.closest<HTMLElement>('[role="group"]'));
    await page.stroke([0.2, 0.5], [0.8, 0.5]);
    expect(page.words('error')).to.eql([]);
  });

  it('asks for the full name, too', async () => {
    await page.fillIn('');
    await drawsALine();
    await page.sign();
    page.expectSummary([en.signing['no-name']]);
  });

  it('says what to do for somebody without a hand free for it, and what is drawn', async () => {
    await page.draws();
    expect(page.canvas.ariaLabel ?? page.canvas.getAttribute('aria-label')).to.equal(en.padLabel);
    expect(page.text).to.contain(en.padHint);
    expect(page.text).to.contain(en.padState(0));
    await page.stroke([0.2, 0.5], [0.8, 0.5]);
    expect(page.text).to.contain(en.padState(1));
  });

  it('can be taken back line by line, and cleared', async () => {
    await drawsALine();
    await page.stroke([0.2, 0.8], [0.8, 0.8]);
    expect([page.inkAt(0.5, 0.5), page.inkAt(0.5, 0.8)].every(Boolean)).to.equal(true);
    await page.click(en.padUndo);
    expect(page.text).to.contain(en.padState(1));
    expect([Boolean(page.inkAt(0.5, 0.5)), page.inkAt(0.5, 0.8)]).to.eql([true, undefined]);
    await page.click(en.padClear);
    expect(page.inkAt(0.5, 0.5)).to.equal(undefined);
    expect(page.text).to.contain(en.padState(0));
    await page.click(en.padUndo);
    await page.stroke([0.2, 0.5], [0.8, 0.5]);
    expect(page.text).to.contain(en.padState(1));
  });

  it('is still there after a name was typed for a while', async () => {
    await drawsALine();
    await page.answer(en.methodLabel, en.methodTyped);
    await page.draws();
    await until(() => page.inkAt(0.5, 0.5), 'the line');
    expect(page.text).to.contain(en.padState(1));
  });

  it('is drawn again at every size, and goes on from there', async () => {
    await drawsALine();
    const before = page.canvas.width;
    place.style.inlineSize = '280px';
    await until(() => page.canvas.width < before, 'a smaller box');
    await until(() => page.inkAt(0.5, 0.5), 'the line');
    expect(page.inkAt(0.5, 0.2)).to.equal(undefined);
    await page.stroke([0.2, 0.2], [0.8, 0.2]);
    place.style.inlineSize = '500px';
    await until(() => page.canvas.width === before, 'the box as it was');
    await until(() => page.inkAt(0.5, 0.2) && page.inkAt(0.5, 0.5), 'both lines');
  });

  it('goes on where the box changes under the hand', async () => {
    await drawsALine();
    page.pen('pointerdown', [0.2, 0.2]);
    const { width } = page.canvas.getBoundingClientRect();
    place.style.inlineSize = '280px';
    await until(() => page.canvas.getBoundingClientRect().width < width, 'a smaller box');
    page.pen('pointermove', [0.8, 0.2]);
    page.pen('pointerup', [0.8, 0.2]);
    await page.settle();
    expect(page.text).to.contain(en.padState(2));
    await page.stroke([0.2, 0.8], [0.8, 0.8]);
    expect(page.text).to.contain(en.padState(3));
  });

  it('is as sharp as the screen', async () => {
    await drawsALine();
    expect(page.canvas.width).to.equal(
      Math.round(page.canvas.getBoundingClientRect().width * devicePixelRatio),
    );
  });

  it('is drawn in the colour of the text, in the dark too', async () => {
    await drawsALine();
    const [light = 255] = page.inkAt(0.5, 0.5) ?? [];
    expect(light).to.be.below(90);
    page.element.setAttribute('theme', 'dark');
    await until(() => (page.inkAt(0.5, 0.5)?.[0] ?? 0) > 160, 'light ink');
  });

  it('takes the finger for itself in the box alone', async () => {
    await page.draws();
    expect(getComputedStyle(page.canvas).touchAction).to.equal('none');
    expect(getComputedStyle(page.canvas.parentElement ?? page.canvas).touchAction).to.equal('auto');
  });

  it('is not lost when it could not be sent', async () => {
    await page.fillIn();
    await drawsALine();
    practice.answerSubmissions(json({}, 403));
    await page.sign();
    await page.shows(en.refusedTitle);
    await page.click(en.goBack);
    await page.shows(shortConsent.title);
    await until(() => page.inkAt(0.5, 0.5), 'the line');
  });

  it('outlives the element’s move to another place of the page', async () => {
    await drawsALine();
    const other = document.createElement('div');
    place.append(other);
    other.append(page.element);
    await page.draws();
    await until(() => page.inkAt(0.5, 0.5), 'the line');
    await page.stroke([0.2, 0.8], [0.8, 0.8]);
    expect(page.text).to.contain(en.padState(2));
  });
});
