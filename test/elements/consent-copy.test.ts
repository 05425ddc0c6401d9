import { expect, fixture, html } from '@open-wc/testing';
import type { Claimed } from '../../src/domain/consent/claimed.js';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { receiptToSign, type ReceiptKey } from '../../src/domain/consent/receipt.js';
import { verdictOn, type Verdict } from '../../src/domain/consent/verdict.js';
import { enCopy } from '../../src/locale/en-copy.js';
import { verifySignature } from '../../src/transport/receipts.js';
import { readCopy } from '../../tools/verify-consent/read-copy.js';
import { shortConsent } from '../support/consent-document.js';
import { ConsentPage } from '../support/consent-page.js';
import '../support/define-elements.js';
import {
  busyForLong,
  consentIn,
  digestOf,
  FakePractice,
  heldBack,
  json,
  noConnection,
  received,
  type Answer,
} from '../support/fake-practice.js';
import { printedPage } from '../support/printed-page.js';
import { savedFile } from '../support/saved-file.js';
import { en } from '../support/words.js';

/** A text that tries to be more than text. */
const sly: ConsentDocument = {
  ...shortConsent,
  blocks: shortConsent.blocks.map((block) =>
    block.id === 'voluntary'
      ? { ...block, paragraphs: ['</template><script>alert(1)</script> & <b>so</b> on', 'You can stop.'] }
      : block,
  ),
};

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

let practice: FakePractice;
let pair: CryptoKeyPair;
let key: ReceiptKey;
let page: ConsentPage;

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Keeps it and signs for it. */
const vouching: Answer = async (request) => {
  const reply = (await (await received(request)).json()) as { readonly receivedAt: string };
  const { act, practice: id } = consentIn(request);
  const toSign = receiptToSign(key.kid, {
    recordDigest: act.recordDigest,
    textDigest: act.document.textDigest,
    receivedAt: reply.receivedAt,
    practice: id,
  });
  const signature = await crypto.subtle.sign(P256, pair.privateKey, new TextEncoder().encode(toSign));
  return json({ ...reply, receipt: `${toSign}.${base64url(signature)}` }, 201)(request);
};

before(async () => {
  pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  key = { kty: 'EC', crv: 'P-256', x, y, kid: 'first' };
});

beforeEach(async () => {
  practice = new FakePractice();
  practice.asksFor(sly);
  page = await ConsentPage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

const saved = () => savedFile(() => page.click(en.saveCopy));

/** @throws where the file is not the page that its record makes. */
async function verdictOf(text: string): Promise<{ readonly verdict: Verdict; readonly claimed: Claimed }> {
  const { claimed, fault } = readCopy(text);
  if (!claimed) throw new Error('The copy carries no record that can be read.');
  expect(fault).to.equal(undefined);
  const ports = { sha256: digestOf, verifySignature };
  return { claimed, verdict: await verdictOn({ ...claimed, keys: { keys: [key] } }, ports) };
}

describe('the copy of what was signed', () => {
  it('is proven by the receipt inside it', async () => {
    practice.answerSubmissions(vouching);
    practice.answerNext('receipt-keys', json({ keys: [key] }));
    await page.fillInAndSign();
    await page.says(en.receiptVouched);
    const { name, type, text } = await saved();
    expect([name, type]).to.eql([en.copyFile, 'text/html']);
    const { verdict, claimed } = await verdictOf(text);
    expect(verdict.standing).to.equal('proven');
    expect(claimed.reference).to.equal(page.words('reference')[0]);
    expect(text).to.contain(enCopy.receivedTitle);
    expect(text).to.contain(en.withdraw);
  });

  it('runs no script, and shows what was written as it was written', async () => {
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    const { text } = await saved();
    const read = new DOMParser().parseFromString(text, 'text/html');
    expect(read.querySelectorAll('script, [src], [href], link')).to.have.length(0);
    expect(read.body.innerText).to.contain('</template><script>alert(1)</script> & <b>so</b> on');
    expect(read.querySelector('meta[name="viewport"]')).not.to.equal(null);
  });

  it('is there before the practice has answered, without the network', async () => {
    const { answer, letGo } = heldBack(received);
    practice.answerSubmissions(noConnection, answer);
    await page.fillInAndSign();
    await page.says(en.trouble.network);
    const { text } = await saved();
    const { verdict, claimed } = await verdictOf(text);
    expect(verdict).to.eql({ standing: 'consistent', why: 'no-receipt' });
    expect(claimed.receivedAt).to.equal(undefined);
    expect(text).to.contain(enCopy.unconfirmed);
    letGo();
    await page.shows(en.signedTitle);
  });

  it('carries the receipt while its keys are still on their way', async () => {
    const { answer, letGo } = heldBack(json({ keys: [key] }));
    practice.answerSubmissions(vouching);
    practice.answerNext('receipt-keys', answer);
    await page.fillInAndSign();
    await page.says(en.receiptChecking);
    const { text } = await saved();
    expect((await verdictOf(text)).verdict.standing).to.equal('proven');
    expect(text).to.contain(enCopy.receivedNote);
    letGo();
    await page.says(en.receiptVouched);
  });

  it('goes without a receipt that does not fit, and the page says that the practice has it', async () => {
    practice.answerSubmissions(async (request) => {
      const reply = (await (await vouching(request)).json()) as { readonly receipt: string };
      return json({ ...reply, receipt: reply.receipt.replace(/\..*\./, '.e30.') }, 201)(request);
    });
    await page.fillInAndSign();
    await page.shows(en.signedTitle);
    await page.says(en.receiptWrong);
    const { text } = await saved();
    expect((await verdictOf(text)).verdict).to.eql({ standing: 'consistent', why: 'no-receipt' });
    expect(text).not.to.contain(enCopy.receivedTitle);
    expect(text).to.contain(enCopy.saidTitle);
  });

  it('says that no receipt came where none did', async () => {
    await page.fillInAndSign();
    await page.says(en.receiptNone);
  });

  it('shows a drawn signature as it was drawn', async () => {
    await page.fillIn();
    const drawing = {
      width: 300,
      height: 100,
      strokes: [
        [
          [1, 2],
          [30, 40.5],
        ],
        [[7, 7]],
      ],
    };
    const { own } = page.element as unknown as {
      readonly own: { send(message: object): void };
    };
    own.send({ type: 'method', method: 'drawn' });
    own.send({ type: 'draw', drawing });
    await page.sign();
    await page.shows(en.signedTitle);
    const { text } = await saved();
    expect((await verdictOf(text)).claimed.record).to.have.nested.property('signature.method', 'drawn');
    const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg');
    expect(svg?.querySelector('path')?.getAttribute('d')).to.equal('M1 2L30 40.5M7 7L7 7');
    expect([svg?.role, svg?.ariaLabel]).to.eql(['img', enCopy.drawnBy('Ana Okafor')]);
  });

  it('is printed with the same words', async () => {
    practice.answerSubmissions(busyForLong);
    await page.fillInAndSign();
    await page.shows(en.notSentTitle);
    await page.click(en.tryAgain);
    await page.shows(en.signedTitle);
    const { text } = await saved();
    const printed = await printedPage(() => page.click(en.print));
    const words = (of: string) => of.replace(/\s+/g, ' ').trim();
    const body = new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '';
    expect(words(printed.text)).to.equal(words(body));
    printed.close();
  });
});
