import { sessionKindId, type SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import { dateAt, LOCALE } from './time.js';

export interface TimesOfDay {
  /** `YYYY-MM-DD` at the practice. */
  readonly date: string;
  readonly slots: readonly Slot[];
}

/** Open times by their days at the practice, both in their order. */
export function byDay(slots: readonly Slot[], timeZone: string): readonly TimesOfDay[] {
  const days = new Map<string, Slot[]>();
  for (const slot of [...slots].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    const date = dateAt(Date.parse(slot.start), timeZone);
    days.set(date, [...(days.get(date) ?? []), slot]);
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay }));
}

/** "9:00 AM". */
export const startInWords = ({ start }: Pick<Slot, 'start'>, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit', timeZone }).format(Date.parse(start));

/** Whom these times are with, each once. */
export function practitionersIn(
  slots: readonly Slot[],
): readonly { readonly id: string; readonly name: string }[] {
  return [
    ...new Map(slots.flatMap(({ practitioner: one }) => (one ? [[one.id, one] as const] : []))).values(),
  ];
}

/** When sessions of one kind can begin on a day, by the clock. */
export interface KindStarts {
  readonly kind: SessionKindId;
  readonly starts: readonly string[];
}

/** What each day offers by kind, ways to meet drawn together. */
export function startsByKind(
  slots: readonly Slot[],
  timeZone: string,
): readonly { readonly date: string; readonly kinds: readonly KindStarts[] }[] {
  return byDay(slots, timeZone).map(({ date, slots: ofDay }) => {
    const kinds = new Map<SessionKindId, Set<string>>();
    for (const slot of ofDay)
      kinds.set(slot.kind, (kinds.get(slot.kind) ?? new Set()).add(startInWords(slot, timeZone)));
    const inOrder = sessionKindId.options.flatMap((kind) => {
      const starts = kinds.get(kind);
      return starts === undefined ? [] : [{ kind, starts: [...starts] }];
    });
    return { date, kinds: inOrder };
  });
}
