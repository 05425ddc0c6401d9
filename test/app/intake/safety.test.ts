import { describe, expect, it } from 'vitest';
import { ANSWER_STANDS_MS } from '../../../src/app/intake/safety-effects.js';
import type { Alert, SafetyMessage } from '../../../src/app/intake/safety-state.js';
import type { IntakeState } from '../../../src/app/intake/state.js';
import { allItems } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { checkIn, watchedOver } from '../../support/check-in.js';
import { itemOf } from '../../support/history.js';
import { filledOf, openIntake, type Opening } from '../../support/open-intake.js';
import { accepts, hasStatus, LateAnswers, noReply, NOW, reaches, reply } from '../../support/ports.js';
import { endpoint, fhirServer, stillwater, webhook } from '../../support/practice-samples.js';

const SIGN = 'better-off-dead';
const watched = { ...stillwater, safety: watchedOver };

/** A check-in at the page that holds the watched questions, of a practice with a response plan. */
async function askedAboutSafety({
  practice = watched,
  isTold = true,
  ...opening
}: Opening & {
  readonly practice?: typeof stillwater;
  readonly isTold?: boolean;
} = {}) {
  const opened = await openIntake({
    source: { kind: 'built-in', form: checkIn },
    ...opening,
    script: {
      'GET practice': [reply(200, practice)],
      'POST submissions': [accepts],
      ...opening.script,
    },
  });
  const { intake, ports, does, presses } = opened;
  await reaches(intake, hasStatus('welcome'));
  does({ type: 'begin' });
  presses('continue');
  const safety = (message: SafetyMessage) => does({ type: 'safety', message });
  if (isTold) safety({ type: 'show', change: { told: true } });
  return {
    ...opened,
    safety,
    answers: (path: string, code: string) =>
      does({ type: 'choose', item: itemOf(checkIn, path), path, code, ticked: true }),
    said: () => filledOf(intake).safety,
    /** Waits until telling the practice has come this far. */
    alertIs: (status: Alert['status'], path = SIGN) =>
      reaches(
        intake,
        (state): state is IntakeState =>
          'safety' in state &&
          state.safety.alerts.some((each) => each.path === path && each.status === status),
      ),
    callIs: (status: string) =>
      reaches(
        intake,
        (state): state is IntakeState => 'safety' in state && state.safety.call.status === status,
      ),
    /** The bodies of what has gone out. */
    sent: () =>
      ports.network
        .sent('POST submissions')
        .map(({ body }) => JSON.parse(body ?? '') as Record<string, unknown>),
  };
}

/** Lets everything happen that is only waiting for its turn. */
const quiet = async (): Promise<void> => {
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
};

describe('a practice without a response plan', () => {
  it('asks nothing that somebody would have to watch, and is told which questions those are', async () => {
    const { intake, ports } = await askedAboutSafety({ practice: stillwater, isTold: false });
    const asked = [...allItems(filledOf(intake).form.item)].map(({ linkId }) => linkId);
    expect(asked).toContain('sleep');
    expect(asked).not.toContain(SIGN);
    expect(ports.warnings).toEqual([
      {
        setting: 'safety',
        sentence:
          'better-off-dead, afraid-at-home are left out because the practice profile has no safety.responsePlan.',
      },
    ]);
  });

  it.each([webhook, fhirServer])(
    'is what every practice is that has no endpoint: $mode',
    async (destination) => {
      const { intake, ports } = await askedAboutSafety({
        destination: { ...destination, configUrl: 'https://site.example/practice' },
        isTold: false,
      });
      expect([...allItems(filledOf(intake).form.item)].some(({ safety }) => safety)).toBe(false);
      expect(ports.warnings.map(({ sentence }) => sentence)).toEqual([
        'better-off-dead, afraid-at-home are left out because only an endpoint can be told at once.',
      ]);
    },
  );

  it('is not warned about a questionnaire without such questions', async () => {
    const { intake, ports } = await openIntake();
    await reaches(intake, hasStatus('welcome'));
    expect(ports.warnings).toEqual([]);
  });
});

describe('an answer that is a sign', () => {
  it('opens the panel at once, whatever comes of telling the practice', async () => {
    const { answers, said } = await askedAboutSafety();
    answers(SIGN, 'most-days');
    expect(said()).toMatchObject({ open: SIGN, alerts: [{ path: SIGN, status: 'waiting' }] });
  });

  it('is told to the practice once it stands, long before the form is sent', async () => {
    const { answers, alertIs, intake, ports, sent } = await askedAboutSafety({
      carried: answersOf({ phone: '503 555 0199' }),
    });
    answers(SIGN, 'most-days');
    await alertIs('received');
    expect(intake.state.status).toBe('filling');
    expect(ports.clock.slept).toEqual([ANSWER_STANDS_MS]);
    expect(sent()).toMatchObject([
      {
        kind: 'safety-alert',
        act: {},
        content: { item: SIGN, answer: 'Most days', contact: { phone: '503 555 0199' } },
        createdAt: new Date(NOW).toISOString(),
        expiresAt: new Date(NOW + 15 * 60_000).toISOString(),
        practice: 'stillwater',
        locale: 'en',
      },
    ]);
  });

  it('is told to nobody before the client has been told that it would be', async () => {
    const { answers, said, sent } = await askedAboutSafety({ isTold: false });
    answers(SIGN, 'most-days');
    await quiet();
    expect(said()).toMatchObject({ open: SIGN, alerts: [] });
    expect(sent()).toEqual([]);
  });

  it('that was only passed by on the way to another is told to nobody', async () => {
    const { answers, alertIs, sent } = await askedAboutSafety();
    answers(SIGN, 'some-days');
    answers(SIGN, 'most-days');
    await alertIs('received');
    await quiet();
    expect(sent().map(({ content }) => content)).toMatchObject([{ answer: 'Most days' }]);
  });

  it('that is taken back before it stood is told to nobody, and its panel closes', async () => {
    const { answers, said, sent } = await askedAboutSafety();
    answers(SIGN, 'some-days');
    answers(SIGN, 'rather-talk');
    await quiet();
    expect(sent()).toEqual([]);
    expect(said()).toMatchObject({ open: undefined, alerts: [] });
  });

  it('keeps its panel open while the next question is answered with none', async () => {
    const { answers, said } = await askedAboutSafety();
    answers(SIGN, 'most-days');
    answers('afraid-at-home', 'false');
    expect(said().open).toBe(SIGN);
    answers('afraid-at-home', 'true');
    expect(said().open).toBe('afraid-at-home');
  });

  it('is told once for each answer to each question, however often it is given', async () => {
    const { answers, alertIs, said, sent } = await askedAboutSafety();
    for (const code of ['some-days', 'most-days', 'some-days', 'never', 'most-days']) {
      answers(SIGN, code);
      await quiet();
    }
    answers('afraid-at-home', 'true');
    await alertIs('received', 'afraid-at-home');
    expect(sent().map(({ content }) => content)).toMatchObject([
      { answer: 'Some days' },
      { answer: 'Most days' },
      { item: 'afraid-at-home', answer: 'Yes' },
    ]);
    expect(said().alerts.map(({ status }) => status)).toEqual(['received', 'received', 'received']);
  });

  it('is nothing that other answers touch', async () => {
    const { answers, alertIs, does, presses, said, sent, safety } = await askedAboutSafety();
    answers(SIGN, 'most-days');
    await alertIs('received');
    safety({ type: 'show', change: { open: undefined } });
    answers('sleep', 'no');
    presses('continue');
    does({ type: 'answer', path: 'words', entry: 'It was a hard week.' });
    await quiet();
    expect(said().open).toBeUndefined();
    expect(sent()).toHaveLength(1);
  });

  it('that was there when the form opened is told to nobody, and not lost', async () => {
    const { intake, sent } = await askedAboutSafety({ carried: answersOf({ [SIGN]: ['most-days'] }) });
    await quiet();
    expect(sent()).toEqual([]);
    expect(filledOf(intake).answers.entries.get(SIGN)).toEqual(['most-days']);
  });

  it('goes on to the practice with the form as well', async () => {
    const { answers, alertIs, presses, sent, intake } = await askedAboutSafety();
    answers(SIGN, 'most-days');
    await alertIs('received');
    presses('continue');
    presses('continue');
    presses('send');
    await reaches(intake, hasStatus('received'));
    expect(sent().map(({ kind }) => kind)).toEqual(['safety-alert', 'intake']);
    expect(sent().map(({ relatesTo }) => relatesTo)).toEqual([[], []]);
  });
});

describe('telling the practice', () => {
  it('counts as done only when the endpoint has said so', async () => {
    const late = new LateAnswers();
    const { answers, alertIs, said } = await askedAboutSafety({
      script: { 'POST submissions': [late.answer] },
    });
    answers(SIGN, 'most-days');
    await alertIs('sending');
    await quiet();
    expect(said().alerts.map(({ status }) => status)).toEqual(['sending']);
    late.arrives(reply(200, 'Welcome to the hotel'));
    await quiet();
    expect(said().alerts.map(({ status }) => status)).toEqual(['sending']);
  });

  it('is tried again with the same bytes while somebody waits, and given up after that', async () => {
    const { answers, alertIs, ports, intake } = await askedAboutSafety({
      script: { 'POST submissions': [noReply()] },
    });
    answers(SIGN, 'most-days');
    await alertIs('failed');
    const tries = ports.network.sent('POST submissions');
    expect(tries.length).toBeGreaterThan(3);
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    // Given up for good: nobody is called days later.
    ports.network.answer('POST submissions', accepts);
    ports.connection.comeBack();
    await quiet();
    expect(ports.network.sent('POST submissions')).toHaveLength(tries.length);
    expect(intake.state.status).toBe('filling');
  });

  it('fails where the endpoint says that it comes too late, or will not have it', async () => {
    const { answers, alertIs, sent } = await askedAboutSafety({
      script: { 'POST submissions': [reply(410, { type: 'kap:expired' })] },
    });
    answers(SIGN, 'most-days');
    await alertIs('failed');
    expect(sent()).toHaveLength(1);
  });

  it('that failed is tried anew when the answer is given again', async () => {
    const { answers, alertIs, sent } = await askedAboutSafety({
      script: { 'POST submissions': [reply(403), accepts] },
    });
    answers(SIGN, 'most-days');
    await alertIs('failed');
    answers(SIGN, 'most-days');
    await alertIs('received');
    const [first, second] = sent();
    expect(second?.['content']).toEqual(first?.['content']);
    expect(second?.['id']).not.toBe(first?.['id']);
  });

  it('fails where something breaks on the way, and the form goes on', async () => {
    const { answers, alertIs, intake } = await askedAboutSafety({
      hash: { sha256: () => Promise.reject(new Error('no digest')) },
    });
    answers(SIGN, 'most-days');
    await alertIs('failed');
    expect(intake.state.status).toBe('filling');
  });

  it('is not done where the practice has given its response plan up meanwhile', async () => {
    const { answers, alertIs, ports, sent, session } = await askedAboutSafety();
    ports.network.answer('GET practice', reply(200, stillwater));
    session.send({ type: 'read-practice' });
    await reaches(
      session,
      (state): state is typeof state =>
        state.status === 'ready' && state.practice?.safety.responsePlan === undefined,
    );
    answers(SIGN, 'most-days');
    await alertIs('failed');
    expect(sent()).toEqual([]);
  });

  it('is no client of theirs whom they told of nothing: the care token goes along', async () => {
    const { answers, alertIs, ports, session } = await askedAboutSafety({ destination: endpoint });
    answers(SIGN, 'most-days');
    await alertIs('received');
    const [request] = ports.network.sent('POST submissions');
    expect(request?.headers).toMatchObject({ Authorization: `Bearer ${session.careToken()}` });
  });
});

describe('a client who goes away before the answer has stood', () => {
  it('has told the practice all the same, once', async () => {
    const { answers, intake, ports, sent } = await askedAboutSafety();
    answers(SIGN, 'most-days');
    intake.tellNow();
    intake.send({ type: 'leave' });
    await reaches(intake, hasStatus('welcome'));
    await quiet();
    expect(sent()).toMatchObject([{ kind: 'safety-alert', content: { answer: 'Most days' } }]);
    expect(ports.network.sent('POST submissions')).toHaveLength(1);
    expect(filledOf(intake).safety.alerts).toEqual([]);
  });

  it('is no other client whose answer was taken back', async () => {
    const { answers, intake, sent } = await askedAboutSafety();
    answers(SIGN, 'most-days');
    answers(SIGN, 'never');
    intake.tellNow();
    await quiet();
    expect(sent()).toEqual([]);
  });

  it('has told it also where the form is taken away, with one try', async () => {
    const { answers, intake, sent } = await askedAboutSafety({ script: { 'POST submissions': [noReply()] } });
    answers(SIGN, 'most-days');
    intake.stop();
    await quiet();
    expect(sent()).toHaveLength(1);
  });
});

describe('a sign that came back with what was kept', () => {
  it('is told once when the client asks for it', async () => {
    const { safety, alertIs, sent } = await askedAboutSafety({
      carried: answersOf({ [SIGN]: ['most-days'] }),
    });
    safety({ type: 'tell-practice', path: SIGN });
    safety({ type: 'tell-practice', path: SIGN });
    await alertIs('received');
    safety({ type: 'tell-practice', path: SIGN });
    await quiet();
    expect(sent()).toMatchObject([{ content: { item: SIGN, answer: 'Most days' } }]);
  });

  it('is told again where it failed', async () => {
    const { answers, safety, alertIs, sent } = await askedAboutSafety({
      script: { 'POST submissions': [reply(403), accepts] },
    });
    answers(SIGN, 'most-days');
    await alertIs('failed');
    safety({ type: 'tell-practice', path: SIGN });
    await alertIs('received');
    expect(sent()).toHaveLength(2);
  });
});

describe('asking for a call', () => {
  it('begins with the number that was given, and goes out with the safe times', async () => {
    const { safety, said, callIs, sent } = await askedAboutSafety({
      carried: answersOf({ phone: '503 555 0199' }),
    });
    safety({ type: 'call', call: { status: 'asking' } });
    expect(said().call).toEqual({ status: 'asking', phone: '503 555 0199', safeTimes: '' });
    safety({ type: 'call', call: { safeTimes: 'after six' } });
    safety({ type: 'send-call' });
    await callIs('received');
    expect(sent()).toMatchObject([
      {
        kind: 'call-request',
        act: {},
        content: { phone: '503 555 0199', safeTimes: 'after six' },
        expiresAt: new Date(NOW + 15 * 60_000).toISOString(),
      },
    ]);
  });

  it.each(['', 'my number', '12345'])('is not sent without a number to dial: “%s”', async (phone) => {
    const { safety, said, sent } = await askedAboutSafety();
    safety({ type: 'call', call: { status: 'asking' } });
    safety({ type: 'call', call: { phone } });
    safety({ type: 'send-call' });
    await quiet();
    expect(said().call.status).toBe('unreadable');
    expect(sent()).toEqual([]);
  });

  it('keeps what was typed where it fails, to be sent again', async () => {
    const { safety, said, callIs, sent } = await askedAboutSafety({
      script: { 'POST submissions': [reply(403), accepts] },
    });
    safety({ type: 'call', call: { status: 'asking' } });
    safety({ type: 'call', call: { phone: '503 555 0199' } });
    safety({ type: 'send-call' });
    await callIs('failed');
    expect(said().call.phone).toBe('503 555 0199');
    safety({ type: 'send-call' });
    await callIs('received');
    expect(sent()).toHaveLength(2);
  });

  it('does not bring a number back that was taken out', async () => {
    const { safety, said } = await askedAboutSafety({ carried: answersOf({ phone: '503 555 0199' }) });
    safety({ type: 'call', call: { status: 'asking' } });
    safety({ type: 'call', call: { phone: '' } });
    safety({ type: 'call', call: { safeTimes: 'after six' } });
    expect(said().call.phone).toBe('');
  });
});

describe('stopping for now', () => {
  it('keeps the place and every answer, and looks the same from outside', async () => {
    const { answers, safety, intake, said } = await askedAboutSafety();
    answers('sleep', 'no');
    safety({ type: 'show', change: { paused: true } });
    expect(intake.state).toMatchObject({ status: 'filling', page: 'mood' });
    expect(said().paused).toBe(true);
    safety({ type: 'show', change: { paused: false } });
    expect(filledOf(intake).answers.entries.get('sleep')).toEqual(['no']);
  });

  it.each(['you', 'topics', 'welcome'])('ends when the client goes elsewhere: %s', async (place) => {
    const { safety, said, does } = await askedAboutSafety();
    safety({ type: 'show', change: { paused: true } });
    does({ type: 'go', place }, { type: 'begin' });
    expect(said().paused).toBe(false);
  });
});
