/** In words; what the platform can't read as a time is shown as it came, since a reader is better served by that than by nothing. */
function inWords(written: string, at: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(language, options).format(at);
  } catch {
    return written;
  }
}

/** A calendar date in words, "March 27, 1984", without any zone moving it. */
export const dateInWords = (date: string, language: string): string =>
  inWords(date, new Date(`${date}T00:00:00Z`), language, { dateStyle: 'long', timeZone: 'UTC' });

/** An instant in words, in the reader's own zone. */
export const instantInWords = (instant: string, language: string): string =>
  inWords(instant, new Date(instant), language, { dateStyle: 'long', timeStyle: 'short' });
