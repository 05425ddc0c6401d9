import { describe, expect, it } from 'vitest';
import { blocksToGoOver, verifyRecord } from '../../../src/domain/consent/verify.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { shortConsent } from '../../support/consent-document.js';
import {
  afterSigning,
  asking,
  consentsIn,
  readConsent,
  signedTo,
  STATEMENT,
  TO_ENDPOINT,
  touchConsent,
  type Opening,
} from '../../support/open-consent.js';
import { accepts, hasStatus, reaches, reply, sha256 } from '../../support/ports.js';
import { endpoint, webhook } from '../../support/practice-samples.js';

const both = [shortConsent, touchConsent];

async function signedAndReceived(opening: Opening = {}) {
  const opened = await signedTo([accepts], opening);
  return { ...opened, signed: await reaches(opened.consent, hasStatus('signed')) };
}

describe('a consent that arrives', () => {
  it('is signed, with the reference and the time that the endpoint gave', async () => {
    const { signed, ports } = await signedAndReceived();
    expect(signed).toMatchObject({
      reference: 'KAP-7F3Q',
      receivedAt: '2026-11-22T20:10:01.000Z',
      hasNext: false,
    });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });

  it('says what was signed, by which script, in a form that the endpoint’s schema takes', async () => {
    const { ports, session, signed } = await signedAndReceived();
    const [request] = ports.network.sent(TO_ENDPOINT);
    const [sent] = consentsIn(ports);
    expect(sent).toMatchObject({
      kind: 'consent',
      createdAt: '2026-11-22T20:10:00.000Z',
      timeZone: 'America/Los_Angeles',
      locale: 'en',
      practice: 'stillwater',
      widget: { version: '0.1.0', build: 'test' },
      relatesTo: [],
      act: { document: { id: 'ketamine-therapy', version: '2026-11', locale: 'en' } },
      content: { record: signed.submission.record },
    });
    expect(sent).not.toHaveProperty('expiresAt');
    expect(request).toMatchObject({
      url: `${endpoint.url}submissions`,
      headers: { Authorization: `Bearer ${session.careToken()}`, 'Idempotency-Key': `"${sent?.id}"` },
    });
  });

  it('holds a record that nobody finds a fault in', async () => {
    const { ports, signing } = await signedAndReceived();
    const [sent] = consentsIn(ports);
    if (!sent) throw new Error('Nothing was sent');
    const { record } = sent.content;
    const claim = { textDigest: sent.act.document.textDigest, recordDigest: sent.act.recordDigest };
    expect(await verifyRecord(record, claim, [shortConsent], sha256)).toEqual([]);
    expect(record).toMatchObject({
      practice: 'stillwater',
      shownAt: signing.shownAt,
      timeZone: 'America/Los_Angeles',
      signer: { name: 'Ana Okafor' },
      signature: { value: 'Ana Okafor', statement: STATEMENT, at: sent.createdAt },
    });
  });

  it('is kept for the client’s copy with the digest that was sent', async () => {
    const { signed, ports } = await signedAndReceived();
    expect(signed.submission.recordDigest).toBe(consentsIn(ports)[0]?.act.recordDigest);
    expect(signed.submission.recordDigest).toBe(sha256(canonicalJson(signed.submission.record)));
  });

  it('names nobody outside its content', async () => {
    const { ports } = await signedAndReceived();
    for (const { url, headers } of ports.network.requests)
      expect(JSON.stringify([url, headers])).not.toMatch(/Ana|Okafor/);
    const { content, ...rest } = consentsIn(ports)[0] ?? {};
    expect(JSON.stringify(content)).toContain('Okafor');
    expect(JSON.stringify(rest)).not.toMatch(/Ana|Okafor/);
  });

  it('tells the clinician which checks were missed, and is signed all the same', async () => {
    const { consent, ports, does, answers, ticks } = await readConsent({
      script: { [TO_ENDPOINT]: [accepts] },
    });
    answers('going-home', 'hour');
    answers('going-home', 'same-day');
    ticks('off-label');
    ticks('going-home');
    does({ type: 'name', name: 'Ana Okafor' }, { type: 'sign' });
    await reaches(consent, hasStatus('signed'));
    const [sent] = consentsIn(ports);
    expect(sent && blocksToGoOver(sent.content.record)).toEqual(['going-home']);
  });

  it('has the session read anew where the client stands', async () => {
    const care = afterSigning();
    const { session } = await signedAndReceived({ script: { 'GET care': [reply(200, care)] } });
    await reaches(
      session,
      (state): state is Extract<typeof state, { status: 'ready' }> =>
        state.status === 'ready' && state.care?.consents.length === 1,
    );
  });

  it('is not sent twice by pressing twice', async () => {
    const { consent, ports, does } = await signedTo([accepts]);
    does({ type: 'sign' }, { type: 'try-again' });
    const signed = await reaches(consent, hasStatus('signed'));
    does({ type: 'sign' }, { type: 'try-again' }, { type: 'back' }, { type: 'returned' });
    expect(consent.state).toBe(signed);
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });

  it('can hold a name with half of a character in it', async () => {
    const { consent, ports, does, fillsIn } = await readConsent({ script: { [TO_ENDPOINT]: [accepts] } });
    fillsIn();
    does({ type: 'name', name: 'Ana \ud83d' }, { type: 'sign' });
    await reaches(consent, hasStatus('signed'));
    expect(consentsIn(ports)[0]?.content.record.signer.name).toBe('Ana \ufffd');
  });
});

describe('a consent of several', () => {
  it('leads on to the next, and says so before the endpoint’s own list does', async () => {
    const { consent, signed, does } = await signedAndReceived({ documents: both });
    expect(signed.hasNext).toBe(true);
    does({ type: 'load' });
    const next = await reaches(consent, hasStatus('reading'));
    expect(next.signing).toMatchObject({ document: touchConsent, name: '', acknowledged: new Map() });
    expect(next).toMatchObject({ prepared: undefined, isNewText: false });
  });

  it('is followed by nothing once each is signed', async () => {
    const { consent, does, ticks, ports } = await signedAndReceived({ documents: both });
    does({ type: 'load' });
    await reaches(consent, hasStatus('reading'));
    ticks('hands');
    does({ type: 'name', name: 'Ana Okafor' }, { type: 'sign' });
    expect(await reaches(consent, hasStatus('signed'))).toMatchObject({ hasNext: false });
    does({ type: 'load' });
    await reaches(consent, hasStatus('nothing-to-sign'));
    const sent = consentsIn(ports);
    expect(sent.map(({ act }) => act.document.id)).toEqual(['ketamine-therapy', 'touch']);
    expect(sent.map(({ relatesTo }) => relatesTo)).toEqual([[], []]);
  });

  it('leads nowhere where the page has named it', async () => {
    const { signed } = await signedAndReceived({ documents: both, documentId: shortConsent.id });
    expect(signed.hasNext).toBe(false);
  });
});

describe('a consent to a webhook', () => {
  it('is signed without a reference, since nobody vouches for more', async () => {
    const destination = { ...webhook, configUrl: 'https://site.example/practice.json' };
    const url = 'https://site.example/consent.json';
    const practice = asking(shortConsent);
    const script = {
      'GET practice.json': [
        reply(200, { ...practice, consents: practice.consents?.map((each) => ({ ...each, url })) }),
      ],
      'GET consent.json': [reply(200, shortConsent)],
      'POST intake': [reply(200, 'ok')],
    };
    const { consent, ports } = await signedTo([], { destination, script });
    expect(await reaches(consent, hasStatus('signed'))).toMatchObject({
      reference: undefined,
      receivedAt: undefined,
      hasNext: false,
    });
    expect(consentsIn(ports)).toHaveLength(1);
  });
});
