import * as z from 'zod/mini';
import { plainDate } from '../../../src/domain/untrusted.js';
import { calendarReports } from '../calendar/state.js';
import type { EndpointOptions } from '../endpoint.js';
import { invalid } from '../problems.js';
import { practitioner } from '../scheduling/practitioner.js';
import { faultOfSchedule } from '../scheduling/schedule.js';
import {
  practitionersOf,
  setPractitioner,
  type practitionerRequest,
  type StoredPractitioner,
} from '../scheduling/schedules.js';
import type { Role } from '../tables.js';
import { previewWeek, type OpenTimes } from './times.js';

/** When somebody works, and how it went with reading their own calendar. */
export interface StaffHours extends StoredPractitioner {
  readonly calendar?: { readonly triedAt: string; readonly readAt?: string; readonly fault?: string };
}

async function withCalendars(
  { database, clock }: EndpointOptions,
  stored: readonly StoredPractitioner[],
): Promise<readonly StaffHours[]> {
  const schedule = stored.map((one) => one.practitioner);
  const reports = await calendarReports(database, schedule, clock());
  return stored.map((one) => {
    const report = reports.find(({ practitionerId }) => practitionerId === one.practitioner.id);
    if (report?.triedAt === undefined) return one;
    const { triedAt, readAt, fault } = report;
    return { ...one, calendar: { triedAt, ...(readAt && { readAt }), ...(fault && { fault }) } };
  });
}

/** Everybody's hours. They say nothing about a client, and are not logged when they are read. */
export async function readHours(
  options: EndpointOptions,
): Promise<{ readonly timeZone: string; readonly practitioners: readonly StaffHours[] }> {
  const stored = await practitionersOf(options.database);
  return { timeZone: options.practice.timeZone, practitioners: await withCalendars(options, stored) };
}

/** @throws Refusal as `setPractitioner`. */
export async function setHours(
  options: EndpointOptions,
  id: string,
  role: Role,
  request: z.infer<typeof practitionerRequest>,
): Promise<StaffHours> {
  const stored = await setPractitioner(options, id, role, request);
  const [one = stored] = await withCalendars(options, [stored]);
  return one;
}

/** Hours that are not kept yet, and the date that is looked at. */
export const previewRequest = z.object({ practitioner, from: plainDate });

/**
 * What a week would offer with hours that are not kept yet, what is booked or busy left out. Nothing is changed.
 *
 * @throws Refusal 422 for hours that can't be used.
 */
export function previewHours(
  options: EndpointOptions,
  { practitioner: asked, from }: z.infer<typeof previewRequest>,
): Promise<OpenTimes> {
  const fault = faultOfSchedule([asked], options.practice);
  if (fault !== undefined)
    throw invalid([{ pointer: '/practitioner', code: 'unusable', detail: `This can’t be used: ${fault}.` }]);
  return previewWeek(options, asked, from);
}
