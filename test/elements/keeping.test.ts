import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { busyForLong, FakePractice, json, received, type Answer } from '../support/fake-practice.js';
import { inReview, REFERENCE } from '../support/hazel-house.js';
import { asksBeforeLeaving, placed } from '../support/element-page.js';
import { IntakePage } from '../support/intake-page.js';
import { savedFile } from '../support/saved-file.js';

const SAVE = en.saveCopy;

let practice: FakePractice;
let place: Element;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = () => IntakePage.open({ endpoint: practice.endpoint }, place);

describe('the copy to keep', () => {
  it('holds every answer, as text, in a page without script', async () => {
    const page = await open();
    await page.fillAll();
    await page.click('Change: Goals');
    await page.answer('What do you hope will be different?', '<script>alert("x")</script> & sleep');
    await page.continue();
    const { name, type, text } = await savedFile(() => page.click(SAVE));
    expect({ name, type }).to.eql({ name: 'my-copy.html', type: 'text/html' });
    const copy = new DOMParser().parseFromString(text, 'text/html');
    expect(copy.querySelectorAll('script, [onclick], [onerror], link, img')).to.have.length(0);
    expect(copy.body.textContent).to.contain('<script>alert("x")</script> & sleep');
    for (const words of ['Okafor', 'March 27, 1984', 'ana@mail.example', 'Depression, or low mood'])
      expect(copy.body.textContent).to.contain(words);
    expect(copy.querySelectorAll('h2')).to.have.length(11);
  });

  const endings: readonly (readonly [string, Answer, string])[] = [
    ['is received', received, en.receivedTitle],
    ['is not sent', busyForLong, en.notSentTitle],
    ['is refused', json({}, 401), en.refusedTitle],
  ];
  for (const [what, answer, title] of endings)
    it(`is there when the health history ${what}`, async () => {
      practice.answerSubmissions(answer);
      const page = await open();
      await page.sendAll();
      await page.shows(title);
      expect((await savedFile(() => page.click(SAVE))).text).to.contain('Okafor');
    });
});

describe('leaving the page', () => {
  it('is asked about only while there is something that has not been sent', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await open();
    await page.begin();
    expect(asksBeforeLeaving()).to.equal(false);
    await page.fillTopic();
    expect(asksBeforeLeaving()).to.equal(true);
    await page.continue();
    await page.sendAll();
    await page.shows(en.notSentTitle);
    expect(asksBeforeLeaving()).to.equal(true);
    await page.click(en.tryAgain);
    await page.shows(en.receivedTitle);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is not asked about once the form is gone', async () => {
    const page = await open();
    await page.begin();
    await page.fillTopic();
    page.form.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('a client whom the practice knows', () => {
  it('is told what was received, and not asked again', async () => {
    practice.remember(inReview);
    const page = new IntakePage(placed('kap-intake-form', { endpoint: practice.endpoint }, place));
    await page.shows(en.beforeTitle);
    expect(page.all('reference')[0]).to.have.trimmed.text(REFERENCE);
    expect(page.buttons).not.to.include('Begin');
    const [asked] = practice.requestsFor('care');
    expect(asked?.headers.get('Authorization')).to.equal(`Bearer ${'a'.repeat(43)}`);
  });
});
