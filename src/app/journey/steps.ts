import type { SessionKind } from '../../domain/practice/session-kind.js';
import { unmetNeeds, unsignedOf } from '../../domain/scheduling/needs.js';
import type { Booking } from '../../domain/scheduling/sessions.js';
import type { SessionState } from '../session/session.js';

export type StepId = 'intake' | 'consent' | 'review' | 'sessions';
/** `now` is the client's next step; `waiting` is the prescriber's, under way. */
export type StepState = 'done' | 'now' | 'waiting' | 'later';

export interface JourneyStep {
  readonly id: StepId;
  readonly state: StepState;
}

/** Where the client is on the way, as far as the endpoint has said. */
export function stepsOf(session: SessionState): readonly JourneyStep[] {
  const { practice, care } = session.status === 'ready' ? session : {};
  const asked = practice?.consents ?? [];
  const done: Readonly<Record<StepId, boolean>> = {
    intake: (care?.intakes.length ?? 0) > 0,
    consent: unsignedOf(asked, care?.consents ?? []).length === 0,
    review: care?.clearance.status === 'cleared',
    sessions: false,
  };
  // Until the practice has been heard of it may have them all, and their places are kept.
  const isKnown = session.status === 'ready';
  const steps = (['intake', 'consent', 'review', 'sessions'] as const).filter(
    (id) =>
      !isKnown ||
      ((id !== 'consent' || asked.length > 0) && (id !== 'sessions' || practice?.sessionKinds?.length)),
  );
  const current = steps.find((id) => id !== 'review' && (!isKnown || !done[id]));
  return steps.map((id) => {
    const waiting = id === 'review' && done.intake ? 'waiting' : 'later';
    return { id, state: isKnown && done[id] ? 'done' : id === current ? 'now' : waiting };
  });
}

/** The kinds of session for which the client has everything that the practice asks for. */
export function openKinds(session: SessionState): readonly SessionKind[] {
  const { practice, care } = session.status === 'ready' ? session : {};
  const kinds = practice?.sessionKinds ?? [];
  return kinds.filter((kind) => unmetNeeds(kind, care, practice?.consents ?? []).length === 0);
}

/** The client's next session that still stands; `now` in milliseconds since the epoch. */
export function nextSession(session: SessionState, now: number): Booking | undefined {
  const bookings = session.status === 'ready' ? (session.care?.bookings ?? []) : [];
  return bookings
    .filter(({ status, end }) => Date.parse(end) > now && status !== 'cancelled' && status !== 'completed')
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))[0];
}
