import { describe, expect, it } from 'vitest';
import { faultOfDocument } from '../../../src/domain/consent/document.js';
import { endOfTerm } from '../../../src/domain/consent/holding.js';
import { shortConsent } from '../../support/consent-document.js';

describe('How long a consent holds', () => {
  it.each([
    ['P12M', '2026-11-22T20:00:00.000Z', '2027-11-22T20:00:00.000Z'],
    ['P1Y', '2028-02-29T20:00:00.000Z', '2029-02-28T20:00:00.000Z'],
    ['P1M', '2027-01-31T20:00:00.000Z', '2027-02-28T20:00:00.000Z'],
    ['P6W', '2026-11-22T20:00:00.000Z', '2027-01-03T20:00:00.000Z'],
    ['P1Y1M1W1D', '2026-11-22T20:00:00.000Z', '2027-12-30T20:00:00.000Z'],
  ])('%s from %s is until %s', (holds, receivedAt, end) => {
    expect(endOfTerm({ holds }, receivedAt)).toBe(end);
    expect(faultOfDocument({ ...shortConsent, holds })).toBeUndefined();
  });

  it('is for good where a document says nothing of it', () => {
    expect(endOfTerm(shortConsent, '2026-11-22T20:00:00.000Z')).toBeUndefined();
    expect(faultOfDocument(shortConsent)).toBeUndefined();
  });

  it.each(['12 months', 'P', 'PT12H', 'P12', '-P1Y'])('can’t be said as “%s”', (holds) => {
    expect(faultOfDocument({ ...shortConsent, holds })).toBe(`it holds for ${holds}, which is no duration`);
  });

  it('may be left to a practice, as any other number', () => {
    expect(faultOfDocument({ ...shortConsent, holds: '{{consent-holds}}' })).toBeUndefined();
  });
});
