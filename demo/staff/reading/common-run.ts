/** Places, one in each list, that hold the same. */
export type Pair = readonly [number, number];

/** How many lines of one list, from the end, are the same as of the other. */
function sameEnding(before: readonly string[], after: readonly string[], from: number): number {
  let count = 0;
  while (
    from + count < Math.min(before.length, after.length) &&
    before.at(-1 - count) === after.at(-1 - count)
  ) {
    count += 1;
  }
  return count;
}

/** For each place of both lists the length of the longest run that both have from there on, in order. */
function lengths(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (one: number, other: number): number => table[one]?.[other] ?? 0;
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--)
      table[one]?.set(
        [
          before[one] === after[other]
            ? at(one + 1, other + 1) + 1
            : Math.max(at(one + 1, other), at(one, other + 1)),
        ],
        other,
      );
  return table;
}

/** What two lists have in common in the same order, as much as there is: a longest common subsequence. */
export function commonRun(before: readonly string[], after: readonly string[]): readonly Pair[] {
  let start = 0;
  while (start < before.length && before[start] === after[start] && start < after.length) start += 1;
  const end = sameEnding(before, after, start);
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const table = lengths(left, right);
  const pairs: Pair[] = Array.from({ length: start }, (_, place) => [place, place] as const);
  let [one, other] = [0, 0];
  while (one < left.length && other < right.length) {
    if (left[one] === right[other]) pairs.push([start + one++, start + other++]);
    else if ((table[one + 1]?.[other] ?? 0) >= (table[one]?.[other + 1] ?? 0)) one += 1;
    else other += 1;
  }
  for (let place = end; place > 0; place--) pairs.push([before.length - place, after.length - place]);
  return pairs;
}
