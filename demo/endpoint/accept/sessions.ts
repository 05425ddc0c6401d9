import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import type { BookingSubmission } from '../../../src/domain/submission/envelope.js';
import { standingOf } from '../care-state.js';
import type { EndpointOptions } from '../endpoint.js';
import { invalid, Refusal, type FieldError } from '../problems.js';
import { slotsAround } from '../scheduling/open-slots.js';
import type { Schedule } from '../scheduling/practitioner.js';
import { slotOf, type ScheduledSlot } from '../scheduling/schedule.js';
import { scheduleOf } from '../scheduling/schedules.js';
import type { SlotTaken } from '../scheduling/take-slots.js';

type WantedSessions = BookingSubmission['act']['sessions'];

const overlap = (a: ScheduledSlot, b: ScheduledSlot): boolean => a.start < b.end && b.start < a.end;

/**
 * The slots that were asked for, worked out anew from the schedule.
 *
 * @param at where they stand in the body, as a JSON Pointer.
 * @throws Refusal 422 for one that the schedule does not have, or that is of another kind; and for two at one time.
 */
export function wantedSlots(
  sessions: WantedSessions,
  schedule: Schedule,
  practice: PracticeProfile,
  at = '/act/sessions',
): readonly ScheduledSlot[] {
  const slots: ScheduledSlot[] = [];
  const errors: FieldError[] = [];
  for (const [index, { slotId, kind }] of sessions.entries()) {
    const pointer = `${at}/${index}`;
    const slot = slotOf(schedule, practice, slotId);
    if (slot === undefined) {
      const detail = 'The practice does not have this time. Please choose another one.';
      errors.push({ pointer: `${pointer}/slotId`, code: 'unknown-slot', detail });
    } else if (slot.kind !== kind) {
      const detail = 'This time is for another kind of session.';
      errors.push({ pointer: `${pointer}/kind`, code: 'kind-differs', detail });
    } else if (slots.some((other) => overlap(other, slot))) {
      const detail = 'Two of these sessions are at the same time.';
      errors.push({ pointer, code: 'overlaps', detail });
    } else slots.push(slot);
  }
  if (errors.length > 0) throw invalid(errors);
  return slots;
}

/** The answer to whoever was slower: what is still open around the times that they wanted. */
export async function slotTaken(
  { slots: lost }: SlotTaken,
  sessions: WantedSessions,
  options: EndpointOptions,
  clientId: string | undefined,
): Promise<Refusal> {
  const schedule = await scheduleOf(options.database);
  const standing = await standingOf(options, options.database, clientId);
  const fresh = new Map<string, ScheduledSlot>();
  const firstOfKind = lost.filter(({ kind }, index) => lost.findIndex((one) => one.kind === kind) === index);
  for (const slot of firstOfKind) {
    for (const near of await slotsAround(options, slot, standing, schedule)) fresh.set(near.id, near);
  }
  return new Refusal(409, 'kap:slot-taken', 'Somebody else has just taken this time.', {
    slots: [...fresh.values()],
    taken: sessions.flatMap(({ slotId }, index) => (lost.some(({ id }) => id === slotId) ? [index] : [])),
  });
}
