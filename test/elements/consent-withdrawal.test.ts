import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { KapConsentWithdrawnEvent } from '../../src/elements/kap-consent/events.js';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { ConsentWithdrawalSubmission } from '../../src/domain/submission/envelope.js';
import { instantInWords } from '../../src/locale/format.js';
import { readCopy } from '../../tools/verify-consent/read-copy.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage } from '../support/consent-page.js';
import '../support/define-elements.js';
import { asksBeforeLeaving, placed, plain, saidBy } from '../support/element-page.js';
import { busyForLong, FakePractice, json, noConnection } from '../support/fake-practice.js';
import { inReview, NOW, PHONE, REFERENCE, signatureOf } from '../support/hazel-house.js';
import { savedFile } from '../support/saved-file.js';
import { en } from '../support/words.js';

const choosing: ConsentDocument = {
  ...shortConsent,
  schema: 'kap/consent-document/2',
  blocks: [
    ...shortConsent.blocks,
    {
      id: 'touch',
      heading: 'Touch',
      paragraphs: ['Only if you want it.'],
      choices: [
        {
          id: 'hand',
          question: 'May your therapist hold your hand?',
          options: [
            { id: 'no', text: 'No' },
            { id: 'yes', text: 'Yes' },
          ],
        },
      ],
    },
  ],
};
const DIGEST = 'ab'.repeat(32);
const { title } = choosing;

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(choosing);
  practice.answerNext(`consents/${choosing.id}/${choosing.version}`, json(choosing));
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const having = (more: Partial<CareState['consents'][number]> = {}): CareState => ({
  ...inReview,
  consents: [{ ...signatureOf(choosing), recordDigest: DIGEST, ...more }],
});

async function afterReload(more?: Partial<CareState['consents'][number]>): Promise<ConsentPage> {
  practice.remember(having(more));
  const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint }, place));
  await page.shows(en.signedTitle);
  return page;
}

const sent = (): readonly ConsentWithdrawalSubmission[] =>
  practice.submissions.map(({ body }) => JSON.parse(body) as ConsentWithdrawalSubmission);

const scopes = (page: ConsentPage) => page.words('choice');

describe('what is signed', () => {
  it('is taken back in two presses, also after a reload', async () => {
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    expect(page.title).to.equal(en.takeBackTitle(title));
    expect(plain(page.focused)).to.equal(en.takeBackTitle(title));
    expect(page.text).to.contain(en.takeBackIntro);
    const event = oneEvent(page.element, 'kap-consent-withdrawn') as Promise<KapConsentWithdrawnEvent>;
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    expect(saidBy(await event)).to.eql({ document: choosing.id, version: choosing.version });
    expect(sent()[0]?.act).to.eql({ recordDigest: DIGEST, scope: 'everything' });
    expect(sent()[0]?.content.record.statement).to.equal(en.takeBackStatement.everything(title));
    expect(page.words('reference')).to.eql([REFERENCE]);
    expect(plain(page.focused)).to.equal(en.takenBackTitle);
  });

  it('shows that it was taken back, and does not ask for a signature at once', async () => {
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    await page.click(en.done);
    await page.shows(en.nothingToSign);
    expect(page.text).to.contain(plain(textNode(en.takenBackOn(instantInWords(NOW, 'en')))));
    expect(page.buttons).not.to.include(en.takeBackWhat(title));
    expect(page.root.querySelectorAll('input')).to.have.length(0);
  });

  it('can be taken back in part: the electronic form, or what was said yes to', async () => {
    const page = await afterReload({ agreed: ['touch'] });
    await page.click(en.takeBackWhat(title));
    await page.says(en.takeBackPart('Touch'));
    expect(scopes(page)).to.eql([en.takeBackAll, en.takeBackElectronic, en.takeBackPart('Touch')]);
    await page.answer(en.takeBackScope, en.takeBackPart('Touch'));
    expect(page.text).to.contain(en.takeBackStatement.block(title, 'Touch'));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    expect(sent()[0]?.act.scope).to.equal('block:touch');
    expect(sent()[0]?.content.record.scope).to.eql({ what: 'block', block: 'touch' });
    await page.click(en.done);
    await page.shows(en.signedTitle);
    expect(page.buttons).to.include(en.takeBackWhat(title));
  });

  it('offers no part that was not said yes to, or was taken back before', async () => {
    for (const known of [
      { agreed: [] },
      { agreed: ['touch'], withdrawn: [{ scope: 'block:touch', at: NOW }] },
    ]) {
      const page = await afterReload(known);
      await page.click(en.takeBackWhat(title));
      await page.settle();
      expect(scopes(page)).to.eql([en.takeBackAll, en.takeBackElectronic]);
      page.element.remove();
      practice.answerNext(`consents/${choosing.id}/${choosing.version}`, json(choosing));
    }
  });

  it('says that the practice can take back a part, where it is not known what was said yes to', async () => {
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    await page.says(en.takeBackNoParts);
    expect(scopes(page)).to.eql([en.takeBackAll, en.takeBackElectronic]);
  });

  it('stays as it is where the client thinks better of it', async () => {
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    await page.click(en.keepIt);
    expect(page.title).to.equal(en.signedTitle);
    expect(practice.submissions).to.have.length(0);
  });

  it('has no such button where it is not known which record it is, or it was taken back', async () => {
    practice.remember({ ...inReview, consents: [signatureOf(choosing)] });
    const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint }, place));
    await page.shows(en.signedTitle);
    expect(page.buttons).to.eql([]);
    expect(page.text).to.contain(en.withdraw);
  });

  it('can be taken back as soon as it is signed, and lists only what was said yes to', async () => {
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place);
    await page.answer('May your therapist hold your hand?', 'No');
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    await page.click(en.takeBackWhat(title));
    expect(scopes(page)).to.eql([en.takeBackAll, en.takeBackElectronic]);
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    const [consent, withdrawal] = practice.submissions.map(
      ({ body }) => JSON.parse(body) as { readonly act: { readonly recordDigest: string } },
    );
    expect(withdrawal?.act.recordDigest).to.equal(consent?.act.recordDigest);
  });

  it('can be taken back while another document is read, and nothing done there is lost', async () => {
    practice.asksFor({ ...shortConsent, id: 'another', title: 'Another text' });
    practice.remember(having());
    const page = await ConsentPage.open({ endpoint: practice.endpoint }, place, 'Another text');
    await page.fillIn();
    await page.click(en.takeBackWhat(title));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    await page.click(en.done);
    await page.shows('Another text');
    expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
  });
});

describe('a withdrawal that nobody confirms', () => {
  it('is kept, with a copy and a question before leaving, and goes on by itself', async () => {
    practice.answerSubmissions(busyForLong);
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    await page.click(en.takeBackNow);
    await page.shows(en.notSentTitle);
    expect(asksBeforeLeaving()).to.equal(true);
    expect((await savedFile(() => page.click(en.saveCopy))).text).to.contain(
      en.takeBackStatement.everything(title),
    );
    dispatchEvent(new Event('online'));
    await page.shows(en.takenBackTitle);
    expect(asksBeforeLeaving()).to.equal(false);
    expect(new Set(practice.submissions.map(({ body }) => body)).size).to.equal(1);
  });

  it('gives the practice’s number where it is refused', async () => {
    practice.answerSubmissions(json({ type: 'kap:not-allowed' }, 403));
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    await page.click(en.takeBackNow);
    await page.shows(en.refusedTitle);
    expect(page.text).to.contain(en.refusedNext(PHONE));
    await page.click(en.goBack);
    expect(page.title).to.equal(en.takeBackTitle(title));
  });

  it('can be written where the text can’t be had: single parts are the practice’s to take back', async () => {
    const page = await afterReload({ version: '2026-10', status: 'outdated-minor' });
    practice.answerNext(`consents/${choosing.id}/2026-10`, noConnection, noConnection, noConnection);
    await page.click(en.takeBackWhat(title));
    await page.says(en.takeBackNoParts);
    expect(scopes(page)).to.eql([en.takeBackAll, en.takeBackElectronic]);
  });
});

describe('the copy of a withdrawal', () => {
  it('shows what its record says, and nothing else', async () => {
    const page = await afterReload();
    await page.click(en.takeBackWhat(title));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
    const { claimed, fault } = readCopy((await savedFile(() => page.click(en.saveCopy))).text);
    expect(claimed?.record.schema).to.equal('kap/consent-withdrawal/1');
    expect(fault).to.equal(undefined);
  });
});

/** A sentence as the page's words are read. */
function textNode(words: string): Node {
  return document.createTextNode(words);
}
