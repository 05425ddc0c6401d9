/** Minutes without use after which the app signs out, and for how long it says so before. */
export const QUIET_MS = 15 * 60_000;
export const WARNING_MS = 60_000;

export type QuietTime =
  | { readonly status: 'in-use' }
  | { readonly status: 'ending'; readonly secondsLeft: number }
  | { readonly status: 'ended' };

/** How it stands with an app that was last used at `lastUse`; both in milliseconds. */
export function quietTime(lastUse: number, now: number): QuietTime {
  const left = lastUse + QUIET_MS - now;
  if (left <= 0) return { status: 'ended' };
  if (left > WARNING_MS) return { status: 'in-use' };
  return { status: 'ending', secondsLeft: Math.ceil(left / 1000) };
}
