import { expect, test } from 'vitest';
import { earlierForms } from '../../demo/endpoint/seed/earlier-forms.js';
import type { SubmissionDetail } from '../../demo/endpoint/staff/submissions.js';
import { questionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';
import written from '../support/health-history-1.0.0-response.json' with { type: 'json' };
import { newIntake } from '../support/intake.js';
import { shippedForms } from '../support/shipped-forms.js';

/** As the widget of that time wrote it. */
const response = questionnaireResponse.parse(written);
const intakeOf = () =>
  newIntake({ act: { questionnaire: { id: 'health-history', version: '1.0.0' } }, content: { response } });

const topicsIn = (detail: SubmissionDetail) =>
  detail.kind === 'intake' ? detail.response.item.map(({ linkId }) => linkId) : [];

onEachDatabase('A health history 1.0.0', (database) => {
  const forms = [...earlierForms, ...shippedForms];

  test.each([
    ['prescriber', ['heart', 'reasons', 'about-you'], []],
    ['therapist', ['reasons', 'about-you'], ['heart', 'medicines']],
    ['office', ['about-you'], ['heart', 'medicines', 'reasons']],
  ] as const)('is taken, and read by the %s as it was meant for them', async (role, read, hidden) => {
    const endpoint = endpointOn(database(), { forms });
    const { intake } = await endpoint.accepted(undefined, intakeOf());
    const staff = await endpoint.signIn(role);
    const detail = await staff.read<SubmissionDetail>(`submissions/${intake.id}`);
    expect(detail.client.name).toBe('Olga Ilves');
    const topics = topicsIn(detail);
    for (const topic of read) expect(topics).toContain(topic);
    for (const topic of hidden) expect(topics).not.toContain(topic);
  });

  test('is not what new clients are asked', async () => {
    const endpoint = endpointOn(database(), { forms });
    const form = (await (await endpoint.ask('/api/forms/health-history')).json()) as { version: string };
    expect(form.version).toBe('2.0.0');
  });

  test('says the client’s name also where that version is not published any more, and nothing else', async () => {
    const before = endpointOn(database(), { forms });
    const { intake } = await before.accepted(undefined, intakeOf());
    const after = endpointOn(database(), { forms: shippedForms });
    const office = await after.signIn('office');
    const detail = await office.read<SubmissionDetail>(`submissions/${intake.id}`);
    expect(detail.client.name).toBe('Olga Ilves');
    expect(topicsIn(detail)).toEqual([]);
  });
});
