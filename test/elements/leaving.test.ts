import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { placed, plain } from '../support/element-page.js';
import {
  busyForLong,
  FakePractice,
  heldBack,
  json,
  received,
  type Answer,
} from '../support/fake-practice.js';
import { inReview } from '../support/hazel-house.js';
import { IntakePage } from '../support/intake-page.js';
import { SafetyPage } from '../support/safety-page.js';

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => IntakePage.open({ endpoint: practice.endpoint }, place);
const waysOut = (page: IntakePage) => page.buttons.filter((name) => name === en.leave);

describe('the way out at once', () => {
  it('is on the welcome, every page, the topics and the check, once', async () => {
    const page = await open();
    expect(waysOut(page)).to.have.length(1);
    await page.begin();
    expect(waysOut(page)).to.have.length(1);
    await page.click(en.topics);
    expect(waysOut(page)).to.have.length(1);
    await page.click(en.checkTitle);
    expect(waysOut(page)).to.have.length(1);
  });

  it('covers no other way where the page of a phone is scrolled up to it', async () => {
    place.style.inlineSize = '284px';
    const page = await open();
    await page.begin();
    const topics = [...page.root.querySelectorAll('button')].find((each) => plain(each) === en.topics);
    topics?.scrollIntoView({ block: 'start', behavior: 'instant' });
    const { left, top, height } = topics?.getBoundingClientRect() ?? new DOMRect();
    expect(top).to.be.below(40);
    expect(page.root.elementFromPoint(left + 4, top + height / 2)).to.equal(topics);
  });

  const endings: readonly (readonly [string, Answer, string])[] = [
    ['is on its way', heldBack(received).answer, en.sending],
    ['is received', received, en.receivedTitle],
    ['is not sent', busyForLong, en.notSentTitle],
    ['is refused', json({}, 401), en.refusedTitle],
  ];
  for (const [what, answer, title] of endings)
    it(`is there when the health history ${what}`, async () => {
      practice.answerSubmissions(answer);
      const page = await SafetyPage.atMood(practice, place);
      await page.click(en.topics);
      await page.click(en.checkTitle);
      await page.click(page.sendButton);
      await page.shows(title);
      expect(waysOut(page)).to.have.length(1);
    });

  it('is there for a client whom the practice knows', async () => {
    practice.remember(inReview);
    const page = new IntakePage(placed('kap-intake-form', { endpoint: practice.endpoint }, place));
    await page.shows(en.beforeTitle);
    expect(waysOut(page)).to.have.length(1);
  });
});
