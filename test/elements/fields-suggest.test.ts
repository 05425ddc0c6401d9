import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { press } from '../support/browser-commands.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import { KINDS, questionnaireOf } from '../support/every-kind.js';
import { FakePractice } from '../support/fake-practice.js';
import { line, openForm, readBack } from '../support/form-page.js';
import type { IntakePage } from '../support/intake-page.js';
import { placed } from '../support/placed.js';
import { overflowing } from '../support/overflowing.js';
import { tabTo } from '../support/keyboard.js';

const OPEN = KINDS.medicine.text;
const CLOSED = KINDS.closed.text;

let practice: FakePractice;
let place: HTMLElement;
let page: IntakePage;

const input = () => line(page, OPEN);
const suggestions = () => page.words('option');
const live = () => plain(page.field(OPEN).querySelector('[aria-live]'));

/** The suggestion that the input says is marked. */
const marked = () => plain(page.root.getElementById(input().getAttribute('aria-activedescendant') ?? ''));

async function type(words: string): Promise<void> {
  await tabTo(page, (focused) => focused === input());
  await sendKeys({ type: words });
  await page.settle();
}

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
  const more = { linkId: 'more', type: 'string', text: 'Anything else?' } as const;
  page = await openForm(questionnaireOf(KINDS.medicine, more), practice, place);
});
afterEach(() => practice.close());

describe('a line that suggests', () => {
  it('is a combobox with a list, closed at first', () => {
    expect(input()).to.have.attribute('role', 'combobox');
    expect(input().ariaExpanded).to.equal('false');
    expect(input().spellcheck).to.equal(false);
    expect(input().autocomplete).to.equal('off');
    const list = page.root.getElementById(input().getAttribute('aria-controls') ?? '');
    expect(list).to.have.attribute('role', 'listbox');
    expect(list?.hidden).to.equal(true);
  });

  for (const [written, found] of [
    ['ser', ['sertraline (Zoloft)']],
    ['ZOL', ['sertraline (Zoloft)']],
    ['lithob', ['lithium (Lithobid)']],
    ['cafe the', ['Café Thé']],
    ['vitamin d', ['vitamin D']],
    ['traline', []],
  ] as const)
    it(`finds ${found.join() || 'nothing'} by “${written}”`, async () => {
      await type(written);
      expect(suggestions()).to.eql(found);
    });

  it('shows six at a time, and says how many', async () => {
    await type('l');
    expect(suggestions()).to.have.length(6);
    expect(live()).to.equal('6 suggestions');
    await sendKeys({ type: 'it' });
    expect(live()).to.equal('1 suggestion');
    await sendKeys({ type: 'x' });
    expect(live()).to.equal('no suggestions');
    expect(input().ariaExpanded).to.equal('false');
  });

  it('goes through them with the arrows, the line itself between last and first', async () => {
    await type('lo');
    const seen = [marked()];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await press(key);
      seen.push(marked());
    }
    const [first, second, third] = suggestions();
    expect(seen).to.eql(['', first, second, third, '', third, second]);
    page.expectFocusOn(input());
  });

  it('takes the marked one with Enter, which sends nothing while the list is open', async () => {
    await type('lo');
    await press('ArrowDown', 'Enter');
    await page.settle();
    expect(page.title).to.equal('Every kind');
    expect(input().value).to.equal('lorazepam (Ativan)');
    expect(input().ariaExpanded).to.equal('false');
    await press('Enter');
    await page.settle();
    expect(page.line(OPEN).words).to.equal('lorazepam (Ativan)');
  });

  it('closes with Enter where none is marked, and keeps what was written', async () => {
    await type('lo');
    await press('Enter');
    await page.settle();
    expect(page.title).to.equal('Every kind');
    expect(suggestions()).to.eql([]);
    expect(await readBack(page, OPEN)).to.equal('lo');
  });

  it('closes with Escape and keeps what was written', async () => {
    await type('lo');
    await press('ArrowDown', 'Escape');
    expect(suggestions()).to.eql([]);
    expect(input().value).to.equal('lo');
    page.expectFocusOn(input());
  });

  it('opens with an arrow before anything is written', async () => {
    await tabTo(page, (focused) => focused === input());
    await press('ArrowDown');
    expect(suggestions()).to.have.length(6);
    expect(marked()).to.equal('sertraline (Zoloft)');
  });

  it('closes when the client goes on', async () => {
    await type('lo');
    await press('Tab');
    expect(suggestions()).to.eql([]);
    page.expectFocusOn(line(page, 'Anything else?'));
  });

  it('takes the one that is pressed, and the focus stays in the line', async () => {
    await type('lo');
    await placed(page);
    const [, second] = page.all('option');
    const { x, y, width, height } = second?.getBoundingClientRect() ?? new DOMRect();
    expect(height).to.be.at.least(48);
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await page.settle();
    expect(input().value).to.equal('losartan (Cozaar)');
    expect(suggestions()).to.eql([]);
    page.expectFocusOn(input());
    expect(await readBack(page, OPEN)).to.equal('losartan (Cozaar)');
  });

  it('takes an answer that is written out as if it had been chosen', async () => {
    await type('VITAMIN D');
    await press('Tab');
    await page.settle();
    expect(input().value).to.equal('vitamin D');
  });

  it('takes any words by paste', async () => {
    const words = 'St. John’s wort & 5-HTP';
    await page.answer(OPEN, words);
    expect(await readBack(page, OPEN)).to.equal(words);
  });

  it('moves nothing on the page while it is open', async () => {
    // From the form's own top: the page may scroll to bring the suggestions into view.
    const below = () =>
      line(page, 'Anything else?').getBoundingClientRect().top - page.form.getBoundingClientRect().top;
    const before = below();
    await type('l');
    expect(suggestions()).not.to.eql([]);
    expect(below()).to.be.closeTo(before, 0.1);
  });

  it('stays within a narrow column and leaves what is typed to be seen', async () => {
    place.style.inlineSize = '280px';
    await type('l');
    const list = await placed(page);
    expect(overflowing(page)).to.eql([]);
    const [{ top, bottom, height }, typed] = [list, input()].map((each) => each.getBoundingClientRect()) as [
      DOMRect,
      DOMRect,
    ];
    expect(top >= typed.bottom || bottom <= typed.top).to.equal(true);
    expect(height).to.be.at.most(innerHeight / 2);
  });

  it('is not cut off by a page that cuts off what is too large for its place', async () => {
    place.style.overflow = 'hidden';
    place.style.blockSize = '80px';
    await type('li');
    const { left, top, bottom, height } = (await placed(page)).getBoundingClientRect();
    expect(height).to.be.above(80);
    for (const y of [top + 10, bottom - 10])
      expect(document.elementFromPoint(left + 10, y)).to.equal(page.form);
  });

  it('is accessible, open and closed', async () => {
    await expect(page.form).to.be.accessible();
    await type('l');
    await press('ArrowDown');
    await expect(page.form).to.be.accessible();
  });
});

describe('a line that takes only what it suggests', () => {
  beforeEach(async () => {
    place.replaceChildren();
    page = await openForm(questionnaireOf(KINDS.closed), practice, place);
  });

  it('asks for one of the answers, and keeps what was written until then', async () => {
    await page.answer(CLOSED, 'ser');
    await page.continue();
    page.expectSummary(['Which of our medicines: please choose one of the answers']);
    expect(line(page, CLOSED).value).to.equal('ser');
    await page.click('Which of our medicines: please choose one of the answers');
    page.expectFocusOn(line(page, CLOSED));
    await sendKeys({ type: 't' });
    await press('ArrowDown', 'Enter');
    expect(await readBack(page, CLOSED)).to.equal('sertraline (Zoloft)');
  });
});
