import type { SessionState } from '../session/session.js';

export type StepId = 'intake' | 'review' | 'plan' | 'sessions';
export type StepState = 'done' | 'now' | 'later';

export interface JourneyStep {
  readonly id: StepId;
  readonly state: StepState;
}

/** Where the client is on the way, as far as the endpoint has said. */
export function stepsOf(session: SessionState): readonly JourneyStep[] {
  const care = session.status === 'ready' ? session.care : undefined;
  const hasIntake = (care?.intakes.length ?? 0) > 0;
  const isCleared = care?.clearance.status === 'cleared';
  const hasPlan = care?.plan !== undefined;
  const reached: Readonly<Record<StepId, boolean>> = {
    intake: hasIntake,
    review: hasIntake && isCleared,
    plan: isCleared && hasPlan,
    sessions: false,
  };
  const order: readonly StepId[] = ['intake', 'review', 'plan', 'sessions'];
  const current = order.find((id) => !reached[id]);
  return order.map((id) => ({ id, state: reached[id] ? 'done' : id === current ? 'now' : 'later' }));
}
