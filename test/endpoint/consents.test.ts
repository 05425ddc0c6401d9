import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import { consentDocument } from '../../src/domain/consent/document.js';
import { careState } from '../../src/domain/practice/care-state.js';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { newConsent, newRecord, typedAs, digestOf } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { everything, onEachDatabase, useEmbedded } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { bytesOf, newCareToken } from '../support/intake.js';

const older = { ...shortConsent, version: '2026-06', title: 'An older consent' };
const consents = [older, shortConsent];

describe('The text that clients are asked to sign', () => {
  const database = useEmbedded();

  test('is the current version, which anybody may read and a cache may hold for a minute', async () => {
    const endpoint = endpointOn(database(), { consents });
    const answer = await endpoint.ask('/api/consents/ketamine-therapy');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(consentDocument.parse(await answer.json())).toEqual(shortConsent);
    const etag = answer.headers.get('etag') ?? '';
    const again = await endpoint.ask('/api/consents/ketamine-therapy', {
      headers: { 'if-none-match': etag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('of a name that nothing was published under is not there', async () => {
    const answer = await endpointOn(database()).ask('/api/consents/touch');
    expect(answer.status).toBe(404);
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:not-found' });
  });

  const wrongCheck = {
    ...shortConsent,
    blocks: shortConsent.blocks.map((block) =>
      block.check ? { ...block, check: { ...block.check, answers: block.check.answers.slice(0, 1) } } : block,
    ),
  };
  const nobodyRight = {
    ...shortConsent,
    blocks: [
      {
        id: 'a',
        paragraphs: ['A.'],
        check: {
          question: 'A?',
          answers: [
            { id: 'b', text: 'B' },
            { id: 'c', text: 'C' },
          ],
          explanation: 'D.',
        },
      },
    ],
  };

  test.each([
    [
      'that the profile asks for is not published',
      [],
      'The practice profile asks for the consent ketamine-therapy 2026-11, but none is published.',
    ],
    [
      'that the profile asks for is not the current one',
      [shortConsent, older],
      'The practice profile asks for the consent ketamine-therapy 2026-11, but 2026-06 is the current one.',
    ],
    [
      'was changed without a new version',
      [shortConsent, { ...shortConsent, title: 'Other words' }],
      'The consent document ketamine-therapy 2026-11 is published twice; a change of its text needs a new version.',
    ],
    [
      'is not written as a document',
      [wrongCheck],
      'The consent document ketamine-therapy 2026-11 is not right: it is not written as one.',
    ],
    [
      'asks what nobody can answer',
      [nobodyRight],
      'The consent document ketamine-therapy 2026-11 is not right: no answer of a is right.',
    ],
  ])('keeps the endpoint from starting when a text %s', async (_, published, sentence) => {
    await expect(endpointOn(database(), { consents: published }).started).rejects.toThrow(sentence);
  });

  test('has to be asked for where a kind of session needs it', async () => {
    const practice = { ...stillwater, consents: [] };
    await expect(endpointOn(database(), { practice }).started).rejects.toThrow(
      'The session kind dosing needs the consent ketamine-therapy, which the practice profile does not ask for.',
    );
  });
});

onEachDatabase('Sending a consent', (database) => {
  test('is received, kept with its digests, and told back to the client', async () => {
    const endpoint = endpointOn(database(), { consents });
    const token = newCareToken();
    const consent = newConsent();
    const { reference, receivedAt } = await endpoint.sent(token, consent);
    const rows = await database().selectFrom('consents').selectAll().execute();
    expect(rows).toMatchObject([
      {
        submission_id: consent.id,
        document_id: 'ketamine-therapy',
        version: '2026-11',
        locale: 'en',
        record_digest: digestOf(consent.content.record),
        text_digest: digestOf(shortConsent),
      },
    ]);
    const care = await endpoint.care(token);
    expect(careState.safeParse(care).success).toBe(true);
    expect(care.consents).toEqual([
      {
        id: 'ketamine-therapy',
        version: '2026-11',
        status: 'signed',
        signedAt: receivedAt,
        reference,
        recordDigest: consent.act.recordDigest,
        title: shortConsent.title,
      },
    ]);
    expect(care.clearance).toEqual({ status: 'not-started' });
  });

  test('keeps the bytes exactly as they came', async () => {
    const consent = newConsent();
    await endpointOn(database()).sent(newCareToken(), consent);
    const row = await database().selectFrom('submissions').select('body').executeTakeFirstOrThrow();
    expect(row.body.equals(bytesOf(consent))).toBe(true);
  });

  test('again with the same bytes changes nothing and is answered alike', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const consent = newConsent();
    const first = await endpoint.sent(token, consent);
    const before = await everything(database());
    expect(await endpoint.sent(token, consent)).toEqual(first);
    expect(await everything(database())).toEqual(before);
  });

  test('thirty times at once keeps it once', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const consent = newConsent();
    const answers = await Promise.all(Array.from({ length: 30 }, () => endpoint.post(token, consent)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await database().selectFrom('consents').selectAll().execute()).toHaveLength(1);
  });

  test('after a second miss of a check is received all the same: nobody is locked out', async () => {
    const record = newRecord();
    const missed = { ...record, checks: [{ block: 'going-home', answers: ['same-day', 'hour'] }] };
    await endpointOn(database()).sent(newCareToken(), newConsent(missed));
  });
});

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
});
