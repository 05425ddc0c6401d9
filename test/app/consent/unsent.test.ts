import { describe, expect, it } from 'vitest';
import type { ConsentState } from '../../../src/app/consent/state.js';
import {
  consentsIn,
  distinct,
  openOf,
  readConsent,
  signedTo,
  TO_ENDPOINT,
} from '../../support/open-consent.js';
import { accepts, hasStatus, noReply, reaches, reply } from '../../support/ports.js';

describe('trouble on the way', () => {
  it('is told while it is tried again, and the reply that was lost does no harm', async () => {
    const { consent, ports, signing } = await signedTo([noReply('time-out'), reply(503), accepts]);
    const told: ConsentState[] = [];
    consent.subscribe(() => told.push(consent.state));
    const signed = await reaches(consent, hasStatus('signed'));
    const troubles = told.flatMap((state) =>
      state.status === 'sending' && state.trouble ? [state.trouble] : [],
    );
    expect(troubles).toEqual(['time-out', 'busy']);
    expect(new Set(ports.network.sent(TO_ENDPOINT).map((request) => JSON.stringify(request))).size).toBe(1);
    expect(signed.submission.signing).toBe(signing);
  });

  it('that goes on for two minutes ends in "not sent", with everything kept', async () => {
    const { consent, signing } = await signedTo([noReply()]);
    expect(await reaches(consent, hasStatus('not-sent'))).toMatchObject({ reason: 'network', signing });
  });

  it('is over when the client tries again: the SAME bytes under the same key', async () => {
    const { consent, ports, does } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(consent, hasStatus('signed'));
    const requests = ports.network.sent(TO_ENDPOINT);
    expect(requests.length).toBeGreaterThan(5);
    expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);
  });

  it('is over by itself when the client or the network comes back', async () => {
    const { consent, ports } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    ports.connection.comeBack();
    await reaches(consent, hasStatus('signed'));
    expect(distinct(consentsIn(ports))).toHaveLength(1);
  });

  it.each([
    ['the client has gone back to the text', 'back'],
    ['the element is gone', 'stop'],
  ] as const)('sends nothing by itself once %s', async (_, how) => {
    const { consent, ports, does, settles } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    if (how === 'back') does({ type: 'back' });
    else consent.stop();
    ports.connection.comeBack();
    await settles();
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
    expect(consent.state.status).toBe(how === 'back' ? 'reading' : 'not-sent');
  });

  it('leads back to the text with every tick, answer and mark, and the name', async () => {
    const { consent, does, signing } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    does({ type: 'back' });
    expect(consent.state).toMatchObject({
      status: 'reading',
      problems: [],
      refusals: 0,
      chosen: new Map([['going-home', 'next-day']]),
    });
    expect(openOf(consent).signing).toBe(signing);
  });

  it('leads back to the last answer of a check that was asked again', async () => {
    const { consent, ticks, answers, does } = await readConsent({ script: { [TO_ENDPOINT]: [reply(403)] } });
    answers('going-home', 'hour');
    answers('going-home', 'next-day');
    ticks('off-label');
    ticks('going-home');
    does({ type: 'name', name: 'Ana Okafor' }, { type: 'sign' });
    await reaches(consent, hasStatus('refused'));
    does({ type: 'back' });
    expect(consent.state).toMatchObject({ chosen: new Map([['going-home', 'next-day']]) });
  });

  it('leads back to no mark that missed twice', async () => {
    const { consent, ticks, answers, does } = await readConsent({ script: { [TO_ENDPOINT]: [reply(403)] } });
    answers('going-home', 'hour');
    answers('going-home', 'same-day');
    does({ type: 'go-over', block: 'going-home', wanted: true });
    expect(consent.state).toMatchObject({ chosen: new Map() });
    ticks('off-label');
    ticks('going-home');
    does({ type: 'name', name: 'Ana Okafor' }, { type: 'sign' });
    await reaches(consent, hasStatus('refused'));
    does({ type: 'back' });
    expect(consent.state).toMatchObject({ status: 'reading', chosen: new Map() });
    expect(openOf(consent).signing.together).toEqual(new Set(['going-home']));
  });

  it('sends the same bytes to the text and back where nothing was changed', async () => {
    const { consent, ports, does } = await signedTo([noReply()]);
    await reaches(consent, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'back' }, { type: 'sign' });
    await reaches(consent, hasStatus('signed'));
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });
});

describe('what is changed after a try that may have arrived', () => {
  it('is a record of its own that says which ones it replaces', async () => {
    const { consent, ports, does } = await signedTo([noReply()]);
    for (const name of ['Ana B. Okafor', 'Ana Beth Okafor']) {
      await reaches(consent, hasStatus('not-sent'));
      if (name.includes('Beth')) ports.network.answer(TO_ENDPOINT, accepts);
      does({ type: 'back' }, { type: 'name', name }, { type: 'sign' });
    }
    const signed = await reaches(consent, hasStatus('signed'));

    const sent = distinct(consentsIn(ports));
    const ids = sent.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(new Set(sent.map(({ nonce }) => nonce)).size).toBe(3);
    expect(new Set(sent.map(({ act }) => act.recordDigest)).size).toBe(3);
    expect(sent.map(({ relatesTo }) => relatesTo)).toEqual([[], ids.slice(0, 1), ids.slice(0, 2)]);
    expect(signed.submission.record.signer.name).toBe('Ana Beth Okafor');
  });
});

describe('a practice that will not take it', () => {
  it.each([401, 403, 404, 405, 410, 413, 415])('with %i ends it, with everything kept', async (status) => {
    const { consent, ports, signing } = await signedTo([reply(status)]);
    expect(await reaches(consent, hasStatus('refused'))).toMatchObject({ httpStatus: status, signing });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });

  it('can be asked again, with the same bytes', async () => {
    const { consent, ports, does } = await signedTo([reply(403), accepts]);
    await reaches(consent, hasStatus('refused'));
    does({ type: 'try-again' });
    await reaches(consent, hasStatus('signed'));
    const [first, second] = ports.network.sent(TO_ENDPOINT);
    expect(second).toEqual(first);
  });

  it('is not asked again by itself', async () => {
    const { consent, ports, settles } = await signedTo([reply(403)]);
    await reaches(consent, hasStatus('refused'));
    ports.connection.comeBack();
    await settles();
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
    expect(consent.state.status).toBe('refused');
  });

  it('leads back to the text, with everything kept', async () => {
    const { consent, does, signing } = await signedTo([reply(403)]);
    await reaches(consent, hasStatus('refused'));
    does({ type: 'back' });
    expect(consent.state.status).toBe('reading');
    expect(openOf(consent).signing).toBe(signing);
  });
});

describe('something that breaks on the device', () => {
  it('is told like a refusal, with everything kept', async () => {
    const { consent, signing } = await signedTo([], {
      hash: { sha256: () => Promise.reject(new Error('no digest')) },
    });
    expect(await reaches(consent, hasStatus('refused'))).toMatchObject({ httpStatus: 0, signing });
  });
});
