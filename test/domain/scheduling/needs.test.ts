import { describe, expect, it } from 'vitest';
import type { CareState, ConsentStatus } from '../../../src/domain/practice/care-state.js';
import { clearanceStatus } from '../../../src/domain/practice/care-state.js';
import type { SessionKind } from '../../../src/domain/practice/session-kind.js';
import { unmetNeeds, unsignedOf, type CurrentConsent } from '../../../src/domain/scheduling/needs.js';

const therapy: CurrentConsent = { id: 'therapy', version: '2' };
const touch: CurrentConsent = { id: 'touch', version: '1' };
const current = [therapy, touch];

const signed = (
  { id, version }: CurrentConsent,
  status: ConsentStatus = 'signed',
): CareState['consents'][number] => ({
  id,
  version,
  status,
  signedAt: '2026-11-20T10:00:00Z',
  reference: 'KAP-7F3Q',
});

const cleared: CareState['clearance'] = { status: 'cleared' };

const kind = (needs: SessionKind['needs'], id: SessionKind['id'] = 'dosing') => ({ id, needs });

const careOf = (
  clearance: CareState['clearance'],
  ...consents: CareState['consents']
): Pick<CareState, 'clearance' | 'consents'> => ({ clearance, consents });

describe('what is still to be signed', () => {
  it('is every current document, in its order, as long as nothing is signed', () => {
    expect(unsignedOf(current, [])).toEqual(current);
    expect(unsignedOf([], [signed(therapy)])).toEqual([]);
  });

  it('is no document that was signed in its current version', () => {
    expect(unsignedOf(current, [signed(therapy)])).toEqual([touch]);
    expect(unsignedOf(current, [signed(touch), signed(therapy)])).toEqual([]);
  });

  it('is a document whose text has changed since, or that was taken back', () => {
    expect(unsignedOf([therapy], [signed({ ...therapy, version: '1' })])).toEqual([therapy]);
    expect(unsignedOf([therapy], [signed(therapy, 'withdrawn')])).toEqual([therapy]);
  });

  it('is no document whose text has changed little since it was signed', () => {
    const before = { ...therapy, version: '1' };
    expect(unsignedOf([therapy], [signed(before, 'outdated-minor')])).toEqual([]);
    expect(unsignedOf([touch], [signed(before, 'outdated-minor')])).toEqual([touch]);
  });

  it('is a document in which what matters has changed since', () => {
    expect(unsignedOf([therapy], [signed({ ...therapy, version: '1' }, 'outdated-material')])).toEqual([
      therapy,
    ]);
  });

  it('is not one that was signed anew after it was taken back', () => {
    expect(unsignedOf([therapy], [signed(therapy, 'withdrawn'), signed(therapy)])).toEqual([]);
  });

  it('is not one of which an older version was signed too', () => {
    expect(unsignedOf([therapy], [signed({ ...therapy, version: '1' }), signed(therapy)])).toEqual([]);
  });

  it('is not told from a document of another name in the same version', () => {
    expect(unsignedOf([touch], [signed({ ...therapy, version: touch.version })])).toEqual([touch]);
  });
});

describe('a kind of session that needs nothing', () => {
  it('is open to anybody, known or not', () => {
    expect(unmetNeeds(kind({}), undefined, current)).toEqual([]);
    expect(unmetNeeds(kind({ consents: [] }), undefined, current)).toEqual([]);
    expect(unmetNeeds(kind({ clearance: false }), careOf({ status: 'on-hold' }), current)).toEqual([]);
  });
});

describe('a kind of session that needs clearance', () => {
  const dosing = kind({ clearance: true });
  const needs = (clearance: CareState['clearance'], start?: string, of = dosing) =>
    unmetNeeds(of, careOf(clearance), current, start);

  it('is closed to somebody whom the endpoint does not know', () => {
    expect(unmetNeeds(dosing, undefined, current)).toEqual(['clearance']);
  });

  it.each(clearanceStatus.options.filter((status) => status !== 'cleared'))(
    'is closed while it is %s',
    (status) => {
      expect(needs({ status })).toEqual(['clearance']);
    },
  );

  it('is open to who is cleared', () => {
    expect(needs(cleared)).toEqual([]);
    expect(needs(cleared, '2030-01-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    ['2026-12-31T07:59:59Z', []],
    ['2026-12-31T08:00:00Z', []],
    ['2026-12-31T08:00:01Z', ['clearance']],
    // The same instants, written in other zones.
    ['2026-12-31T09:00:00+02:00', []],
    ['2026-12-31T07:30:00-08:00', ['clearance']],
    ['2026-12-31T09:00:01+01:00', ['clearance']],
  ])('is held against the end of the clearance where it begins at %s', (start, unmet) => {
    expect(needs({ ...cleared, validUntil: '2026-12-31T08:00:00Z' }, start)).toEqual(unmet);
  });

  it('is open for choosing a time while the clearance lasts at all', () => {
    expect(needs({ ...cleared, validUntil: '2026-12-31T08:00:00Z' })).toEqual([]);
  });

  it.each([
    [1, []],
    [0, ['clearance']],
    [-1, ['clearance']],
  ])('counts the doses that are left: %d', (dosingLeft, unmet) => {
    expect(needs({ ...cleared, dosingLeft })).toEqual(unmet);
    expect(needs({ ...cleared, dosingLeft }, undefined, kind({ clearance: true }, 'integration'))).toEqual(
      [],
    );
  });
});

describe('a kind of session that needs consents', () => {
  const needs = (consents: readonly string[], ...given: CareState['consents']) =>
    unmetNeeds(kind({ consents: [...consents] }), careOf(cleared, ...given), current);

  it('is closed until each of them is signed in its current version', () => {
    expect(unmetNeeds(kind({ consents: ['therapy'] }), undefined, current)).toEqual(['consents']);
    expect(needs(['therapy'])).toEqual(['consents']);
    expect(needs(['therapy', 'touch'], signed(therapy))).toEqual(['consents']);
    expect(needs(['therapy'], signed({ ...therapy, version: '1' }))).toEqual(['consents']);
    expect(needs(['therapy', 'touch'], signed(therapy), signed(touch))).toEqual([]);
  });

  it('asks for no other document than those it names', () => {
    expect(needs(['therapy'], signed(therapy))).toEqual([]);
  });

  it('is closed where it names a document that nobody can sign', () => {
    expect(needs(['recording'], signed(therapy), signed(touch))).toEqual(['consents']);
    expect(needs(['therapy', 'recording'], signed(therapy))).toEqual(['consents']);
  });

  it('asks for one document once, however often a profile names it', () => {
    expect(needs(['therapy', 'therapy'], signed(therapy))).toEqual([]);
    expect(needs(['therapy', 'therapy'])).toEqual(['consents']);
  });
});

describe('a kind of session that needs both', () => {
  it('says both that is missing, clearance first', () => {
    const both = kind({ clearance: true, consents: ['therapy'] });
    expect(unmetNeeds(both, undefined, current)).toEqual(['clearance', 'consents']);
    expect(unmetNeeds(both, careOf(cleared), current)).toEqual(['consents']);
    expect(unmetNeeds(both, careOf({ status: 'in-review' }, signed(therapy)), current)).toEqual([
      'clearance',
    ]);
    expect(unmetNeeds(both, careOf(cleared, signed(therapy)), current)).toEqual([]);
  });
});
