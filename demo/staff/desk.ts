import type { StaffApi } from './api.js';
import type { Role } from './api-answers.js';

/** What every screen works with once somebody is signed in. */
export interface Desk {
  readonly api: StaffApi;
  readonly role: Role;
  /** The practice's zone, in which all times are shown. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
