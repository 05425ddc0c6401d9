import type { SessionKind, SessionKindId, SessionMode } from '../../../src/domain/practice/session-kind.js';
import { minutesOf } from '../../../src/domain/scheduling/weekly-hours.js';
import type { BookableHours, HoursException, Practitioner } from '../session-answers.js';

/** Hours of a day and what can be booked in them, as they stand on the screen. */
export interface HoursRow {
  /** 0 for Sunday to 6 for Saturday; of no meaning on days that are named by their date. */
  readonly days: readonly number[];
  /** `HH:MM`, or empty. */
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly SessionKindId[];
  readonly modes: readonly SessionMode[];
}

/** Dates on which something else holds than in any other week. */
export interface ExceptionRow {
  /** `YYYY-MM-DD`, or empty; both included. */
  readonly from: string;
  readonly to: string;
  /** None where somebody is away. */
  readonly hours: readonly HoursRow[];
}

/** How sessions of one kind are held, in minutes as they were typed. */
export interface KindRow {
  readonly minutes: string;
  readonly before: string;
  readonly after: string;
}

/** Everything about when somebody works, as it stands on the screen. */
export interface HoursDraft {
  readonly place: string;
  readonly hours: readonly HoursRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly kinds: Readonly<Partial<Record<SessionKindId, KindRow>>>;
  /** `undefined` where it goes by the calendar. */
  readonly confirmedAtOnce: readonly SessionKindId[] | undefined;
  readonly calendarUrl: string;
}

/** What can't be taken, by the field it is about, in a sentence. */
export type HoursProblems = ReadonlyMap<string, string>;

export type OfferedKind = Pick<SessionKind, 'id' | 'title' | 'minutes' | 'modes'>;

const EMPTY_KIND: KindRow = { minutes: '', before: '', after: '' };
const MIDNIGHT = '00:00';
/** How the midnight that ends a day is kept; no field for a time can show it. */
const DAY_END = '24:00';

export const EMPTY_HOURS: HoursRow = { days: [], from: '', to: '', kinds: [], modes: [] };

const rowOf = (hours: Omit<BookableHours, 'days'>, days: readonly number[] = []): HoursRow => ({
  days,
  from: hours.from,
  to: hours.to === DAY_END ? MIDNIGHT : hours.to,
  kinds: hours.kinds,
  modes: hours.modes,
});

/** Somebody's hours as they are shown to be changed. */
export function draftOf(stored: Practitioner): HoursDraft {
  const { lengths = {}, buffers = {} } = stored;
  const held = [...new Set([...Object.keys(lengths), ...Object.keys(buffers)])] as SessionKindId[];
  return {
    place: stored.place ?? '',
    hours: stored.hours.map((each) => rowOf(each, each.days)),
    exceptions: (stored.exceptions ?? []).map(({ from, to, hours }) => ({
      from,
      to,
      hours: hours.map((each) => rowOf(each)),
    })),
    kinds: Object.fromEntries(
      held.map((kind) => [
        kind,
        {
          minutes: String(lengths[kind] ?? ''),
          before: String(buffers[kind]?.before ?? ''),
          after: String(buffers[kind]?.after ?? ''),
        },
      ]),
    ),
    confirmedAtOnce: stored.confirmedAtOnce,
    calendarUrl: stored.calendarUrl ?? '',
  };
}

export const kindRowOf = ({ kinds }: HoursDraft, kind: SessionKindId): KindRow => kinds[kind] ?? EMPTY_KIND;

/** The kinds that somebody offers at any time, in the practice's order. */
export const kindsOffered = (draft: HoursDraft, offered: readonly OfferedKind[]): readonly OfferedKind[] => {
  const rows = [...draft.hours, ...draft.exceptions.flatMap(({ hours }) => hours)];
  return offered.filter(({ id }) => rows.some(({ kinds }) => kinds.includes(id)));
};

/** Modes that at least one of these kinds can be held in. */
export const modesFor = (
  kinds: readonly SessionKindId[],
  offered: readonly OfferedKind[],
): readonly SessionMode[] => [
  ...new Set(offered.filter(({ id }) => kinds.includes(id)).flatMap(({ modes }) => modes)),
];

const written = (row: HoursRow): Omit<BookableHours, 'days'> => ({
  from: row.from,
  to: row.to === MIDNIGHT ? DAY_END : row.to,
  kinds: [...row.kinds],
  modes: [...row.modes],
});

const numberIn = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));

const isWhole = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

const LENGTHS = { from: 5, to: 720 } as const;
const BUFFERS = { from: 0, to: 720 } as const;

function* rowProblems(row: HoursRow, at: string): Generator<readonly [string, string]> {
  const [opening, closing] = [minutesOf(row.from), minutesOf(written(row).to)];
  if (opening === undefined) yield [`${at}-from`, 'Say when it begins.'];
  if (closing === undefined) yield [`${at}-to`, 'Say when it ends.'];
  if (opening !== undefined && closing !== undefined && closing <= opening)
    yield [`${at}-to`, 'The end has to come after the beginning.'];
  if (row.kinds.length === 0) yield [`${at}-kinds`, 'Choose at least one kind of session.'];
  if (row.modes.length === 0) yield [`${at}-modes`, 'Choose at least one way to meet.'];
}

function* exceptionProblems(
  { from, to, hours }: ExceptionRow,
  at: string,
): Generator<readonly [string, string]> {
  if (from === '') yield [`${at}-from`, 'Name the first day.'];
  if (to !== '' && to < from) yield [`${at}-to`, 'The last day can’t come before the first.'];
  for (const [index, row] of hours.entries()) yield* rowProblems(row, `${at}-hours-${index}`);
}

function* kindProblems(kind: SessionKindId, row: KindRow): Generator<readonly [string, string]> {
  const limits = { minutes: LENGTHS, before: BUFFERS, after: BUFFERS } as const;
  for (const field of ['minutes', 'before', 'after'] as const) {
    const { from, to } = limits[field];
    const value = numberIn(row[field]);
    if (value !== undefined && !isWhole(value, from, to))
      yield [`kind-${kind}-${field}`, `Write whole minutes from ${from} to ${to}.`];
  }
}

const CALENDAR_ADDRESS = /^(https|webcals?):\/\/[^\s<>"'\\]+$/i;

/** What keeps a draft from being kept; the first is the first on the screen. */
export function problemsOf(draft: HoursDraft): HoursProblems {
  const problems: (readonly [string, string])[] = [];
  for (const [index, row] of draft.hours.entries()) {
    if (row.days.length === 0) problems.push([`hours-${index}-days`, 'Choose at least one day.']);
    problems.push(...rowProblems(row, `hours-${index}`));
  }
  for (const [index, row] of draft.exceptions.entries())
    problems.push(...exceptionProblems(row, `exception-${index}`));
  for (const [kind, row] of Object.entries(draft.kinds))
    problems.push(...kindProblems(kind as SessionKindId, row));
  const address = draft.calendarUrl.trim();
  if (address !== '' && !CALENDAR_ADDRESS.test(address))
    problems.push(['calendar', 'Write an address that begins with https:// or webcal://.']);
  return new Map(problems);
}

function exceptionOf({ from, to, hours }: ExceptionRow): HoursException {
  return { from, to: to === '' ? from : to, hours: hours.map(written) };
}

function minutesByKind({ kinds }: HoursDraft): Pick<Practitioner, 'lengths' | 'buffers'> {
  const rows = Object.entries(kinds) as (readonly [SessionKindId, KindRow])[];
  const lengths = rows.flatMap(([kind, { minutes }]) => {
    const value = numberIn(minutes);
    return value === undefined ? [] : [[kind, value] as const];
  });
  const buffers = rows.flatMap(([kind, row]) => {
    const [before, after] = [numberIn(row.before) ?? 0, numberIn(row.after) ?? 0];
    return before + after === 0 ? [] : [[kind, { before, after }] as const];
  });
  return {
    ...(lengths.length > 0 && { lengths: Object.fromEntries(lengths) }),
    ...(buffers.length > 0 && { buffers: Object.fromEntries(buffers) }),
  };
}

/** What a draft without problems stands for; who it is stays as it was. */
export function practitionerOf(
  draft: HoursDraft,
  { id, name }: Pick<Practitioner, 'id' | 'name'>,
): Practitioner {
  const [place, calendarUrl] = [draft.place.trim(), draft.calendarUrl.trim()];
  return {
    id,
    name,
    ...(place !== '' && { place }),
    hours: draft.hours.map((row) => ({ days: [...row.days].sort((a, b) => a - b), ...written(row) })),
    ...(draft.exceptions.length > 0 && {
      exceptions: draft.exceptions.map(exceptionOf).sort((a, b) => (a.from < b.from ? -1 : 1)),
    }),
    ...minutesByKind(draft),
    ...(draft.confirmedAtOnce !== undefined && { confirmedAtOnce: [...draft.confirmedAtOnce] }),
    ...(calendarUrl !== '' && { calendarUrl }),
  };
}

/** Whether something on the screen is not what is kept. */
export const differs = (draft: HoursDraft, stored: Practitioner): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(stored));
