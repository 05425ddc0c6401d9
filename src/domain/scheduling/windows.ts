import type { SessionKindId } from '../practice/session-kind.js';

/** A time that a session may have; instants in milliseconds since the epoch. */
export interface Time {
  readonly start: number;
  readonly end: number;
  /** Its date in the practice's zone, in days since the epoch. */
  readonly day: number;
}

/** A session of a course, with all the times that it may have, soonest first. */
export interface Place<T extends Time = Time> {
  readonly kind: SessionKindId;
  /** Whether it is wished for, and does not stand already. */
  readonly isWished: boolean;
  readonly times: readonly T[];
  /** How long the shortest and the longest of its times is, in milliseconds. */
  readonly shortest: number;
  readonly longest: number;
}

/**
 * How far one place must be from a later one: in dates, or in milliseconds from the end of the one to the start of the
 * other. Places are named by their index.
 */
export interface Gap {
  readonly earlier: number;
  readonly later: number;
  readonly inDays: boolean;
  readonly min: number;
  readonly max: number;
}

/** The first and the last time that each place may still have, as indexes of its times. */
export interface Windows {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

export const placeOf = <T extends Time>(
  kind: SessionKindId,
  isWished: boolean,
  times: readonly T[],
): Place<T> => {
  const lengths = times.map(({ start, end }) => end - start);
  const [shortest, longest] = [Math.min, Math.max].map((pick) =>
    lengths.reduce((a, b) => pick(a, b), lengths[0] ?? 0),
  );
  return { kind, isWished, times, shortest: shortest ?? 0, longest: longest ?? 0 };
};

const NEVER: Time = { start: NaN, end: NaN, day: NaN };

const timeAt = ({ times }: Place, index: number): Time => times[index] ?? NEVER;

/** @param length of the earlier session. */
const between = (gap: Gap, earlier: Time, later: Time, length: number): number =>
  gap.inDays ? later.day - earlier.day : later.start - earlier.start - length;

/** The window of one place, from the index of its first time to that of its last. */
type Window = readonly [first: number, last: number];

/** What a gap leaves of two windows. */
function narrowed(
  gap: Gap,
  earlier: Place,
  later: Place,
  [from, to]: Window,
  [start, end]: Window,
): readonly [Window, Window] {
  let [a, z, b, y] = [from, to, start, end];
  const only = timeAt(earlier, a);
  const [shortest, longest] =
    a === z ? [only.end - only.start, only.end - only.start] : [earlier.shortest, earlier.longest];
  const first = timeAt(earlier, a);
  while (b <= y && between(gap, first, timeAt(later, b), shortest) < gap.min) b++;
  const last = timeAt(later, y);
  while (a <= z && between(gap, timeAt(earlier, z), last, shortest) < gap.min) z--;
  if (gap.max === Infinity)
    return [
      [a, z],
      [b, y],
    ];
  const [lastEarlier, firstLater] = [timeAt(earlier, z), timeAt(later, b)];
  while (b <= y && between(gap, lastEarlier, timeAt(later, y), longest) > gap.max) y--;
  while (a <= z && between(gap, timeAt(earlier, a), firstLater, longest) > gap.max) a++;
  return [
    [a, z],
    [b, y],
  ];
}

/**
 * Narrows windows until no first or last time is out of reach of the gaps. Since more of one place always asks for more
 * of the other, the first times that are left satisfy all gaps at once, where sessions of a place are equally long.
 *
 * @returns `undefined` where a place has no time left: there is no way to keep all gaps.
 */
export function narrow(
  places: readonly Place[],
  gaps: readonly Gap[],
  { first, last }: Windows,
): Windows | undefined {
  const [from, to] = [[...first], [...last]];
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const gap of gaps) {
      const [earlier, later] = [places[gap.earlier], places[gap.later]];
      if (!earlier || !later) continue;
      const [a = 0, z = -1, b = 0, y = -1] = [
        from[gap.earlier],
        to[gap.earlier],
        from[gap.later],
        to[gap.later],
      ];
      const [[a2, z2], [b2, y2]] = narrowed(gap, earlier, later, [a, z], [b, y]);
      if (a2 > z2 || b2 > y2) return undefined;
      if (a === a2 && z === z2 && b === b2 && y === y2) continue;
      [from[gap.earlier], to[gap.earlier], from[gap.later], to[gap.later]] = [a2, z2, b2, y2];
      isSettled = false;
    }
  }
  return { first: from, last: to };
}
