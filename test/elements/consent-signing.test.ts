import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { en } from '../support/words.js';
import { momentInCopy } from '../../src/domain/consent/visible-text.js';
import { enCopy } from '../../src/locale/en-copy.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, MISS, NOT_DRIVING, OFF_LABEL, RIGHT } from '../support/consent-page.js';
import '../support/define-elements.js';
import { isSeen, plain, saidBy } from '../support/element-page.js';
import { consentIn, digestOf, FakePractice, heldBack, type SeenRequest } from '../support/fake-practice.js';
import { NOW, REFERENCE } from '../support/hazel-house.js';
import { printedPage } from '../support/printed-page.js';
import { savedFile } from '../support/saved-file.js';

let practice: FakePractice;
let place: HTMLElement;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  place = await fixture(html`<main></main>`);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
});
afterEach(() => practice.close());

/** A JSON value with the keys of every object in their order, and nothing between: canonical JSON for plain keys. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, inOrder(entry)]),
  );
}
const canonical = (value: unknown): string => JSON.stringify(inOrder(value));

function onlySubmission(): SeenRequest {
  const [request, ...more] = practice.submissions;
  if (!request || more.length > 0) throw new Error(`${practice.submissions.length} submissions went out.`);
  return request;
}

async function signedRequest(): Promise<{ readonly request: SeenRequest; readonly sent: ConsentSubmission }> {
  await page.shows(en.signedTitle);
  const request = onlySubmission();
  return { request, sent: consentIn(request) };
}

describe('what is signed', () => {
  it('goes out once, as canonical JSON, under the client’s care token', async () => {
    await page.fillInAndSign();
    const { request, sent } = await signedRequest();
    expect(request.body).to.equal(canonical(sent));
    expect(request.headers.get('Idempotency-Key')).to.equal(`"${sent.id}"`);
    expect(request.headers.get('Authorization')).to.match(/^Bearer [\w-]{43}$/);
    expect(sent).to.include({ schema: 'kap/submission/1', kind: 'consent', practice: 'hazel-house' });
    expect(sent.createdAt).to.equal(NOW);
  });

  it('holds the very text that was shown, and digests that anybody can make again', async () => {
    await page.fillInAndSign();
    const { sent } = await signedRequest();
    const { record } = sent.content;
    expect(record.document).to.eql(shortConsent);
    expect(record.textDigest).to.equal(await digestOf(canonical(shortConsent)));
    expect(sent.act.recordDigest).to.equal(await digestOf(canonical(record)));
    expect(sent.act.document).to.eql({
      id: 'ketamine-therapy',
      version: '2026-11',
      locale: 'en',
      textDigest: record.textDigest,
    });
  });

  it('holds every sentence that was ticked, and when', async () => {
    await page.tick(NOT_DRIVING);
    practice.itIs('2026-11-22T20:04:00.000Z');
    await page.tick(OFF_LABEL);
    practice.itIs('2026-11-22T20:09:00.000Z');
    await page.check(DRIVING, RIGHT);
    await page.answer(en.fullName, 'Ana Okafor');
    await page.sign();
    const { record } = (await signedRequest()).sent.content;
    expect(record.shownAt).to.equal(NOW);
    expect(record.acknowledgements).to.eql([
      { block: 'off-label', text: OFF_LABEL, at: '2026-11-22T20:04:00.000Z' },
      { block: 'going-home', text: NOT_DRIVING, at: NOW },
    ]);
    expect(record.signature.at).to.equal('2026-11-22T20:09:00.000Z');
  });

  it('holds every answer that was checked, in order, misses too', async () => {
    await page.check(DRIVING, MISS);
    await page.answer(DRIVING, 'After an hour');
    await page.fillInAndSign();
    expect((await signedRequest()).sent.content.record.checks).to.eql([
      { block: 'going-home', answers: ['same-day', 'next-day'] },
    ]);
  });

  it('holds the name as it was typed, and the sentence above it', async () => {
    await page.fillInAndSign('  Ana  Okafor-Łuczak ');
    const { record } = (await signedRequest()).sent.content;
    expect(record.signer).to.eql({ name: 'Ana  Okafor-Łuczak', role: 'self' });
    expect(record.signature).to.deep.include({
      method: 'typed',
      value: 'Ana  Okafor-Łuczak',
      statement: en.signatureStatement,
    });
  });
});

describe('once it is signed', () => {
  it('it is called so when the practice has it, with its reference, how to take it back and whom to call', async () => {
    const { answer, letGo } = heldBack(practice.keeps);
    practice.answerSubmissions(answer);
    await page.fillInAndSign();
    expect(page.title).to.equal(en.sending);
    expect(page.text).not.to.contain(en.signedTitle);
    letGo();
    await page.shows(en.signedTitle);
    expect(plain(page.focused)).to.equal(en.signedTitle);
    expect(page.words('reference')).to.eql([REFERENCE]);
    expect(page.text).to.contain(en.signedBody(shortConsent.title, 'Hazel House'));
    expect(page.text).to.contain(en.withdraw);
    expect(page.all('help')).to.have.length(1);
  });

  it('the page is told which document it was, and nothing of the client', async () => {
    const told: object[] = [];
    place.addEventListener('kap-consent-signed', (event) => told.push(saidBy(event)));
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    expect(told).to.eql([{ document: 'ketamine-therapy', version: '2026-11' }]);
  });

  it('the practice’s own words are shown, and not before', async () => {
    const words = document.createElement('p');
    words.slot = 'confirmation';
    words.textContent = 'We look forward to meeting you.';
    page.element.append(words);
    expect(isSeen(words)).to.equal(false);
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    expect(isSeen(words)).to.equal(true);
  });
});

/** What the client must find in their copy: the text, what they said to it, their signature, both digests, the way out. */
async function expectWholeCopy(copy: string): Promise<void> {
  const { record } = consentIn(onlySubmission()).content;
  const passages = shortConsent.blocks.flatMap(({ heading, paragraphs }) => [...paragraphs, heading ?? '']);
  for (const words of [
    shortConsent.title,
    `${enCopy.labels.version} 2026-11`,
    ...passages,
    `${enCopy.labels.acknowledgement} ${OFF_LABEL}`,
    `${enCopy.labels.acknowledgement} ${NOT_DRIVING}`,
    `${enCopy.labels.check} ${DRIVING}`,
    `${enCopy.labels.answer} ${MISS}`,
    `${enCopy.labels.answer} ${RIGHT}`,
    en.signatureStatement,
    'Ana Okafor',
    momentInCopy(NOW, record.timeZone),
    REFERENCE,
    record.textDigest,
    await digestOf(canonical(record)),
    en.withdraw,
  ])
    expect(copy).to.contain(words);
}

describe('the copy', () => {
  beforeEach(async () => {
    await page.check(DRIVING, MISS);
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
  });

  it('is a file to keep, without script, that holds all of it', async () => {
    const { name, type, text } = await savedFile(() => page.click(en.saveCopy));
    expect({ name, type }).to.eql({ name: en.copyFile, type: 'text/html' });
    const copy = new DOMParser().parseFromString(text, 'text/html');
    expect(copy.querySelectorAll('script, [onclick], [onerror], link, img, iframe')).to.have.length(0);
    expect(copy.title).to.equal(en.copyTitle);
    await expectWholeCopy(copy.body.textContent);
  });

  it('can be printed: the same, from a frame inside the element, which goes away afterwards', async () => {
    const { frame, text, close } = await printedPage(() => page.click(en.print));
    await expectWholeCopy(text);
    expect(frame.parentElement === page.all('frame')[0]).to.equal(true);
    expect(frame.getBoundingClientRect().height).to.equal(0);
    close();
    expect(page.root.querySelectorAll('iframe')).to.have.length(0);
  });

  it('can be printed again', async () => {
    (await printedPage(() => page.click(en.print))).close();
    const { text } = await printedPage(() => page.click(en.print));
    expect(text).to.contain(shortConsent.title);
  });
});

describe('the copy of what somebody typed', () => {
  it('holds it as text, whatever it is', async () => {
    const name = '<script>alert("x")</script> <!-- & -->';
    await page.fillInAndSign(name);
    await page.shows(en.signedTitle);
    const { text } = await savedFile(() => page.click(en.saveCopy));
    const copy = new DOMParser().parseFromString(text, 'text/html');
    expect(copy.querySelectorAll('script')).to.have.length(0);
    expect(copy.body.textContent).to.contain(name);
    const printed = await printedPage(() => page.click(en.print));
    expect(printed.frame.contentDocument?.querySelectorAll('script')).to.have.length(0);
    expect(printed.text).to.contain(name);
  });
});
