import { describe, expect, it } from 'vitest';
import { submission } from '../../../src/domain/submission/envelope.js';
import { intakeText, uuidFromDigest } from '../../../src/domain/submission/intake-submission.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { answersOf } from '../../support/answers.js';
import { born, history } from '../../support/history.js';
import { sha256 } from '../../support/ports.js';

const frame = {
  schema: 'kap/submission/1',
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  createdAt: '2026-11-22T20:10:00.000Z',
  timeZone: 'America/Los_Angeles',
  practice: 'stillwater',
  widget: { version: '0.1.0', build: 'test' },
} as const;

const relations = {
  relatesTo: ['7c9e6679-7425-40de-944b-e07fc1f90ae7'],
  clientId: '16fd2706-8baf-433b-82eb-8c7fada847da',
};

const answers = answersOf({ given: 'Ana', birth: born, heart: ['no'] });
const textOf = (mode: 'endpoint' | 'action' | 'fhir') =>
  intakeText(history, answers, frame, relations, mode).body;

describe('the text of an intake', () => {
  it('is an envelope that the endpoint’s own schema takes whole', () => {
    const sent: unknown = JSON.parse(textOf('endpoint'));
    expect(submission.safeParse(sent)).toEqual({ success: true, data: sent });
    expect(sent).toMatchObject({
      id: frame.id,
      kind: 'intake',
      locale: 'en',
      relatesTo: relations.relatesTo,
      act: { questionnaire: { id: 'history', version: '1.0.0' } },
      content: { response: { authored: frame.createdAt } },
    });
  });

  it('names nobody outside its content', () => {
    const { content, ...rest } = JSON.parse(textOf('endpoint')) as Readonly<Record<string, unknown>>;
    expect(JSON.stringify(content)).toContain('Ana');
    expect(JSON.stringify(rest)).not.toContain('Ana');
  });

  it('is the same to a webhook as to an endpoint', () => {
    expect(textOf('action')).toBe(textOf('endpoint'));
  });

  it('is a transaction to a FHIR server', () => {
    expect(JSON.parse(textOf('fhir'))).toMatchObject({ resourceType: 'Bundle', type: 'transaction' });
  });

  it('is the same text each time', () => {
    for (const mode of ['endpoint', 'action', 'fhir'] as const) expect(textOf(mode)).toBe(textOf(mode));
  });

  it('tells from which field each part came', () => {
    expect(intakeText(history, answers, frame, relations, 'endpoint').origins.get('/item/0/item/0')).toBe(
      'given',
    );
  });
});

describe('a UUID from a digest', () => {
  it('is of version 8, with the digest’s digits around', () => {
    expect(uuidFromDigest('f'.repeat(64))).toBe('ffffffff-ffff-8fff-bfff-ffffffffffff');
    expect(uuidFromDigest('0'.repeat(64))).toBe('00000000-0000-8000-8000-000000000000');
    expect(uuidFromDigest('0123456789abcdef'.repeat(4))).toBe('01234567-89ab-8def-8123-456789abcdef');
  });

  it('is always one that our schemas take', () => {
    for (let seed = 0; seed < 200; seed++)
      expect(uuid.safeParse(uuidFromDigest(sha256(String(seed)))).success).toBe(true);
  });
});
