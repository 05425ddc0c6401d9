import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import { stillToBook } from '../../src/app/sessions/plan.js';
import type { Sessions } from '../../src/app/sessions/sessions.js';
import type { Booking, Slot } from '../../src/domain/scheduling/sessions.js';
import { bookable, openSessions, OPEN_TIMES, page, slotAt } from './open-sessions.js';
import { reaches, reply, type World } from './ports.js';
import { afterIntake } from './practice-samples.js';

/** A practice with rules for a whole course. */
export const coursePractice: PracticeBasics = {
  ...bookable,
  sessionKinds: [
    { id: 'preparation', minutes: 60, modes: ['video'], needs: {} },
    { id: 'dosing', minutes: 180, modes: ['in-person'], needs: { clearance: true } },
    { id: 'integration', minutes: 60, modes: ['video'], needs: { clearance: true } },
  ],
  course: [
    { kind: 'preparation', count: 1 },
    { kind: 'dosing', count: 1 },
    { kind: 'integration', count: 1 },
  ],
  planRules: [
    { id: 'needs', level: 'block' },
    { id: 'preparation-first', level: 'block', count: 1, hoursBefore: 24 },
    { id: 'dosing-gap', level: 'block', minDays: 7 },
    { id: 'integration-after', level: 'warn', minHours: 24, maxHours: 72 },
    { id: 'integration-after', level: 'block', maxDays: 7 },
    { id: 'notice', level: 'block', hours: 24 },
  ],
};

export const clearedClient: CareState = { ...afterIntake, clearance: { status: 'cleared' } };

const DAY_MS = 86_400_000;

/** One open time of each kind on each of these days after 22 November, at 15:00 UTC. */
export const openOn = (kind: SessionKindId, ...days: readonly number[]): readonly Slot[] =>
  days.map((day) =>
    slotAt(new Date(Date.parse('2026-11-22T15:00:00.000Z') + day * DAY_MS).toISOString(), kind),
  );

/** One of these times, counted from 0. */
export function nth(slots: readonly Slot[], index: number): Slot {
  const slot = slots[index];
  if (!slot) throw new Error(`There is no time ${index}.`);
  return slot;
}

export const preparations = openOn('preparation', 2, 4, 9);
export const dosings = openOn('dosing', 3, 5, 12);
export const integrations = openOn('integration', 4, 7, 14, 20);

/** A picker of a client who is cleared, whose practice has these times. */
export async function openCourse({
  care = clearedClient,
  practice = coursePractice,
  open = [...preparations, ...dosings, ...integrations],
  script = {},
}: {
  readonly care?: CareState;
  readonly practice?: PracticeBasics;
  readonly open?: readonly Slot[];
  readonly script?: World['script'];
} = {}) {
  const opened = await openSessions({
    token: 'T'.repeat(43),
    script: {
      'GET practice': [reply(200, practice)],
      'GET care': [reply(200, care)],
      [OPEN_TIMES]: [
        ({ url }) => {
          const asked = new URL(url).searchParams;
          const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
          return page(
            open.filter(
              ({ kind, start }) =>
                kind === asked.get('kind') && from <= start.slice(0, 10) && start.slice(0, 10) <= to,
            ),
          );
        },
      ],
      ...script,
    },
  });
  const plan = stillToBook({ practice, care }, practice.sessionKinds ?? []);
  const { sessions, does } = opened;
  return {
    ...opened,
    plan,
    /** Lays the whole plan out. */
    async findsTimes(): Promise<void> {
      does({ type: 'plan-course', steps: plan.open }, { type: 'find-times' });
      await hasLooked(sessions);
    },
  };
}

/** Waits until nothing is looked for any more. */
export const hasLooked = (sessions: Sessions): Promise<unknown> =>
  reaches(
    sessions,
    (state): state is typeof state =>
      state.choice.search.status !== 'looking' && state.choice.search.status !== 'none',
  );

/** The times of the wish by the keys of its sessions. */
export const timesIn = ({ state }: Sessions): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(state.choice.sessions.map(({ key, slot }) => [key, slot?.start.slice(0, 10)]));

export const standing = (slot: Slot, more: Partial<Booking> = {}): Booking => ({
  ...slot,
  id: `booking of ${slot.kind}`,
  status: 'confirmed',
  ...more,
});
