import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import type { RuleSet } from '../../src/domain/questionnaire/review-flags/rules.js';
import type { Database } from './database.js';
import type { Clock, Random, Report } from './ports.js';
import type { AddressOf, Rate } from './rate-limit.js';
import type { Receipts } from './receipts.js';
import type { Schedule } from './scheduling/practitioner.js';
import type { Role } from './tables.js';

/** What the endpoint is made of. */
export interface EndpointOptions {
  readonly database: Database;
  readonly practice: PracticeProfile;
  /** Every version that is still accepted; of one id, the last is the one offered to new clients. */
  readonly forms: readonly Questionnaire[];
  /** What is served in the place of a form that somebody wrote in another format: that, as it was written. */
  readonly formSources?: ReadonlyMap<Questionnaire, unknown>;
  /**
   * Consent documents as they are written, with their blanks; of one id, the last is current. Once the endpoint runs:
   * every text ever published as clients read it, so that what was signed can be held against it.
   */
  readonly consents: readonly ConsentDocument[];
  /**
   * Every sentence that the pages' widgets have put above a signature, in every language: what is signed under other
   * words is refused.
   */
  readonly statements: readonly string[];
  /** The rules of review flags, so that the practice sets only what is there. Never sent to a client. */
  readonly reviewRules: readonly RuleSet[];
  readonly receipts: Receipts;
  /** Who works when, at the first start; what the staff set from then on stands in the database. Private. */
  readonly schedule: Schedule;
  readonly clock: Clock;
  readonly random: Random;
  /** Origins of the pages that may call, besides the endpoint's own; see `cors`. */
  readonly origins: readonly string[];
  /** The page that a personal link leads to, without a fragment. */
  readonly pageUrl: string;
  /** The staff side's own origin, where a proxy hides it: `https://care.example.com`. */
  readonly publicOrigin?: string | undefined;
  readonly staffTokens: Readonly<Record<Role, string>>;
  readonly rate: Rate;
  readonly signInRate: Rate;
  readonly addressOf: AddressOf;
  readonly report: Report;
  /** Called after each submission that was stored, so that its notice goes out at once. */
  readonly onAccepted?: (() => void) | undefined;
}
