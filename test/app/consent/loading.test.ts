import { describe, expect, it } from 'vitest';
import { beginSigning } from '../../../src/domain/consent/signing.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { shortConsent } from '../../support/consent-document.js';
import {
  afterSigning,
  asking,
  openConsent,
  openOf,
  readConsent,
  touchConsent,
  type Opening,
} from '../../support/open-consent.js';
import { hasStatus, LateAnswers, noReply, reaches, reply } from '../../support/ports.js';
import { endpoint, fhirServer, newClient, webhook } from '../../support/practice-samples.js';

const token = 'T'.repeat(43);
const both = [shortConsent, touchConsent];
const PROFILE = 'GET practice';
const TEXT = 'GET consents/ketamine-therapy';

/** A practice that says where its one document stands. */
const at = (url: string) => ({
  [PROFILE]: [
    reply(200, {
      ...asking(shortConsent),
      consents: asking(shortConsent).consents?.map((consent) => ({ ...consent, url })),
    }),
  ],
});

const knowing = (care: object) => ({
  token,
  script: { 'GET care': [reply(200, care)], [`${TEXT}/2026-06`]: [reply(404)] },
});

async function titleOf(opening: Opening): Promise<string> {
  return openOf((await readConsent(opening)).consent).signing.document.title;
}

async function nothingToSign(opening: Opening) {
  const opened = await openConsent(opening);
  return { ...opened, state: await reaches(opened.consent, hasStatus('nothing-to-sign')) };
}

describe('a document that is opened', () => {
  it('has nothing ticked, marked, answered or written in advance', async () => {
    const { consent } = await openConsent();
    expect(consent.state).toEqual({ status: 'loading' });
    expect(await reaches(consent, hasStatus('reading'))).toEqual({
      status: 'reading',
      signing: beginSigning(shortConsent, '2026-11-22T20:10:00.000Z'),
      prepared: undefined,
      problems: [],
      refusals: 0,
      chosen: new Map(),
      isNewText: false,
    });
  });

  it('is asked for like anything that everybody may read: without a word of the client', async () => {
    const { ports } = await readConsent({ token });
    expect(ports.network.sent(TEXT)).toEqual([
      { method: 'GET', url: `${endpoint.url}consents/ketamine-therapy`, headers: {}, mayCache: true },
    ]);
    expect(ports.warnings).toEqual([]);
  });
});

describe('which document is opened', () => {
  it('is the first that the practice asks for', async () => {
    expect(await titleOf({ documents: both })).toBe(shortConsent.title);
    expect(await titleOf({ documents: [touchConsent, shortConsent] })).toBe(touchConsent.title);
  });

  it('is the first that this client has not signed', async () => {
    expect(await titleOf({ documents: both, ...knowing(afterSigning()) })).toBe(touchConsent.title);
  });

  it('is one that was signed in an older version, or was taken back', async () => {
    const older = { ...shortConsent, version: '2026-06' };
    for (const care of [afterSigning(older), afterSigning(shortConsent, 'withdrawn')])
      expect(await titleOf({ documents: both, ...knowing(care) })).toBe(shortConsent.title);
  });

  it('is the one that the page names', async () => {
    expect(await titleOf({ documents: both, documentId: 'touch' })).toBe(touchConsent.title);
  });

  it('may be one that the page names and the practice does not require', async () => {
    const script = { [PROFILE]: [reply(200, asking(shortConsent))] };
    expect(await titleOf({ documents: both, documentId: 'touch', script })).toBe(touchConsent.title);
  });

  it('is the first again for a token that the endpoint does not know', async () => {
    const script = { 'GET care': [reply(401, { type: 'kap:not-allowed' })] };
    expect(await titleOf({ documents: both, token, script })).toBe(shortConsent.title);
  });
});

describe('a client of whom nothing is asked', () => {
  it('is shown what they have signed', async () => {
    const care = afterSigning();
    const { state, ports } = await nothingToSign(knowing(care));
    expect(state).toEqual({ status: 'nothing-to-sign', signed: care.consents });
    expect(ports.network.sent(TEXT)).toEqual([]);
  });

  it('is shown so for the document that the page names, whatever else is to be signed', async () => {
    const { state } = await nothingToSign({
      documents: both,
      documentId: shortConsent.id,
      ...knowing(afterSigning()),
    });
    expect(state.signed).toHaveLength(1);
  });

  it('has nothing to see at a practice that asks for no consent', async () => {
    for (const opening of [{ documents: [] }, { destination: webhook }, { destination: fhirServer }])
      expect((await nothingToSign(opening)).state.signed).toEqual([]);
  });
});

describe('the address of a document', () => {
  it('is the one that the practice names, at its own origin', async () => {
    const own = { ...shortConsent, title: 'The practice’s own' };
    const script = { ...at('https://practice.example/static/own.json'), 'GET own.json': [reply(200, own)] };
    expect(await titleOf({ script })).toBe(own.title);
  });

  it('is never one on a host that the page has not named', async () => {
    const { consent, ports } = await readConsent({ script: at('https://elsewhere.example/own.json') });
    expect(openOf(consent).signing.document).toEqual(shortConsent);
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['consents']);
    expect(ports.network.requests.filter(({ url }) => !url.startsWith(endpoint.url))).toEqual([]);
  });

  it('is beside the static profile where a webhook practice has one', async () => {
    const destination = { ...webhook, configUrl: 'https://site.example/practice.json' };
    const url = 'https://site.example/consent.json';
    const script = {
      'GET practice.json': at(url)[PROFILE],
      'GET consent.json': [reply(200, shortConsent)],
    };
    expect(await titleOf({ destination, script })).toBe(shortConsent.title);
  });

  it('keeps a name from the page within the path of its own', async () => {
    const path = 'consents/..%2Fpractice%3Fx%3D1%23y';
    const { consent, ports } = await openConsent({
      documentId: '../practice?x=1#y',
      script: { [`GET ${path}`]: [reply(404)] },
    });
    await reaches(consent, hasStatus('unavailable'));
    expect(ports.network.requests.at(-1)?.url).toBe(endpoint.url + path);
  });
});

describe('a document that can’t be had', () => {
  const [first, ...others] = shortConsent.blocks;
  const twins = { ...shortConsent, blocks: [first, first, ...others] };

  it.each([
    ['HTML', reply(200, '<!doctype html>'), 'not-understood'],
    ['a document of another kind', reply(200, newClient), 'not-understood'],
    ['two blocks of one name', reply(200, twins), 'not-understood'],
    ['another document than was asked for', reply(200, touchConsent), 'not-understood'],
    ['404', reply(404), 'refused'],
    ['nothing', noReply(), 'unreachable'],
  ])(
    'is said to be unavailable, with one warning, where the endpoint answers %s',
    async (_, answer, reason) => {
      const { consent, ports } = await openConsent({ script: { [TEXT]: [answer] } });
      expect(await reaches(consent, hasStatus('unavailable'))).toEqual({ status: 'unavailable', reason });
      expect(ports.warnings.map(({ setting }) => setting)).toEqual(['document']);
    },
  );

  it.each([
    ['what is wrong with it', twins, 'two blocks are called off-label'],
    ['the name that it has', touchConsent, 'touch'],
  ])('is warned of by %s', async (_, document, words) => {
    const { consent, ports } = await openConsent({ script: { [TEXT]: [reply(200, document)] } });
    await reaches(consent, hasStatus('unavailable'));
    expect(ports.warnings[0]?.sentence).toContain(words);
  });

  it('can be asked for again', async () => {
    const { consent, ports, does } = await openConsent({ script: { [TEXT]: [reply(404)] } });
    await reaches(consent, hasStatus('unavailable'));
    ports.network.answer(TEXT, reply(200, shortConsent));
    does({ type: 'load' });
    expect(consent.state).toEqual({ status: 'loading' });
    await reaches(consent, hasStatus('reading'));
  });

  const configUrl = 'https://site.example/practice.json';

  it('may be had with a FHIR server, where a profile says where it is', async () => {
    const { consent } = await readConsent({
      destination: { ...fhirServer, configUrl },
      script: {
        'GET practice.json': at('https://site.example/consent.json')[PROFILE],
        'GET consent.json': [reply(200, shortConsent)],
      },
    });
    expect(openOf(consent).signing.document).toEqual(shortConsent);
  });

  it.each([
    ['a webhook that says nothing of it', webhook],
    ['a FHIR server that says nothing of it', fhirServer],
  ])('is unavailable with %s, and nobody is asked', async (_, destination) => {
    const { consent, ports } = await openConsent({ destination, documentId: 'touch' });
    expect(await reaches(consent, hasStatus('unavailable'))).toEqual({
      status: 'unavailable',
      reason: 'refused',
    });
    expect(ports.network.requests).toEqual([]);
  });
});

describe('a document from elsewhere', () => {
  const URL = 'https://site.example/mine.json';
  const filled = (document: object, practice: object = {}) => ({
    source: { kind: 'object', document } as const,
    script: { [PROFILE]: [reply(200, { ...asking(shortConsent), ...practice })] },
  });
  const [block] = shortConsent.blocks;
  const saying = (...paragraphs: readonly string[]) => ({
    ...shortConsent,
    blocks: [{ id: 'says', paragraphs }],
  });

  /** A document that is so long as canonical JSON in UTF-8. */
  const ofBytes = (bytes: number) => {
    const filler = (count: number) => ({
      id: `b${count}`,
      paragraphs: Array<string>(40).fill('é'.repeat(2000)),
    });
    const blocks = [1, 2, 3, 4].map(filler);
    const full = Array<string>(14).fill('x'.repeat(4000));
    const ending = (text: string) => ({
      ...shortConsent,
      blocks: [...blocks, { id: 'last', paragraphs: [...full, text] }],
    });
    return ending('x'.repeat(bytes - Buffer.byteLength(canonicalJson(ending('')))));
  };

  it('is read where it is as long as a submission can carry', async () => {
    const { consent } = await openConsent(filled(ofBytes(700_000)));
    await reaches(consent, hasStatus('reading'));
  });

  it('is read at its address', async () => {
    const { consent, ports } = await readConsent({
      source: { kind: 'address', url: URL },
      script: { 'GET mine.json': [reply(200, shortConsent)] },
    });
    expect(openOf(consent).signing.document).toEqual(shortConsent);
    expect(ports.network.requests.at(-1)?.url).toBe(URL);
  });

  it('may be an object', async () => {
    const { consent, ports } = await readConsent(filled(shortConsent));
    expect(openOf(consent).signing.document).toEqual(shortConsent);
    expect(ports.network.sent(TEXT)).toEqual([]);
  });

  it('is not asked again once it is signed', async () => {
    const { consent } = await openConsent({
      token,
      source: { kind: 'object', document: shortConsent },
      script: { 'GET care': [reply(200, afterSigning())] },
    });
    await reaches(consent, hasStatus('nothing-to-sign'));
  });

  it('has the practice’s own words in its blanks, and no part that does not apply', async () => {
    const document = {
      ...shortConsent,
      blocks: [
        { id: 'who', paragraphs: ['{{therapist}} is with you.'] },
        { id: 'touch', part: 'touch', paragraphs: ['A hand on yours.'] },
      ],
    };
    const { consent } = await readConsent(
      filled(document, {
        values: { therapist: 'Mara Lindqvist' },
        consents: asking(shortConsent).consents?.map((each) => ({ ...each, without: ['touch'] })),
      }),
    );
    expect(openOf(consent).signing.document.blocks).toEqual([
      { id: 'who', paragraphs: ['Mara Lindqvist is with you.'] },
    ]);
  });

  it('keeps HTML in it as the text that it is', async () => {
    const html = '<img src=x onerror="alert(1)">';
    const { consent } = await readConsent(filled(saying(html)));
    expect(openOf(consent).signing.document.blocks[0]?.paragraphs).toEqual([html]);
  });

  it('that is a sample is shown where the practice has adopted this version', async () => {
    const { consent } = await readConsent(filled({ ...shortConsent, sample: true }));
    expect(openOf(consent).signing.document.sample).toBe(true);
  });

  const source = { claim: 'x', source: 'y', year: 2020, comparison: 'z', url: 'javascript:alert(1)' };
  const { version: _, ...unversioned } = shortConsent;
  const asksForNone = { consents: [] };

  it.each([
    ['no version', unversioned, 'its version is missing or not right'],
    ['an unknown field in a block', { ...shortConsent, blocks: [{ ...block, html: 'x' }] }, 'blocks.0.html'],
    ['a link that would run', { ...shortConsent, blocks: [{ ...block, sources: [source] }] }, 'sources of'],
    [
      'two blocks of one name',
      { ...shortConsent, blocks: [block, block] },
      'two blocks are called off-label',
    ],
    ['2 MB of text', saying('x'.repeat(2_100_000)), 'two million'],
    ['more than a submission can carry', ofBytes(700_001), '700,000 bytes'],
    ['a blank that nothing fills', saying('{{therapist}}'), 'therapist'],
    ['no document', { resourceType: 'Consent' }, 'its schema is missing or not right'],
    ['a sample that nobody has adopted', { ...shortConsent, sample: true, version: '9' }, 'is a sample'],
  ])('is refused whole, and what to mend is said once: %s', async (_what, document, words) => {
    const { consent, ports } = await openConsent(filled(document));
    expect(await reaches(consent, hasStatus('unavailable'))).toEqual({
      status: 'unavailable',
      reason: 'not-understood',
    });
    expect(ports.warnings).toHaveLength(1);
    expect(ports.warnings[0]).toMatchObject({ setting: 'consent', sentence: expect.stringContaining(words) });
  });

  it('that is a sample is refused at a practice that does not name it', async () => {
    const { consent } = await openConsent(filled({ ...shortConsent, sample: true }, asksForNone));
    await reaches(consent, hasStatus('unavailable'));
  });

  it('is warned of by the name of the setting that it came by', async () => {
    const { consent, ports } = await openConsent({
      source: { kind: 'address', url: URL },
      script: { 'GET mine.json': [reply(200, unversioned)] },
    });
    await reaches(consent, hasStatus('unavailable'));
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['src']);
  });
});

describe('a second answer that comes late', () => {
  it.each([
    ['the text once more', reply(200, shortConsent)],
    ['a failure', reply(404)],
  ])('takes nothing away from a client who has begun: %s', async (_, second) => {
    const late = new LateAnswers();
    const { consent, does, ticks, settles } = await openConsent({ script: { [TEXT]: [late.answer] } });
    does({ type: 'load' });
    late.arrives(reply(200, shortConsent));
    await reaches(consent, hasStatus('reading'));
    ticks('off-label');
    const { signing } = openOf(consent);
    late.arrives(second);
    await settles();
    expect(consent.state.status).toBe('reading');
    expect(openOf(consent).signing).toBe(signing);
  });

  it('is not even asked for while a text is open', async () => {
    const { consent, does, fillsIn, ports } = await readConsent();
    fillsIn();
    const before = consent.state;
    does({ type: 'load' });
    expect(consent.state).toBe(before);
    expect(ports.network.sent(TEXT)).toHaveLength(1);
  });
});
