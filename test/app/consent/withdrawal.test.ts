import { describe, expect, it } from 'vitest';
import { createWithdrawal, type WithdrawalMessage } from '../../../src/app/consent/withdrawal.js';
import type { Destination } from '../../../src/app/destination.js';
import { createSession } from '../../../src/app/session/session.js';
import {
  consentWithdrawalSubmission,
  type ConsentWithdrawalSubmission,
} from '../../../src/domain/submission/envelope.js';
import { verifySignature } from '../../../src/transport/receipts.js';
import { digestOf, newRecord } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { TO_ENDPOINT } from '../../support/open-consent.js';
import {
  accepts,
  fakePorts,
  hasStatus,
  LateAnswers,
  noReply,
  reaches,
  reply,
  type Answer,
  type FakePorts,
  type World,
} from '../../support/ports.js';
import { endpoint, newClient, stillwater, webhook } from '../../support/practice-samples.js';

const { id, version, title } = shortConsent;
const recordDigest = digestOf(newRecord());
const SIGNED = { id, version, title, recordDigest };
const STATEMENT = 'I take it back.';
const TAKE_BACK: WithdrawalMessage = { type: 'take-back', statement: STATEMENT };

async function opened(
  answers: readonly Answer[],
  world: World & { readonly destination?: Destination; readonly of?: typeof SIGNED } = {},
) {
  const { destination = endpoint, of = SIGNED, ...others } = world;
  const script = {
    'GET practice': [reply(200, stillwater)],
    'GET care': [reply(200, newClient)],
    [TO_ENDPOINT]: answers,
    ...world.script,
  };
  const ports = fakePorts({ ...others, script });
  const session = createSession(destination, ports);
  await reaches(session, hasStatus('ready'));
  const withdrawal = createWithdrawal(of, 'en', session, { verifySignature, thumbprints: [] });
  return { withdrawal, ports };
}

/** The withdrawals that went out, as the endpoint's own schema reads them. */
const sentIn = (ports: FakePorts): readonly ConsentWithdrawalSubmission[] =>
  ports.network.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body = '' }) => {
      const parsed = consentWithdrawalSubmission.safeParse(JSON.parse(body));
      if (!parsed.success) throw new Error(parsed.error.message);
      return parsed.data;
    });

describe('a consent that is taken back', () => {
  it('is all of it where nothing else is chosen, and sends nothing before it is meant', async () => {
    const { withdrawal, ports } = await opened([accepts]);
    expect(withdrawal.state).toMatchObject({ status: 'choosing', scope: { what: 'everything' } });
    expect(sentIn(ports)).toEqual([]);
  });

  it('reaches the practice as a record of its own that points to the one that was signed', async () => {
    const { withdrawal, ports } = await opened([accepts]);
    withdrawal.send(TAKE_BACK);
    const { submission, reference } = await reaches(withdrawal, hasStatus('withdrawn'));
    expect(reference).toBe('KAP-7F3Q');
    const [sent] = sentIn(ports);
    expect(sent).toMatchObject({ kind: 'consent-withdrawal', act: { recordDigest, scope: 'everything' } });
    expect(sent?.content.record).toEqual({
      schema: 'kap/consent-withdrawal/1',
      practice: 'stillwater',
      recordDigest,
      document: { id, version, title },
      scope: { what: 'everything' },
      statement: STATEMENT,
      at: '2026-11-22T20:10:00.000Z',
      timeZone: 'America/Los_Angeles',
      locale: 'en',
      widget: { version: '0.1.0', build: 'test' },
    });
    expect(submission.recordDigest).toBe(digestOf(submission.record));
  });

  it.each([
    [{ what: 'electronic-records' } as const, 'electronic-records'],
    [{ what: 'block', block: 'touch' } as const, 'block:touch'],
  ])('can be a part of it: %o', async (scope, inAct) => {
    const { withdrawal, ports } = await opened([accepts]);
    withdrawal.send({ type: 'choose-scope', scope });
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('withdrawn'));
    expect(sentIn(ports)[0]).toMatchObject({ act: { scope: inAct }, content: { record: { scope } } });
  });

  it('has the title of its text where the practice has not said it', async () => {
    const of = { id, version, title: undefined, recordDigest };
    const text = { [`GET consents/${id}/${version}`]: [reply(200, shortConsent)] };
    const { withdrawal, ports } = await opened([accepts], { of: of as never, script: text });
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('withdrawn'));
    expect(sentIn(ports)[0]?.content.record.document).toEqual({ id, version, title });
  });

  it('is sent to a webhook too, which gives no reference', async () => {
    const { withdrawal } = await opened([], {
      destination: webhook,
      script: { 'POST intake': [reply(200)] },
    });
    withdrawal.send(TAKE_BACK);
    expect(await reaches(withdrawal, hasStatus('withdrawn'))).toMatchObject({
      reference: undefined,
      receivedAt: undefined,
    });
  });
});

describe('a withdrawal that does not arrive at once', () => {
  it('tells of trouble, and sends the very same bytes again', async () => {
    const { withdrawal, ports } = await opened([noReply(), accepts]);
    const troubles = new Set<unknown>();
    withdrawal.subscribe(() => 'trouble' in withdrawal.state && troubles.add(withdrawal.state.trouble));
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('withdrawn'));
    expect(troubles).toContain('network');
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });

  it('is kept when nobody answers, and goes on by itself when the client is back', async () => {
    const { withdrawal, ports } = await opened([noReply()]);
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    ports.connection.comeBack();
    await reaches(withdrawal, hasStatus('withdrawn'));
    expect(new Set(sentIn(ports).map((each) => each.id)).size).toBe(1);
  });

  it('is refused without being lost: back, and on again with the same bytes', async () => {
    const { withdrawal, ports } = await opened([reply(403, { type: 'kap:not-allowed' })]);
    withdrawal.send({ type: 'choose-scope', scope: { what: 'electronic-records' } });
    withdrawal.send(TAKE_BACK);
    expect(await reaches(withdrawal, hasStatus('refused'))).toMatchObject({ httpStatus: 403 });
    withdrawal.send({ type: 'back' });
    expect(withdrawal.state).toMatchObject({ status: 'choosing', scope: { what: 'electronic-records' } });
    ports.network.answer(TO_ENDPOINT, accepts);
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('withdrawn'));
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });

  it('says what it takes the place of where something else is taken back after all', async () => {
    const { withdrawal, ports } = await opened([noReply()]);
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('not-sent'));
    withdrawal.send({ type: 'back' });
    withdrawal.send({ type: 'choose-scope', scope: { what: 'electronic-records' } });
    ports.network.answer(TO_ENDPOINT, accepts);
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, hasStatus('withdrawn'));
    const sent = sentIn(ports);
    expect(sent.at(-1)?.relatesTo).toEqual([sent[0]?.id]);
    expect(sent.at(-1)?.act.scope).toBe('electronic-records');
  });

  it('is not sent twice by two presses', async () => {
    const late = new LateAnswers();
    const { withdrawal, ports } = await opened([late.answer]);
    withdrawal.send(TAKE_BACK);
    withdrawal.send(TAKE_BACK);
    await reaches(withdrawal, (state): state is typeof state => 'prepared' in state && !!state.prepared);
    await ports.clock.sleep(0);
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });
});
