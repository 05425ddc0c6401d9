import { durationInWords } from './time.js';

/** How the device's time of an act and the endpoint's time of receiving it go together. */
export interface ClocksRead {
  /** Whether somebody should think about it: one of the clocks is wrong, or the record has waited. */
  readonly isNotable: boolean;
  readonly words: string;
}

const MINUTE_MS = 60_000;
/** Clocks differ by seconds, and a slow connection takes a while. */
const AHEAD_MS = MINUTE_MS;
const LATE_MS = 10 * MINUTE_MS;

const NOUNS = { signed: 'signing', 'taken back': 'taking it back' } as const;

/**
 * Both instants are ISO 8601; the first is by the client's device, the second by the practice's endpoint.
 *
 * @param act what was done at the first.
 */
export function clocksInWords(
  doneAt: string,
  receivedAt: string,
  act: keyof typeof NOUNS = 'signed',
): ClocksRead {
  const passed = Date.parse(receivedAt) - Date.parse(doneAt);
  if (passed < -AHEAD_MS) {
    return {
      isNotable: true,
      words: `By the device’s clock it was ${act} ${durationInWords(-passed)} after it was received. That clock is ahead.`,
    };
  }
  if (passed > LATE_MS) {
    return {
      isNotable: true,
      words: `It was received ${durationInWords(passed)} after the device’s time of ${NOUNS[act]}. It may have waited for a connection, or that clock is behind.`,
    };
  }
  return { isNotable: false, words: `The two clocks agree: it was received right after it was ${act}.` };
}
