import { describe, expect, it } from 'vitest';
import { prepareIntake } from '../../../src/app/intake/prepare.js';
import { NOTHING_RAISED } from '../../../src/app/intake/safety-state.js';
import type { Filled, Prepared } from '../../../src/app/intake/state.js';
import { createSession } from '../../../src/app/session/session.js';
import type { Destination } from '../../../src/app/destination.js';
import { submission, type Submission } from '../../../src/domain/submission/envelope.js';
import { answersOf } from '../../support/answers.js';
import { history } from '../../support/history.js';
import { fakePorts, hasStatus, reaches, reply, sha256 } from '../../support/ports.js';
import { endpoint, fhirServer, newClient, stillwater, webhook } from '../../support/practice-samples.js';

const TOKEN = 'T'.repeat(43);
const filled: Filled = {
  form: history,
  answers: answersOf({ given: 'Ana' }),
  prepared: undefined,
  uncertain: [],
  keeping: { status: 'off' },
  found: undefined,
  safety: NOTHING_RAISED,
};

async function sessionWith(destination: Destination) {
  const script = { 'GET practice': [reply(200, stillwater)], 'GET care': [reply(200, newClient)] };
  const session = createSession(destination, fakePorts({ script, token: TOKEN }));
  await reaches(session, hasStatus('ready'));
  return session;
}

function envelopeOf({ body }: Prepared): Submission {
  const parsed = submission.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(parsed.error.message);
  return parsed.data;
}

describe('a prepared intake', () => {
  it('knows the digest of its bytes and the answers in it', async () => {
    const prepared = await prepareIntake(filled, await sessionWith(endpoint));
    expect(prepared.digest).toBe(sha256(prepared.body));
    expect(prepared.answers).toBe(filled.answers);
    expect(envelopeOf(prepared)).toMatchObject({ id: prepared.id, practice: 'stillwater' });
  });

  it('has an id and 128 random bits of its own each time', async () => {
    const session = await sessionWith(endpoint);
    const [one, two] = [await prepareIntake(filled, session), await prepareIntake(filled, session)];
    expect(one.id).not.toBe(two.id);
    expect(envelopeOf(one).nonce).not.toBe(envelopeOf(two).nonce);
  });

  it('names a practice also where none has said who it is', async () => {
    const prepared = await prepareIntake(filled, await sessionWith(webhook));
    expect(envelopeOf(prepared).practice).toBe('practice');
  });

  it('relates to every submission that it may replace', async () => {
    const session = await sessionWith(endpoint);
    const first = await prepareIntake(filled, session);
    const earlier = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const next = await prepareIntake({ ...filled, prepared: first, uncertain: [earlier] }, session);
    expect(envelopeOf(next).relatesTo).toEqual([earlier, first.id]);
  });

  it('relates to the latest twenty where there are more', async () => {
    const session = await sessionWith(endpoint);
    const uncertain = Array.from({ length: 30 }, () => session.ports.random.uuid());
    const prepared = await prepareIntake({ ...filled, uncertain }, session);
    expect(envelopeOf(prepared).relatesTo).toEqual(uncertain.slice(10));
  });

  it('stands for the same client in each FHIR bundle, by something that is not their token', async () => {
    const session = await sessionWith(fhirServer);
    const clients = [await prepareIntake(filled, session), await prepareIntake(filled, session)].map(
      ({ body }) => {
        expect(body).not.toContain(TOKEN);
        return /urn:kap:client\|([0-9a-f-]+)/.exec(body)?.[1];
      },
    );
    expect(clients[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(clients[1]).toBe(clients[0]);
  });
});
