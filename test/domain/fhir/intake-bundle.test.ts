import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/questionnaire/answers.js';
import { intakeBundle } from '../../../src/domain/fhir/intake-bundle.js';
import { writeResponse } from '../../../src/domain/fhir/write-response.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { answersOf } from '../../support/answers.js';
import { born } from '../../support/history.js';

const SUBMISSION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const CLIENT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

const bundleOf = (answers: Answers) =>
  intakeBundle({
    questionnaire: healthHistory,
    response: writeResponse(healthHistory, answers, '2026-11-22T20:10:00.000Z').response,
    submissionId: SUBMISSION,
    clientId: CLIENT,
  });

const filled = answersOf({
  'given-name': 'Ana',
  'family-name': 'Okafor',
  'birth-date': born,
  phone: '503 555 0188',
  email: 'ana@example.org',
  stroke: ['no'],
});

describe('a health history as a FHIR transaction', () => {
  const [patient, response] = bundleOf(filled).entry;

  it('is the same each time', () => {
    expect(canonicalJson(bundleOf(filled))).toBe(canonicalJson(bundleOf(filled)));
  });

  it('creates a patient once, and finds them again by identifier', () => {
    expect(patient.fullUrl).toBe(`urn:uuid:${CLIENT}`);
    expect(patient.request).toEqual({
      method: 'POST',
      url: 'Patient',
      ifNoneExist: `identifier=urn:kap:client|${CLIENT}`,
    });
    expect(patient.resource.identifier).toEqual([{ system: 'urn:kap:client', value: CLIENT }]);
  });

  it('creates the response once, by the submission’s id', () => {
    expect(response.fullUrl).toBe(`urn:uuid:${SUBMISSION}`);
    expect(response.request).toEqual({
      method: 'POST',
      url: 'QuestionnaireResponse',
      ifNoneExist: `identifier=urn:kap:submission|${SUBMISSION}`,
    });
    // One identifier, not a list: FHIR R4's QuestionnaireResponse.identifier is 0..1.
    expect(response.resource.identifier).toEqual({ system: 'urn:kap:submission', value: SUBMISSION });
  });

  it('says whose response it is and who answered', () => {
    const reference = { reference: `urn:uuid:${CLIENT}` };
    expect(response.resource).toMatchObject({ subject: reference, source: reference });
  });

  it('fills the patient from the answers', () => {
    expect(patient.resource).toEqual({
      resourceType: 'Patient',
      identifier: [{ system: 'urn:kap:client', value: CLIENT }],
      name: [{ family: 'Okafor', given: ['Ana'] }],
      telecom: [
        { system: 'phone', value: '503 555 0188' },
        { system: 'email', value: 'ana@example.org' },
      ],
      birthDate: '1984-03-07',
    });
  });

  it('leaves out of the patient what was not answered', () => {
    expect(bundleOf(answersOf({ 'family-name': 'Okafor' })).entry[0].resource).toEqual({
      resourceType: 'Patient',
      identifier: [{ system: 'urn:kap:client', value: CLIENT }],
      name: [{ family: 'Okafor' }],
    });
    expect(bundleOf(answersOf({ stroke: ['no'] })).entry[0].resource).toEqual({
      resourceType: 'Patient',
      identifier: [{ system: 'urn:kap:client', value: CLIENT }],
    });
  });
});
