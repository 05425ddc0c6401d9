import { calendarAddress } from './address.js';
import { CalendarFault } from './busy-times.js';

const PATIENCE_MS = 5000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 3;

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new CalendarFault('This calendar is larger than 5 megabytes.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Where an answer leads on to; never to this machine, or off HTTPS, from somewhere else. */
function nextAddress(answer: Response, from: URL): URL {
  const location = answer.headers.get('location') ?? '';
  const next = URL.canParse(location, from) ? calendarAddress(new URL(location, from).href) : undefined;
  if (next === undefined || (next.protocol !== 'https:' && next.host !== from.host))
    throw new CalendarFault('This address leads on to one that can’t be used.');
  return next;
}

async function read(address: URL, signal: AbortSignal): Promise<string> {
  let url = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const headers = { accept: 'text/calendar' };
    const answer = await fetch(url, { redirect: 'manual', signal, headers, credentials: 'omit' });
    if (answer.ok) return textOf(answer);
    await answer.body?.cancel();
    if (answer.status < 300 || answer.status >= 400)
      throw new CalendarFault(`The calendar’s server answered ${answer.status}.`);
    url = nextAddress(answer, url);
  }
  throw new CalendarFault('This address leads on and on.');
}

/**
 * Reads a calendar from its address, within 5 seconds.
 *
 * @throws CalendarFault in a sentence for the staff, without the address.
 */
export async function fetchCalendar(written: string): Promise<string> {
  const address = calendarAddress(written);
  if (address === undefined) throw new CalendarFault('A calendar’s address begins with https://.');
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await read(address, signal);
  } catch (error) {
    if (error instanceof CalendarFault) throw error;
    throw new CalendarFault(
      signal.aborted
        ? 'The calendar’s server did not answer in time.'
        : 'The calendar’s server can’t be reached.',
      { cause: error },
    );
  }
}
