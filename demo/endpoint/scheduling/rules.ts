import { readPlanRules, type PlanRule } from '../../../src/domain/practice/plan-rules.js';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import type { Finding } from '../../../src/domain/scheduling/plan-rules.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';
import { Refusal } from '../problems.js';
import { ruleWords } from './rule-words.js';

const HOUR_MS = 3_600_000;
/** As many as a problem carries. */
const MOST_FINDINGS = 200;

const readRules = new WeakMap<PracticeProfile, readonly PlanRule[]>();

/** The practice's plan rules, without what is none. */
export function planRulesOf(practice: PracticeProfile): readonly PlanRule[] {
  const known = readRules.get(practice);
  if (known !== undefined) return known;
  const { rules } = readPlanRules(practice.planRules);
  readRules.set(practice, rules);
  return rules;
}

/** The hours that the plan rule `notice` asks for between a booking and its session, and the days that it allows. */
function noticeOf(practice: PracticeProfile): { readonly hours: number; readonly maxDays: number } {
  const rules = planRulesOf(practice).filter((rule) => rule.id === 'notice' && rule.level === 'block');
  const hours = rules.map((rule) => (rule.id === 'notice' ? rule.hours : 0));
  const maxDays = rules.map((rule) => (rule.id === 'notice' ? rule.maxDays : undefined) ?? Infinity);
  return { hours: Math.max(0, ...hours), maxDays: Math.min(Infinity, ...maxDays) };
}

/** Tells whether a session that starts at an instant is far enough ahead to be booked by a client, and not too far. */
export function inTime(practice: PracticeProfile, now: Date): (start: string) => boolean {
  const { hours, maxDays } = noticeOf(practice);
  const earliest = now.getTime() + hours * HOUR_MS;
  if (maxDays === Infinity) return (start) => Date.parse(start) >= earliest;
  const lastDay = addDays(dateIn(practice.timeZone, now.getTime()), maxDays);
  return (start) => Date.parse(start) >= earliest && dateIn(practice.timeZone, Date.parse(start)) <= lastDay;
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

export function readinessWindow(practice: PracticeProfile): ReadinessWindow {
  const rule = planRulesOf(practice).find(({ id }) => id === 'readiness');
  if (rule?.id !== 'readiness') return USUAL_WINDOW;
  return { fromHours: rule.fromHours, toHours: rule.toHours, blocks: rule.level === 'block' };
}

/** The answer to what breaks rules that are no plan rules; `detail` says so in words. */
export const ruleBroken = (rules: readonly string[], detail: string): Refusal =>
  new Refusal(409, 'kap:rule-broken', 'This can’t be booked like this.', { rules: [...rules], detail });

/** @throws Refusal 409 for what breaks plan rules; what they only warn of goes through. */
export function requireUnbroken(findings: readonly Finding[]): void {
  const broken = findings.filter(({ level }) => level === 'block');
  if (broken.length === 0) return;
  throw new Refusal(409, 'kap:rule-broken', 'This can’t be booked like this.', {
    rules: [...new Set(broken.map(({ rule }) => rule))],
    findings: broken.slice(0, MOST_FINDINGS).map((each) => ({ ...each, sessions: [...each.sessions] })),
    detail: ruleWords(broken),
  });
}
