import { describe, expect, it } from 'vitest';
import { consentRecord } from '../../../src/domain/consent/record.js';
import {
  beginSigning,
  checkState,
  problemsOf,
  recordOf,
  type Signing,
} from '../../../src/domain/consent/signing.js';
import { digestOf } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { oneOf, seeded } from '../../support/seeded.js';

const SHOWN = '2026-11-22T19:50:00.000Z';
const FIRST = '2026-11-22T19:55:00.000Z';
const SECOND = '2026-11-22T19:57:00.000Z';

const untouched = beginSigning(shortConsent, SHOWN);

const ready: Signing = {
  ...untouched,
  // Ticked from the bottom up.
  acknowledged: new Map([
    ['going-home', FIRST],
    ['off-label', SECOND],
  ]),
  answers: new Map([['going-home', ['hour', 'next-day']]]),
  name: 'Ana Okafor',
};

const frame = {
  practice: 'stillwater',
  textDigest: digestOf(shortConsent),
  timeZone: 'America/Los_Angeles',
  widget: { version: '0.1.0', build: 'test' },
  signedAt: '2026-11-22T19:58:00.000Z',
  statement: 'I have read this and I agree.',
};

const shortProblems = (signing: Signing) =>
  problemsOf(signing).map(({ code, block }) => [code, block].filter(Boolean).join(' '));

describe('a document that is opened', () => {
  it('has nothing ticked, answered or written in advance', () => {
    expect(untouched).toEqual({
      document: shortConsent,
      shownAt: SHOWN,
      acknowledged: new Map(),
      choices: new Map(),
      answers: new Map(),
      together: new Set(),
      name: '',
      representing: undefined,
      method: 'typed',
      drawing: undefined,
      supersedes: undefined,
    });
  });
});

describe('a comprehension check', () => {
  const check = {
    question: 'When may you drive again?',
    answers: [
      { id: 'same-day', text: 'The same evening' },
      { id: 'next-day', text: 'The next day', right: true },
      { id: 'hour', text: 'After an hour', right: false },
      { id: 'later', text: 'Later than that', right: true },
    ],
    explanation: 'The medicine slows you down.',
  };

  it.each<[string, readonly string[] | undefined]>([
    ['open', undefined],
    ['open', []],
    ['right', ['next-day']],
    ['right', ['later']],
    ['explained', ['same-day']],
    ['explained', ['hour']],
    ['right', ['same-day', 'next-day']],
    ['together', ['same-day', 'hour']],
    ['together', ['same-day', 'hour', 'same-day']],
    ['explained', ['no-answer-of-it']],
  ])('is %s after %j', (state, given) => {
    expect(checkState(check, given)).toBe(state);
  });
});

describe('what stands between a client and their signature', () => {
  it('is all that the document asks, in its order, and the name', () => {
    expect(shortProblems(untouched)).toEqual([
      'not-acknowledged off-label',
      'check-open going-home',
      'not-acknowledged going-home',
      'no-name',
    ]);
  });

  it('is nothing once everything is done', () => {
    expect(problemsOf(ready)).toEqual([]);
  });

  it.each<[string, Partial<Signing>, string]>([
    ['a tick', { acknowledged: new Map([['going-home', FIRST]]) }, 'not-acknowledged off-label'],
    ['an answer', { answers: new Map() }, 'check-open going-home'],
    ['a second try', { answers: new Map([['going-home', ['hour']]]) }, 'check-open going-home'],
    ['a name', { name: '' }, 'no-name'],
    ['a name that is more than space', { name: ' \u00a0\t' }, 'no-name'],
  ])('is %s that is missing', (_, missing, problem) => {
    expect(shortProblems({ ...ready, ...missing })).toEqual([problem]);
  });

  it('is no check that was missed twice: nobody is locked out', () => {
    expect(problemsOf({ ...ready, answers: new Map([['going-home', ['hour', 'same-day']]]) })).toEqual([]);
  });

  it('is no tick or answer on what the document does not ask about', () => {
    const stray: Signing = { ...untouched, acknowledged: new Map([['voluntary', FIRST]]), name: 'Ana' };
    expect(shortProblems(stray)).toEqual([
      'not-acknowledged off-label',
      'check-open going-home',
      'not-acknowledged going-home',
    ]);
  });
});

describe('the record of what was signed', () => {
  const record = recordOf(ready, frame);

  it('says after a second miss whether the client would like to go over it, and otherwise nothing of that', () => {
    const missed = { ...ready, answers: new Map([['going-home', ['hour', 'same-day']]]) };
    const checksOf = (signing: Signing) => recordOf(signing, frame).checks;
    const answers = ['hour', 'same-day'];
    expect(checksOf(missed)).toEqual([{ block: 'going-home', answers, together: false }]);
    const together = new Set(['going-home', 'off-label']);
    expect(checksOf({ ...missed, together })).toEqual([{ block: 'going-home', answers, together: true }]);
    expect(checksOf({ ...ready, together })).toEqual(record.checks);
    expect(record.checks).toEqual([{ block: 'going-home', answers: ['hour', 'next-day'] }]);
    expect(consentRecord.safeParse(recordOf({ ...missed, together }, frame)).success).toBe(true);
  });

  it('is one that its own schema takes whole', () => {
    expect(consentRecord.safeParse(record)).toEqual({ success: true, data: record });
  });

  it('holds the exact text, and when it was on the screen', () => {
    expect(record).toMatchObject({
      document: shortConsent,
      textDigest: frame.textDigest,
      shownAt: SHOWN,
      locale: 'en',
    });
  });

  it('holds each tick with the document’s sentence and its instant, in the order of the document', () => {
    expect(record.acknowledgements).toEqual([
      { block: 'off-label', text: 'I know that this use is not the approved one.', at: SECOND },
      { block: 'going-home', text: 'I won’t drive until the next day.', at: FIRST },
    ]);
  });

  it('holds every answer that was given, the misses too', () => {
    expect(record.checks).toEqual([{ block: 'going-home', answers: ['hour', 'next-day'] }]);
  });

  it('holds the name as the signature, without the space around it', () => {
    const { signer, signature } = recordOf({ ...ready, name: '  Ana Okafor ' }, frame);
    expect(signer).toEqual({ name: 'Ana Okafor', role: 'self' });
    expect(signature).toEqual({
      method: 'typed',
      value: 'Ana Okafor',
      statement: frame.statement,
      at: frame.signedAt,
    });
  });

  it('can be written down though the name holds half of a character', () => {
    const { signer, signature } = recordOf({ ...ready, name: 'Ana \ud83d' }, frame);
    expect(signer.name).toBe('Ana \ufffd');
    expect(signature).toMatchObject({ value: signer.name });
  });

  it('holds nothing of what the document does not ask about', () => {
    const stray = { ...ready, acknowledged: new Map([...ready.acknowledged, ['voluntary', FIRST]]) };
    expect(recordOf(stray, frame)).toEqual(record);
  });

  it('has its times in their order, though the device’s clock was set back while they read', () => {
    const signedAt = '2026-11-22T19:56:00.000Z';
    const { shownAt, acknowledgements, signature } = recordOf(ready, { ...frame, signedAt });
    expect([shownAt, ...acknowledgements.map(({ at }) => at), signature.at]).toEqual([
      SHOWN,
      signedAt,
      FIRST,
      signedAt,
    ]);
    const setBackFar = recordOf(ready, { ...frame, signedAt: '2026-11-22T18:00:00.000Z' });
    expect([setBackFar.shownAt, setBackFar.acknowledgements[0]?.at]).toEqual(
      Array.from({ length: 2 }, () => '2026-11-22T18:00:00.000Z'),
    );
  });

  it('is in the document’s language, whatever the page’s', () => {
    const spanish = { ...shortConsent, locale: 'es-US' };
    expect(recordOf({ ...ready, document: spanish }, frame).locale).toBe('es-US');
  });
});

describe('1,000 clients who do what they like', () => {
  const draw = seeded(20261122);
  const answers = ['same-day', 'next-day', 'hour'];

  it('can all sign in the end, and each record says what they did', () => {
    for (let client = 0; client < 1000; client++) {
      const given = Array.from({ length: 2 + Math.floor(draw() * 3) }, () => oneOf(answers, draw));
      const signing: Signing = { ...ready, answers: new Map([['going-home', given]]) };
      expect(problemsOf(signing)).toEqual([]);
      const record = recordOf(signing, frame);
      const missed = given.includes('next-day') ? {} : { together: false };
      expect(record.checks).toEqual([{ block: 'going-home', answers: given, ...missed }]);
      expect(consentRecord.safeParse(record).success).toBe(true);
    }
  });
});
