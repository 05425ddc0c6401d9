import type { PlanRule } from '../practice/plan-rules.js';
import type { Gap, Place } from './windows.js';

const HOUR_MS = 3_600_000;

type IntegrationRule = Extract<PlanRule, { id: 'integration-after' }>;

/** From the end of the earlier place to the start of the later. */
export const inHours = (earlier: number, later: number, min: number, max = Infinity): Gap => ({
  earlier,
  later,
  inDays: false,
  min: min * HOUR_MS,
  max: max * HOUR_MS,
});

/** From the date of the earlier place to the date of the later. */
export const inDays = (earlier: number, later: number, min: number, max = Infinity): Gap => ({
  earlier,
  later,
  inDays: true,
  min,
  max,
});

/** Where an integration is what a dosing session needs after it. */
export const integrationGaps = (
  { minHours = 0, maxHours, maxDays }: IntegrationRule,
  dosing: number,
  integration: number,
): readonly Gap[] => [
  inHours(dosing, integration, minHours, maxHours),
  ...(maxDays === undefined ? [] : [inDays(dosing, integration, 0, maxDays)]),
];

/** The gaps that dosing sessions in this order keep, whatever else is between them. */
export const chainGaps = (dosings: readonly number[], rules: readonly PlanRule[]): readonly Gap[] =>
  dosings.flatMap((dosing, index) =>
    rules.flatMap((rule) => {
      const steps = rule.id === 'dosing-quota' ? rule.count : 1;
      const later = dosings[index + steps];
      if (later === undefined || later === dosing) return [];
      if (rule.id === 'dosing-quota') return [inDays(dosing, later, rule.days)];
      if (rule.id === 'dosing-gap') return [inDays(dosing, later, rule.minDays ?? 0)];
      return rule.id === 'one-of-a-day' ? [inDays(dosing, later, 1)] : [];
    }),
  );

/**
 * What a plan rule asks of a place that comes after others: gaps to some of them; `undefined` where the order itself
 * breaks the rule, whatever the times. It mirrors `findingsOf`, which judges the whole at the end; `integration-after`
 * looks ahead, and is not among them.
 *
 * @param order those before, soonest first.
 */
export function gapsAt(
  next: number,
  order: readonly number[],
  rule: PlanRule,
  places: readonly Place[],
): readonly Gap[] | undefined {
  const kindOf = (place: number) => places[place]?.kind;
  const isOurs = (...some: readonly number[]) => some.some((place) => places[place]?.isWished);
  const isDosing = kindOf(next) === 'dosing';
  if (rule.id === 'one-of-a-day')
    return order
      .filter((place) => {
        const kinds = [kindOf(place), kindOf(next)];
        return (
          kinds.includes('dosing') && kinds.every((kind) => kind === 'dosing' || kind === 'consultation')
        );
      })
      .filter((place) => isOurs(place, next))
      .map((place) => inDays(place, next, 1));
  if (!isDosing) return [];
  const dosings = order.filter((place) => kindOf(place) === 'dosing');
  const last = dosings.at(-1);
  switch (rule.id) {
    case 'preparation-first': {
      if (last !== undefined || !isOurs(next)) return [];
      const preparations = order.filter((place) => kindOf(place) === 'preparation').slice(0, rule.count);
      if (preparations.length < rule.count) return undefined;
      return preparations.map((place) => inHours(place, next, rule.hoursBefore));
    }
    case 'dosing-gap':
      return last !== undefined && isOurs(last, next)
        ? [inDays(last, next, rule.minDays ?? 0, rule.maxDays)]
        : [];
    case 'dosing-quota': {
      const window = [...dosings, next].slice(-rule.count - 1);
      const [first] = window;
      if (first === undefined || window.length <= rule.count || !isOurs(...window)) return [];
      return first === next ? undefined : [inDays(first, next, rule.days)];
    }
    case 'integration-before-next-dosing': {
      if (last === undefined || !isOurs(last, next)) return [];
      const between = order.slice(order.indexOf(last) + 1);
      return between.some((place) => kindOf(place) === 'integration') ? [] : undefined;
    }
    case 'follow-up-after': {
      const lastFollowUp = order.findLastIndex((place) => kindOf(place) === 'follow-up');
      const since = order.slice(lastFollowUp + 1).filter((place) => kindOf(place) === 'dosing');
      const [first] = since;
      if (first === undefined || !isOurs(...since, next)) return [];
      return since.length < rule.dosings ? [inDays(first, next, 0, rule.days)] : undefined;
    }
    default:
      return [];
  }
}
