import type { PlanRule } from '../practice/plan-rules.js';
import { chainGaps, gapsAt, inHours, integrationGaps } from './sequence.js';
import { narrow, type Gap, type Place, type Time, type Windows } from './windows.js';

/** What is looked for: a time for each place that satisfies all rules. */
export interface Task<T extends Time> {
  /** Those that have one time only, soonest first. */
  readonly fixed: readonly number[];
  /** The others, kind by kind: of one kind, each comes after the one before. */
  readonly chains: readonly (readonly number[])[];
  readonly places: readonly Place<T>[];
  /** Which place would come first in a course as it is usual. */
  readonly rank: (place: number) => number;
  readonly rules: readonly PlanRule[];
  /** Times of less cost are tried first. */
  readonly cost: (time: T) => number;
  /** The whole judged at the end, times by place. */
  readonly holds: (times: readonly T[]) => boolean;
}

export interface SearchResult<T extends Time> {
  /** By place; `undefined` where nothing was found. */
  readonly times: readonly T[] | undefined;
  /** Whether everything was looked at: what was not found is not there. */
  readonly isWhole: boolean;
  readonly expansions: number;
}

/** Some of the places in an order, and what that leaves to all. */
interface Sequence extends Windows {
  readonly order: readonly number[];
  readonly gaps: readonly Gap[];
  /** By rule `integration-after`: the dosing sessions, soonest first, that have no integration yet. */
  readonly pending: readonly (readonly number[])[];
}

/** What is left of a bound, and whether anything was left out for it. */
interface Effort {
  expansions: number;
  isWhole: boolean;
  readonly bound: number;
}

/** @returns `false` as soon as the bound is reached. */
function isWorthIt(effort: Effort): boolean {
  if (effort.expansions >= effort.bound) effort.isWhole = false;
  else effort.expansions++;
  return effort.isWhole;
}

/** Which may come next: the first that is left of each chain, and of the fixed ones. */
function nextOf<T extends Time>({ fixed, chains }: Task<T>, order: readonly number[]): readonly number[] {
  const left = [fixed, ...chains].map((chain) => chain.find((place) => !order.includes(place)));
  return left.filter((place) => place !== undefined);
}

const isKind = <T extends Time>({ places }: Task<T>, place: number, kind: Place['kind']): boolean =>
  places[place]?.kind === kind;

/**
 * A sequence with one more place, or `undefined` where that can't be.
 *
 * @param late how many of the latest dosing sessions an integration is too early for.
 */
function extended<T extends Time>(
  task: Task<T>,
  sequence: Sequence,
  next: number,
  late: number,
): Sequence | undefined {
  const { places, rules } = task;
  const gaps = [...sequence.gaps];
  for (const rule of rules) {
    const more = gapsAt(next, sequence.order, rule, places);
    if (!more) return undefined;
    gaps.push(...more);
  }
  const isIntegration = isKind(task, next, 'integration');
  const isDosing = isKind(task, next, 'dosing') && places[next]?.isWished === true;
  const pending = integrationRules(rules).map((rule, index) => {
    const waiting = sequence.pending[index] ?? [];
    if (!isIntegration) return isDosing ? [...waiting, next] : waiting;
    const served = waiting.length - (rule.minHours === undefined ? 0 : late);
    for (const dosing of waiting.slice(0, served)) gaps.push(...integrationGaps(rule, dosing, next));
    return waiting.slice(served);
  });
  const order = [...sequence.order, next];
  const left = nextOf(task, order);
  for (const later of left)
    if (places[next]?.isWished || places[later]?.isWished) gaps.push(inHours(next, later, 0));
  const isStranded =
    pending.some(({ length }) => length > 0) &&
    !places.some(({ kind }, place) => kind === 'integration' && !order.includes(place));
  const windows = isStranded ? undefined : narrow(places, gaps, sequence);
  return windows && { ...windows, order, gaps, pending };
}

const integrationRules = (rules: readonly PlanRule[]) =>
  rules.filter((rule) => rule.id === 'integration-after');

/** How many dosing sessions an integration may be too early for: none, where no rule says when one is too early. */
function mostLate<T extends Time>(task: Task<T>, { pending }: Sequence, next: number): number {
  if (!isKind(task, next, 'integration')) return 0;
  const waiting = integrationRules(task.rules).map(({ minHours }, index) =>
    minHours === undefined ? 0 : (pending[index]?.length ?? 0),
  );
  return Math.max(0, ...waiting);
}

/** A time for each place of an order, one after the other, the best first. */
function chosen<T extends Time>(
  task: Task<T>,
  sequence: Sequence,
  effort: Effort,
  index = 0,
): readonly T[] | undefined {
  const { places, cost, holds } = task;
  const place = sequence.order[index];
  if (place === undefined) {
    const times = places.flatMap(({ times: all }, each) => all[sequence.first[each] ?? 0] ?? []);
    if (holds(times)) return times;
    effort.isWhole = false;
    return undefined;
  }
  const all = places[place]?.times ?? [];
  const [from = 0, to = 0] = [sequence.first[place], sequence.last[place]];
  if (from === to) return chosen(task, sequence, effort, index + 1);
  const left = new Set(all.slice(from, to + 1));
  while (left.size > 0) {
    const best = [...left].reduce((one, other) => (cost(other) < cost(one) ? other : one));
    left.delete(best);
    const at = all.indexOf(best);
    if (!isWorthIt(effort)) return undefined;
    const [first, last] = [sequence.first.with(place, at), sequence.last.with(place, at)];
    const windows = narrow(places, sequence.gaps, { first, last });
    const times = windows && chosen(task, { ...sequence, ...windows }, effort, index + 1);
    if (times) return times;
  }
  return undefined;
}

function explored<T extends Time>(
  task: Task<T>,
  sequence: Sequence,
  effort: Effort,
): readonly T[] | undefined {
  const left = nextOf(task, sequence.order);
  if (left.length === 0)
    return sequence.pending.some(({ length }) => length > 0) ? undefined : chosen(task, sequence, effort);
  for (const next of [...left].sort((a, b) => task.rank(a) - task.rank(b) || a - b)) {
    for (let late = 0; late <= mostLate(task, sequence, next); late++) {
      if (!isWorthIt(effort)) return undefined;
      const more = extended(task, sequence, next, late);
      const times = more && explored(task, more, effort);
      if (times) return times;
    }
  }
  return undefined;
}

/**
 * Looks for times. What is searched is the order of the sessions: for one order, every rule is a gap between two of
 * them, and the windows of the gaps say at once whether there are times (`narrow`). So a course without any is proven
 * to be impossible after some orders, and not after all combinations of times.
 *
 * @param bound how many orders and times may be tried.
 */
export function search<T extends Time>(task: Task<T>, bound: number): SearchResult<T> {
  const { places, chains, rules } = task;
  const effort: Effort = { expansions: 0, isWhole: true, bound };
  const gaps = chains.flatMap((chain) => [
    ...chain.slice(1).map((place, index) => inHours(chain[index] ?? 0, place, 0)),
    ...(chain.some((place) => isKind(task, place, 'dosing')) ? chainGaps(chain, rules) : []),
  ]);
  const all = { first: places.map(() => 0), last: places.map(({ times }) => times.length - 1) };
  const isOpen = places.every(({ times }) => times.length > 0);
  const windows = isOpen ? narrow(places, gaps, all) : undefined;
  const pending = integrationRules(rules).map(() => []);
  const times = windows && explored(task, { ...windows, order: [], gaps, pending }, effort);
  return { times, isWhole: effort.isWhole, expansions: effort.expansions };
}
