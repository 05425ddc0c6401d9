import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { en } from '../support/words.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, DRIVING, NOT_DRIVING, OFF_LABEL, RIGHT } from '../support/consent-page.js';
import '../support/define-elements.js';
import { asksBeforeLeaving, plain, until } from '../support/element-page.js';
import {
  busyForLong,
  busyForNow,
  captivePortal,
  consentIn,
  FakePractice,
  heldBack,
  json,
  noConnection,
  received,
  type Answer,
} from '../support/fake-practice.js';
import { PHONE } from '../support/hazel-house.js';
import { savedFile } from '../support/saved-file.js';

let practice: FakePractice;
let page: ConsentPage;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

const sent = (): readonly ConsentSubmission[] => practice.submissions.map(consentIn);

/** @throws where two tries did not send the very same bytes. */
function expectSameBytes(tries: number): void {
  const bodies = practice.submissions.map(({ body }) => body);
  expect(bodies).to.have.length(tries);
  expect(new Set(bodies).size).to.equal(1);
}

describe('a signature that takes more than one try', () => {
  it('arrives after a busy moment and a lost reply, as the very same bytes', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(busyForNow, noConnection, answer);
    await page.fillInAndSign();
    await page.says(en.trouble.network);
    expect(page.title).to.equal(en.sending);
    expect((await savedFile(() => page.click(en.saveCopy))).text).to.contain('Ana Okafor');
    letGo();
    await page.shows(en.signedTitle);
    expectSameBytes(3);
  });

  it('is not signed because a friendly page answered', async () => {
    practice.answerSubmissions(captivePortal, busyForLong);
    await page.fillInAndSign();
    await page.shows(en.notSentTitle);
    expect(page.text).not.to.contain(en.signedTitle);
  });

  it('is not signed because somebody else’s was', async () => {
    const othersDigest: Answer = async (request) => {
      const reply = await received(request);
      return json({ ...((await reply.json()) as object), digest: '0'.repeat(64) }, 201)(request);
    };
    practice.answerSubmissions(othersDigest, busyForLong);
    await page.fillInAndSign();
    await page.shows(en.notSentTitle);
  });
});

describe('a signature that nobody confirms', () => {
  beforeEach(async () => {
    practice.answerSubmissions(busyForLong);
    await page.fillInAndSign();
    await page.shows(en.notSentTitle);
  });

  it('is called not confirmed, with a copy to keep, and leaving is asked about', async () => {
    expect(plain(page.focused)).to.equal(en.notSentTitle);
    expect(page.text).to.contain(en.notSentBody);
    expect(asksBeforeLeaving()).to.equal(true);
    const { text } = await savedFile(() => page.click(en.saveCopy));
    expect(text).to.contain('Ana Okafor');
    expect(text).not.to.contain(`<dt>${en.reference}</dt>`);
  });

  it('is sent again when asked, as the very same bytes', async () => {
    await page.click(en.tryAgain);
    await page.shows(en.signedTitle);
    expectSameBytes(2);
  });

  it('goes on by itself when the device is back online', async () => {
    dispatchEvent(new Event('online'));
    await page.shows(en.signedTitle);
    expectSameBytes(2);
  });

  it('can be gone back on: everything is there, and what is sent unchanged is sent as it was', async () => {
    await page.click(en.goBack);
    expect(page.title).to.equal(shortConsent.title);
    expect([page.box(OFF_LABEL).checked, page.box(NOT_DRIVING).checked]).to.eql([true, true]);
    expect(page.answerTo(DRIVING)).to.eql([RIGHT]);
    expect(page.said(DRIVING)).to.contain(en.checked.right);
    expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
    await page.sign();
    await page.shows(en.signedTitle);
    expectSameBytes(2);
  });

  it('can be changed; the new one says which it replaces', async () => {
    await page.click(en.goBack);
    await page.answer(en.fullName, 'Ana Adeyemi');
    await page.sign();
    await page.shows(en.signedTitle);
    const [before, after] = sent();
    expect(after?.relatesTo).to.eql([before?.id]);
    expect(after?.id).not.to.equal(before?.id);
    expect(after?.content.record.signature).to.include({ value: 'Ana Adeyemi' });
  });
});

describe('a signature that the practice refuses', () => {
  for (const status of [401, 403, 404, 410, 413])
    it(`leaves everything there after a ${status}, with a copy and the phone number`, async () => {
      practice.answerSubmissions(json({ type: 'kap:not-allowed' }, status));
      await page.fillInAndSign();
      await page.shows(en.refusedTitle);
      expect(plain(page.focused)).to.equal(en.refusedTitle);
      expect(page.text).to.contain(en.refusedBody);
      expect(page.text).to.contain(en.refusedNext(PHONE));
      expect((await savedFile(() => page.click(en.saveCopy))).text).to.contain('Ana Okafor');
      await page.click(en.goBack);
      expect(page.box(OFF_LABEL).checked).to.equal(true);
      expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
    });

  it('does not go out again by itself', async () => {
    practice.answerSubmissions(json({ type: 'kap:not-allowed' }, 403));
    await page.fillInAndSign();
    await page.shows(en.refusedTitle);
    dispatchEvent(new Event('online'));
    await page.click(en.tryAgain);
    await page.shows(en.signedTitle);
    expectSameBytes(2);
  });
});

describe('a document that has changed since it was opened', () => {
  const newer: ConsentDocument = {
    ...shortConsent,
    version: '2026-12',
    blocks: shortConsent.blocks.map((block) =>
      block.id === 'voluntary'
        ? { ...block, paragraphs: ['You can stop at any time, and come back.'] }
        : block,
    ),
  };
  const outdated = json(
    { type: 'kap:invalid', errors: [{ pointer: '/act/document', code: 'not-published' }] },
    422,
  );

  it('is shown anew with a notice, and what was done in the passages that stayed the same is kept', async () => {
    practice.answerSubmissions(outdated);
    await page.fillIn();
    practice.asksFor(newer);
    await page.sign();
    await page.says(en.newText);
    expect(page.title).to.equal(newer.title);
    expect(plain(page.focused)).to.equal(newer.title);
    expect(page.text).to.contain('You can stop at any time, and come back.');
    expect(page.text).to.contain(en.consentIntro('2026-12'));
    expect(page.given).to.have.length(3);
    expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
    expect(page.words('notice')[0]).to.equal(en.newText);
    await page.sign();
    await page.shows(en.signedTitle);
    const [before, after] = sent();
    expect(before?.act.document.version).to.equal('2026-11');
    expect(after?.act.document.version).to.equal('2026-12');
    expect(after?.content.record.document).to.eql(newer);
  });

  const dead: readonly (readonly [string, () => void])[] = [
    ['is the same as before', () => undefined],
    ['can’t be read', () => practice.answerNext(`consents/${newer.id}`, captivePortal)],
    [
      'can’t be reached',
      () => practice.answerNext(`consents/${newer.id}`, noConnection, noConnection, noConnection),
    ],
  ];
  for (const [what, prepare] of dead)
    it(`keeps what was signed where the new text ${what}`, async () => {
      practice.answerSubmissions(outdated);
      await page.fillIn();
      prepare();
      await page.sign();
      await page.shows(en.refusedTitle);
      expect((await savedFile(() => page.click(en.saveCopy))).text).to.contain('Ana Okafor');
      await page.click(en.goBack);
      expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
      expect(page.box(OFF_LABEL).checked).to.equal(true);
      expect(page.answerTo(DRIVING)).to.eql([RIGHT]);
    });

  it('is never signed with nothing in it', async () => {
    practice.answerSubmissions(outdated);
    await page.fillInAndSign();
    await page.shows(en.refusedTitle);
    await page.click(en.tryAgain);
    await until(() => practice.submissions.length > 1, 'the second try');
    for (const { content } of sent()) expect(content.record.signature).to.include({ value: 'Ana Okafor' });
  });
});
