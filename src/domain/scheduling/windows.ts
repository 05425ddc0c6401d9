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
  const lengths = times.map(({ start, end }) => end - start).sort((a, b) => a - b);
  return { kind, isWished, times, shortest: lengths[0] ?? 0, longest: lengths.at(-1) ?? 0 };
};

const NEVER: Time = { start: NaN, end: NaN, day: NaN };

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
  const windowOf = (index: number) => [from[index] ?? 0, to[index] ?? -1] as const;
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    for (const gap of gaps) {
      const [earlier, later] = [places[gap.earlier], places[gap.later]];
      if (!earlier || !later) continue;
      let [a, z] = windowOf(gap.earlier);
      let [b, y] = windowOf(gap.later);
      const between = (one: number, other: number, length: number) => {
        const [time, next] = [earlier.times[one] ?? NEVER, later.times[other] ?? NEVER];
        if (gap.inDays) return next.day - time.day;
        return next.start - (a === z ? time.end : time.start + length);
      };
      const most = (one: number, other: number) => between(one, other, earlier.shortest);
      const least = (one: number, other: number) => between(one, other, earlier.longest);
      const before = a + z + b + y;
      const [wasA, wasB] = [a, b];
      while (b <= y && most(a, b) < gap.min) b++;
      while (b <= y && least(z, y) > gap.max) y--;
      while (a <= z && most(z, y) < gap.min) z--;
      while (a <= z && least(a, b) > gap.max) a++;
      if (a > z || b > y) return undefined;
      if (wasA === a && wasB === b && before === a + z + b + y) continue;
      [from[gap.earlier], to[gap.earlier], from[gap.later], to[gap.later]] = [a, z, b, y];
      isSettled = false;
    }
  }
  return { first: from, last: to };
}
