/** What the platform can't put into words is shown as it came: a reader is better served by that than by nothing. */
function orAsWritten(written: string, inWords: () => string): string {
  try {
    return inWords();
  } catch {
    return written;
  }
}

const inWords = (written: string, at: Date, language: string, options: Intl.DateTimeFormatOptions): string =>
  orAsWritten(written, () => new Intl.DateTimeFormat(language, options).format(at));

/** A calendar date in words, "March 27, 1984", without any zone moving it. */
export const dateInWords = (date: string, language: string): string =>
  inWords(date, new Date(`${date}T00:00:00Z`), language, { dateStyle: 'long', timeZone: 'UTC' });

/** An instant in words, in the reader's own zone. */
export const instantInWords = (instant: string, language: string): string =>
  inWords(instant, new Date(instant), language, { dateStyle: 'long', timeStyle: 'short' });

/** A time of day in words, "2:30 PM". */
export const timeInWords = (time: string, language: string): string =>
  inWords(time, new Date(`1970-01-01T${time}Z`), language, { timeStyle: 'short', timeZone: 'UTC' });

/** An instant of these days in the reader's own zone: "10:42 AM", "Friday", or both, as `options` ask. */
export const momentInWords = (ms: number, language: string, options: Intl.DateTimeFormatOptions): string =>
  inWords('', new Date(ms), language, options);

/** "Consultation, Preparation and Follow-up". */
export const listInWords = (words: readonly string[], language: string): string =>
  orAsWritten(words.join(', '), () => new Intl.ListFormat(language).format(words));

/** A calendar date with its weekday and without the year, "Tuesday, December 1". */
export const dayInWords = (date: string, language: string): string =>
  inWords(date, new Date(`${date}T00:00:00Z`), language, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });

/** A month, `YYYY-MM`, as "December 2026". */
export const monthInWords = (month: string, language: string): string =>
  inWords(month, new Date(`${month}-01T00:00:00Z`), language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** A weekday's short name, of a date. */
export const weekdayInWords = (date: string, language: string): string =>
  inWords(date, new Date(`${date}T00:00:00Z`), language, { weekday: 'short', timeZone: 'UTC' });

/** A zone as clocks there are named at an instant, "Pacific Standard Time". */
export const zoneInWords = (timeZone: string, instant: string, language: string): string =>
  orAsWritten(timeZone, () => {
    const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' });
    const parts = format.formatToParts(new Date(instant));
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  });

/** From one instant to another by the clocks of a zone: "10:00 – 11:00 AM"; with the date where `isDated`. */
export function timesInWords(
  { start, end }: { readonly start: string; readonly end: string },
  timeZone: string,
  language: string,
  isDated = false,
): string {
  const date = isDated ? ({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const) : {};
  const options = { ...date, hour: 'numeric', minute: '2-digit', timeZone } as const;
  return orAsWritten(start, () =>
    new Intl.DateTimeFormat(language, options).formatRange(new Date(start), new Date(end)),
  );
}
