import { describe, expect, it } from 'vitest';
import {
  bookable,
  choosingOf,
  isKnown,
  january,
  OPEN_TIMES,
  openSessions,
  openTimes,
  page,
  rangesAsked,
  shown,
  slotAt,
  tuesday,
  wednesday,
} from '../../support/open-sessions.js';
import { NOTHING_CHOSEN } from '../../../src/app/sessions/state.js';
import { LateAnswers, reaches, reply } from '../../support/ports.js';

const FIRST_RANGE = '2026-11-22 to 2027-01-22';
const SECOND_RANGE = '2027-01-23 to 2027-03-25';
const THIRD_RANGE = '2027-03-26 to 2027-05-26';

describe('a picker that is opened', () => {
  it('has nothing chosen, written or asked for in advance', async () => {
    const { sessions, ports } = await openSessions();
    expect(sessions.state).toEqual({
      status: 'choosing',
      notice: undefined,
      problems: [],
      turn: 0,
      choice: NOTHING_CHOSEN,
    });
    expect(ports.network.sent(OPEN_TIMES)).toEqual([]);
  });

  it('knows both zones and the time', async () => {
    const { sessions, ports } = await openSessions();
    expect(sessions.zoneName('client')).toBe('America/Los_Angeles');
    expect(sessions.zoneName('practice')).toBe('America/New_York');
    expect(sessions.now()).toBe(ports.clock.now());
  });
});

describe('a kind that is chosen', () => {
  it('shows its open times from today where the practice is, for two months', async () => {
    const { sessions, ports, choosesKind } = await openSessions();
    await choosesKind();
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE]);
    expect(openTimes(sessions)).toEqual([tuesday.start, wednesday.start]);
  });

  it('begins with the practice’s day, which may be another than the client’s', async () => {
    const { ports, choosesKind } = await openSessions({
      script: {
        'GET practice': [reply(200, { ...bookable, timeZone: 'Pacific/Kiritimati' })],
      },
    });
    await choosesKind();
    expect(rangesAsked(ports)[0]).toMatch(/^2026-11-23 to /);
  });

  it.each([
    ['client', '2026-11-23'],
    ['practice', '2026-11-24'],
  ] as const)(
    'puts the keyboard on the first free day, as it is called in the %s’s zone',
    async (zone, date) => {
      const lateEvening = slotAt('2026-11-24T05:30:00.000Z');
      const { sessions, does } = await openSessions({
        script: { [OPEN_TIMES]: [page([wednesday, lateEvening])] },
      });
      does({ type: 'choose-kind', kinds: ['preparation'], zone });
      const { choice } = await reaches(sessions, isKnown);
      expect(choice.cursor).toBe(date);
    },
  );

  it('leads to the first time there is, however far ahead', async () => {
    const { sessions, ports, choosesKind } = await openSessions({
      script: { [OPEN_TIMES]: [page([]), page([slotAt('2027-02-09T15:00:00.000Z')])] },
    });
    await choosesKind();
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE]);
    expect(sessions.state.choice.cursor).toBe('2027-02-09');
  });

  it('has no times where none are open for half a year, and the keyboard is on today', async () => {
    const { sessions, ports, choosesKind } = await openSessions({ script: { [OPEN_TIMES]: [page([])] } });
    await choosesKind();
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE, THIRD_RANGE]);
    expect(openTimes(sessions)).toEqual([]);
    expect(shown(sessions.state.choice)).toMatchObject({ cursor: '2026-11-22', day: undefined });
  });

  it('takes the place of another, whose times and choices are gone, while name and contact stay', async () => {
    const { sessions, choosesKind, fillsIn, does } = await openSessions();
    await choosesKind('consultation');
    fillsIn();
    does({ type: 'choose-kind', kinds: ['preparation'], zone: 'practice' });
    expect(shown(sessions.state.choice)).toMatchObject({
      kind: 'preparation',
      zone: 'practice',
      availability: { status: 'loading' },
      cursor: undefined,
      day: undefined,
      slot: undefined,
      name: 'Ana Okafor',
      reach: '(503) 555-0188',
    });
  });
});

describe('the months on the screen', () => {
  const far = slotAt('2027-03-02T15:00:00.000Z');

  it('ask for nothing more while they are known', async () => {
    const { ports, choosesKind, does } = await openSessions();
    await choosesKind();
    does({ type: 'move', date: '2026-12-31' }, { type: 'choose-day', date: '2026-12-01' });
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE]);
  });

  it('ask for more where they are not known to their end, and keep what is known', async () => {
    const { sessions, ports, choosesKind, does, settles } = await openSessions();
    await choosesKind();
    ports.network.answer(OPEN_TIMES, page([far]));
    does({ type: 'move', date: '2027-01-01' });
    expect(openTimes(sessions)).toEqual([tuesday.start, wednesday.start]);
    await settles();
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE]);
    expect(openTimes(sessions)).toEqual([tuesday.start, wednesday.start, far.start]);
    expect(sessions.state.choice.cursor).toBe('2027-01-01');
  });

  it('ask for more by the mouse too', async () => {
    const { sessions, ports, choosesKind, does, settles } = await openSessions();
    await choosesKind();
    does({ type: 'choose-day', date: '2027-01-12' });
    await settles();
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE]);
    expect(shown(sessions.state.choice)).toMatchObject({ day: '2027-01-12', cursor: '2027-01-12' });
  });

  it('ask no further than half a year ahead', async () => {
    const { ports, choosesKind, does, settles } = await openSessions();
    await choosesKind();
    for (const month of ['2027-01', '2027-03', '2027-05', '2027-07', '2028-01']) {
      does({ type: 'move', date: `${month}-10` });
      await settles();
    }
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE, THIRD_RANGE]);
  });

  it('are known to their end where the first free day is far ahead', async () => {
    const { sessions, ports, choosesKind, settles } = await openSessions({
      script: { [OPEN_TIMES]: [page([january]), page([far])] },
    });
    await choosesKind();
    await settles();
    expect(sessions.state.choice.cursor).toBe('2027-01-12');
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE]);
    expect(openTimes(sessions)).toEqual([january.start, far.start]);
  });

  it('are known to their end where the client has gone on while they were loading', async () => {
    const late = new LateAnswers();
    const { sessions, does, settles, ports } = await openSessions({
      script: { [OPEN_TIMES]: [late.answer, page([far])] },
    });
    does(
      { type: 'choose-kind', kinds: ['preparation'], zone: 'client' },
      { type: 'move', date: '2027-02-10' },
    );
    await settles();
    late.arrives(page([tuesday]));
    await settles();
    expect(rangesAsked(ports)).toEqual([FIRST_RANGE, SECOND_RANGE]);
    expect(openTimes(sessions)).toEqual([tuesday.start, far.start]);
    expect(sessions.state.choice.cursor).toBe('2027-02-10');
  });
});

describe('times that can’t be read', () => {
  it('are said to be unknown, and every choice stays', async () => {
    const { sessions, ports, choosesKind, fillsIn, does, settles } = await openSessions();
    await choosesKind();
    fillsIn();
    ports.network.answer(OPEN_TIMES, reply(403));
    does({ type: 'move', date: '2027-02-01' });
    await settles();
    expect(openTimes(sessions)).toBe('failed');
    expect(shown(sessions.state.choice)).toMatchObject({
      kind: 'preparation',
      day: '2026-11-24',
      slot: tuesday,
      name: 'Ana Okafor',
      reach: '(503) 555-0188',
    });
  });

  it('can be asked for again, and every choice stays', async () => {
    const { sessions, ports, choosesKind, fillsIn, does } = await openSessions({
      script: { [OPEN_TIMES]: [reply(403)] },
    });
    await choosesKind();
    expect(openTimes(sessions)).toBe('failed');
    fillsIn();
    ports.network.answer(OPEN_TIMES, page([tuesday]));
    does({ type: 'reload' });
    expect(openTimes(sessions)).toBe('loading');
    await reaches(sessions, isKnown);
    expect(shown(sessions.state.choice)).toMatchObject({
      slot: tuesday,
      day: '2026-11-24',
      name: 'Ana Okafor',
    });
  });

  it('far ahead keep nobody from those that are near', async () => {
    const { sessions, ports, choosesKind, does, settles } = await openSessions();
    await choosesKind();
    ports.network.answer(OPEN_TIMES, ({ url }) =>
      url.includes('from=2026-11-22') ? page([tuesday]) : reply(400),
    );
    does({ type: 'move', date: '2027-02-01' });
    await settles();
    expect(openTimes(sessions)).toBe('failed');
    does({ type: 'reload' });
    await settles();
    expect(openTimes(sessions)).toEqual([tuesday.start]);
    expect(sessions.state.choice.cursor).toBe('2026-11-24');
  });
});

describe('a day and a time', () => {
  it('are chosen one after the other; another day asks for another time', async () => {
    const { sessions, choosesKind, does } = await openSessions();
    await choosesKind();
    does({ type: 'choose-day', date: '2026-11-24' }, { type: 'choose-slot', slot: tuesday });
    expect(shown(choosingOf(sessions).choice)).toMatchObject({
      day: '2026-11-24',
      slot: tuesday,
      cursor: '2026-11-24',
    });
    does({ type: 'choose-day', date: '2026-11-25' });
    expect(shown(choosingOf(sessions).choice)).toMatchObject({ day: '2026-11-25', slot: undefined });
  });

  it('stay where the keyboard only moves', async () => {
    const { sessions, choosesKind, fillsIn, does } = await openSessions();
    await choosesKind();
    fillsIn();
    does({ type: 'move', date: '2026-12-03' });
    expect(shown(choosingOf(sessions).choice)).toMatchObject({
      day: '2026-11-24',
      slot: tuesday,
      cursor: '2026-12-03',
    });
  });

  it('stay in another zone, where the day may be another', async () => {
    const { sessions, choosesKind, fillsIn, does } = await openSessions();
    await choosesKind();
    fillsIn();
    does({ type: 'switch-zone', zone: 'practice' });
    expect(shown(choosingOf(sessions).choice)).toMatchObject({
      zone: 'practice',
      kind: 'preparation',
      day: undefined,
      slot: tuesday,
      name: 'Ana Okafor',
    });
    does({ type: 'switch-zone', zone: 'Asia/Tokyo', day: '2026-11-25' });
    expect(choosingOf(sessions).choice).toMatchObject({
      zone: 'Asia/Tokyo',
      day: '2026-11-25',
      cursor: '2026-11-25',
    });
    expect(sessions.zoneName('Asia/Tokyo')).toBe('Asia/Tokyo');
  });
});
