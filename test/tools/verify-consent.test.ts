import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readClaimed } from '../../src/domain/consent/claimed.js';
import type { CopySource } from '../../src/domain/consent/copy-data.js';
import { copyPage } from '../../src/domain/consent/copy-page.js';
import { thumbprint, receiptKeys } from '../../src/domain/consent/receipt.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { enCopy } from '../../src/locale/en-copy.js';
import { ports, verifyConsent } from '../../tools/verify-consent.js';
import { kept, keptClaim, pathOf } from '../support/kept-copies.js';

const keys = kept('keys.json');
const NAME = 'copy-2-of-record-2-drawn.html';
const copy = kept(NAME);

const judged = async (
  file: string | Uint8Array,
  more: { keys?: string; receipt?: string; thumbprints?: string[] } = { keys },
) => (await verifyConsent({ file, ...more })).lines.join('\n');

/** The copy with one thing changed in what it shows, never in the data that it carries; it must have been there. */
function changed(from: string | RegExp, to: string): string {
  const [shown = '', data = ''] = copy.split('<template');
  const other = shown.replace(from, to);
  expect(other).not.toBe(shown);
  return [other, data].join('<template');
}

/** A copy of the same record as the product makes it where this was said of it. */
const copyWith = (said: Partial<CopySource>): string =>
  copyPage({ ...keptClaim('record-2-drawn.json'), ...said }, enCopy);

describe('a client’s copy', () => {
  it('is proven with the practice’s keys, and consistent without', async () => {
    expect((await judged(copy)).split('\n')).toEqual([
      'Proven.',
      'The endpoint of stillwater signed for exactly this record, and had it at 2027-04-01T15:30:01.000Z. Nothing was changed since.',
      'The page shows exactly this record.',
      'The reference KAP-3HTX is said by the page alone, and not proven.',
    ]);
    expect(await judged(copy, {})).toMatch(/^Consistent, not proven\.[^]*no key to check it with/);
  });

  it('is never taken at its word for what no receipt covers', async () => {
    const said = await judged(copyWith({ receipt: undefined, reference: 'KAP-FAKE' }));
    expect(said).toMatch(/^Consistent, not proven\./);
    expect(said).toContain('That it was received at 2027-04-01T15:30:01.000Z is said by the page alone');
    expect(said).toContain('The reference KAP-FAKE is said by the page alone');
    expect(await judged(copyWith({ reference: 'KAP-FAKE' }))).toContain('KAP-FAKE is said by the page alone');
  });

  it('that is not confirmed yet is proven by a receipt that came later, apart from it', async () => {
    const { receipt = '' } = keptClaim('record-2-drawn.json');
    const unconfirmed = copyWith({ receipt: undefined, receivedAt: undefined, reference: undefined });
    expect(await judged(unconfirmed)).toMatch(/^Consistent, not proven\./);
    expect(await judged(unconfirmed, { keys, receipt })).toMatch(/^Proven\./);
  });

  it.each<[string, Partial<CopySource>]>([
    ['with another time than its receipt', { receivedAt: '2027-04-01T15:30:02.000Z' }],
    ['with a receipt and no time', { receivedAt: undefined }],
    ['with no receipt in place of one', { receipt: 'a.b.c' }],
    ['with the receipt of another', { receipt: keptClaim('record-2-typed.json').receipt }],
    ['of another record', { record: keptClaim('record-2-typed.json').record }],
  ])('is refused %s, also where all of it was made anew', async (_, said) => {
    expect(await judged(copyWith(said))).toMatch(/^Refused\./);
  });

  it.each<[string, string | RegExp, string]>([
    ['a word that was changed', 'Somebody takes you home', 'Nobody takes you home'],
    ['an answer that was turned', '</b> No</p>', '</b> Yes, if I ask</p>'],
    ['a line that was taken out', '<p>You can stop at any time.</p>', ''],
    ['lines in another order', /(<li>.*?<\/li>)(<li>.*?<\/li>)/, '$2$1'],
    ['a label that was taken out', '<b>Signed for</b> ', ''],
    ['another label of ours', '<b>Signed for</b>', '<b>Your full name</b>'],
    ['another time', '(15:30 UTC)', '(15:31 UTC)'],
    ['another drawn signature', '<path d="M12.5', '<path d="M13.5'],
    ['a drawn signature of another name', 'Signature of Bo Okafor', 'Signature of Bo Marsh'],
    ['a style that makes a line low', '</style>', '.done{height:10px}</style>'],
    ['a style that makes small text smaller', '</style>', 'small small{font-size:.8em}</style>'],
    ['a style that was taken out', 'break-inside:avoid', ''],
    ['an attribute', '<h2>', '<h2 class="x">'],
    ['a script', '</main>', '</main><script>document.body.hidden = true</script>'],
    ['a page that moves on', '<meta', '<meta http-equiv="refresh" content="0;url=https://example.org"><meta'],
    ['another character set', 'charset="utf-8"', 'charset="iso-2022-jp"'],
    ['a sign that looks the same', 'Bo Okafor', 'B\u043e Okafor'],
    ['the same in other spaces', '<h2>Touch</h2>', '<h2>Touch </h2>'],
    ['a comment', '<h2>Touch</h2>', '<!-- here --><h2>Touch</h2>'],
  ])('is refused for %s', async (_, from, to) => {
    expect(await judged(changed(from, to))).toMatch(/^Refused\.[^]*\(page-differs: /);
  });

  it('is refused for text before and after it, and for a byte that is no UTF-8', async () => {
    for (const file of [`\ufeff${copy}`, `${copy}\n`, `${copy}And more.`])
      expect(await judged(file)).toContain('page-differs');
    const bytes = Buffer.from(copy);
    expect(await judged(bytes)).toMatch(/^Proven/);
    bytes[bytes.indexOf('Touch')] = 0xff;
    expect(await judged(bytes)).toMatch(/^Refused\.[^]*no text in UTF-8/);
  });

  it('says where the page differs, and what the record inside it is worth by itself', async () => {
    const said = await judged(changed('Somebody takes you home', 'Nobody takes you home'));
    expect(said).toContain('Nobody takes you');
    expect(said).toContain('in place of');
    expect(said).toContain('The record inside the page, by itself: Proven.');
  });

  it('is refused where what it shows and what it carries were changed together', async () => {
    const both = copy.replaceAll('Somebody takes you home', 'Nobody takes you home');
    expect(await judged(both)).toMatch(/record-differs[^]*text-differs/);
    expect(await judged(both)).not.toContain('page-differs');
  });

  it('is refused where it names a version or a language that no copy was ever made in', async () => {
    for (const [from, to] of [
      ['kap/consent-copy/2', 'kap/consent-copy/1'],
      ['{"language":"en",', '{"language":"xx",'],
      ['{"language":"en",', '{'],
    ] as const)
      expect(await judged(copy.replace(from, to))).toMatch(/^Refused\.[^]*\(page-unknown: /);
  });
});

describe('a file that is judged', () => {
  const record = kept('record-2-typed.json');
  const claimed = readClaimed(record);
  if (!claimed) throw new Error('The record can’t be read');
  const { receipt = '', ...bare } = claimed;

  it('may be JSON, with the receipt and the keys in it or beside it', async () => {
    const known = receiptKeys.parse(JSON.parse(keys));
    expect(await judged(record)).toMatch(/^Proven\.\nThe endpoint[^\n]*$/);
    expect(await judged(canonicalJson(bare), { keys, receipt: `${receipt}\n` })).toMatch(/^Proven/);
    expect(await judged(canonicalJson(bare))).toMatch(/^Consistent, not proven\.[^]*no receipt/);
    const prints = await Promise.all(known.keys.map((key) => thumbprint(key, ports.sha256)));
    const carrying = canonicalJson({ ...claimed, keys: known });
    expect(await judged(carrying, {})).toMatch(/^Consistent, not proven\./);
    expect(await judged(carrying, { thumbprints: prints })).toMatch(/^Proven/);
    expect(await judged(record, { keys, thumbprints: prints })).toMatch(/^Proven/);
    expect(await judged(record, { keys, thumbprints: ['another'] })).toContain('receipt-key-unknown');
  });

  it.each<[string, string]>([
    ['empty', ''],
    ['no JSON', 'A letter.'],
    ['no record', '{}'],
    ['half a record', record.slice(0, 900)],
    ['a page without data', '<p>Signed.</p>'],
    ['a record with more in it', canonicalJson({ ...claimed, note: 'x' })],
  ])('is refused in a sentence where it is %s', async (_, file) => {
    expect(await judged(file)).toMatch(/^Refused\.[^]*no consent record in it that can be read/);
  });

  it('is refused with every reason, in words', async () => {
    const forged = canonicalJson({ ...claimed, record: { ...claimed.record, practice: 'elsewhere' } });
    expect((await judged(forged)).split('\n')).toEqual([
      'Refused. Don’t rely on this.',
      expect.stringMatching(/fingerprint.*\(record-differs\)$/),
      expect.stringMatching(/another practice’s\. \(receipt-of-another-practice\)$/),
    ]);
  });

  it('is refused where the keys can’t be read', async () => {
    expect(await judged(record, { keys: '{}' })).toContain('The keys can’t be read.');
  });
});

describe('npm run verify:consent', () => {
  const tool = fileURLToPath(new URL('../../tools/verify-consent.ts', import.meta.url));
  const run = (...args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly out: string }>((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', tool, ...args], (error, out) =>
        resolve({ code: Number(error?.code ?? 0), out }),
      );
    });

  it('exits with 0 for what may be relied on, with 1 for what may not, and with 2 where nothing is asked', async () => {
    const forged = join(mkdtempSync(join(tmpdir(), 'kap-')), 'copy.html');
    writeFileSync(forged, changed('<h2>Touch</h2>', ''));
    const [proven, consistent, refused, unasked] = await Promise.all([
      run(pathOf(NAME), '--keys', pathOf('keys.json')),
      run(pathOf('withdrawal-1.json')),
      run(forged),
      run(),
    ]);
    expect([proven, consistent, refused, unasked].map(({ code }) => code)).toEqual([0, 0, 1, 2]);
    expect(proven.out).toMatch(/^Proven\./);
    expect(consistent.out).toMatch(/^Consistent, not proven\./);
    expect(refused.out).toMatch(/^Refused\./);
  }, 60_000);
});
