import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import { electronicRecordsConsent } from '../../src/content/en/consents/electronic-records.js';
import { ketamineTherapyConsent } from '../../src/content/en/consents/ketamine-therapy.js';
import { earlierConsents } from '../../demo/endpoint/seed/earlier-consents.js';
import { stillwater as samplePractice } from '../../demo/endpoint/seed/practice.js';
import { consentDocument, type ConsentDocument } from '../../src/domain/consent/document.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { practiceBasics } from '../../src/domain/practice/basics.js';
import { digestOf, newConsent, newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken, shortHistory } from '../support/intake.js';
import { shippedForms } from '../support/shipped-forms.js';

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
    forms: readonly Questionnaire[] = [shortHistory],
  ) => endpointOn(database(), { practice, consents, forms });
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
      'a value holds a blank itself',
      [practiceWith({ fee: '{{ city }}' })],
      'The consent document ketamine-therapy 2026-11 can’t be filled in: one of the practice profile’s values holds a blank itself, for city.',
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

  test('keeps the endpoint from starting where more than a value has changed under the same version', async () => {
    await start().started;
    const sentence =
      'The consent document ketamine-therapy 2026-11 was published in other words before; a change of its text needs a new version.';
    const reworded = {
      ...withBlanks,
      blocks: [...shortConsent.blocks, { id: 'fees', paragraphs: ['It is {{fee}}.'] }],
    };
    await expect(start(undefined, [reworded]).started).rejects.toThrow(sentence);
    const without = practiceWith({ fee: '$475' }, { without: ['touch'] });
    await expect(start(without).started).rejects.toThrow(sentence);
    await start().started;
  });

  test('has a minor version of its own after a value has changed, with the one before it kept', async () => {
    const before = start();
    const token = newCareToken();
    const first = newConsent(newRecord(await textAt(before, 'ketamine-therapy')));
    await before.sent(token, first);
    const later = start(practiceWith({ fee: '$475' }));
    const text = await textAt(later, 'ketamine-therapy');
    expect([text.version, text.change]).toEqual([expect.stringMatching(/^2026-11\+[0-9a-f]{8}$/), 'minor']);
    expect(text.blocks.at(-2)?.paragraphs).toEqual(['A session costs $475.']);
    expect(await textAt(later, 'ketamine-therapy/2026-11')).toEqual(first.content.record.document);
    expect((await later.care(token)).consents).toMatchObject([{ status: 'outdated-minor' }]);
    const profile = practiceBasics.parse(await (await later.ask('/api/practice')).json());
    expect(profile.consents).toMatchObject([{ id: 'ketamine-therapy', version: text.version }]);
    const old = await later.post(newCareToken(), newConsent(newRecord(first.content.record.document)));
    expect(old.status).toBe(422);
    await later.sent(newCareToken(), newConsent(newRecord(text)));
  });

  test('has the version of a value again once the value is back, however often that happens', async () => {
    const versions: string[] = [];
    for (const fee of ['$450', '$475', '$500', '$475', '$450', '$475'])
      versions.push((await textAt(start(practiceWith({ fee })), 'ketamine-therapy')).version);
    const [first, second, third] = versions;
    expect(new Set([first, second, third]).size).toBe(3);
    expect(versions).toEqual([first, second, third, second, first, second]);
    const rows = await database().selectFrom('published_documents').select('version').execute();
    expect(rows).toHaveLength(3);
  });

  test('that changed in what matters before a value did is asked again of those who signed before', async () => {
    const token = newCareToken();
    const before = start();
    await before.sent(token, newConsent(newRecord(await textAt(before, 'ketamine-therapy'))));
    const newer = { ...withBlanks, version: '2027-01' };
    for (const fee of ['$450', '$475']) {
      const later = start(practiceWith({ fee }, { version: '2027-01' }), [withBlanks, newer]);
      expect((await later.care(token)).consents).toMatchObject([{ status: 'outdated-material' }]);
    }
  });

  test('can be had in each of its languages, and signed in each', async () => {
    const spanish = { ...shortConsent, locale: 'es', title: 'Consentimiento' };
    const english = start(stillwater, [shortConsent, spanish]);
    const titles = ['', '?locale=en', '?locale=es', '?locale=fr', '/2026-11?locale=es'].map(
      async (query) => (await textAt(english, `ketamine-therapy${query}`)).title,
    );
    const { title } = shortConsent;
    expect(await Promise.all(titles)).toEqual([title, title, 'Consentimiento', title, 'Consentimiento']);
    for (const text of [shortConsent, spanish]) {
      const token = newCareToken();
      await english.sent(token, newConsent(newRecord(text)));
      expect((await english.care(token)).consents).toMatchObject([{ status: 'signed', title: text.title }]);
    }
    const practice = { ...stillwater, locales: ['es', 'en'] };
    expect((await textAt(start(practice, [spanish, shortConsent]), 'ketamine-therapy')).title).toBe(
      'Consentimiento',
    );
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
    const [endpoint, token] = [start(samplePractice, texts, shippedForms), newCareToken()];
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
