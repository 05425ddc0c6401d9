/** The calendar date at an instant in a zone, `YYYY-MM-DD`; in UTC where the platform doesn't know the zone. */
export function dateIn(timeZone: string, at: number): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = new Intl.DateTimeFormat('en-US', { ...options, timeZone }).formatToParts(at);
  } catch {
    parts = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).formatToParts(at);
  }
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
