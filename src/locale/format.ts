/** A calendar date in words, "March 27, 1984", without any zone moving it. */
export function dateInWords(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** An instant in words, in the reader's own zone or the one given. */
export function instantInWords(instant: string, language: string, timeZone?: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(language, timeZone ? { ...options, timeZone } : options).format(
    new Date(instant),
  );
}
