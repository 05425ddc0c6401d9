import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import { electronicRecordsConsent } from '../../src/content/en/consents/electronic-records.js';
import { ketamineTherapyConsent } from '../../src/content/en/consents/ketamine-therapy.js';
import { earlierConsents } from '../../demo/endpoint/seed/earlier-consents.js';
import { stillwater as samplePractice } from '../../demo/endpoint/seed/practice.js';
import { consentDocument, type ConsentDocument } from '../../src/domain/consent/document.js';
import { practiceBasics } from '../../src/domain/practice/basics.js';
import { digestOf, newConsent, newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

/** A document with a blank, and with a part that a practice can leave out. */
const withBlanks: ConsentDocument = {
  ...shortConsent,
  schema: 'kap/consent-document/2',
  sample: true,
  blocks: [
    ...shortConsent.blocks,
    { id: 'fees', paragraphs: ['A session costs {{fee}}.'] },
    { id: 'touch', part: 'touch', paragraphs: ['{{therapist}} may hold your hand.'] },
  ],
};

const practiceWith = (
  values: Record<string, string>,
  replacing: Partial<(typeof stillwater.consents)[number]> = {},
) => ({
  ...stillwater,
  values: { ...stillwater.values, ...values },
  consents: stillwater.consents.map((consent) => ({ ...consent, ...replacing })),
});

onEachDatabase('What a practice publishes', (database) => {
  const start = (
    practice = practiceWith({ fee: '$450' }),
    consents: readonly ConsentDocument[] = [withBlanks],
  ) => endpointOn(database(), { practice, consents });
  const textAt = async (endpoint: ReturnType<typeof start>, path: string) =>
    consentDocument.parse(await (await endpoint.ask(`/api/consents/${path}`)).json());

  test('is filled with its own values, and signed as it was filled', async () => {
    const endpoint = start();
    const filled = await textAt(endpoint, 'ketamine-therapy');
    expect(filled.blocks.at(-2)?.paragraphs).toEqual(['A session costs $450.']);
    expect(filled.blocks.at(-1)?.paragraphs).toEqual(['Mara Lindqvist, LMFT may hold your hand.']);
    await endpoint.sent(newCareToken(), newConsent(newRecord(filled)));
    const unfilled = await endpoint.post(newCareToken(), newConsent(newRecord(withBlanks)));
    expect((await problemIn(unfilled)).errors).toMatchObject([{ code: 'never-published' }]);
  });

  test('leaves out the parts that do not apply to it, blanks and all', async () => {
    const practice = practiceWith({ fee: '$450' }, { without: ['touch'] });
    const filled = await textAt(start(practice), 'ketamine-therapy');
    expect(filled.blocks.map(({ id }) => id)).toEqual(['off-label', 'going-home', 'voluntary', 'fees']);
  });

  test('stands in its profile: who adopted what, what is left out, and the values', async () => {
    const answer = await start(practiceWith({ fee: '$450' }, { without: ['touch'] })).ask('/api/practice');
    const { consents, values } = practiceBasics.parse(await answer.json());
    expect(consents).toMatchObject([
      { adopted: { by: 'Mara Lindqvist, LMFT', on: '2026-11-02' }, without: ['touch'] },
    ]);
    expect(values).toMatchObject({ fee: '$450' });
  });

  test.each<[string, Parameters<typeof start>, string]>([
    [
      'a value is missing',
      [practiceWith({})],
      'The consent document ketamine-therapy 2026-11 has a blank for fee, and the practice profile has no such value.',
    ],
    [
      'a value is empty',
      [practiceWith({ fee: ' ' })],
      'The consent document ketamine-therapy 2026-11 has a blank for fee, and the practice profile has no such value.',
    ],
    [
      'a sample was adopted by nobody',
      [practiceWith({ fee: '$450' }), [withBlanks, { ...withBlanks, id: 'recording' }]],
      'The consent document recording 2026-11 is a sample. The practice profile has to say who adopted it, and when.',
    ],
    [
      'the profile leaves out a part that the document does not have',
      [practiceWith({ fee: '$450' }, { without: ['tuch'] })],
      'The practice profile leaves the part tuch out of the consent document ketamine-therapy 2026-11, which has no such part.',
    ],
    [
      'a value makes a text too long to be shown',
      [practiceWith({ fee: 'x'.repeat(201) }), [{ ...withBlanks, title: 'For {{fee}}' }]],
      'The consent document ketamine-therapy 2026-11 is not right once it is filled in: it is not written as one.',
    ],
  ])('keeps the endpoint from starting where %s', async (_, given, sentence) => {
    await expect(start(...given).started).rejects.toThrow(sentence);
  });

  test('keeps the endpoint from starting where a value has changed under the same version', async () => {
    await start().started;
    const sentence =
      'The consent document ketamine-therapy 2026-11 was published in other words before; a change of its text needs a new version.';
    await expect(start(practiceWith({ fee: '$475' })).started).rejects.toThrow(sentence);
    await start().started;
  });

  test('is written down once, with its digest and the day it was first there', async () => {
    const endpoint = start();
    await endpoint.started;
    await start().started;
    const filled = await textAt(endpoint, 'ketamine-therapy');
    const rows = await database().selectFrom('published_documents').selectAll().execute();
    expect(rows).toMatchObject([
      { id: 'ketamine-therapy', version: '2026-11', locale: 'en', text_digest: digestOf(filled) },
    ]);
    expect(rows[0]?.first_published_at).toEqual(endpoint.clock.now());
  });

  test('is written down once where several copies start at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => start().started));
    expect(await database().selectFrom('published_documents').select('id').execute()).toHaveLength(1);
  });

  test('of earlier versions stays what it was, whatever the values are now, and without being given again', async () => {
    const before = start();
    const signed = newConsent(newRecord(await textAt(before, 'ketamine-therapy')));
    const token = newCareToken();
    await before.sent(token, signed);
    const newer = { ...withBlanks, version: '2027-01' };
    for (const consents of [[newer], [withBlanks, newer]]) {
      const later = start(practiceWith({ fee: '$475' }, { version: '2027-01' }), consents);
      expect((await textAt(later, 'ketamine-therapy')).blocks.at(-2)?.paragraphs).toEqual([
        'A session costs $475.',
      ]);
      expect(await textAt(later, 'ketamine-therapy/2026-11')).toEqual(signed.content.record.document);
      expect((await later.care(token)).consents).toMatchObject([
        { title: shortConsent.title, status: 'outdated-material' },
      ]);
    }
  });

  test('at the sample practice has every blank filled, and can be signed under its disclosure', async () => {
    const texts = [...earlierConsents, ketamineTherapyConsent, electronicRecordsConsent];
    const [endpoint, token] = [start(samplePractice, texts), newCareToken()];
    const [disclosure, treatment] = await Promise.all(
      ['electronic-records', 'ketamine-therapy'].map((id) => textAt(endpoint, id)),
    );
    expect(JSON.stringify([disclosure, treatment])).not.toContain('{{');
    const accepted = newConsent(newRecord(disclosure));
    await endpoint.sent(token, accepted);
    const { recordDigest } = accepted.act;
    const disclosures = [{ id: 'electronic-records', version: disclosure?.version ?? '', recordDigest }];
    await endpoint.sent(token, newConsent({ ...newRecord(treatment), disclosures }));
    expect((await endpoint.care(token)).consents.map(({ id, status }) => [id, status])).toEqual([
      ['electronic-records', 'signed'],
      ['ketamine-therapy', 'signed'],
    ]);
  });

  test('under no such version is not there', async () => {
    const answer = await start().ask('/api/consents/ketamine-therapy/2025-01');
    expect([answer.status, (await problemIn(answer)).type]).toEqual([404, 'kap:not-found']);
  });

  test('once, and asks for no more, can’t be signed or read as a current text', async () => {
    const retired = { ...shortConsent, id: 'recording' };
    const adopted = { by: 'Mara Lindqvist, LMFT', on: '2026-11-02' };
    const asked = {
      ...stillwater,
      consents: [...stillwater.consents, { id: 'recording', version: '2026-11', adopted }],
    };
    await start(asked, [shortConsent, retired]).started;
    const later = start(stillwater, [shortConsent]);
    expect((await later.ask('/api/consents/recording')).status).toBe(404);
    const answer = await later.post(newCareToken(), newConsent(newRecord(retired)));
    expect((await problemIn(answer)).errors).toMatchObject([{ code: 'not-current' }]);
  });
});
