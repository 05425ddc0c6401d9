import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { CopySource } from '../../../src/domain/consent/copy-data.js';
import { copyPage } from '../../../src/domain/consent/copy-page.js';
import type { ConsentRecord2 } from '../../../src/domain/consent/record.js';
import { enCopy } from '../../../src/locale/en-copy.js';
import { digestOf, newRecord } from '../../support/consent.js';
import { randomRecord } from '../../support/random-consents.js';

type Node = DefaultTreeAdapterTypes.Node;

const record = newRecord();
const sourceOf = (of: CopySource['record'], more: Partial<CopySource> = {}): CopySource => ({
  record: of,
  recordDigest: digestOf(of),
  ...more,
});
const SAID = { receivedAt: '2026-11-22T20:10:01.000Z', reference: 'KAP-7F3Q' };
const page = (of: CopySource['record'], more?: Partial<CopySource>) => copyPage(sourceOf(of, more), enCopy);

const within = (node: Node): readonly Node[] => [
  node,
  ...('childNodes' in node ? node.childNodes.flatMap(within) : []),
];
const elements = (html: string) => within(parse(html)).filter((node) => 'tagName' in node);
const words = (html: string): string =>
  html
    .replace(/<template[^]*$/, '')
    .replace(/<(style|title)>.*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '\n');

/** A record in which every text that a client or a practice can write is this. */
function saying(text: string): ConsentRecord2 {
  const random = randomRecord(7);
  const { blocks } = random.document;
  return {
    ...random,
    document: {
      ...random.document,
      title: text,
      blocks: blocks.map((block) => ({ ...block, heading: text })),
    },
    signer: { role: 'representative', name: text, authority: text, client: text },
    signature: {
      method: 'drawn',
      drawing: { width: 300, height: 100, strokes: [[[1, 2]]] },
      statement: text,
      at: '2026-11-22T19:58:00.000Z',
    },
  };
}

describe('the page of a client’s copy', () => {
  it('says of what nobody has confirmed that it is not confirmed, before all else', () => {
    const shown = words(page(record)).trim();
    expect(shown.startsWith(`${enCopy.unconfirmedTitle}\n`)).toBe(true);
    for (const title of [enCopy.receivedTitle, enCopy.saidTitle]) expect(shown).not.toContain(title);
  });

  it('says that it was received where a receipt says so, and of the reference that only the page does', () => {
    const shown = words(page(record, { ...SAID, receipt: 'a.b.c' }));
    expect(shown).not.toContain(enCopy.unconfirmedTitle);
    const [received = '', said = ''] = shown.split(enCopy.receivedTitle)[1]?.split(enCopy.saidTitle) ?? [];
    expect(received).toContain('2026-11-22 12:10, America/Los_Angeles (20:10 UTC)');
    expect(received).not.toContain(SAID.reference);
    expect(said).toContain(SAID.reference);
  });

  it('leaves all that was said without a receipt to the page that said it', () => {
    const shown = words(page(record, SAID));
    expect(shown).not.toContain(enCopy.receivedTitle);
    const [before = '', said = ''] = shown.split(enCopy.saidTitle);
    expect(before).not.toContain('(20:10 UTC)');
    expect(said).toContain('(20:10 UTC)');
    expect(said).toContain(SAID.reference);
  });

  it('shows a drawn signature from its record, named for whoever can’t see it', () => {
    const drawn = elements(page(saying('Bo Okafor'))).find(({ nodeName }) => nodeName === 'svg');
    const attributes = drawn?.attrs.map(({ name, value }) => [name, value]) ?? [];
    expect(Object.fromEntries(attributes)).toMatchObject({
      role: 'img',
      'aria-label': enCopy.drawnBy('Bo Okafor'),
      viewBox: '0 0 300 100',
    });
    expect(page(record)).not.toContain('<svg');
  });

  it('is in the language of its words, and the document in its own', () => {
    const spanish = newRecord({ ...record.document, locale: 'es-US' });
    expect(page(spanish)).toMatch(/^<!doctype html><html lang="en">[^]*<article lang="es-US"><h1>/);
  });

  it('stands in one line of known elements and attributes, whatever was written', () => {
    const shape = (html: string) =>
      elements(html).map(({ nodeName, attrs }) => [nodeName, ...attrs.map(({ name }) => name)].join(' '));
    const known = shape(page(saying('x'), SAID));
    for (const sly of [
      '</template></style><script>alert(1)</script>',
      '" onload="alert(1)',
      "'><img src=x onerror=alert(1)>",
      '<!-- ',
      '&lt;b&gt; &#60;',
      'one\r\ntwo\nthree',
      '</ul><ul>',
    ]) {
      const html = page(saying(sly), SAID);
      expect(shape(html), sly).toEqual(known);
      expect(html, sly).not.toMatch(/[\r\n]/);
    }
  });

  it('shows a sly text as it was written', () => {
    const sly = '</p><b>so</b> & "on" &amp; \'on\'';
    const heading = elements(page(saying(sly))).find(({ nodeName }) => nodeName === 'h1');
    const [text] = heading?.childNodes ?? [];
    expect(text && 'value' in text ? text.value : undefined).toBe(sly);
  });

  it('asks for nothing and runs nothing', () => {
    expect(page(record, SAID)).not.toMatch(/<script|\s(src|href|action|style)=|url\(|@import/i);
  });
});
