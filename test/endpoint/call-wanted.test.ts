import { expect, test } from 'vitest';
import { NoticeSender } from '../../demo/endpoint/notices.js';
import type { StaffAlert } from '../../demo/endpoint/staff/alerts.js';
import { howAreYouSince } from '../../src/content/en/questionnaires/index.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';
import type { Filled } from '../support/fill-in.js';
import { newCareToken, newIntake } from '../support/intake.js';
import { answersTo } from '../support/sending-client.js';

/** Somebody well, with these answers of their own. */
function checkInWith(filled: Filled) {
  const named = { given: 'Ana', family: 'Okafor' };
  const answers = answersTo(howAreYouSince, named, ({ required }) => required === true, filled);
  const { id, version } = howAreYouSince;
  const { response } = writeResponse(howAreYouSince, answers, '2026-11-22T19:58:00.000Z');
  return newIntake({ act: { questionnaire: { id, version } }, content: { response } });
}

onEachDatabase('Somebody who wants to be called, as they say in a form', (database) => {
  const alertsFor = async (endpoint: ReturnType<typeof endpointOn>) =>
    (await (await endpoint.signIn('office')).read<{ alerts: readonly StaffAlert[] }>('alerts')).alerts;

  test('stands in the list of calls, with where and when, and the staff are told so', async () => {
    const endpoint = endpointOn(database(), { forms: [howAreYouSince] });
    const wanted = checkInWith({ 'call-wanted': 'yes', 'call-phone': '(503) 555-0123, only before five' });
    await endpoint.sent(newCareToken(), wanted);
    expect(await alertsFor(endpoint)).toMatchObject([
      {
        id: wanted.id,
        kind: 'call-request',
        contact: { phone: '(503) 555-0123', safeTimes: '(503) 555-0123, only before five' },
      },
    ]);
    const titles: string[] = [];
    const sender = new NoticeSender({
      database: database(),
      clock: endpoint.clock.now,
      deliver: async ({ title }) => void titles.push(title),
      staffUrl: 'https://care.stillwater.example/staff/',
      report: () => undefined,
    });
    await sender.sendDue();
    expect(titles).toEqual(['A client asks for a call']);
  });

  test('stands nowhere where they do not', async () => {
    const endpoint = endpointOn(database(), { forms: [howAreYouSince] });
    await endpoint.sent(newCareToken(), checkInWith({ 'call-wanted': 'no' }));
    expect(await alertsFor(endpoint)).toEqual([]);
  });
});
