import { Hono } from 'hono';
import { sessionMode, type SessionMode } from '../../src/domain/practice/session-kind.js';
import { unmetNeeds } from '../../src/domain/scheduling/needs.js';
import { dateIn } from '../../src/domain/scheduling/zone.js';
import { refreshCalendars } from './calendar/refresh.js';
import { hasOpenAlert } from './alerts.js';
import { standingOf, type Standing } from './care-state.js';
import { careTokenHash } from './care-token.js';
import { clientOf } from './clients.js';
import type { EndpointOptions } from './endpoint.js';
import { notAllowed, unreadable } from './problems.js';
import { ACTIVE } from './scheduling/bookings.js';
import { readRange, type DateRange } from './scheduling/date-range.js';
import { kindOf, pageOfSlots, type PageStart } from './scheduling/open-slots.js';
import { startOfSlot } from './scheduling/schedule.js';
import { scheduleOf } from './scheduling/schedules.js';

const PAGE_SIZE = 100;
const MOST_DAYS = 366;

const isDate = (written: string): boolean => /^\d{4}-\d\d-\d\d$/.test(written);

/** @throws Refusal 400 for what no page gave as its `next`. */
function readCursor(written: string | undefined, { from, to }: DateRange, timeZone: string): PageStart {
  if (written === undefined) return { date: from };
  const start = startOfSlot(written);
  const date = start === undefined ? written : dateIn(timeZone, start);
  if (!isDate(date) || date < from || date > to) throw unreadable('There is no such page of this list.');
  if (start === undefined) return { date };
  return { date, after: { start: new Date(start).toISOString(), id: written } };
}

/** @throws Refusal 400 */
function readMode(written: string | undefined): SessionMode | undefined {
  if (written === undefined) return undefined;
  const mode = sessionMode.safeParse(written);
  if (!mode.success) throw unreadable('There is no such way to meet.');
  return mode.data;
}

/**
 * What decides about the times that somebody sees. Whoever has a dosing session to come may move it, and needs no other
 * one left for that.
 */
async function standingForTimes(options: EndpointOptions, clientId: string | undefined): Promise<Standing> {
  const standing = await standingOf(options, options.database, clientId);
  if (clientId === undefined || standing.clearance.dosingLeft === undefined) return standing;
  const toMove = await options.database
    .selectFrom('bookings')
    .select('id')
    .where('client_id', '=', clientId)
    .where('kind', '=', 'dosing')
    .where('status', 'in', ACTIVE)
    .where('start_at', '>', options.clock())
    .limit(1)
    .executeTakeFirst();
  if (toMove === undefined) return standing;
  const { dosingLeft: _, ...clearance } = standing.clearance;
  return { ...standing, clearance };
}

/** `GET availability`: the open slots of one kind, in pages. */
export function availabilityRoutes(options: EndpointOptions): Hono {
  const { database, practice } = options;
  const routes = new Hono();
  routes.get('/availability', async (context) => {
    const { kind: kindId = '', from, to, cursor, practitioner, mode } = context.req.query();
    const kind = kindOf(practice, kindId);
    if (kind === undefined) throw unreadable('This kind of session is not offered here.');
    const range = readRange(from, to, practice.timeZone, MOST_DAYS);
    const start = readCursor(cursor, range, practice.timeZone);
    const wanted = { practitionerId: practitioner, mode: readMode(mode) };
    const hasToken = context.req.header('authorization') !== undefined;
    const clientId = hasToken ? await clientOf(database, careTokenHash(context.req.raw)) : undefined;
    const standing = await standingForTimes(options, clientId);
    if (kind.needs.clearance && unmetNeeds(kind, standing, practice.consents).length > 0)
      throw notAllowed('The times of this kind of session are not open yet.');
    if (kind.id === 'dosing' && clientId !== undefined && (await hasOpenAlert(database, clientId)))
      return context.json({ slots: [] });
    await refreshCalendars(options);
    const schedule = await scheduleOf(database);
    const asked = { kind, standing, schedule, ...wanted };
    return context.json(await pageOfSlots(options, range, asked, start, PAGE_SIZE));
  });
  return routes;
}
