import { describe, expect, it } from 'vitest';
import {
  intakeSubmission as schema,
  type IntakeSubmission,
} from '../../../src/domain/submission/envelope.js';
import type { IntakeState } from '../../../src/app/intake/state.js';
import { filledOf, openIntake, type Opening } from '../../support/open-intake.js';
import {
  accepts,
  hasStatus,
  noReply,
  reaches,
  reply,
  type Answer,
  type FakePorts,
} from '../../support/ports.js';
import { afterIntake, endpoint, fhirServer, newClient, webhook } from '../../support/practice-samples.js';

const TO_ENDPOINT = 'POST submissions';

/** An intake that is filled in and stands at the check. */
async function checked(opening: Opening) {
  const opened = await openIntake(opening);
  await reaches(opened.intake, hasStatus('welcome'));
  opened.fillsIn();
  return opened;
}

/** The same, whose practice answers so; `Send` is pressed. */
async function sentTo(...answers: readonly Answer[]) {
  const opened = await checked({ script: { [TO_ENDPOINT]: answers } });
  const { answers: before } = filledOf(opened.intake);
  opened.presses('send');
  return { ...opened, before };
}

function submissionsIn(ports: FakePorts): readonly IntakeSubmission[] {
  return ports.network.sent(TO_ENDPOINT).map(({ body = '' }) => {
    const parsed = schema.safeParse(JSON.parse(body));
    if (!parsed.success) throw new Error(parsed.error.message);
    return parsed.data;
  });
}

const objecting = (pointer: string, detail?: string): Answer =>
  reply(422, { type: 'kap:invalid', errors: [{ pointer, code: 'too-long', ...(detail && { detail }) }] });

describe('an intake that arrives', () => {
  it('is received, with the reference the endpoint gave', async () => {
    const { intake, ports, before } = await sentTo(accepts);
    expect(intake.state).toMatchObject({ status: 'sending', trouble: undefined });
    expect(await reaches(intake, hasStatus('received'))).toMatchObject({
      reference: 'KAP-7F3Q',
      receivedAt: '2026-11-22T20:10:01.000Z',
      answers: before,
    });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });

  it('says what it is, from whom and by which script, in a form the endpoint’s schema takes', async () => {
    const { intake, ports, session } = await sentTo(accepts);
    await reaches(intake, hasStatus('received'));
    const [request] = ports.network.sent(TO_ENDPOINT);
    const [sent] = submissionsIn(ports);
    expect(sent).toMatchObject({
      kind: 'intake',
      createdAt: '2026-11-22T20:10:00.000Z',
      timeZone: 'America/Los_Angeles',
      practice: 'stillwater',
      widget: { version: '0.1.0', build: 'test' },
      relatesTo: [],
      act: { questionnaire: { id: 'history', version: '1.0.0' } },
    });
    expect(request).toMatchObject({
      url: `${endpoint.url}submissions`,
      headers: { Authorization: `Bearer ${session.careToken()}`, 'Idempotency-Key': `"${sent?.id}"` },
      mayCache: false,
    });
  });

  it('has the session read anew where the client stands', async () => {
    const { intake, session, ports } = await checked({
      script: { [TO_ENDPOINT]: [accepts], 'GET care': [reply(200, afterIntake)] },
    });
    expect(ports.network.sent('GET care')).toEqual([]);
    intake.send({ type: 'send', context: intake.context() });
    await reaches(
      session,
      (state): state is Extract<typeof state, { status: 'ready' }> =>
        state.status === 'ready' && state.care !== undefined,
    );
    expect(session.state).toMatchObject({ care: afterIntake });
    expect(intake.state).toMatchObject({ status: 'received' });
  });

  it('can be cleared off the screen, with the reference kept', async () => {
    const { intake, does } = await sentTo(accepts);
    await reaches(intake, hasStatus('received'));
    does({ type: 'clear' });
    expect(intake.state).toEqual({
      status: 'received-before',
      reference: 'KAP-7F3Q',
      receivedAt: '2026-11-22T20:10:01.000Z',
    });
  });

  it('is not sent twice by pressing twice', async () => {
    const { intake, ports, presses, does } = await sentTo(accepts);
    presses('send');
    does({ type: 'try-again' });
    await reaches(intake, hasStatus('received'));
    presses('send');
    does({ type: 'try-again' });
    expect(intake.state).toMatchObject({ status: 'received' });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });
});

describe.each([
  ['a webhook', webhook, 'POST intake', reply(200, 'ok')],
  [
    'a FHIR server',
    fhirServer,
    'POST r4',
    reply(200, { resourceType: 'Bundle', type: 'transaction-response' }),
  ],
])('an intake to %s', (_, destination, call, answer) => {
  it('is "sent", and can be cleared out of memory', async () => {
    const { intake, presses, does, ports } = await checked({ destination, script: { [call]: [answer] } });
    presses('send');
    const sent = await reaches(intake, hasStatus('sent'));
    expect(sent.answers.entries.size).toBeGreaterThan(0);
    expect(ports.network.requests).toHaveLength(1);
    does({ type: 'clear' });
    expect(intake.state).toMatchObject({ status: 'sent', prepared: undefined });
    expect(filledOf(intake).answers.entries.size).toBe(0);
    expect(JSON.stringify(intake.state)).not.toContain('Ana');
  });
});

describe('trouble on the way', () => {
  it('is told while it is tried again, and the reply that was lost does no harm', async () => {
    const { intake, ports, before } = await sentTo(noReply('time-out'), reply(503), accepts);
    const told: IntakeState[] = [];
    intake.subscribe(() => told.push(intake.state));
    await reaches(intake, hasStatus('received'));
    const troubles = told.flatMap((state) =>
      state.status === 'sending' && state.trouble ? [state.trouble] : [],
    );
    expect(troubles).toEqual(['time-out', 'busy']);
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
    expect(filledOf(intake).answers).toBe(before);
  });

  it('that goes on for two minutes ends in "not sent", with every answer kept', async () => {
    const { intake, before } = await sentTo(noReply());
    expect(await reaches(intake, hasStatus('not-sent'))).toMatchObject({
      reason: 'network',
      answers: before,
    });
  });

  it('is over when the client tries again: the SAME bytes under the same key', async () => {
    const { intake, ports, does } = await sentTo(noReply());
    await reaches(intake, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(intake, hasStatus('received'));
    const requests = ports.network.sent(TO_ENDPOINT);
    expect(requests.length).toBeGreaterThan(5);
    expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);
  });

  it('is over by itself when the client or the network comes back', async () => {
    const { intake, ports } = await sentTo(noReply());
    await reaches(intake, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    ports.connection.comeBack();
    await reaches(intake, hasStatus('received'));
    expect(new Set(submissionsIn(ports).map(({ id }) => id)).size).toBe(1);
  });

  it('sends nothing by itself that the client has taken back to the check', async () => {
    const { intake, ports, does } = await sentTo(noReply());
    await reaches(intake, hasStatus('not-sent'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    does({ type: 'back' });
    ports.connection.comeBack();
    await ports.clock.sleep(1000);
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
    expect(intake.state.status).toBe('checking');
  });

  it('sends nothing by itself any more once the element is gone', async () => {
    const { intake, ports } = await sentTo(noReply());
    await reaches(intake, hasStatus('not-sent'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    intake.stop();
    ports.connection.comeBack();
    await ports.clock.sleep(1000);
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
    expect(intake.state.status).toBe('not-sent');
  });

  it('sends the same bytes to the check and back where nothing was changed', async () => {
    const { intake, ports, does, presses } = await sentTo(noReply());
    await reaches(intake, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'back' });
    expect(intake.state.status).toBe('checking');
    presses('send');
    await reaches(intake, hasStatus('received'));
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });
});

describe('answers changed after a try that may have arrived', () => {
  it('are a submission of their own that says which ones it replaces', async () => {
    const { intake, ports, does, presses } = await sentTo(noReply());
    const change = async (entry: string) => {
      await reaches(intake, hasStatus('not-sent'));
      does({ type: 'back' }, { type: 'change', page: 'you', path: 'given' });
      does({ type: 'answer', path: 'given', entry });
      presses('continue');
    };
    await change('Anna');
    presses('send');
    await change('Anne');
    ports.network.answer(TO_ENDPOINT, accepts);
    presses('send');
    await reaches(intake, hasStatus('received'));

    const latest = [...new Map(submissionsIn(ports).map((each) => [each.id, each])).values()];
    const ids = latest.map(({ id }) => id);
    expect(new Set(latest.map(({ nonce }) => nonce)).size).toBe(3);
    expect(latest.map(({ relatesTo }) => relatesTo)).toEqual([[], ids.slice(0, 1), ids.slice(0, 2)]);
    expect(
      latest.map(({ content }) => content.response.item[0]?.item?.[0]?.answer?.[0]?.valueString),
    ).toEqual(['Ana', 'Anna', 'Anne']);
  });
});

describe('answers that the endpoint objects to', () => {
  const pointer = '/content/response/item/0/item/0/answer/0/valueString';

  it('are opened on their page, with the endpoint’s sentence', async () => {
    const { intake, before } = await sentTo(objecting(pointer, 'Shorter, please.'));
    expect(await reaches(intake, hasStatus('filling'))).toMatchObject({
      page: 'you',
      problems: [{ path: 'given', code: 'not-accepted', detail: 'Shorter, please.' }],
      refusals: 1,
      changing: 'given',
      answers: before,
    });
  });

  it('are sent as a new submission that replaces nothing, for nothing was kept', async () => {
    const { intake, ports, does, presses } = await sentTo(objecting(pointer));
    await reaches(intake, hasStatus('filling'));
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'answer', path: 'given', entry: 'A.' });
    presses('continue');
    presses('send');
    await reaches(intake, hasStatus('received'));
    const [first, second] = submissionsIn(ports);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.relatesTo).toEqual([]);
  });

  it.each(['/content/response/item/9', '/practice', '', '/content/response'])(
    'but that nobody can find (%s) end in "refused", with every answer kept',
    async (nowhere) => {
      const { intake, before } = await sentTo(objecting(nowhere));
      expect(await reaches(intake, hasStatus('refused'))).toMatchObject({ httpStatus: 422, answers: before });
    },
  );
});

describe('a practice that will not take it', () => {
  it.each([401, 403, 404, 405, 410, 413, 415])('with %i ends it, with every answer kept', async (status) => {
    const { intake, ports, before } = await sentTo(reply(status));
    expect(await reaches(intake, hasStatus('refused'))).toMatchObject({
      httpStatus: status,
      answers: before,
    });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });

  it('can be asked again, with the same bytes', async () => {
    const { intake, ports, does } = await sentTo(reply(403), accepts);
    await reaches(intake, hasStatus('refused'));
    does({ type: 'try-again' });
    await reaches(intake, hasStatus('received'));
    const [first, second] = ports.network.sent(TO_ENDPOINT);
    expect(second).toEqual(first);
  });

  it('after a wait in vain is not asked again by itself when the client or the network comes back', async () => {
    const { intake, ports, does } = await sentTo(noReply());
    await reaches(intake, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, reply(403));
    does({ type: 'try-again' });
    await reaches(intake, hasStatus('refused'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    ports.connection.comeBack();
    await ports.clock.sleep(1000);
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
    expect(intake.state.status).toBe('refused');
  });

  it('leads back to the check', async () => {
    const { intake, does, before } = await sentTo(reply(403));
    await reaches(intake, hasStatus('refused'));
    does({ type: 'back' });
    expect(intake.state).toMatchObject({ status: 'checking', answers: before });
  });
});

describe('something that breaks on the device', () => {
  it('is told like a refusal, with every answer kept', async () => {
    const { intake, presses } = await checked({
      script: { 'GET care': [reply(200, newClient)] },
      hash: { sha256: () => Promise.reject(new Error('no digest')) },
    });
    const { answers } = filledOf(intake);
    presses('send');
    expect(await reaches(intake, hasStatus('refused'))).toMatchObject({ httpStatus: 0, answers });
  });
});
