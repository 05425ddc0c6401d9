import { describe, expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import { consentDocument } from '../../src/domain/consent/document.js';
import { careState } from '../../src/domain/practice/care-state.js';
import { newConsent, newRecord, digestOf } from '../support/consent.js';
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
        agreed: [],
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
