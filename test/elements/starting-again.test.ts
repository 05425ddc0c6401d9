import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { captivePortal, FakePractice, json, noConnection, type Answer } from '../support/fake-practice.js';
import { inReview } from '../support/hazel-house.js';
import { placed, until } from '../support/element-page.js';
import { IntakePage } from '../support/intake-page.js';
import { threeTopics } from '../support/three-topics.js';

// What is wrong is said once a page: each test here that counts warnings meets one that no other meets.

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

/** Answers one address in the practice's place, from now on. */
function answerAt(url: string, answer: Answer): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if ((input instanceof Request ? input.url : String(input)) !== url) return fetch(input, init);
    return answer({ method: 'GET', url, path: url, headers: new Headers(init?.headers), body: '' });
  };
}

const busy: Answer = json({ type: 'kap:unavailable' }, 503);
const impossible = {
  ...inReview,
  intakes: inReview.intakes.map((intake) => ({ ...intake, receivedAt: '2026-13-45T25:61:61Z' })),
};

describe('what the practice knows of a client who was here before', () => {
  const cases: readonly (readonly [string, Answer, string])[] = [
    ['can’t be reached', noConnection, en.failure.unreachable],
    ['is answered with 503', busy, en.failure.unreachable],
    ['is a web page', captivePortal, en.failure['not-understood']],
    ['names a time that there isn’t', json(impossible), en.failure['not-understood']],
  ];
  for (const [what, answer, sentence] of cases)
    it(`opens no empty form when it ${what}, and is asked for by Try again`, async () => {
      practice.remember(inReview);
      answerAt(`${practice.endpoint}care`, answer);
      const page = new IntakePage(placed('kap-intake-form', { endpoint: practice.endpoint }, place));
      await until(() => page.text.includes(sentence), `“${sentence}” shows`);
      expect(page.buttons).to.eql([en.tryAgain]);
      answerAt(`${practice.endpoint}care`, json(inReview));
      await page.click(en.tryAgain);
      await page.shows(en.beforeTitle);
    });

  it('is nothing where it knows no such client: the form is a fresh one', async () => {
    practice.remember(inReview);
    answerAt(`${practice.endpoint}care`, json({ type: 'kap:not-allowed' }, 401));
    const page = await IntakePage.open({ endpoint: practice.endpoint }, place);
    await page.begin();
    expect(page.answerTo('First name')).to.eql(['']);
  });
});

describe('a questionnaire at an address', () => {
  const own = 'https://forms.example/own.json';
  const openOwn = (items: readonly object[]): IntakePage => {
    answerAt(own, json({ ...threeTopics, item: items }));
    return new IntakePage(placed('kap-intake-form', { endpoint: practice.endpoint, src: own }, place));
  };

  it('that asks nothing is one sentence, and one warning that says so', async () => {
    const shown = openOwn([{ linkId: 'words', type: 'display', text: 'Only words' }]);
    await until(() => shown.text.includes(en.failure['not-understood']), 'the sentence shows');
    expect(shown.questions).to.have.length(0);
    expect(practice.warnings).to.have.length(1);
    expect(practice.warnings[0]).to.match(/^kap: src: .*\bnothing is asked\b/);
  });

  it('opens without the second of two items that share an id, which a warning names', async () => {
    const shown = openOwn([...threeTopics.item, { linkId: 'hours', type: 'string', text: 'Asked twice' }]);
    await shown.shows(threeTopics.title);
    expect(practice.warnings).to.eql(['kap: src: hours: Left out: its linkId is taken.']);
    await shown.begin();
    expect(shown.questions).to.eql(['How do you sleep?']);
    await shown.click(en.topics);
    expect(shown.all('topic')).to.have.length(3);
  });

  it('has a page for a question that stands on none', async () => {
    const shown = openOwn([{ linkId: 'loose', type: 'string', text: 'On no page' }, ...threeTopics.item]);
    await shown.shows(threeTopics.title);
    expect(practice.warnings).to.eql([]);
    await shown.begin();
    expect(shown.questions).to.eql(['On no page']);
  });
});

describe('a journey that names keys to seal to', () => {
  it('sends nothing that is not sealed: the form inside stays shut', async () => {
    const journey = placed(
      'kap-journey',
      { endpoint: practice.endpoint, 'seal-thumbprints': 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' },
      place,
    );
    await until(() => journey.querySelector('kap-intake-form'), 'the form is there');
    const form = journey.querySelector('kap-intake-form');
    if (!form) throw new Error('The journey has no form.');
    const page = new IntakePage(form);
    await until(() => page.text.includes(en.failure.sealing), 'the sentence shows');
    expect(page.buttons).to.have.length(0);
    expect(practice.warnings).to.have.length(1);
    expect(practice.warnings[0]).to.match(/^kap: seal-thumbprints: .+\.$/);
    expect(practice.requests).to.have.length(0);
  });
});
