import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { IntakePage } from '../support/intake-page.js';
import { placed } from '../support/placed.js';

const WHY = 'Why we ask: Blood vessels';

let practice: FakePractice;
let page: IntakePage;

beforeEach(async () => {
  practice = new FakePractice();
  const place = await fixture(html`<main style="padding-block: 1500px"></main>`);
  page = await IntakePage.open({ endpoint: practice.endpoint }, place);
  await page.goTo('Heart and blood pressure');
});
afterEach(() => {
  practice.close();
  scrollTo(0, 0);
});

/** Opens the reason with its button at the top or the bottom of the window; where both stand then. */
async function openedAt(block: ScrollLogicalPosition) {
  const button = page.button(WHY);
  button.scrollIntoView({ block, behavior: 'instant' });
  await page.click(WHY);
  const popover = await placed(page);
  return { button: button.getBoundingClientRect(), popover: popover.getBoundingClientRect() };
}

describe('why something is asked', () => {
  it('opens below its button', async () => {
    const { button, popover } = await openedAt('start');
    expect(popover.top).to.be.within(button.bottom, button.bottom + 16);
    expect(popover.left).to.be.closeTo(button.left, 1);
  });

  it('opens above its button where the window ends below', async () => {
    const { button, popover } = await openedAt('end');
    expect(popover.bottom).to.be.within(button.top - 16, button.top);
  });

  it('follows its button when the page is scrolled', async () => {
    const { button, popover } = await openedAt('center');
    const floating = await placed(page);
    const to = scrollY + 100;
    await waitUntil(() => {
      // Again and again: Firefox may take the first one back while it still settles an earlier one.
      scrollTo(0, to);
      return Math.abs(floating.getBoundingClientRect().top - popover.top + 100) < 1;
    }, 'It stayed where it was.');
    expect(page.button(WHY).getBoundingClientRect().top).to.be.closeTo(button.top - 100, 1);
  });
});
