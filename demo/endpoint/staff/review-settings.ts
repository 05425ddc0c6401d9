import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import type { RuleSet } from '../../../src/domain/questionnaire/review-flags/rules.js';
import {
  NO_SETTINGS,
  onlyChanges,
  problemsOf,
  reviewSettings,
  type ReviewSettings,
  type SettingProblem,
} from '../../../src/domain/questionnaire/review-flags/settings.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { invalid, notAllowed, Refusal, type FieldError } from '../problems.js';
import type { Role, Tables } from '../tables.js';
import { addToLog } from './log.js';

/** What the practice has set, as it stands. */
export interface StoredReviewSettings {
  /** Grows by one with each change; 0 where nothing was ever changed. */
  readonly version: number;
  readonly settings: ReviewSettings;
  readonly setBy?: Role;
  readonly setAt?: string;
}

/** New settings in place of the version that was looked at. */
export const reviewSettingsRequest = z.object({
  replaces: z.int().check(z.minimum(0)),
  settings: reviewSettings,
});

const DETAILS: Readonly<Record<SettingProblem['code'], string>> = {
  'unknown-rule': 'There is no such rule.',
  'unknown-threshold': 'There is no such number to set.',
  'out-of-range': 'This number is outside what can be set.',
};

const NEVER_SET: StoredReviewSettings = { version: 0, settings: NO_SETTINGS };

const asStored = ({
  version,
  settings,
  set_by: setBy,
  set_at: setAt,
}: Selectable<Tables['review_settings']>): StoredReviewSettings => ({
  version,
  settings,
  setBy,
  setAt: setAt.toISOString(),
});

function requirePrescriber(role: Role): void {
  if (role !== 'prescriber') throw notAllowed('The review rules are the prescriber’s.');
}

/** The review rules as the practice has set them now. */
export async function newestReviewSettings(database: Database): Promise<StoredReviewSettings> {
  const row = await database
    .selectFrom('review_settings')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? NEVER_SET : asStored(row);
}

/** @throws Refusal 403 for anyone but the prescriber. */
export async function readReviewSettings(
  { database }: EndpointOptions,
  role: Role,
): Promise<StoredReviewSettings> {
  requirePrescriber(role);
  return newestReviewSettings(database);
}

/** The log takes this much of what was changed. */
const MOST_CHANGES = 8;

/** What is different, by rule and number: `maoi stop, systolic-stop 150`; what went back to how it came is `as it came`. */
function changesInWords(before: ReviewSettings, after: ReviewSettings): string {
  const changes = (['severities', 'thresholds'] as const).flatMap((part) => {
    const [was, is]: readonly Readonly<Record<string, string | number>>[] = [before[part], after[part]];
    const ids = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].sort();
    return ids.filter((id) => was?.[id] !== is?.[id]).map((id) => `${id} ${is?.[id] ?? 'as it came'}`);
  });
  if (changes.length === 0) return 'nothing is different';
  const more = changes.length - MOST_CHANGES;
  const named = changes.slice(0, MOST_CHANGES).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

const errorsOf = (settings: ReviewSettings, rules: readonly RuleSet[]): FieldError[] =>
  problemsOf(settings, rules).map(({ pointer, code }) => ({
    pointer: `/settings${pointer}`,
    code,
    detail: DETAILS[code],
  }));

const changedMeanwhile = (): Refusal =>
  new Refusal(
    409,
    'kap:invalid',
    'Somebody has changed the rules meanwhile. Open this page anew to see how they stand.',
  );

/**
 * Adds a version of the settings; earlier ones stay.
 *
 * @throws Refusal 403 for anyone but the prescriber; 409 where another version was looked at; 422.
 */
export async function setReviewSettings(
  { database, reviewRules, clock }: EndpointOptions,
  role: Role,
  { replaces, settings: asked }: z.infer<typeof reviewSettingsRequest>,
): Promise<StoredReviewSettings> {
  requirePrescriber(role);
  const errors = errorsOf(asked, reviewRules);
  if (errors.length > 0) throw invalid(errors);
  const settings = onlyChanges(asked, reviewRules);
  const now = clock();
  return inTransaction(database, async (transaction) => {
    const before = await newestReviewSettings(transaction);
    if (before.version !== replaces) throw changedMeanwhile();
    const row = await transaction
      .insertInto('review_settings')
      .values({ version: replaces + 1, settings: JSON.stringify(settings), set_by: role, set_at: now })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw changedMeanwhile();
    const detail = changesInWords(before.settings, settings);
    await addToLog(transaction, { at: now, role, action: 'review-settings-set', detail });
    return asStored(row);
  });
}
