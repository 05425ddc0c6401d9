import type { VerdictPorts } from '../../src/domain/consent/verdict.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import type { SessionKind } from '../../src/domain/practice/session-kind.js';
import type { StaffApi } from './api.js';
import type { Role } from './api-answers.js';

/** What every screen works with once somebody is signed in. */
export interface Desk {
  readonly api: StaffApi;
  readonly role: Role;
  /** The practice's zone, in which all times are shown. */
  readonly timeZone: string;
  /** What the practice offers, under its own names. */
  readonly sessionKinds: readonly SessionKind[];
  /** What a plan usually is here. */
  readonly course: PracticeProfile['course'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What records are checked with; missing where the browser does not take the page for a secure one. */
  readonly checks: VerdictPorts | undefined;
}
