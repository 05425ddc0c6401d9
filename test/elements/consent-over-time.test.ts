import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import { instantInWords } from '../../src/locale/format.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage, OFF_LABEL } from '../support/consent-page.js';
import '../support/define-elements.js';
import { placed, plain } from '../support/element-page.js';
import { FakePractice, json } from '../support/fake-practice.js';
import { inReview, PHONE, REFERENCE, signatureOf, touchConsent } from '../support/hazel-house.js';
import { en } from '../support/words.js';

const older: ConsentDocument = {
  ...shortConsent,
  version: '2026-06',
  blocks: [
    ...shortConsent.blocks.map((block) =>
      block.id === 'off-label' ? { ...block, paragraphs: ['We use ketamine.'] } : block,
    ),
    { id: 'parking', heading: 'Parking', paragraphs: ['Park behind the house.'] },
  ],
};

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(shortConsent);
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

function remember(more: Partial<CareState['consents'][number]>, care: Partial<CareState> = {}): void {
  practice.remember({ ...inReview, consents: [{ ...signatureOf(older), ...more }], ...care });
}

const open = () => ConsentPage.open({ endpoint: practice.endpoint }, place);
const read = (words: string): string => words.replace(/\s+/g, ' ');

describe('a text that has changed in what matters', () => {
  it('is asked again, and says block by block what has changed', async () => {
    practice.answerNext(`consents/${older.id}/2026-06`, json(older));
    remember({ status: 'outdated-material', change: 'material' });
    const page = await open();
    expect(page.text).to.contain(en.changedSince('2026-06'));
    const [changed, removed, ...more] = page.words('change');
    expect(more).to.eql([]);
    expect(changed).to.contain(`${en.changed.changed} How this medicine is used here`);
    expect(changed).to.contain(`${en.changedBefore} We use ketamine.`);
    expect(changed).to.contain(`${en.changedNow} Ketamine is approved for anesthesia.`);
    expect(removed).to.contain(`${en.changed.removed} Parking`);
    expect(removed).to.contain('Park behind the house.');
  });

  it('is asked again whole where the earlier text can’t be had', async () => {
    remember({ status: 'outdated-material', change: 'material' });
    const page = await open();
    expect(page.text).to.contain(en.changedUnknown('2026-06'));
    expect(page.all('change')).to.have.length(0);
  });
});

describe('a text that has changed a little', () => {
  it('is only told of, and can be read', async () => {
    remember({ status: 'outdated-minor', change: 'minor' });
    const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint }, place));
    await page.shows(en.signedTitle);
    expect(page.text).to.contain(en.newerMinor);
    expect(page.root.querySelectorAll('input')).to.have.length(0);
    await page.click(en.readNewerOf(older.title));
    await page.says('Ketamine is approved for anesthesia.');
    expect(page.text).to.contain(en.version(shortConsent.version));
  });
});

describe('a text that was taken back', () => {
  it('can be signed again, and nobody has to', async () => {
    const at = '2026-11-20T09:00:00.000Z';
    remember({
      version: shortConsent.version,
      status: 'withdrawn',
      withdrawn: [{ scope: 'everything', at }],
    });
    const page = await open();
    expect(page.text).to.contain(read(`${en.takenBackOn(instantInWords(at, 'en'))} ${en.signAgain}`));
  });
});

describe('what was signed before', () => {
  it('is listed below a text that waits', async () => {
    practice.asksFor(shortConsent, touchConsent);
    practice.remember({ ...inReview, consents: [signatureOf(touchConsent)] });
    const page = await open();
    expect(page.words('subtitle')).to.include(en.signedList);
    expect(page.words('signed')[0]).to.contain(touchConsent.title);
  });
});

describe('the quiet hours after a session', () => {
  const UNTIL = '2026-11-23T20:00:00.000Z';

  it('say why and until when, in place of the button, and everything can be read and filled in', async () => {
    practice.remember({ ...inReview, quietUntil: UNTIL });
    const page = await open();
    expect(page.text).to.contain(read(en.quiet(instantInWords(UNTIL, 'en'))));
    expect(page.buttons).to.include(en.wishAsk);
    expect(page.buttons).not.to.include(en.sign);
    await page.fillIn();
    expect(page.box(OFF_LABEL).checked).to.equal(true);
    practice.itIs('2026-11-23T20:00:01.000Z');
    page.element.requestUpdate();
    await page.settle();
    expect(page.text).not.to.contain(en.quietTop);
    await page.sign();
    await page.shows(en.signedTitle);
  });

  it('have the wish to be called noted, with its reference', async () => {
    practice.remember({ ...inReview, quietUntil: UNTIL });
    const page = await open();
    await page.click(en.wishAsk);
    await page.says(en.wishNoted);
    expect(page.words('reference')).to.eql([REFERENCE]);
    expect(plain(page.focused)).to.contain(en.wishNoted);
    expect(page.buttons).not.to.include(en.wishAsk);
    const [sent] = practice.submissions.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(sent?.['kind']).to.equal('call-request');
    expect(sent?.['content']).to.eql({ about: 'consent', reason: 'wish-after-session' });
  });

  it('show whom to call where the wish does not get through, and keep the button', async () => {
    practice.remember({ ...inReview, quietUntil: UNTIL });
    practice.answerSubmissions(json({ type: 'kap:not-allowed' }, 403));
    const page = await open();
    await page.click(en.wishAsk);
    await page.says(en.safety.news.failed);
    expect(page.text).to.contain(en.safety.callInstead(PHONE));
    expect(page.buttons).to.include(en.wishAsk);
  });

  it('are told of where only the endpoint knows of them, and nothing is lost', async () => {
    practice.answerSubmissions(json({ type: 'kap:rule-broken', rules: ['quiet-hours'], until: UNTIL }, 409));
    const page = await open();
    await page.fillInAndSign();
    await page.says(en.quietTop);
    expect(plain(page.focused)).to.contain(read(en.quiet(instantInWords(UNTIL, 'en'))));
    expect(page.answerTo(en.fullName)).to.eql(['Ana Okafor']);
    expect(page.box(OFF_LABEL).checked).to.equal(true);
    expect(page.buttons).not.to.include(en.sign);
  });

  it('do not keep anybody from taking back', async () => {
    practice.remember({
      ...inReview,
      quietUntil: UNTIL,
      consents: [{ ...signatureOf(shortConsent), recordDigest: 'ab'.repeat(32) }],
    });
    const page = new ConsentPage(placed('kap-consent', { endpoint: practice.endpoint }, place));
    await page.shows(en.signedTitle);
    await page.click(en.takeBackWhat(shortConsent.title));
    await page.click(en.takeBackNow);
    await page.shows(en.takenBackTitle);
  });
});
