import { describe, expect, it } from 'vitest';
import {
  january,
  openSessions,
  openTimes,
  OPEN_TIMES,
  page,
  slotAt,
  tuesday,
  wednesday,
} from '../../support/open-sessions.js';
import { LateAnswers, noReply, reply } from '../../support/ports.js';

describe('answers that come late', () => {
  const consultation = slotAt('2026-11-26T15:00:00.000Z', 'consultation');

  it.each([
    ['times', page([consultation])],
    ['a failure', reply(404)],
  ])('with %s of a kind that is not chosen any more are ignored', async (_, answer) => {
    const late = new LateAnswers();
    const { sessions, does, settles } = await openSessions({ script: { [OPEN_TIMES]: [late.answer] } });
    does({ type: 'choose-kind', kinds: ['consultation'], zone: 'client' });
    does({ type: 'choose-kind', kinds: ['preparation'], zone: 'client' });
    await settles();
    late.arrives(answer);
    await settles();
    expect(openTimes(sessions)).toBe('loading');
    late.arrives(page([tuesday]));
    await settles();
    expect(openTimes(sessions)).toEqual([tuesday.start]);
  });

  it('with a failure of an earlier try take nothing away', async () => {
    const late = new LateAnswers();
    const { sessions, does, settles } = await openSessions({ script: { [OPEN_TIMES]: [late.answer] } });
    for (const kind of ['preparation', 'consultation', 'preparation'] as const)
      does({ type: 'choose-kind', kinds: [kind], zone: 'client' });
    await settles();
    late.arrives(page([tuesday]));
    await settles();
    late.arrives(reply(404));
    late.arrives(reply(404));
    await settles();
    expect(openTimes(sessions)).toEqual([tuesday.start]);
  });

  it('with a failure of a month that was asked for twice take nothing away', async () => {
    const late = new LateAnswers();
    const { sessions, ports, choosesKind, does, settles } = await openSessions();
    await choosesKind();
    ports.network.answer(OPEN_TIMES, late.answer);
    // The keyboard runs over the days of a month that is not known yet.
    does({ type: 'move', date: '2027-02-01' }, { type: 'move', date: '2027-02-02' });
    await settles();
    late.arrives(page([january]));
    await settles();
    late.arrives(reply(404));
    await settles();
    expect(openTimes(sessions)).toEqual([tuesday.start, wednesday.start, january.start]);
  });

  it('come to rest though nothing was ever heard', async () => {
    const { sessions, choosesKind } = await openSessions({ script: { [OPEN_TIMES]: [noReply()] } });
    await choosesKind();
    expect(openTimes(sessions)).toBe('failed');
  });
});
