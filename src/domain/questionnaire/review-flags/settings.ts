import * as z from 'zod/mini';
import { slug } from '../../untrusted.js';
import type { ReviewRule, RuleSet, Severity, Threshold } from './rules.js';

/** What a practice has changed: how much a rule weighs or that it is off, and numbers. What is not named stands as it came. */
export const reviewSettings = z.object({
  severities: z.record(slug, z.enum(['stop', 'caution', 'note', 'off'])),
  thresholds: z.record(slug, z.number()),
});
export type ReviewSettings = z.infer<typeof reviewSettings>;

export const NO_SETTINGS: ReviewSettings = { severities: {}, thresholds: {} };

export type RuleState = Severity | 'off';

/** How a rule comes, before the practice has said anything. */
export const defaultOf = ({ severity, default: state }: ReviewRule): RuleState =>
  state === 'off' ? 'off' : severity;

export const stateOf = (rule: ReviewRule, { severities }: ReviewSettings): RuleState =>
  severities[rule.id] ?? defaultOf(rule);

export const valueOf = ({ id, value }: Threshold, { thresholds }: ReviewSettings): number =>
  thresholds[id] ?? value;

/** A setting that can't be taken, by JSON Pointer into the settings. */
export interface SettingProblem {
  readonly pointer: string;
  readonly code: 'unknown-rule' | 'unknown-threshold' | 'out-of-range';
}

/** What of these settings the rules have no place for. */
export function problemsOf(
  { severities, thresholds }: ReviewSettings,
  sets: readonly RuleSet[],
): readonly SettingProblem[] {
  const rules = new Set(sets.flatMap((set) => set.rules.map(({ id }) => id)));
  const known = new Map(sets.flatMap((set) => set.thresholds.map((each) => [each.id, each] as const)));
  const problems: SettingProblem[] = [];
  for (const id of Object.keys(severities))
    if (!rules.has(id)) problems.push({ pointer: `/severities/${id}`, code: 'unknown-rule' });
  for (const [id, value] of Object.entries(thresholds)) {
    const pointer = `/thresholds/${id}`;
    const threshold = known.get(id);
    if (!threshold) problems.push({ pointer, code: 'unknown-threshold' });
    else if (!(value >= threshold.min && value <= threshold.max))
      problems.push({ pointer, code: 'out-of-range' });
  }
  return problems;
}

/** The settings without what only repeats how things come, and without rules and thresholds that are gone. */
export function onlyChanges(settings: ReviewSettings, sets: readonly RuleSet[]): ReviewSettings {
  const rules = sets.flatMap((set) => set.rules);
  const thresholds = sets.flatMap((set) => set.thresholds);
  const changed = <T>(entries: Iterable<readonly [string, T, T]>): Record<string, T> =>
    Object.fromEntries([...entries].flatMap(([id, now, first]) => (now === first ? [] : [[id, now]])));
  return {
    severities: changed(rules.map((rule) => [rule.id, stateOf(rule, settings), defaultOf(rule)] as const)),
    thresholds: changed(thresholds.map((each) => [each.id, valueOf(each, settings), each.value] as const)),
  };
}
