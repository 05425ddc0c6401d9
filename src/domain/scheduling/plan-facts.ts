import type { CareState } from '../practice/care-state.js';
import type { PlanRule, PlanRuleId, RuleLevel } from '../practice/plan-rules.js';
import type { SessionKind, SessionKindId, SessionMode } from '../practice/session-kind.js';
import type { CurrentConsent, UnmetNeed } from './needs.js';

/** A session that stands or that is wished for; instants in milliseconds since the epoch. */
export interface PlannedSession {
  /** Its own among all that stand and are wished for. */
  readonly key: string;
  readonly kind: SessionKindId;
  readonly start: number;
  readonly end: number;
  readonly mode: SessionMode;
}

/** What plan rules are held against. */
export interface PlanFacts {
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** The practice's: a day of a rule is a date there, whatever hours the clocks skip or repeat. */
  readonly timeZone: string;
  readonly rules: readonly PlanRule[];
  readonly kinds: readonly SessionKind[];
  /** `undefined` for somebody whom the endpoint does not know. */
  readonly care: Pick<CareState, 'clearance' | 'consents'> | undefined;
  readonly currentConsents: readonly CurrentConsent[];
  /** The sessions that the client keeps: requested, confirmed, on hold, completed. */
  readonly standing: readonly PlannedSession[];
  /** Where the client will be at a session by video or phone, ISO 3166-2, if they have said so. */
  readonly region?: string | undefined;
  /** Where the practice's clinicians are licensed, ISO 3166-2, if the practice says so. */
  readonly licensedIn?: readonly string[] | undefined;
}

/** A rule that sessions break or that warns of them, with the numbers that a sentence about it takes. */
export interface Finding {
  readonly rule: PlanRuleId;
  readonly level: RuleLevel;
  /** The keys of the sessions that the rule is about, soonest first. */
  readonly sessions: readonly string[];
  readonly need?: UnmetNeed;
  readonly bound?: 'min' | 'max';
  readonly hours?: number;
  readonly maxHours?: number;
  readonly days?: number;
  readonly count?: number;
}

/** What a client would have instead of what they have now. */
export interface PlanChange {
  /** The keys of standing sessions that are given up. */
  readonly given: readonly string[];
  readonly wished: readonly PlannedSession[];
}
