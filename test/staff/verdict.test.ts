import { describe, expect, it } from 'vitest';
import { verdictInWords, verdictOf, verifyConsent, type Verdict } from '../../demo/staff/reading/verdict.js';
import { digestOf, newConsent, newRecord, typedAs } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { createHash } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const signed = newRecord();
const { act, content } = newConsent(signed);
const sound = { act, record: content.record, published: shortConsent };

const failed = (verdict: Verdict): readonly string[] =>
  'findings' in verdict
    ? verdict.findings.filter(({ holds }) => !holds).map(({ fault }) => fault)
    : ['unchecked'];

describe('verifying a consent', () => {
  it('finds one that is as it came consistent, and never proven', async () => {
    const verdict = await verifyConsent(sound, sha256);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.standing).toBe('consistent');
    const { title, meaning } = verdictInWords(verdict);
    expect(title).toBe('Consistent, not proven');
    expect(meaning).toContain('does not prove who signed, or when');
  });

  it('finds a word that was changed in the stored text', async () => {
    const [block, ...others] = content.record.document.blocks;
    const blocks = block ? [{ ...block, paragraphs: ['Ketamine is approved for this.'] }, ...others] : [];
    const record = { ...content.record, document: { ...content.record.document, blocks } };
    expect(failed(await verifyConsent({ ...sound, record }, sha256))).toEqual([
      'record-differs',
      'text-differs',
      'never-published',
    ]);
  });

  it('finds another name under it', async () => {
    const record = typedAs(signed, 'Ana Marsh');
    expect(failed(await verifyConsent({ ...sound, record }, sha256))).toEqual([
      'record-differs',
      'signature-differs',
    ]);
  });

  it('finds a whole new record with digests of its own by the text that was never published', async () => {
    const forged = newRecord({ ...shortConsent, title: 'Consent to something else' });
    const claim = newConsent(forged);
    expect(failed(await verifyConsent({ ...sound, record: forged, act: claim.act }, sha256))).toEqual([
      'never-published',
    ]);
  });

  it('does not take a text for published that the endpoint does not have', async () => {
    const { act, record } = sound;
    expect(failed(await verifyConsent({ act, record }, sha256))).toEqual(['never-published']);
  });

  it('finds a tick and an answer that were taken out, though every digest was made anew', async () => {
    const record = { ...content.record, acknowledgements: [], checks: [] };
    const again = { ...act, recordDigest: digestOf(record) };
    expect(failed(await verifyConsent({ ...sound, record, act: again }, sha256))).toEqual([
      'not-acknowledged',
      'check-open',
    ]);
  });

  it('says nothing where the browser can’t hash, and does not call it consistent', async () => {
    const verdict = await verifyConsent(sound, undefined);
    expect(verdict).toEqual({ standing: 'not-checked', why: 'no-hashing' });
    expect(verdictInWords(verdict).title).toBe('Not checked');
  });

  it('survives half a character, which no digest can be made of', async () => {
    const record = { ...content.record, signer: { name: 'Ana \ud83d', role: 'self' } as const };
    expect(await verifyConsent({ ...sound, record }, sha256)).toEqual({
      standing: 'not-checked',
      why: 'not-writable',
    });
  });
});

describe('a verdict in words', () => {
  it('says of each of nine things whether it holds', () => {
    const { findings } = verdictOf(['text-differs']) as Extract<Verdict, { findings: unknown }>;
    expect(findings).toHaveLength(9);
    expect(new Set(findings.map(({ words }) => words)).size).toBe(9);
    expect(findings.filter(({ holds }) => !holds).map(({ words }) => words)).toEqual([
      expect.stringContaining('it is not the text that was shown'),
    ]);
  });

  it('counts what failed, and says not to rely on it', () => {
    const { title, meaning } = verdictInWords(verdictOf(['record-differs', 'text-differs']));
    expect(title).toBe('Does not hold: 2 of 9 checks failed');
    expect(meaning).toContain('Don’t rely on this record');
  });
});
