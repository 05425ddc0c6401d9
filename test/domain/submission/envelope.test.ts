import { describe, expect, it } from 'vitest';
import { submission } from '../../../src/domain/submission/envelope.js';
import { scopeInAct, writtenScope } from '../../../src/domain/submission/withdrawal-scope.js';
import { newConsent, newRecord } from '../../support/consent.js';
import { newWithdrawal, newWithdrawalRecord } from '../../support/withdrawals.js';

type Replacing = Readonly<Record<string, unknown>>;

const frame = {
  schema: 'kap/submission/1',
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  createdAt: '2026-11-22T20:10:00.000Z',
  timeZone: 'America/Los_Angeles',
  locale: 'en',
  practice: 'stillwater',
  widget: { version: '0.1.0', build: 'test' },
  relatesTo: ['7c9e6679-7425-40de-944b-e07fc1f90ae7'],
};

const wanted = { slotId: 'mara_preparation_20261201T1800Z', kind: 'preparation' };

const booking = {
  ...frame,
  kind: 'booking',
  expiresAt: '2026-11-22T20:25:00.000Z',
  act: { sessions: [wanted] },
  content: {
    contact: { name: 'Ana Okafor', phone: '(503) 555-0188', email: 'ana@mail.example' },
    note: 'Stairs?',
  },
};

const change = {
  ...frame,
  kind: 'booking-change',
  expiresAt: '2026-11-22T20:25:00.000Z',
  act: { cancel: ['b1'], sessions: [wanted] },
};

const alert = {
  ...frame,
  kind: 'safety-alert',
  expiresAt: '2026-11-22T20:25:00.000Z',
  act: {},
  content: {
    item: 'safe-at-home',
    question: 'Do you feel safe at home?',
    answer: 'No',
    contact: { phone: '(503) 555-0188', safeTimes: 'Mornings' },
    place: 'Salem, Oregon',
  },
};

const call = {
  ...frame,
  kind: 'call-request',
  expiresAt: '2026-11-22T20:25:00.000Z',
  act: {},
  content: { phone: '(503) 555-0188', safeTimes: 'Mornings' },
};

const many = <T>(one: T, count: number): readonly T[] => Array.from({ length: count }, () => one);

const isTaken = (sent: unknown): boolean => submission.safeParse(sent).success;

describe.each([
  ['a consent', newConsent()],
  ['a booking', booking],
  ['a change of bookings', change],
])('%s', (_, sent) => {
  it('is taken as it is sent', () => {
    expect(submission.safeParse(sent)).toEqual({ success: true, data: sent });
  });

  it('loses what nobody here reads', () => {
    expect(submission.parse({ ...sent, act: { ...sent.act, price: 1 }, ip: '203.0.113.7' })).toEqual(sent);
  });

  it.each<[string, Replacing]>([
    ['another schema', { schema: 'kap/submission/2' }],
    ['an id that is no UUID', { id: 'first' }],
    ['a nonce of fewer bits', { nonce: 'AAAA' }],
    ['a time that there isn’t', { createdAt: '2026-13-45T25:61:61Z' }],
    ['an end that is none', { expiresAt: 'soon' }],
    ['a zone that is none', { timeZone: '../etc' }],
    ['relations to what is no submission', { relatesTo: ['first'] }],
    ['more relations than it may name', { relatesTo: many(frame.id, 21) }],
    ['a kind that this version does not take', { kind: 'consent-withdrawal' }],
    ['another kind than its own', { kind: 'intake' }],
    ['nothing to act on', { act: {} }],
  ])('with %s is none', (_name, replacing) => {
    expect(isTaken({ ...sent, ...replacing })).toBe(false);
  });
});

describe.each([
  ['a safety alert', alert],
  ['a request for a call', call],
])('%s', (_, sent) => {
  it('is taken as it is sent, without what nobody here reads', () => {
    expect(submission.safeParse(sent)).toEqual({ success: true, data: sent });
    expect(submission.parse({ ...sent, act: { score: 9 }, ip: '203.0.113.7' })).toEqual(sent);
  });

  it.each<[string, Replacing]>([
    ['nothing to act on at all', { act: undefined }],
    ['no content', { content: undefined }],
    ['nothing in its content', { content: {} }],
    ['another kind than its own', { kind: 'intake' }],
    ['an end that is none', { expiresAt: 'soon' }],
  ])('with %s is none', (_name, replacing) => {
    expect(isTaken({ ...sent, ...replacing })).toBe(false);
  });
});

describe('a safety alert', () => {
  const saying = (replacing: Replacing) => ({ ...alert, content: { ...alert.content, ...replacing } });

  it.each(['question', 'contact', 'place'])(
    'may leave out the %s: it must not fail for want of it',
    (key) => {
      expect(isTaken(saying({ [key]: undefined }))).toBe(true);
    },
  );

  it.each<[string, Replacing]>([
    ['no answer', { answer: undefined }],
    ['an empty answer', { answer: '' }],
    ['no question that it is about', { item: undefined }],
    ['a contact without a phone', { contact: { safeTimes: 'Mornings' } }],
    ['an answer that is longer than any', { answer: 'x'.repeat(1001) }],
    ['a place that is longer than any', { place: 'x'.repeat(401) }],
  ])('with %s is none', (_, replacing) => {
    expect(isTaken(saying(replacing))).toBe(false);
  });
});

describe('a request for a call', () => {
  it.each<[string, Replacing]>([
    ['no phone', { phone: undefined }],
    ['an empty phone', { phone: '' }],
    ['a phone that is longer than any', { phone: '1'.repeat(41) }],
    ['times that are longer than any', { safeTimes: 'x'.repeat(201) }],
  ])('with %s is none', (_, replacing) => {
    expect(isTaken({ ...call, content: { ...call.content, ...replacing } })).toBe(false);
  });

  it('may be for any time', () => {
    expect(isTaken({ ...call, content: { phone: '5550188' } })).toBe(true);
  });

  it('may note a wish for later, which needs no phone', () => {
    for (const content of [
      { reason: 'wish-after-session' },
      { reason: 'wish-after-session', about: 'consent' },
      { ...call.content, reason: 'wish-after-session', about: 'plan' },
    ])
      expect(submission.parse({ ...call, content })).toEqual({ ...call, content });
    expect(isTaken({ ...call, content: { reason: 'another' } })).toBe(false);
    expect(isTaken({ ...call, content: { about: 'plan' } })).toBe(false);
  });
});

describe('a consent', () => {
  const consent = newConsent();

  it.each<[string, Replacing]>([
    ['no record', { content: {} }],
    ['no content', { content: undefined }],
    ['a digest that is none', { act: { ...consent.act, recordDigest: 'A1'.repeat(32) } }],
    [
      'a record of another kind',
      { content: { record: { ...consent.content.record, schema: 'kap/other/1' } } },
    ],
    [
      'a signature for somebody else',
      { content: { record: { ...consent.content.record, signer: { name: 'Ana', role: 'parent' } } } },
    ],
    [
      'a name that is longer than any',
      { content: { record: { ...consent.content.record, signer: { name: 'x'.repeat(201), role: 'self' } } } },
    ],
  ])('with %s is none', (_, replacing) => {
    expect(isTaken({ ...consent, ...replacing })).toBe(false);
  });
});

describe('a booking', () => {
  it.each<[string, Replacing]>([
    ['nothing beside the sessions', { content: undefined }],
    ['nothing in its content', { content: {} }],
    ['a name alone', { content: { contact: { name: 'Ana' } } }],
    ['a whole course', { act: { sessions: many(wanted, 60) } }],
  ])('may hold %s', (_, replacing) => {
    expect(isTaken({ ...booking, ...replacing })).toBe(true);
  });

  it.each<[string, Replacing]>([
    ['no session', { act: { sessions: [] } }],
    ['more sessions than any course has', { act: { sessions: many(wanted, 61) } }],
    ['a session of a kind that nobody knows', { act: { sessions: [{ ...wanted, kind: 'party' }] } }],
    ['a contact without a name', { content: { contact: { phone: '5550188' } } }],
    ['an empty telephone', { content: { contact: { name: 'Ana', phone: '' } } }],
    ['a telephone that is longer than any', { content: { contact: { name: 'Ana', phone: '1'.repeat(41) } } }],
    ['a note that nobody reads to its end', { content: { note: 'x'.repeat(2001) } }],
  ])('with %s is none', (_, replacing) => {
    expect(isTaken({ ...booking, ...replacing })).toBe(false);
  });
});

describe('a change of bookings', () => {
  it('may ask for nothing in the place of what it gives up, and the other way round', () => {
    expect(isTaken({ ...change, act: { cancel: ['b1'], sessions: [] } })).toBe(true);
    expect(isTaken({ ...change, act: { cancel: [], sessions: [wanted] } })).toBe(true);
  });

  it('gives up no more than a client can have', () => {
    expect(isTaken({ ...change, act: { cancel: many('b1', 61), sessions: [] } })).toBe(false);
    expect(isTaken({ ...change, act: { cancel: [''], sessions: [] } })).toBe(false);
  });
});

describe('the withdrawal of a consent', () => {
  const withdrawal = newWithdrawal(newWithdrawalRecord(newRecord()));
  const isTaken = (replacing: Replacing) => submission.safeParse({ ...withdrawal, ...replacing }).success;

  it('is a submission of its own kind', () => {
    expect(submission.safeParse(withdrawal)).toEqual({ success: true, data: withdrawal });
  });

  it.each([
    [{ what: 'everything' }, 'everything'],
    [{ what: 'electronic-records' }, 'electronic-records'],
    [{ what: 'block', block: 'touch' }, 'block:touch'],
  ] as const)('names %j in its act as %s', (scope, written) => {
    expect(scopeInAct(scope)).toBe(written);
    expect(writtenScope.safeParse(written).success).toBe(true);
  });

  it.each([
    '',
    'all',
    'block:',
    'block:Touch',
    'block:a b',
    'everything ',
    'block',
    `block:${'a'.repeat(81)}`,
  ])('may not take back %j', (scope) => {
    expect(isTaken({ act: { ...withdrawal.act, scope } })).toBe(false);
  });

  it('needs the record, and the digest of what was signed', () => {
    expect(isTaken({ content: undefined })).toBe(false);
    expect(isTaken({ act: { scope: 'everything' } })).toBe(false);
    expect(isTaken({ act: { ...withdrawal.act, recordDigest: 'A'.repeat(64) } })).toBe(false);
  });
});
