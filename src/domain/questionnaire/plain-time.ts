const NOON = 12;

/** `14:30` from a time as people write it, `2:30 pm` or `14.30`; `undefined` where there is no such time. */
export function plainTimeOf(written: string): string | undefined {
  const [, hour, minute = '00', half] =
    /^(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s*(?:([ap])\.?m\.?)?$/i.exec(written.trim()) ?? [];
  if (hour === undefined) return undefined;
  const isHalf = half !== undefined;
  const hours = isHalf ? (Number(hour) % NOON) + (/p/i.test(half) ? NOON : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || (isHalf && Number(hour) > NOON)) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
