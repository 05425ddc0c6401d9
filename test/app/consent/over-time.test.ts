import { describe, expect, it } from 'vitest';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import type { CareState } from '../../../src/domain/practice/care-state.js';
import { shortConsent } from '../../support/consent-document.js';
import {
  afterSigning,
  asking,
  consentsIn,
  openConsent,
  openOf,
  readConsent,
  signedTo,
  TO_ENDPOINT,
  touchConsent,
  type OpenedConsent,
  type Opening,
} from '../../support/open-consent.js';
import { accepts, hasStatus, LateAnswers, noReply, reaches, reply } from '../../support/ports.js';
import { newClient } from '../../support/practice-samples.js';

const token = 'T'.repeat(43);
const EARLIER = 'a1'.repeat(32);
const DISCLOSED = 'b2'.repeat(32);

const older: ConsentDocument = {
  ...shortConsent,
  version: '2026-06',
  blocks: shortConsent.blocks.map((block) =>
    block.id === 'voluntary' ? { ...block, paragraphs: ['You can stop.'] } : block,
  ),
};
const disclosure: ConsentDocument = {
  ...touchConsent,
  schema: 'kap/consent-document/2',
  id: 'electronic-records',
  title: 'Your records on a screen',
  purpose: 'electronic-records',
};

const knowing = (care: CareState, script: Opening['script'] = {}): Opening => ({
  token,
  script: { 'GET care': [reply(200, care)], ...script },
});

const having = (document: ConsentDocument, more: Partial<CareState['consents'][number]>): CareState => {
  const care = afterSigning(document);
  return { ...care, consents: care.consents.map((each) => ({ ...each, ...more })) };
};

const TEXT = 'GET consents/ketamine-therapy';

describe('a text that has changed in what matters', () => {
  const care = having(older, { status: 'outdated-material', change: 'material', recordDigest: EARLIER });

  it('is asked again, with what has changed block by block', async () => {
    const { consent, ports } = await readConsent(knowing(care, { [`${TEXT}/2026-06`]: [reply(200, older)] }));
    const { earlier, signing } = openOf(consent);
    expect(signing.supersedes).toBe(EARLIER);
    expect(earlier?.version).toBe('2026-06');
    expect(earlier?.changes?.map(({ id, what }) => [id, what])).toEqual([
      ['off-label', 'same'],
      ['going-home', 'same'],
      ['voluntary', 'changed'],
    ]);
    expect(ports.warnings).toEqual([]);
  });

  it('is asked again where the earlier text can’t be had', async () => {
    for (const answer of [reply(404), reply(200, shortConsent), reply(200, '<!doctype html>')]) {
      const { consent } = await readConsent(knowing(care, { [`${TEXT}/2026-06`]: [answer] }));
      expect(openOf(consent).earlier).toEqual({
        version: '2026-06',
        takenBackAt: undefined,
        changes: undefined,
      });
    }
  });

  it('is signed in the place of the earlier record', async () => {
    const { consent, ports } = await signedTo(
      [accepts],
      knowing(care, { [`${TEXT}/2026-06`]: [reply(404)] }),
    );
    await reaches(consent, hasStatus('signed'));
    expect(consentsIn(ports)[0]?.content.record).toMatchObject({ supersedes: EARLIER });
  });
});

describe('a text that has changed a little', () => {
  it('is not asked again', async () => {
    const care = having(older, { status: 'outdated-minor', change: 'minor' });
    const { consent } = await openConsent(knowing(care));
    expect(await reaches(consent, hasStatus('nothing-to-sign'))).toMatchObject({ signed: care.consents });
  });
});

describe('a text that was taken back', () => {
  it('says when, and takes the place of nothing', async () => {
    const at = '2026-11-23T09:00:00.000Z';
    const withdrawn = [{ scope: 'everything', at }];
    const care = having(shortConsent, { status: 'withdrawn', recordDigest: EARLIER, withdrawn });
    const { consent } = await readConsent(knowing(care));
    expect(openOf(consent).earlier?.takenBackAt).toBe(at);
    expect(openOf(consent).signing.supersedes).toBeUndefined();
  });
});

describe('a text that was signed for a time', () => {
  it('is asked again once that is over, and says since when', async () => {
    const holdsUntil = '2026-11-21T20:00:00.000Z';
    const care = having(shortConsent, { status: 'expired', recordDigest: EARLIER, holdsUntil });
    const { consent } = await readConsent(knowing(care));
    expect(openOf(consent).earlier?.endedAt).toBe(holdsUntil);
    expect(openOf(consent).signing.supersedes).toBe(EARLIER);
  });
});

describe('the disclosure about electronic records', () => {
  const both = [shortConsent, disclosure];

  it('comes first, wherever the practice lists it', async () => {
    const { consent } = await readConsent({ documents: both });
    expect(openOf(consent).signing.document.title).toBe(disclosure.title);
  });

  const { id, version } = disclosure;

  /** Signs the disclosure, and then opens the document that waits after it. */
  async function signedFirst(opening: Opening = {}) {
    const script = { [TO_ENDPOINT]: [accepts], ...opening.script };
    const opened = await readConsent({ ...opening, documents: both, script });
    opened.ticks('hands');
    opened.does({ type: 'name', name: 'Ana Okafor' }, { type: 'sign' });
    const { submission } = await reaches(opened.consent, hasStatus('signed'));
    opened.does({ type: 'load' });
    await reaches(opened.consent, hasStatus('reading'));
    return { ...opened, recordDigest: submission.recordDigest };
  }

  /** Signs what is open; the disclosures in its record. */
  async function disclosuresIn({ consent, ports, fillsIn, does }: OpenedConsent) {
    fillsIn();
    does({ type: 'sign' });
    await reaches(consent, hasStatus('signed'));
    const record = consentsIn(ports).at(-1)?.content.record;
    return record?.schema === 'kap/consent-record/2' ? record.disclosures : undefined;
  }

  const answering: Opening['script'] = { [TO_ENDPOINT]: [accepts] };

  it('is named by what is signed after it in the same visit', async () => {
    const opened = await signedFirst();
    expect(await disclosuresIn(opened)).toEqual([{ id, version, recordDigest: opened.recordDigest }]);
    expect(opened.ports.warnings).toEqual([]);
  });

  it('is not named once it was taken back in the same visit, and waits for a signature again', async () => {
    const opened = await signedFirst();
    opened.consent.tookBack(opened.recordDigest);
    expect(await disclosuresIn(opened)).toEqual([]);
    expect(opened.consent.state).toMatchObject({ status: 'signed', hasNext: true });
  });

  it('is not named once it was taken back elsewhere on the page', async () => {
    const opened = await signedFirst();
    const { recordDigest, session } = opened;
    session.send({ type: 'care-read', care: having(disclosure, { status: 'withdrawn', recordDigest }) });
    expect(await disclosuresIn(opened)).toEqual([]);
  });

  it('is named by what is signed later, from what the practice knows', async () => {
    const care = having(disclosure, { recordDigest: DISCLOSED });
    const opened = await readConsent({ documents: both, ...knowing(care, answering) });
    expect(await disclosuresIn(opened)).toEqual([{ id, version, recordDigest: DISCLOSED }]);
  });

  it('is named where it was signed elsewhere on the page, after this text was opened', async () => {
    const script = { ...answering, 'GET consents/electronic-records': [reply(200, disclosure)] };
    const opened = await readConsent({ script });
    const care = having(disclosure, { recordDigest: DISCLOSED });
    opened.session.send({ type: 'care-read', care });
    expect(await disclosuresIn(opened)).toEqual([{ id, version, recordDigest: DISCLOSED }]);
  });

  it('needs no network for it when the text is signed', async () => {
    const care = having(disclosure, { recordDigest: DISCLOSED });
    const opened = await readConsent({ documents: both, ...knowing(care, answering) });
    opened.ports.network.answer('GET consents/electronic-records', reply(404));
    expect(await disclosuresIn(opened)).toEqual([{ id, version, recordDigest: DISCLOSED }]);
  });

  it('is not named once the client wants paper', async () => {
    const withdrawn = [{ scope: 'electronic-records', at: '2026-11-22T19:00:00.000Z' }];
    const care = having(disclosure, { recordDigest: DISCLOSED, withdrawn });
    const opened = await readConsent({ documents: both, ...knowing(care, answering) });
    expect(await disclosuresIn(opened)).toEqual([]);
  });
});

describe('the quiet hours after a session', () => {
  const LATER = '2026-11-23T20:00:00.000Z';

  it('take no signature: nothing is sent, and nothing is lost', async () => {
    const care = { ...newClient, quietUntil: LATER };
    const { consent, ports, signing } = await signedTo([accepts], knowing(care));
    expect(await reaches(consent, hasStatus('reading'))).toMatchObject({ quiet: { until: LATER } });
    expect(openOf(consent).signing).toBe(signing);
    expect(consentsIn(ports)).toEqual([]);
  });

  it('are kept where only the endpoint knows of them, and what is signed later is signed later', async () => {
    const late = new LateAnswers();
    const { consent, ports, does, signing } = await signedTo([late.answer]);
    await reaches(consent, (state): state is typeof state => 'prepared' in state && !!state.prepared);
    late.arrives(reply(409, { type: 'kap:rule-broken', rules: ['quiet-hours'], until: LATER }));
    expect(await reaches(consent, hasStatus('reading'))).toMatchObject({ quiet: { until: LATER } });
    expect(openOf(consent).signing).toBe(signing);
    ports.network.answer(TO_ENDPOINT, accepts);
    await ports.clock.sleep(60_000);
    does({ type: 'sign' });
    await reaches(consent, hasStatus('signed'));
    const [first, second] = consentsIn(ports);
    expect(second?.relatesTo).toEqual([first?.id]);
    expect(second?.content.record.signature.at).not.toBe(first?.content.record.signature.at);
  });

  it('stop nothing that was signed before them: the very same bytes go out again', async () => {
    const { consent, ports, session, does } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    session.send({ type: 'care-read', care: { ...newClient, quietUntil: LATER } });
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(consent, hasStatus('signed'));
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });

  it('are over when they are over', async () => {
    const care = { ...newClient, quietUntil: '2026-11-22T20:09:59.000Z' };
    const { consent } = await signedTo([accepts], knowing(care));
    await reaches(consent, hasStatus('signed'));
  });

  it('are no other rule', async () => {
    const { consent } = await signedTo([reply(409, { type: 'kap:rule-broken', rules: ['needs'] })]);
    await reaches(consent, hasStatus('refused'));
  });
});

describe('a document that the practice does not require', () => {
  it('is not asked again once it is signed', async () => {
    const script = { 'GET practice': [reply(200, asking(shortConsent))] };
    const { consent } = await openConsent({
      documents: [shortConsent, touchConsent],
      documentId: 'touch',
      ...knowing(afterSigning(touchConsent), script),
    });
    await reaches(consent, hasStatus('nothing-to-sign'));
  });
});
