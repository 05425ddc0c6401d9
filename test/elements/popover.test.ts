import { expect, fixture, html } from '@open-wc/testing';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { IntakePage } from '../support/intake-page.js';

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
  const popover = page.root.querySelector(':popover-open');
  if (!popover) throw new Error('Nothing opened.');
  return { button: button.getBoundingClientRect(), popover: popover.getBoundingClientRect() };
}

describe('why something is asked', () => {
  it('opens below its button', async () => {
    const { button, popover } = await openedAt('start');
    expect(popover.top).to.be.within(button.bottom, button.bottom + 16);
    expect(popover.left).to.be.closeTo(button.left, 1);
  });

  it('follows its button when the page is scrolled', async () => {
    const { button, popover } = await openedAt('center');
    scrollBy(0, 100);
    // Browsers move what is anchored with the frame after the one that has scrolled.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const [buttonNow, popoverNow] = [page.button(WHY), page.root.querySelector(':popover-open')].map(
      (element) => element?.getBoundingClientRect(),
    );
    expect(buttonNow?.top).to.be.closeTo(button.top - 100, 1);
    expect(popoverNow?.top).to.be.closeTo(popover.top - 100, 1);
  });
});
