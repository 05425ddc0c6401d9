import { Hono } from 'hono';
import { unmetNeeds } from '../../src/domain/scheduling/needs.js';
import { hasOpenAlert } from './alerts.js';
import { standingOf } from './care-state.js';
import { careTokenHash } from './care-token.js';
import { clientOf } from './clients.js';
import type { EndpointOptions } from './endpoint.js';
import { notAllowed, unreadable } from './problems.js';
import { readRange } from './scheduling/date-range.js';
import { kindOf, openSlots } from './scheduling/open-slots.js';
import { bySoonest, startOfSlot, type SlotPlace } from './scheduling/schedule.js';

const PAGE_SIZE = 100;

/** @throws Refusal 400 for what no page gave as its `next`. */
function readCursor(written: string | undefined): SlotPlace | undefined {
  if (written === undefined) return undefined;
  const start = startOfSlot(written);
  if (start === undefined) throw unreadable('There is no such page of this list.');
  return { start: new Date(start).toISOString(), id: written };
}

/** `GET availability`: the open slots of one kind, in pages. */
export function availabilityRoutes(options: EndpointOptions): Hono {
  const { database, practice } = options;
  const routes = new Hono();
  routes.get('/availability', async (context) => {
    const kind = kindOf(practice, context.req.query('kind') ?? '');
    if (kind === undefined) throw unreadable('This kind of session is not offered here.');
    const range = readRange(context.req.query('from'), context.req.query('to'), practice.timeZone);
    const after = readCursor(context.req.query('cursor'));
    const hasToken = context.req.header('authorization') !== undefined;
    const clientId = hasToken ? await clientOf(database, careTokenHash(context.req.raw)) : undefined;
    const standing = await standingOf(options, database, clientId);
    if (kind.needs.clearance && unmetNeeds(kind, standing, options.practice.consents).length > 0)
      throw notAllowed('The times of this kind of session are not open yet.');
    const isHeld = kind.id === 'dosing' && clientId !== undefined && (await hasOpenAlert(database, clientId));
    const open = isHeld ? [] : await openSlots(options, kind, range, standing);
    const rest = after === undefined ? open : open.filter((slot) => bySoonest(after, slot) < 0);
    const slots = rest.slice(0, PAGE_SIZE);
    const next = rest.length > PAGE_SIZE ? slots.at(-1)?.id : undefined;
    return context.json({ slots, ...(next === undefined ? {} : { next }) });
  });
  return routes;
}
