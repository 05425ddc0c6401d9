import { describe, expect, test } from 'vitest';
import { calendarReports } from '../../demo/endpoint/calendar/state.js';
import { practitionersOf, scheduleOf, setPractitioner } from '../../demo/endpoint/scheduling/schedules.js';
import { stillwaterSchedule } from '../../demo/endpoint/seed/schedule.js';
import { newBooking, slot, tuesdayAfternoon, tuesdayPreparation } from '../support/bookings.js';
import { busyEvent, calendarServer, withCalendar } from '../support/calendar-server.js';
import { useEmbedded } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { stillwater } from '../support/short-consent-practice.js';

const TUESDAY_NINE = busyEvent('20261124T170000Z', '20261124T180000Z');
const SIX_MINUTES = 0.1;

// It is Sunday, 22 November 2026, noon in Portland.
describe('A practitioner’s own calendar', () => {
  const database = useEmbedded();

  /** The practice where Mara has a calendar, and nothing is said of kinds that are confirmed at once. */
  async function withMara(answering = withCalendar(TUESDAY_NINE), confirmedAtOnce?: ['preparation']) {
    const calendar = await calendarServer(answering);
    const schedule = stillwaterSchedule.map((each) => {
      const { confirmedAtOnce: _, ...one } = each;
      if (one.id !== 'mara-lindqvist') return one;
      return { ...one, calendarUrl: calendar.url, ...(confirmedAtOnce && { confirmedAtOnce }) };
    });
    const endpoint = endpointOn(database(), { schedule });
    await endpoint.started;
    const starts = async () => {
      const slots = await endpoint.slots('preparation', '2026-11-24', '2026-11-24');
      return [...new Set(slots.map(({ start }) => start.slice(11, 16)))];
    };
    const report = async () =>
      (await calendarReports(database(), await scheduleOf(database()), endpoint.clock.now()))[0];
    const book = async (one = tuesdayAfternoon) =>
      (await endpoint.sent(newCareToken(), newBooking([one]))).bookings?.[0]?.status;
    return { calendar, endpoint, starts, report, book };
  }

  test('takes its busy times out of what is open, and out of what can be booked', async () => {
    const { endpoint, starts } = await withMara();
    expect(await starts()).toEqual(['18:00', '19:00', '21:00', '22:00', '23:00', '00:00']);
    const answer = await endpoint.post(newCareToken(), newBooking([tuesdayPreparation]));
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:slot-taken', taken: [0] });
  });

  test('is asked for again after some minutes and not before, by however many at once', async () => {
    const { calendar, endpoint, starts } = await withMara();
    await Promise.all(Array.from({ length: 5 }, starts));
    expect(calendar.asked()).toBe(1);
    calendar.answerWith(withCalendar());
    expect(await starts()).not.toContain('17:00');
    endpoint.clock.advance(SIX_MINUTES);
    expect(await starts()).toContain('17:00');
    expect(calendar.asked()).toBe(2);
  });

  test('that can be read lets sessions be confirmed at once; without one they are requested', async () => {
    const { book } = await withMara();
    expect(await book()).toBe('confirmed');
    const consultation = slot('tomas-reyes_consultation_video_20261123T2200Z', 'consultation');
    expect(await book(consultation)).toBe('requested');
  });

  test('that fails leaves what was read last, says so, and has sessions confirmed by somebody', async () => {
    const { calendar, endpoint, starts, report, book } = await withMara(undefined, ['preparation']);
    await starts();
    expect(await report()).toEqual({
      practitionerId: 'mara-lindqvist',
      state: 'fresh',
      readAt: '2026-11-22T20:00:00.000Z',
      triedAt: '2026-11-22T20:00:00.000Z',
    });
    calendar.answerWith((_, answer) => answer.writeHead(503).end());
    endpoint.clock.advance(SIX_MINUTES);
    expect(await starts()).not.toContain('17:00');
    expect(await report()).toEqual({
      practitionerId: 'mara-lindqvist',
      state: 'failing',
      readAt: '2026-11-22T20:00:00.000Z',
      triedAt: '2026-11-22T20:06:00.000Z',
      fault: 'The calendar’s server answered 503.',
    });
    expect(endpoint.reports).toEqual([
      'The calendar of mara-lindqvist could not be read. The calendar’s server answered 503.',
    ]);
    expect(await book()).toBe('requested');
    calendar.answerWith(withCalendar());
    endpoint.clock.advance(SIX_MINUTES);
    expect(await book(slot('mara-lindqvist_preparation_video_20261125T1700Z', 'preparation'))).toBe(
      'confirmed',
    );
    expect((await report())?.state).toBe('fresh');
  });

  test('leaves nothing behind but when somebody is busy', async () => {
    const { starts } = await withMara();
    await starts();
    const kept = JSON.stringify([
      await database().selectFrom('busy_times').selectAll().execute(),
      await database().selectFrom('busy_calendars').selectAll().execute(),
    ]);
    expect(kept).not.toContain('Somebody else');
    expect(kept).not.toContain('private.ics');
  });

  test('is forgotten when it is taken away', async () => {
    const { endpoint, starts } = await withMara();
    expect(await starts()).not.toContain('17:00');
    const mara = (await practitionersOf(database())).find(({ practitioner }) => practitioner.calendarUrl);
    if (mara === undefined) throw new Error('Mara has a calendar.');
    const { calendarUrl: _, ...practitioner } = mara.practitioner;
    const options = { database: database(), practice: stillwater, clock: endpoint.clock.now };
    await setPractitioner(options, practitioner.id, 'office', { replaces: mara.version, practitioner });
    expect(await starts()).toContain('17:00');
  });

  test.each<[string, Parameters<typeof calendarServer>[0], string]>([
    [
      'is no calendar',
      (_, answer) => answer.writeHead(200).end('<!doctype html>'),
      'What is at this address can’t be read as a calendar.',
    ],
    [
      'is larger than we read',
      (_, answer) => answer.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024 + 1, ' ')),
      'This calendar is larger than 5 megabytes.',
    ],
    [
      'leads to another machine without HTTPS',
      (_, answer) => answer.writeHead(302, { location: 'http://192.0.2.7/secret' }).end(),
      'This address leads on to one that can’t be used.',
    ],
    [
      'leads on and on',
      (request, answer) => answer.writeHead(302, { location: `${request.url}1` }).end(),
      'This address leads on and on.',
    ],
    ['breaks off', (request) => request.socket.destroy(), 'The calendar’s server can’t be reached.'],
  ])(
    'that %s is a fault in a sentence, and keeps nobody from asking for a time',
    async (_, answering, fault) => {
      const { starts, report, book } = await withMara(answering);
      expect(await starts()).toContain('17:00');
      expect(await report()).toMatchObject({ state: 'failing', fault });
      expect(await book()).toBe('requested');
    },
  );
});
