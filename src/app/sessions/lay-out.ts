import type { SessionKindId } from '../../domain/practice/session-kind.js';
import { layOut, repair, type CourseStep, type Proposal } from '../../domain/scheduling/course.js';
import type { PlanFacts, PlannedSession } from '../../domain/scheduling/plan-rules.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import type { KnownSlots } from './availability.js';
import { blocks, findingsIn, wishedOf, without } from './rules.js';
import { currentOf, type Choice, type Search, type WishedSession } from './state.js';

/** What looking for times has come to: the sessions as they are to be, and what is said of it. */
export interface LaidOut {
  readonly sessions: readonly WishedSession[];
  readonly search: Search;
}

type SlotsByKind = ReadonlyMap<SessionKindId, readonly Slot[]>;

const stepOf = ({ kind, number }: WishedSession): CourseStep => ({ kind, number });

/** The sessions with the times that were found for them, and which of them have another time than before. */
function withFound(
  sessions: readonly WishedSession[],
  found: readonly (PlannedSession & { readonly slotId: string })[],
  slots: SlotsByKind,
): readonly WishedSession[] {
  return sessions.map((session) => {
    const slotId = found.find(({ key }) => key === session.key)?.slotId;
    if (slotId === undefined || slotId === session.slot?.id) return session;
    const slot = slots.get(session.kind)?.find(({ id }) => id === slotId);
    return slot ? { ...session, slot } : session;
  });
}

const searchOf = (proposal: Proposal): Search =>
  proposal.outcome === 'found'
    ? { status: 'found' }
    : proposal.outcome === 'not-found'
      ? { status: 'not-found' }
      : { status: 'impossible', without: proposal.without, lacking: proposal.lacking };

/**
 * Times for all that have none, by all rules at once; where all have one, for all of them anew.
 *
 * @param timeZone whose clocks say what a morning is.
 */
function found(choice: Choice, slots: SlotsByKind, facts: PlanFacts, timeZone: string): LaidOut {
  const { sessions, preference } = choice;
  const isWhole = sessions.every(({ slot }) => slot !== undefined);
  const pinned = new Map(
    sessions.flatMap(({ key, slot }) => (slot && !isWhole ? [[key, slot] as const] : [])),
  );
  const proposal = layOut({
    steps: sessions.map(stepOf),
    slots,
    pinned,
    facts: sessions.reduce((known, session) => without(session, known), facts),
    prefer: { ...preference, timeZone },
  });
  const search = searchOf(proposal);
  return {
    sessions: proposal.outcome === 'found' ? withFound(sessions, proposal.sessions, slots) : sessions,
    search,
  };
}

/** The sessions that a search or a repair may give another time. */
const movable = ({ sessions, current }: Choice): readonly WishedSession[] =>
  sessions.filter(({ key }) => key !== current);

/** The others once more, after one has another time, where the rules no longer hold; as they are where that fails. */
function mended(choice: Choice, slots: SlotsByKind, facts: PlanFacts): LaidOut {
  const { sessions } = choice;
  const moved = currentOf(choice);
  const asIs = { sessions, search: { status: 'none' } } as const;
  if (!moved?.slot) return asIs;
  const then = sessions.reduce((known, session) => without(session, known), facts);
  const wish = { slots, pinned: new Map([[moved.key, moved.slot]]), facts: then };
  // What stands has no time of its own yet in the wish, so that the whole is laid out around the one that moves.
  const stays = sessions.some(({ from, slot }) => from && !slot);
  const course = sessions.flatMap(({ key, slot }) =>
    slot
      ? wishedOf([{ ...moved, key, slot, kind: slot.kind }]).map((each) => ({ ...each, slotId: slot.id }))
      : [],
  );
  const outcome = stays
    ? layOut({ ...wish, steps: sessions.map(stepOf) })
    : repair(course, stepOf(moved), moved.slot, wish);
  if (outcome.outcome !== 'found' && outcome.outcome !== 'repaired') return asIs;
  const next = withFound(sessions, outcome.sessions, slots);
  const changed = next.filter((session, index) => session !== sessions[index]).map(({ key }) => key);
  return changed.length === 0 ? asIs : { sessions: next, search: { status: 'repaired', changed } };
}

/** What a search takes from outside. */
export interface Searching {
  readonly facts: PlanFacts;
  readonly timeZone: string;
  /** The open times of a kind, the next two months more where `isMore`; nothing where they can't be read. */
  read(kind: SessionKindId, isMore: boolean): Promise<KnownSlots | undefined>;
  /** Whether nothing more can be read. */
  isEnd(known: KnownSlots): boolean;
  /** Lets the screen say that it is looking. */
  pause(): Promise<void>;
}

/** The open times of the kinds of these sessions; nothing where some can't be read. */
async function readAll(
  sessions: readonly WishedSession[],
  isMore: boolean,
  { read }: Searching,
): Promise<ReadonlyMap<SessionKindId, KnownSlots> | undefined> {
  const all = new Map<SessionKindId, KnownSlots>();
  for (const { kind } of sessions) {
    if (all.has(kind)) continue;
    const known = await read(kind, isMore);
    if (!known) return undefined;
    all.set(kind, known);
  }
  return all;
}

const slotsOf = (all: ReadonlyMap<SessionKindId, KnownSlots>): SlotsByKind =>
  new Map([...all].map(([kind, { slots }]) => [kind, slots]));

/** Looks for times: in the next two months, and further ahead only where those are not enough. */
export async function findTimes(choice: Choice, searching: Searching): Promise<LaidOut> {
  const { sessions } = choice;
  for (let isMore = false; ; isMore = true) {
    const all = await readAll(sessions, isMore, searching);
    if (!all) return { sessions, search: { status: 'unknown' } };
    await searching.pause();
    const laidOut = found(choice, slotsOf(all), searching.facts, searching.timeZone);
    if (laidOut.search.status === 'found' || [...all.values()].every(searching.isEnd)) return laidOut;
  }
}

/** Puts right what a change has broken, where that can be. */
export async function mend(choice: Choice, searching: Searching): Promise<LaidOut> {
  const { sessions } = choice;
  const asIs = { sessions, search: { status: 'none' } } as const;
  if (!findingsIn(choice, searching.facts).some(blocks)) return asIs;
  const all = await readAll(movable(choice), false, searching);
  return all ? mended(choice, slotsOf(all), searching.facts) : asIs;
}
