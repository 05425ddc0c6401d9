import { readiness } from '../../src/content/en/questionnaires/index.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import type { Database } from '../../demo/endpoint/database.js';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import { clearedClient, newBooking, slot } from './bookings.js';
import { endpointOn } from './endpoint.js';
import { shortHistory } from './intake.js';
import { stillwaterWithRules } from './short-consent-practice.js';

/** What an endpoint takes to keep all of the sample practice's plan rules. */
export const withRules = {
  practice: stillwaterWithRules,
  forms: [shortHistory, readiness],
  reviewRules: reviewRuleSets,
};

const mara = (kind: 'preparation' | 'dosing' | 'integration', time: string, mode = 'in-person') =>
  slot(`mara-lindqvist_${kind}_${mode}_${time}Z`, kind);

/** The first dosing session with what belongs to it: Tuesday, Friday and the Monday after it, at 9:00 in Portland. */
export const preparation = mara('preparation', '20261124T1700');
export const dosing = mara('dosing', '20261127T1700');
export const integration = mara('integration', '20261130T1700');
export const course = [preparation, dosing, integration] as const;

/** A week later. */
export const laterDosing = mara('dosing', '20261204T1700');
export const laterIntegration = mara('integration', '20261207T1700');

/** An endpoint with the practice's rules, and a client who has booked the course. */
export async function bookedCourse(database: Database, practice = withRules.practice) {
  const endpoint = endpointOn(database, { ...withRules, practice });
  const client = await clearedClient(endpoint);
  const { bookings = [] } = await endpoint.sent(client.token, newBooking(course));
  const [first, second, third] = bookings;
  if (!first || !second || !third) throw new Error('three bookings');
  const booked: Readonly<Record<'preparation' | 'dosing' | 'integration', Booking>> = {
    preparation: first,
    dosing: second,
    integration: third,
  };
  return { endpoint, ...client, booked };
}
