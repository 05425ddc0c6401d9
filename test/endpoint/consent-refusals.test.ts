import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { newConsent, newRecord, typedAs, digestOf } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { bytesOf, newCareToken } from '../support/intake.js';

const older = { ...shortConsent, version: '2026-06', title: 'An older consent' };
const consents = [older, shortConsent];

onEachDatabase('A consent that can’t be relied on', (database) => {
  const record = newRecord();
  const [firstBlock, ...otherBlocks] = shortConsent.blocks;
  const forged = {
    ...shortConsent,
    blocks: [{ ...firstBlock, id: 'off-label', paragraphs: ['Ketamine is safe.'] }, ...otherBlocks],
  };
  const withAct = (act: Partial<ConsentSubmission['act']>) => {
    const consent = newConsent(record);
    return { ...consent, act: { ...consent.act, ...act } };
  };
  const named = newConsent(record).act.document;

  test.each<[string, ConsentSubmission, readonly (readonly [string, string])[]]>([
    [
      'text that was never published, with every digest right',
      newConsent(newRecord(forged)),
      [['/content/record/document', 'never-published']],
    ],
    [
      'a version that was never published',
      newConsent(newRecord({ ...shortConsent, version: '2026-12' })),
      [['/content/record/document', 'never-published']],
    ],
    [
      'a record that was changed after its digest was made',
      {
        ...newConsent(record),
        content: { record: { ...record, shownAt: '2026-11-22T19:00:00.000Z' } },
      },
      [['/act/recordDigest', 'record-differs']],
    ],
    [
      'the digest of another text',
      withAct({ document: { ...named, textDigest: digestOf('another') } }),
      [['/act/document/textDigest', 'text-differs']],
    ],
    [
      'an acknowledgement left out',
      newConsent({ ...record, acknowledgements: record.acknowledgements.slice(1) }),
      [['/content/record/acknowledgements', 'not-acknowledged']],
    ],
    [
      'an acknowledgement in other words',
      newConsent({
        ...record,
        acknowledgements: record.acknowledgements.map((one) => ({ ...one, text: 'I know nothing.' })),
      }),
      [['/content/record/acknowledgements', 'not-acknowledged']],
    ],
    [
      'a check that was left open',
      newConsent({ ...record, checks: [] }),
      [['/content/record/checks', 'check-open']],
    ],
    [
      'another signature than the signer’s name',
      newConsent(typedAs(record, 'Somebody Else')),
      [['/content/record/signature', 'signature-differs']],
    ],
    [
      'another document named than the one in the record',
      withAct({ document: { ...named, id: 'touch' } }),
      [['/act/document', 'document-differs']],
    ],
    [
      'another language named than the record’s',
      withAct({ document: { ...named, locale: 'es' } }),
      [['/act/document', 'document-differs']],
    ],
    [
      'another practice in the record',
      newConsent({ ...record, practice: 'elsewhere' }),
      [['/content/record/practice', 'unknown-practice']],
    ],
    [
      'another language in the record than the document’s',
      newConsent({ ...record, locale: 'es' }),
      [['/content/record/locale', 'locale-differs']],
    ],
    [
      'a time zone that does not exist',
      newConsent({ ...record, timeZone: 'Mars/Olympus' }),
      [['/content/record/timeZone', 'unknown-time-zone']],
    ],
    [
      'a tick from before the text was shown',
      newConsent({ ...record, shownAt: '2026-11-22T19:57:30.000Z' }),
      [['/content/record/signature/at', 'times-differ']],
    ],
    [
      'a signature from later than now',
      newConsent({ ...record, signature: { ...record.signature, at: '2026-11-22T20:05:01.000Z' } }),
      [['/content/record/signature/at', 'in-the-future']],
    ],
    [
      'a day that the calendar does not have',
      newConsent({ ...record, signature: { ...record.signature, at: '2026-02-31T19:58:00.000Z' } }),
      [['/content/record/signature/at', 'invalid-format']],
    ],
    [
      'a sentence above the signature that nobody is shown',
      newConsent({ ...record, signature: { ...record.signature, statement: 'I was made to sign.' } }),
      [['/content/record/signature/statement', 'statement-unknown']],
    ],
    [
      'several faults, all of which are named',
      newConsent({ ...record, practice: 'elsewhere', checks: [] }),
      [
        ['/content/record/checks', 'check-open'],
        ['/content/record/practice', 'unknown-practice'],
      ],
    ],
  ])('is refused with %s, and nothing is stored', async (_, consent, expected) => {
    const before = await everything(database());
    const answer = await endpointOn(database()).post(newCareToken(), consent);
    expect(answer.status).toBe(422);
    const { type, errors } = await problemIn(answer);
    expect(type).toBe('kap:invalid');
    expect(errors?.map(({ pointer, code }) => [pointer, code])).toEqual(expected);
    expect(errors?.every(({ detail }) => (detail ?? '') !== '')).toBe(true);
    expect(await everything(database())).toEqual(before);
  });

  test('is refused in a version that was replaced, with a sentence that asks to load the page again', async () => {
    const before = await everything(database());
    const endpoint = endpointOn(database(), { consents });
    const answer = await endpoint.post(newCareToken(), newConsent(newRecord(older)));
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toEqual([
      {
        pointer: '/act/document/version',
        code: 'not-current',
        detail:
          'There is a newer version of this text. Please load the page again, read the new one and sign that. Nothing was signed yet.',
      },
    ]);
    expect(await everything(database())).toEqual(before);
  });

  test('is refused when it holds what canonical JSON can’t', async () => {
    const consent = newConsent();
    for (const [from, to] of [
      ['Ana Okafor', String.raw`Ana \ud800`],
      ['"typed"', '1e999'],
    ] as const) {
      const body = bytesOf(consent).toString('utf8').replaceAll(from, to);
      const endpoint = endpointOn(database());
      const answer = await endpoint.post(newCareToken(), consent, Buffer.from(body));
      expect([answer.status, endpoint.reports]).toEqual([400, []]);
    }
  });

  test('is refused without a record', async () => {
    const { content: _, ...consent } = newConsent();
    const headers = {
      authorization: `Bearer ${newCareToken()}`,
      'content-type': 'application/json',
      'idempotency-key': `"${consent.id}"`,
    };
    const answer = await endpointOn(database()).ask('/api/submissions', {
      method: 'POST',
      headers,
      body: bytesOf(consent),
    });
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toMatchObject([{ pointer: '/content', code: 'invalid-type' }]);
  });

  test('may not relate to what somebody else sent', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const answer = await endpoint.post(newCareToken(), newConsent(record, { relatesTo: [intake.id] }));
    expect(answer.status).toBe(403);
    const own = await endpoint.post(newCareToken(), newConsent(record, { relatesTo: [randomUUID()] }));
    expect(own.status).toBe(201);
  });

  test('is refused when somebody else has sent the same record, also at the same time', async () => {
    const endpoint = endpointOn(database());
    const consents = Array.from({ length: 5 }, () => newConsent(record));
    const answers = await Promise.all(consents.map((each) => endpoint.post(newCareToken(), each)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 422);
    for (const answer of refused)
      expect((await problemIn(answer)).errors).toMatchObject([
        { pointer: '/act/recordDigest', code: 'received-before' },
      ]);
    expect(await database().selectFrom('consents').select('submission_id').execute()).toHaveLength(1);
  });
});
