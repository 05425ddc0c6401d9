import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Item } from '../../src/domain/questionnaire/questionnaire.js';
import { en } from '../support/words.js';
import { emulate, press } from '../support/browser-commands.js';
import { isWebKit } from '../support/browser-name.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import { KINDS, questionnaireOf } from '../support/every-kind.js';
import { FakePractice } from '../support/fake-practice.js';
import { line, list, openForm, pick, readBack } from '../support/form-page.js';
import type { IntakePage } from '../support/intake-page.js';
import { answerByKeyboard, tabTo } from '../support/keyboard.js';

let practice: FakePractice;
let place: Element;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(async () => {
  practice.close();
  if (!isWebKit) await emulate.timeZone(null);
});

const open = (...items: readonly Item[]) => openForm(questionnaireOf(...items), practice, place);

const unitOf = (page: IntakePage, question: string) =>
  [...page.field(question).querySelectorAll('[part~="choice"]:has(:checked)')].map((each) =>
    each.textContent?.trim(),
  );

function paste(input: HTMLInputElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  // Firefox leaves out what a script hands to the constructor.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  input.dispatchEvent(event);
}

describe('a number', () => {
  it('stands beside what it counts, which a screen reader says too', async () => {
    const page = await open(KINDS.whole);
    const input = line(page, 'How many stairs?');
    const described = page.root.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(described).to.have.trimmed.text('stairs');
    await answerByKeyboard(page, 'How many stairs?', ['12']);
    expect(await readBack(page, 'How many stairs?')).to.equal('12 stairs');
  });

  it('gets the keys that it needs', async () => {
    const page = await open(KINDS.whole, KINDS.number, KINDS.weight, KINDS.site);
    const modes = ['How many stairs?', 'How warm is it?', 'What do you weigh?', 'Your website'].map(
      (question) => line(page, question).inputMode,
    );
    expect(modes).to.eql(['numeric', 'text', 'decimal', 'url']);
  });

  it('says its bounds with what it counts', async () => {
    const page = await open(KINDS.whole, KINDS.weight);
    await page.answer('How many stairs?', '41');
    await page.answer('What do you weigh?', '3');
    await page.continue();
    page.expectSummary([
      'How many stairs: it should be 40 stairs or less',
      'Weight: it should be 30 kg or more',
    ]);
    await page.click('Weight: it should be 30 kg or more');
    page.expectFocusOn(line(page, 'What do you weigh?'));
  });
});

describe('an amount with a unit', () => {
  it('keeps what was typed when the unit changes', async () => {
    const page = await open(KINDS.weight);
    await answerByKeyboard(page, 'What do you weigh?', ['154']);
    expect(unitOf(page, 'What do you weigh?')).to.eql(['kg']);
    await press('Tab', 'ArrowDown');
    await page.settle();
    expect(unitOf(page, 'What do you weigh?')).to.eql(['pounds']);
    expect(line(page, 'What do you weigh?').value).to.equal('154');
    expect(await readBack(page, 'Weight')).to.equal('154 pounds');
  });

  it('can be given in feet and inches, as people know their height', async () => {
    const page = await open(KINDS.height);
    expect(plain(page.field('How tall are you?'))).to.contain('for example: 5 6.');
    page.choice('How tall are you?', 'feet and inches').click();
    await page.settle();
    expect(line(page, 'How tall are you?').inputMode).to.equal('text');
    await answerByKeyboard(page, 'How tall are you?', ['5 6']);
    expect(await readBack(page, 'Height')).to.equal('5 ft 6 in');
  });

  it('has all of its units side by side, under a name of their own', async () => {
    const page = await open(KINDS.volume);
    await page.answer('How much did you drink?', '2');
    page.choice('How much did you drink?', 'cups').click();
    await page.settle();
    const units = page.field('How much did you drink?').querySelector('[role=radiogroup]');
    expect(units?.ariaLabel).to.equal('Unit: How much did you drink?');
    expect(await readBack(page, 'How much did you drink?')).to.equal('2 cups');
  });
});

describe('a time', () => {
  const WAKE = KINDS.wake.text;

  // How many keys a time takes follows the device's language, which can't be set in WebKit.
  it('is written with the keyboard', async function () {
    if (isWebKit) this.skip();
    const page = await open(KINDS.wake);
    await tabTo(page, (focused) => focused === line(page, WAKE));
    await sendKeys({ type: '0230p' });
    expect(await readBack(page, WAKE)).to.match(/^2:30\sPM$/);
  });

  for (const [text, time] of [
    ['2:30 pm', '14:30'],
    ['14.30', '14:30'],
    ['14:30:00', '14:30'],
    ['12 a.m.', '00:00'],
    ['7AM', '07:00'],
    ['soon', ''],
  ] as const)
    it(`takes “${text}” by paste`, async () => {
      const page = await open(KINDS.wake);
      paste(line(page, WAKE), text);
      await page.settle();
      expect(line(page, WAKE).value).to.equal(time);
    });

  it('that is filled in by half is asked about, and is never lost', async function () {
    if (isWebKit) this.skip();
    const page = await open(KINDS.wake);
    await tabTo(page, (focused) => focused === line(page, WAKE));
    await sendKeys({ type: '02' });
    await press('Enter');
    await page.settle();
    page.expectSummary(['When do you wake up: please write it as the hint shows']);
    await page.click('When do you wake up: please write it as the hint shows');
    await sendKeys({ type: '0230p' });
    expect(await readBack(page, WAKE)).to.match(/^2:30\sPM$/);
  });
});

describe('a date with a time', () => {
  const LAST = KINDS.last.text;

  async function sentFor(date: readonly string[]): Promise<string> {
    const page = await open(KINDS.last);
    await page.answer(LAST, ...date);
    await page.continue();
    await page.click(page.sendButton);
    await page.shows(en.receivedTitle);
    return practice.submissions[0]?.body ?? '';
  }

  it('is sent with how far the clocks here are from UTC on that day', async function () {
    if (isWebKit) this.skip();
    await emulate.timeZone('America/Los_Angeles');
    expect(await sentFor(['7', '4', '2026', '18:05'])).to.contain('"2026-07-04T18:05:00-07:00"');
  });

  it('in winter too', async function () {
    if (isWebKit) this.skip();
    await emulate.timeZone('America/Los_Angeles');
    expect(await sentFor(['1', '4', '2026', '18:05'])).to.contain('"2026-01-04T18:05:00-08:00"');
  });

  it('is read back in words', async () => {
    const page = await open(KINDS.last);
    await page.answer(LAST, '7', '4', '2026', '18:05');
    expect(await readBack(page, LAST)).to.match(/^July 4, 2026 at 6:05\sPM$/);
  });

  it('can be a day alone', async () => {
    const page = await open(KINDS.last);
    await page.answer(LAST, '7', '4', '2026');
    expect(await readBack(page, LAST)).to.equal('July 4, 2026');
  });
});

describe('a list with room for one’s own words', () => {
  const ONE = KINDS.fruit.text;
  const ALL = KINDS.fruits.text;

  it('opens a line for them', async () => {
    const page = await open(KINDS.fruit);
    expect(page.inputs(ONE)).to.have.length(0);
    page.choice(ONE, en.somethingElse).click();
    await page.settle();
    await answerByKeyboard(page, ONE, ['Rice']);
    expect(line(page, ONE).ariaLabel).to.equal(en.somethingElse);
    expect(await readBack(page, ONE)).to.equal('Rice');
  });

  it('stays open while they are written anew', async () => {
    const page = await open(KINDS.fruit);
    page.choice(ONE, en.somethingElse).click();
    await page.settle();
    await page.answer(ONE, 'Rice');
    await page.answer(ONE, '');
    expect(line(page, ONE).value).to.equal('');
    await page.continue();
    page.expectSummary(['Your breakfast: please give an answer']);
    await page.click('Your breakfast: please give an answer');
    page.expectFocusOn(page.choice(ONE, 'Apple'));
  });

  it('takes them beside others, and not beside “Nothing”', async () => {
    const page = await open(KINDS.fruits);
    await page.answer(ALL, 'Apple');
    page.choice(ALL, en.somethingElse).click();
    await page.settle();
    await page.answer(ALL, 'Rice');
    expect(await readBack(page, ALL)).to.equal('Apple, Rice');
    await page.back();
    page.choice(ALL, 'Nothing').click();
    await page.settle();
    expect(page.inputs(ALL)).to.have.length(0);
    expect(await readBack(page, ALL)).to.equal('Nothing');
  });
});

describe('a list that opens', () => {
  const ROOM = KINDS.room.text;

  it('is chosen from with the keyboard', async () => {
    const page = await open(KINDS.room);
    await page.continue();
    expect(list(page, ROOM)).to.have.attribute('aria-invalid', 'true');
    await page.click('Which room: please give an answer');
    page.expectFocusOn(list(page, ROOM));
    await sendKeys({ type: 'Egg' });
    await aTimeout(0);
    expect(await readBack(page, ROOM)).to.equal('Egg');
  });

  it('gives an answer back', async () => {
    const page = await open(KINDS.room);
    await pick(page, ROOM, 'Egg');
    await pick(page, ROOM, en.chooseOne);
    await page.continue();
    expect(page.errors).to.eql(['Which room: please give an answer']);
  });

  it('takes the place of more than nine answers, with room for one’s own words', async () => {
    const page = await open(KINDS.month);
    await pick(page, KINDS.month.text, en.somethingElse);
    const own = page.field(KINDS.month.text).querySelector('input');
    if (!own) throw new Error('There is no room for words.');
    own.focus();
    await sendKeys({ type: 'Thirteen' });
    expect(await readBack(page, KINDS.month.text)).to.equal('Thirteen');
  });
});
