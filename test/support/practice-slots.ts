import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Slot } from '../../src/domain/scheduling/sessions.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const A_DAY = 8;
const MINUTES: { readonly [Kind in SessionKindId]?: number } = { dosing: 180, 'follow-up': 30 };

/**
 * So many open times of a kind, eight a working day, hour by hour.
 *
 * @param from the instant of the first, in milliseconds since the epoch.
 */
export function practiceSlots(kind: SessionKindId, count: number, from: number): readonly Slot[] {
  const slots: Slot[] = [];
  for (let day = 0; slots.length < count; day++) {
    const weekday = new Date(from + day * DAY_MS).getUTCDay();
    const hours = weekday % 6 === 0 ? 0 : Math.min(A_DAY, count - slots.length);
    for (let hour = 0; hour < hours; hour++) {
      const start = from + day * DAY_MS + hour * HOUR_MS;
      slots.push({
        id: `${kind}_${day}_${hour}`,
        kind,
        start: new Date(start).toISOString(),
        end: new Date(start + (MINUTES[kind] ?? 60) * 60_000).toISOString(),
        mode: hour % 2 === 0 ? 'in-person' : 'video',
      });
    }
  }
  return slots;
}
