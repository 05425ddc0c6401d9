import ICAL from 'ical.js';
import { instantAt } from '../../../src/domain/scheduling/zone.js';
import type { Period } from '../../../src/domain/scheduling/weekly-hours.js';
import { isTimeZone } from '../zone.js';

/** A calendar that can't be used; the message is a sentence for the staff, without anything that stands in it. */
export class CalendarFault extends Error {
  override readonly name = 'CalendarFault';
}

/** Where a calendar is looked at: instants in milliseconds, and the zone of what says none. */
export interface CalendarWindow extends Period {
  readonly timeZone: string;
}

/** So many repetitions are followed, all events together, before a calendar counts as one that can't be read. */
const MOST_REPETITIONS = 100_000;
const DAY_MS = 86_400_000;
const MINUTES_OF_AN_HOUR = 60;

type Time = InstanceType<typeof ICAL.Time>;
type Component = InstanceType<typeof ICAL.Component>;
type CalendarEvent = InstanceType<typeof ICAL.Event>;

/** What the clocks show, as if it were UTC. */
const shownBy = ({ year, month, day, hour, minute, second }: Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** The zone that a time is written in by name; `undefined` where the calendar says what its clocks do by itself. */
function zoneOf(time: Time, named: string | undefined, timeZone: string): string | undefined {
  if (time.isDate) return timeZone;
  if (time.zone === ICAL.Timezone.utcTimezone) return 'UTC';
  if (named !== undefined && isTimeZone(named)) return named;
  return time.zone === ICAL.Timezone.localTimezone ? timeZone : undefined;
}

/** The instant of a time; where the clocks skip it, an hour later. */
function instantOf(time: Time, named: string | undefined, { timeZone }: CalendarWindow): number {
  const zone = zoneOf(time, named, timeZone);
  if (zone === undefined) return time.toUnixTime() * 1000;
  const shown = shownBy(time);
  const date = new Date(shown).toISOString().slice(0, 10);
  const minutes = Math.floor((shown - Date.parse(`${date}T00:00:00Z`)) / 60_000);
  return (
    instantAt(date, minutes, zone) ??
    instantAt(date, minutes + MINUTES_OF_AN_HOUR, zone) ??
    time.toUnixTime() * 1000
  );
}

const valueOf = (component: Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').toUpperCase();

/** Whether an event takes somebody's time: not one that is called off, and not one shown as free. */
const takesTime = (component: Component): boolean =>
  valueOf(component, 'status') !== 'CANCELLED' &&
  valueOf(component, 'transp') !== 'TRANSPARENT' &&
  valueOf(component, 'x-microsoft-cdo-busystatus') !== 'FREE';

function zoneNamed(component: Component, property: string): string | undefined {
  const named: unknown = component.getFirstProperty(property)?.getParameter('tzid');
  return typeof named === 'string' ? named : undefined;
}

function periodOf({ component }: CalendarEvent, start: Time, end: Time, window: CalendarWindow): Period {
  const startZone = zoneNamed(component, 'dtstart');
  return {
    start: instantOf(start, startZone, window),
    end: instantOf(end, zoneNamed(component, 'dtend') ?? startZone, window),
  };
}

/** The times of one event and of what it repeats as, within the window or near it. */
function* timesOf(event: CalendarEvent, window: CalendarWindow, countOne: () => void): Generator<Period> {
  if (!event.isRecurring()) {
    if (takesTime(event.component)) yield periodOf(event, event.startDate, event.endDate, window);
    return;
  }
  const repetitions = event.iterator();
  for (let next = repetitions.next(); next; next = repetitions.next()) {
    countOne();
    if (shownBy(next) > window.end + DAY_MS) return;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const isNear = shownBy(endDate) >= window.start - DAY_MS;
    if (isNear && takesTime(item.component)) yield periodOf(item, startDate, endDate, window);
  }
}

/** One after the other, those that touch or overlap as one. */
function merged(periods: readonly Period[]): readonly Period[] {
  const whole: Period[] = [];
  for (const { start, end } of [...periods].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last !== undefined && start <= last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else whole.push({ start, end });
  }
  return whole;
}

/** Each event with the times of it that were changed by themselves; one that was changed and is nothing's stands alone. */
function eventsIn(calendar: Component): readonly CalendarEvent[] {
  const byUid = new Map<string, Component[]>();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const uid = String(component.getFirstPropertyValue('uid') ?? byUid.size);
    byUid.set(uid, [...(byUid.get(uid) ?? []), component]);
  }
  return [...byUid.values()].flatMap((components) => {
    const isChanged = (component: Component) => component.hasProperty('recurrence-id');
    const exceptions = components.filter(isChanged);
    const whole = components.filter((component) => !isChanged(component));
    return whole.length === 0
      ? exceptions.map((component) => new ICAL.Event(component, { exceptions: [] }))
      : whole.map((component) => new ICAL.Event(component, { exceptions }));
  });
}

/**
 * When a calendar (iCalendar, RFC 5545) says that somebody is busy, merged, soonest first. Repeated events count with
 * their exceptions, whole days from midnight to midnight where the practice is; what is called off or shown as free
 * does not.
 *
 * @throws CalendarFault
 */
export function busyTimes(text: string, window: CalendarWindow): readonly Period[] {
  let repetitions = 0;
  const countOne = () => {
    repetitions++;
    if (repetitions > MOST_REPETITIONS)
      throw new CalendarFault('This calendar repeats more events than can be followed.');
  };
  try {
    const parsed: unknown = ICAL.parse(text);
    const calendar = new ICAL.Component(Array.isArray(parsed) ? parsed : 'none');
    if (calendar.name !== 'vcalendar') throw new CalendarFault('There is no calendar at this address.');
    const times = eventsIn(calendar).flatMap((event) => [...timesOf(event, window, countOne)]);
    return merged(times.filter(({ start, end }) => start < end && start < window.end && end > window.start));
  } catch (error) {
    if (error instanceof CalendarFault) throw error;
    throw new CalendarFault('What is at this address can’t be read as a calendar.', { cause: error });
  }
}
