// What a change of day, the plan rules and a course cost, as ratios of medians: machines differ, ratios less. Asserts
// nothing; how much is looked at is counted in test/domain/scheduling/slots-by-day.test.ts.
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { readPlanRules } from '../../src/domain/practice/plan-rules.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import { layOut, repair, stepsOf, type CourseWish } from '../../src/domain/scheduling/course.js';
import { findingsOf, type PlanFacts } from '../../src/domain/scheduling/plan-rules.js';
import { slotsByDay } from '../../src/domain/scheduling/slots-by-day.js';
import { practiceSlots } from '../support/practice-slots.js';

const FROM = Date.parse('2026-11-24T17:00:00Z');
const KINDS: readonly SessionKindId[] = ['preparation', 'dosing', 'integration', 'follow-up'];

/** The median of some runs in microseconds, after as many to warm up. */
function timeOf(work: () => void, rounds = 15): number {
  const times = Array.from({ length: 2 * rounds }, () => {
    const started = performance.now();
    work();
    return (performance.now() - started) * 1000;
  });
  const sorted = times.slice(rounds).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const times = (ratio: number) => `${ratio.toFixed(1)} times`;
const micro = (time: number) => `${time < 10 ? time.toFixed(2) : Math.round(time).toLocaleString('en')} µs`;

console.log('A change of day, with its times and the first free day after it:');
let few: number | undefined;
for (const count of [500, 5000, 50_000]) {
  const slots = practiceSlots('preparation', count, FROM);
  const byDay = slotsByDay(slots, stillwater.timeZone);
  const building = timeOf(() => void slotsByDay(slots, stillwater.timeZone), 5);
  const days = ['2026-11-25', '2026-11-30', '2026-12-15', '2027-01-04'];
  const change = timeOf(() => {
    for (let round = 0; round < 250; round++)
      for (const day of days) if (byDay.on(day).length > 0) byDay.firstFrom(day);
  });
  few ??= change;
  console.log(
    `  ${count.toLocaleString('en').padStart(6)} times: ${micro(change / 1000)}, ${times(change / few)} that for 500; once, to put them in order: ${times(building / (change / 1000))} a change`,
  );
}

const wishOf = (count: number): CourseWish => {
  const facts: PlanFacts = {
    now: FROM,
    timeZone: stillwater.timeZone,
    rules: readPlanRules(stillwater.planRules).rules.filter(({ id }) => id !== 'needs'),
    kinds: stillwater.sessionKinds,
    care: undefined,
    currentConsents: [],
    standing: [],
  };
  const plan = [2, 5, 5, 2].map((each, index) => ({ kind: KINDS[index] ?? 'dosing', count: each }));
  const slots = new Map(KINDS.map((kind) => [kind, practiceSlots(kind, count, FROM)]));
  return { steps: stepsOf(plan, []), slots, pinned: new Map(), facts };
};

console.log('A course of 14 sessions of 4 kinds, laid out:');
let small: number | undefined;
for (const count of [375, 1500]) {
  const wish = wishOf(count);
  const laid = layOut(wish);
  const time = timeOf(() => void layOut(wish));
  small ??= time;
  console.log(
    `  ${count.toLocaleString('en').padStart(5)} open times a kind: ${micro(time)}, ${times(time / small)} that for 375; ${laid.outcome} after ${laid.expansions} steps`,
  );
  if (laid.outcome !== 'found') continue;
  const to = wish.slots.get('dosing')?.[200];
  const moved = { kind: 'dosing', number: 2 } as const;
  const repairing = to ? timeOf(() => void repair(laid.sessions, moved, to, wish), 5) : Number.NaN;
  const judging = timeOf(() => void findingsOf(laid.sessions, wish.facts), 100);
  console.log(
    `    repaired after one is moved: ${times(repairing / time)} that; held against the rules: ${micro(judging)}, one in ${Math.round(time / judging).toLocaleString('en')} of that`,
  );
}
const closed = wishOf(1500);
const fewIntegrations = new Map([
  ...closed.slots,
  ['integration', practiceSlots('integration', 60, FROM)] as const,
]);
const impossible = { ...closed, slots: fewIntegrations };
const proof = layOut(impossible);
console.log(
  `  with integrations for a week only: ${proof.outcome}, ${times(timeOf(() => void layOut(impossible), 5) / (small ?? 1))} that for 375, after ${proof.expansions} steps`,
);
