import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import { Refusal } from '../problems.js';

const HOUR_MS = 3_600_000;

/** The hours that the plan rule `notice` asks for between a booking and its session. */
export function noticeHours({ planRules }: PracticeProfile): number {
  const rule = planRules.find(({ id, level }) => id === 'notice' && level === 'block');
  return typeof rule?.['hours'] === 'number' ? rule['hours'] : 0;
}

/** Whether a session that starts at this instant is far enough ahead to be booked; one that has begun never is. */
export function isInTime(start: string, practice: PracticeProfile, now: Date): boolean {
  const ahead = Date.parse(start) - now.getTime();
  return ahead > 0 && ahead >= noticeHours(practice) * HOUR_MS;
}

/** Until when the client can cancel or move a session that starts then. */
export const changeUntil = (start: Date, { cancelHours = 0 }: PracticeProfile): Date =>
  new Date(start.getTime() - cancelHours * HOUR_MS);

/** Whether a session that starts then can still be cancelled or moved by the client; one that has begun never is. */
export const isCancellable = (start: Date, practice: PracticeProfile, now: Date): boolean =>
  start > now && changeUntil(start, practice) >= now;

/** When the form before a session is due, in hours before it, and whether a session without it is on hold. */
export interface ReadinessWindow {
  readonly fromHours: number;
  readonly toHours: number;
  readonly blocks: boolean;
}

/** What holds where the practice's rules say nothing of it (contract, "Plan rules"). */
const USUAL_WINDOW: ReadinessWindow = { fromHours: 72, toHours: 12, blocks: true };

/** The answer to what breaks plan rules; `detail` says so in words. */
export const ruleBroken = (rules: readonly string[], detail: string): Refusal =>
  new Refusal(409, 'kap:rule-broken', 'This can’t be booked like this.', { rules: [...rules], detail });
