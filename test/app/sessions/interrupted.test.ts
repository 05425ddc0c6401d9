import { describe, expect, it } from 'vitest';
import {
  choosingOf,
  isKnown,
  january,
  OPEN_TIMES,
  openSessions,
  openTimes,
  page,
  rangesAsked,
  seen,
  shown,
  slotAt,
  TO_ENDPOINT,
  tuesday,
  wednesday,
  wishesIn,
} from '../../support/open-sessions.js';
import { accepts, hasStatus, LateAnswers, reaches, reply, type Answer } from '../../support/ports.js';

const taken = (...slots: readonly object[]): Answer => reply(409, { type: 'kap:slot-taken', slots });
const ruleBroken = (...rules: readonly string[]): Answer => reply(409, { type: 'kap:rule-broken', rules });
const objecting = (...pointers: readonly string[]): Answer =>
  reply(422, { type: 'kap:invalid', errors: pointers.map((pointer) => ({ pointer, code: 'required' })) });

/** A request for a slot, whose practice answers so. */
async function requestedFor(slot: typeof tuesday, ...answers: readonly Answer[]) {
  const opened = await openSessions({ script: { [TO_ENDPOINT]: answers } });
  await opened.choosesKind();
  opened.fillsIn(slot);
  opened.presses();
  return opened;
}

const requested = (...answers: readonly Answer[]) => requestedFor(tuesday, ...answers);

const isChoosing = hasStatus('choosing');

describe('a slot that somebody else has taken', () => {
  it('leads back to the picker with a notice and what is near, and every other choice is kept', async () => {
    const { sessions } = await requested(taken(wednesday, january));
    const state = await reaches(sessions, isChoosing);
    expect(state).toMatchObject({ notice: 'taken', problems: [], turn: 1 });
    expect(shown(state.choice)).toMatchObject({
      kind: 'preparation',
      zone: 'client',
      cursor: '2026-11-24',
      day: undefined,
      slot: undefined,
      nearest: [wednesday, january],
      name: 'Ana Okafor',
      reach: '(503) 555-0188',
      prepared: undefined,
    });
  });

  it('is not among the open times any more', async () => {
    const { sessions, ports } = await requested(taken(wednesday));
    ports.network.answer(OPEN_TIMES, page([wednesday]));
    await reaches(sessions, isChoosing);
    expect(openTimes(sessions)).toBe('loading');
    await reaches(sessions, isKnown);
    expect(openTimes(sessions)).toEqual([wednesday.start]);
  });

  it('does not come back with the answer for a later month that was under way', async () => {
    const late = new LateAnswers();
    const { sessions, ports, choosesKind, fillsIn, presses, does, settles } = await openSessions({
      script: { [TO_ENDPOINT]: [taken(wednesday)] },
    });
    await choosesKind();
    fillsIn();
    ports.network.answer(OPEN_TIMES, late.answer);
    does({ type: 'move', date: '2027-01-20' }, { type: 'move', date: '2026-11-24' });
    presses();
    await reaches(sessions, isChoosing);
    await settles();
    late.arrives(page([january]));
    await settles();
    late.arrives(page([wednesday]));
    await settles();
    expect(openTimes(sessions)).toEqual([wednesday.start]);
  });

  it('far ahead leaves the client in its month, and that month is known to its end', async () => {
    const april = slotAt('2027-04-13T15:00:00.000Z');
    const near = slotAt('2027-04-14T15:00:00.000Z');
    const { sessions, ports, settles } = await requestedFor(april, taken(near));
    ports.network.answer(OPEN_TIMES, ({ url }) =>
      page(url.includes('from=2027-03-26') ? [near] : [wednesday]),
    );
    await reaches(sessions, isChoosing);
    for (let read = 0; read < 3; read++) await settles();
    expect(sessions.state.choice.cursor).toBe('2027-04-13');
    expect(rangesAsked(ports).slice(-3)).toEqual([
      '2026-11-22 to 2027-01-22',
      '2027-01-23 to 2027-03-25',
      '2027-03-26 to 2027-05-26',
    ]);
    expect(openTimes(sessions)).toContain(near.start);
  });

  it('brings the five open times that are nearest to it, before it and after it', async () => {
    const at = (hour: number) => slotAt(`2026-11-24T${String(hour).padStart(2, '0')}:00:00.000Z`);
    const open = [1, 3, 5, 12, 14, 16, 18, 22].map(at);
    const { sessions } = await requested(taken(...open));
    const { choice } = await reaches(sessions, isChoosing);
    expect(choice.nearest).toEqual([12, 14, 16, 18, 22].map(at));
  });

  it('may be the last that was open', async () => {
    const { sessions } = await requested(reply(409, { type: 'kap:slot-taken' }));
    expect(await reaches(sessions, isChoosing)).toMatchObject({ notice: 'taken', choice: { nearest: [] } });
  });

  it('is followed by a request of its own, which replaces nothing, for nothing was kept', async () => {
    const { sessions, ports, does, presses } = await requested(taken(wednesday), accepts);
    await reaches(sessions, isChoosing);
    does({ type: 'choose-slot', slot: wednesday });
    presses();
    await reaches(sessions, hasStatus('booked'));
    const [first, second] = wishesIn(ports);
    expect(second?.id).not.toBe(first?.id);
    expect(second).toMatchObject({
      relatesTo: [],
      act: { sessions: [{ slotId: wednesday.id, kind: 'preparation' }] },
      content: { contact: { name: 'Ana Okafor', phone: '(503) 555-0188' } },
    });
  });

  it('can be lost twice in a row, each time with a notice that is heard', async () => {
    const { sessions, does, presses } = await requested(taken(wednesday), taken(january));
    await reaches(sessions, isChoosing);
    does({ type: 'choose-slot', slot: wednesday });
    presses();
    expect(sessions.state.status).toBe('sending');
    const again = await reaches(sessions, isChoosing);
    expect(again).toMatchObject({ notice: 'taken', turn: 1, choice: { nearest: [january] } });
  });

  it('is forgotten with its notice when another kind is chosen', async () => {
    const { sessions, choosesKind } = await requested(taken(wednesday));
    await reaches(sessions, isChoosing);
    await choosesKind('consultation');
    expect(choosingOf(sessions)).toMatchObject({ notice: undefined, choice: { nearest: [] } });
  });

  it('has the session read anew: it may be their own', async () => {
    const { sessions, ports, settles } = await requested(taken());
    await reaches(sessions, isChoosing);
    await settles();
    expect(ports.network.sent('GET care')).toHaveLength(1);
  });
});

describe('a rule of the practice', () => {
  it.each([
    ['too-soon', ['notice']],
    ['too-soon', ['needs', 'notice']],
    ['not-now', ['needs']],
    ['already', ['own-session']],
    ['not-now', ['dosing-gap']],
    ['not-now', []],
  ] as const)('leads back to the picker with %j for %j', async (notice, rules) => {
    const { sessions, ports } = await requested(ruleBroken(...rules));
    const state = await reaches(sessions, isChoosing);
    expect(seen(state)).toMatchObject({
      notice,
      turn: 1,
      choice: { kind: 'preparation', nearest: [], name: 'Ana Okafor', reach: '(503) 555-0188' },
    });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });
});

describe('a contact that the practice can’t use', () => {
  it.each(['/content/contact', '/content/contact/phone', '/content/contact/email'])(
    'is asked for again, with every choice kept: %s',
    async (pointer) => {
      const { sessions } = await requested(objecting('/other', pointer));
      const state = await reaches(sessions, isChoosing);
      expect(seen(state)).toMatchObject({
        problems: ['no-reach'],
        turn: 1,
        choice: { slot: tuesday, day: '2026-11-24', name: 'Ana Okafor', reach: '(503) 555-0188' },
      });
    },
  );

  it('is sent anew once it is mended', async () => {
    const { sessions, ports, does, presses } = await requested(objecting('/content/contact'), accepts);
    await reaches(sessions, isChoosing);
    does({ type: 'contact', reach: 'ana@mail.example' });
    presses();
    await reaches(sessions, hasStatus('booked'));
    const [first, second] = wishesIn(ports);
    expect(second?.id).not.toBe(first?.id);
    expect(second).toMatchObject({ content: { contact: { email: 'ana@mail.example' } } });
  });
});

describe('a time that the practice does not have any more', () => {
  it('leads back to the picker, where the open times are read again and every other choice is kept', async () => {
    const { sessions, ports } = await requested(objecting('/act/sessions/0/slotId'));
    ports.network.answer(OPEN_TIMES, page([wednesday]));
    const state = await reaches(sessions, isChoosing);
    expect(state).toMatchObject({ notice: 'not-now', turn: 1 });
    expect(shown(state.choice)).toMatchObject({ kind: 'preparation', slot: undefined, name: 'Ana Okafor' });
    await reaches(sessions, isKnown);
    expect(openTimes(sessions)).toEqual([wednesday.start]);
  });
});

describe('an objection that nobody can mend here', () => {
  it.each(['/practice', ''])('is a refusal, with every choice kept: %j', async (pointer) => {
    const { sessions } = await requested(objecting(pointer));
    expect(seen(await reaches(sessions, hasStatus('refused')))).toMatchObject({
      choice: { kind: 'preparation', slot: tuesday, name: 'Ana Okafor', reach: '(503) 555-0188' },
    });
  });
});
