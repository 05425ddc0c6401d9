import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readClaimed } from '../../src/domain/consent/claimed.js';
import { thumbprint, receiptKeys } from '../../src/domain/consent/receipt.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { COPY_LABELS, ports, verifyConsent } from '../../tools/verify-consent.js';
import { clientCopy } from '../support/client-copy.js';
import { digestOf } from '../support/consent.js';
import { randomRecord } from '../support/random-consents.js';
import { newSigner } from '../support/receipts.js';

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../support/consent-records/${name}`, import.meta.url));
const kept = (name: string): string => readFileSync(pathOf(name), 'utf8');
const keys = kept('keys.json');
const copy = kept('copy-2-drawn.html');

const judged = async (
  file: string,
  more: { keys?: string; receipt?: string; thumbprints?: string[] } = { keys },
) => (await verifyConsent({ file, ...more })).lines.join('\n');

/** The copy with one thing changed in it; it must have been there. */
function changed(from: string | RegExp, to: string): string {
  const other = copy.replace(from, to);
  expect(other).not.toBe(copy);
  return other;
}

describe('a client’s copy', () => {
  it('is proven with the practice’s keys, and consistent without', async () => {
    expect(await judged(copy)).toMatch(/^Proven\.\nThe endpoint of stillwater .* 2027-04-01T15:30:01\.000Z/);
    expect(await judged(copy, {})).toMatch(/^Consistent, not proven\.[^]*no key to check it with/);
  });

  it.each<[string, string, string]>([
    ['a word that was changed', 'Somebody takes you home', 'Nobody takes you home'],
    ['an answer that was turned', '<p>No</p>', '<p>Yes, if I ask</p>'],
    ['a line that was taken out', '<p>You can stop at any time.</p>', ''],
    ['a line that was put in', '<p>Touch</p>', '<p>Touch</p><p>And more.</p>'],
    ['a line twice', '<p>Touch</p>', '<p>Touch</p><p>Touch</p>'],
    ['a line inside another', '<p>Touch</p>', '<p>Touch <b>always</b></p>'],
    ['another name', '<p>Bo Okafor</p>', '<p>Bo Marsh</p>'],
    ['another time', '(15:30 UTC)', '(15:31 UTC)'],
    ['another digest', digestOf(readClaimed(kept('record-2-drawn.json'))?.record), digestOf('another')],
  ])('is refused for %s in what it shows', async (_, from, to) => {
    // Never in the data that the copy carries: that the digests hold.
    const [shown = '', data = ''] = copy.split('<template');
    expect(shown).toContain(from);
    expect(await judged([shown.replace(from, () => to), data].join('<template'))).toContain(
      'text-shown-differs',
    );
  });

  it('is refused for lines in another order', async () => {
    expect(await judged(changed(/(<p>You decide before.<\/p>)\n(<p>.*<\/p>)/, '$2\n$1'))).toContain(
      'text-shown-differs',
    );
  });

  it('is refused for another drawn signature, or none, or two', async () => {
    expect(await judged(changed('<path d="M12.5', '<path d="M13.5'))).toContain('drawing-shown-differs');
    expect(await judged(changed('viewBox="0 0 320', 'viewBox="0 0 32'))).toContain('drawing-shown-differs');
    expect(await judged(changed(/<svg.*<\/svg>/, ''))).toContain('drawing-shown-differs');
    expect(await judged(changed(/(<path[^>]*>)/, '$1$1'))).toContain('drawing-shown-differs');
  });

  it.each([
    ['a script', '</html>', '<script>document.body.hidden = true</script></html>'],
    ['an image', '</html>', '<img src="x.png"></html>'],
    ['a frame', '</html>', '<iframe srcdoc="x"></iframe></html>'],
    ['a field', '</html>', '<input value="I agree"></html>'],
    ['a line that is hidden', '<p>Touch</p>', '<p hidden>Touch</p>'],
    ['a style of its own', '<p>Touch</p>', '<p style="display:none">Touch</p>'],
    ['a handler', '<p>Touch</p>', '<p onclick="alert(1)">Touch</p>'],
    ['a page that moves on', '<meta', '<meta http-equiv="refresh" content="0;url=https://example.org"><meta'],
    ['a style that hides', 'body{', 'p{display:none}body{'],
    ['a style that adds', 'body{', 'p::after{content:"not"}body{'],
    ['a style that is too small to read', '17px', '1px'],
    ['a link to somewhere else', '<p>Touch</p>', '<p><a href="https://example.org">Touch</a></p>'],
    ['text in a drawing', '</svg>', '<text>Bo Marsh</text></svg>'],
  ])('is refused for %s', async (_, from, to) => {
    expect(await judged(changed(from, to))).toContain('not-plain');
  });

  it('may have labels between the lines, of the words that there are', async () => {
    const label = (name: string, words: string) => `<h3 data-label="${name}">${words}</h3><p>Touch</p>`;
    const [name, [words = ''] = []] = Object.entries(COPY_LABELS)[0] ?? [''];
    expect(await judged(changed('<p>Touch</p>', label(name, words)))).toMatch(/^Proven/);
    expect(await judged(changed('<p>Touch</p>', label(name, 'None of it counts.')))).toContain(
      'label-unknown',
    );
    expect(await judged(changed('<p>Touch</p>', label('toString', words)))).toContain('label-unknown');
    expect(await judged(changed('<p>Touch</p>', label(name, `${words}<br>No.`)))).toContain('not-plain');
  });

  it('may stand in other elements, lines and spaces than when it was made', async () => {
    expect(
      await judged(changed('<p>Touch</p>', '<section><h2>\n  <em>To</em>uch&nbsp;\n</h2></section>')),
    ).toMatch(/^Proven/);
    expect(await judged(changed('<p>Touch</p>', '<!-- here --><div>Touch</div>'))).toMatch(/^Proven/);
  });

  it.each<[string, string | RegExp, string]>([
    ['another character set', 'charset="utf-8"', 'charset="iso-2022-jp"'],
    ['no character set', '<meta charset="utf-8">', ''],
    ['a control character', '<p>Touch</p>', '<p class="\u001b$B">Touch</p>'],
    ['a drawing without lines to be seen', '<path d=', '<path stroke="none" d='],
    ['a drawing without width', '<svg ', '<svg width="0" '],
    ['words made smaller and smaller', '<p>Touch</p>', '<p><small><b><small>Touch</small></b></small></p>'],
  ])('is refused for %s', async (_, from, to) => {
    expect(await judged(changed(from, to))).toMatch(/^Refused/);
  });

  it('is refused for text after its end', async () => {
    expect(await judged(changed('</html>', 'And more.</html>'))).toContain('text-shown-differs');
  });

  it('is refused where what it shows and what it carries were changed together', async () => {
    const both = copy.replaceAll('Somebody takes you home', 'Nobody takes you home');
    expect(await judged(both)).toMatch(/record-differs[^]*text-differs/);
    expect(await judged(both)).not.toContain('text-shown-differs');
  });

  it('can be read whatever its record holds: 100 random ones', async () => {
    const signer = await newSigner('2026-11');
    for (let seed = 0; seed < 100; seed++) {
      const record = randomRecord(seed);
      const { textDigest, practice } = record;
      const recordDigest = digestOf(record);
      const receivedAt = '2026-11-22T20:00:00.000Z';
      const receipt = await signer.sign({ recordDigest, textDigest, practice, receivedAt });
      const file = clientCopy({ record, recordDigest, receipt, receivedAt, reference: 'KAP-7F3Q' });
      expect(await judged(file, { keys: canonicalJson(signer.keys) }), `seed ${seed}`).toMatch(/^Proven/);
    }
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
    ['a page with data twice', copy.replace(/(<template.*<\/template>)/, '$1$1')],
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
    writeFileSync(forged, changed('<p>Touch</p>', ''));
    const [proven, consistent, refused, unasked] = await Promise.all([
      run(pathOf('copy-2-drawn.html'), '--keys', pathOf('keys.json')),
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
