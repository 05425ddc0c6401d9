import type { Outcome } from '../deliver.js';
import type { Session } from '../session/session.js';

/** Nothing is signed while the medicine of a dosing session may still work. */
export interface Quiet {
  readonly type: 'quiet';
  /** From when on it can be signed, an instant; nothing where the practice does not say. */
  readonly until: string | undefined;
}

/** Until when the practice leaves this client in peace; nothing where that is over, or was never asked for. */
export function quietUntil({ state, ports }: Session): string | undefined {
  const until = state.status === 'ready' ? state.care?.quietUntil : undefined;
  return until !== undefined && Date.parse(until) > ports.clock.now() ? until : undefined;
}

/** The endpoint knows of a session that this page has not heard of yet. */
export const quietFrom = (outcome: Outcome): Quiet | undefined =>
  outcome.verdict === 'rule-broken' && outcome.rules.includes('quiet-hours')
    ? { type: 'quiet', until: outcome.until }
    : undefined;
