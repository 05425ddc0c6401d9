const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where a calendar is read from: over HTTPS, or from this machine. `webcal:` is how calendars write `https:`.
 *
 * @returns `undefined` for any other address.
 */
export function calendarAddress(written: string): URL | undefined {
  const address = written.trim().replace(/^webcal:/i, 'https:');
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.has(url.hostname));
  return isSafe && url.username === '' && url.password === '' ? url : undefined;
}
