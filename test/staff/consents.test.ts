import { describe, expect, it } from 'vitest';
import type { SignedDocument, SignedRecord } from '../../demo/staff/consent-answers.js';
import {
  chainOf,
  currentText,
  findSigned,
  openDocuments,
  scopeInWords,
  scopeOf,
  signedDocuments,
  standingInWords,
  standingOf,
  statusInWords,
  takenBackOf,
  textOf,
} from '../../demo/staff/reading/consents.js';
import { shortConsent } from '../support/consent-document.js';
import { aDocument, aSigned, consentsOf, earlier, takingBack, ZONE } from './signed.js';

const said = (record: SignedRecord, document: SignedDocument): string =>
  standingInWords(record, document, ZONE).replaceAll(/\s/g, ' ');

const outdated = (status: SignedRecord['status']) => aSigned(earlier, { status });
const erasure = { at: '2026-11-24T18:00:00.000Z', by: 'prescriber', reason: 'A request by law.' } as const;
/** What the endpoint leaves of a record. */
const anErased = (): SignedRecord => {
  const { record, ...left } = aSigned(shortConsent, { status: 'erased', erased: erasure });
  expect(record).toBeDefined();
  return left;
};

describe('how a record stands', () => {
  it.each([
    ['signed', 'Signed, in force.'],
    ['outdated-minor', 'Signed, in force. There is a newer text, version 2026-11, with small changes.'],
    ['outdated-material', 'Must be signed again: version 2026-11 changes what matters.'],
    ['withdrawn', 'Not in force: the client took it back.'],
    ['expired', 'Must be signed again: it was signed for a time.'],
  ] as const)('%s: %s', (status, words) => {
    const record = outdated(status);
    expect(said(record, aDocument([record]))).toBe(words);
  });

  it('says when it ends, or ended, where it was signed for a time', () => {
    const until = { holdsUntil: '2027-11-22T20:00:00.000Z' };
    const [signed, expired] = [aSigned(earlier, until), aSigned(earlier, { ...until, status: 'expired' })];
    expect(said(signed, aDocument([signed]))).toBe('Signed, in force until Mon, Nov 22, 2027, 12:00 PM PST.');
    expect(said(expired, aDocument([expired]))).toBe(
      'Must be signed again: it was signed for a time, which ended Mon, Nov 22, 2027, 12:00 PM PST.',
    );
  });

  it('is said of one that the practice does not ask for any more', () => {
    const record = aSigned();
    const { currentVersion, ...document } = aDocument([record]);
    expect(currentVersion).toBe('2026-11');
    expect(said(record, document)).toBe(
      'Signed, in force. The practice does not ask for this document any more.',
    );
  });

  it('asks for no new signature where there is one already: it says which record took its place', () => {
    const old = outdated('outdated-material');
    const document = aDocument([aSigned(), old]);
    expect(standingOf(old, document)).toBe('replaced');
    expect(said(old, document)).toBe('Signed again Sun, Nov 22, 2026, 12:00 PM PST, in version 2026-11.');
  });

  it('names the record that came next, where there were several', () => {
    const [first, second, third] = [
      outdated('outdated-material'),
      aSigned(earlier, { receivedAt: '2026-06-02T16:00:00.000Z', status: 'outdated-material' }),
      aSigned(),
    ];
    expect(said(first, aDocument([third, second, first]))).toContain('Jun 2, 2026');
  });

  it('is not replaced by a record that was erased', () => {
    const old = outdated('outdated-material');
    expect(standingOf(old, aDocument([anErased(), old]))).toBe('material');
  });

  it('stays taken back, and stays erased, whatever was signed after', () => {
    const [withdrawn, erased] = [outdated('withdrawn'), anErased()];
    const document = aDocument([aSigned(), withdrawn, erased]);
    expect(standingOf(withdrawn, document)).toBe('withdrawn');
    expect(said(erased, document)).toBe('Erased by law Tue, Nov 24, 2026, 10:00 AM PST.');
  });

  it('has words for those who know nothing of the other records', () => {
    const statuses = [
      'signed',
      'outdated-minor',
      'outdated-material',
      'expired',
      'withdrawn',
      'erased',
    ] as const;
    expect(new Set(statuses.map(statusInWords)).size).toBe(6);
  });
});

describe('what was taken back', () => {
  it('is read from how an act writes it', () => {
    expect(scopeOf('everything')).toEqual({ what: 'everything' });
    expect(scopeOf('electronic-records')).toEqual({ what: 'electronic-records' });
    expect(scopeOf('block:touch')).toEqual({ what: 'block', block: 'touch' });
  });

  it('is said in words, a passage by its heading', () => {
    const inWords = (written: string) => scopeInWords(scopeOf(written), shortConsent);
    expect(inWords('everything')).toBe('all of it');
    expect(inWords('electronic-records')).toContain('the electronic form alone');
    expect(inWords('block:going-home')).toBe('what they agreed to under “Going home”; the rest stands');
    expect(inWords('block:somewhere')).toContain('“somewhere”');
    expect(scopeInWords(scopeOf('block:touch'), undefined)).toContain('“touch”');
  });

  it('is listed with what, when and its reference', () => {
    const record = aSigned();
    const withdrawals = [takingBack(record, { what: 'block', block: 'going-home' }), takingBack(record)];
    const [part, whole] = takenBackOf({ ...record, withdrawals }, aDocument([record]), ZONE);
    expect(part).toMatchObject({ reference: 'BBBB-2222', submissionId: withdrawals[0]?.submissionId });
    expect(part?.words.replaceAll(/\s/g, ' ')).toBe(
      'Taken back Mon, Nov 23, 2026, 10:00 AM PST: what they agreed to under “Going home”; the rest stands.',
    );
    expect(whole?.words).toContain(': all of it.');
  });
});

describe('the texts of a document', () => {
  it('are those that were signed, or where that is erased, those that were published', () => {
    expect(textOf(aSigned(earlier), aDocument([]))).toEqual(earlier);
    expect(textOf(anErased(), aDocument([]))).toEqual(shortConsent);
    expect(textOf({ ...anErased(), locale: 'de' }, aDocument([]))).toEqual(shortConsent);
    expect(textOf({ ...anErased(), version: 'gone' }, aDocument([]))).toBeUndefined();
  });

  it('have a current one, in the language that was signed where there is one', () => {
    const german = { ...shortConsent, locale: 'de' };
    const document = aDocument([], { published: [earlier, german, shortConsent] });
    expect(currentText(document, 'de')).toEqual(german);
    expect(currentText(document, 'fr')).toEqual(shortConsent);
    expect(currentText({ ...document, currentVersion: '2099-01' }, 'en')).toBeUndefined();
  });
});

describe('all that a client has signed', () => {
  const recording = (records: SignedRecord[]) => aDocument(records, { id: 'recording', title: 'Recording' });

  it('stands with the newest first, and leaves out what nothing was signed of', () => {
    const old = aDocument([aSigned(shortConsent, { receivedAt: '2026-01-05T10:00:00.000Z' })]);
    const consents = consentsOf(old, recording([aSigned()]), aDocument([], { id: 'touch' }));
    expect(signedDocuments(consents).map(({ id }) => id)).toEqual(['recording', 'ketamine-therapy']);
  });

  it.each([
    ['not signed yet', []],
    ['not signed again since the text changed', [outdated('outdated-material')]],
    ['taken back and not signed again', [outdated('withdrawn')]],
    ['erased by law and not signed again', [anErased()]],
  ])('leaves open what is %s', (words, records) => {
    expect(openDocuments(consentsOf(recording(records)))).toEqual([
      { id: 'recording', title: 'Recording', words: `Version 2026-11, ${words}.` },
    ]);
  });

  it.each(['signed', 'outdated-minor'] as const)('leaves nothing open that is %s', (status) => {
    const record = aSigned(shortConsent, { status });
    expect(openDocuments(consentsOf(aDocument([record, outdated('withdrawn')])))).toEqual([]);
  });

  it('asks for nothing that the practice does not ask for', () => {
    const { currentVersion, ...document } = aDocument([outdated('withdrawn')]);
    expect(currentVersion).toBeDefined();
    expect(openDocuments(consentsOf(document))).toEqual([]);
  });

  it('finds one record with its document', () => {
    const [one, other] = [aSigned(), aSigned()];
    const document = recording([other]);
    const consents = consentsOf(aDocument([one]), document);
    expect(findSigned(consents, (each) => each === other)).toEqual({ document, record: other });
    expect(findSigned(consents, () => false)).toBeUndefined();
  });
});

describe('the chain of records', () => {
  const old = aSigned(earlier);
  const fresh = aSigned(shortConsent, { supersedes: old.recordDigest });
  const document = aDocument([fresh, old]);

  it('leads from a record to the one it takes the place of, and back', () => {
    expect(chainOf({ record: fresh, document })).toEqual({ before: old, after: [] });
    expect(chainOf({ record: old, document })).toEqual({ before: undefined, after: [fresh] });
  });

  it('leads nowhere from a record that is alone', () => {
    const alone = aSigned();
    expect(chainOf({ record: alone, document: aDocument([alone]) })).toEqual({
      before: undefined,
      after: [],
    });
  });
});
