import type { CareState } from '../../src/domain/practice/care-state.js';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { Destination } from '../../src/app/destination.js';

export const stillwater: PracticeBasics = {
  schema: 'kap/practice/1',
  id: 'stillwater',
  name: 'Stillwater',
  timeZone: 'America/New_York',
  locales: ['en'],
  minimumAge: 21,
  contact: { phone: '+1 503 555 0182' },
  safety: { country: 'US' },
  policies: {},
  forms: [],
};

/** A client of whom the endpoint knows nothing but that they are one. */
export const newClient: CareState = {
  schema: 'kap/care/1',
  intakes: [],
  clearance: { status: 'not-started' },
  consents: [],
  bookings: [],
};

export const afterIntake: CareState = {
  ...newClient,
  intakes: [
    {
      questionnaire: 'history',
      version: '1.0.0',
      reference: 'KAP-7F3Q',
      receivedAt: '2026-11-22T20:10:01.000Z',
    },
  ],
  clearance: { status: 'in-review' },
};

export const endpoint: Destination = {
  mode: 'endpoint',
  url: 'https://practice.example/kap/',
  configUrl: undefined,
};

export const webhook: Destination = {
  mode: 'action',
  url: 'https://hooks.example/intake',
  configUrl: undefined,
};

export const fhirServer: Destination = {
  mode: 'fhir',
  url: 'https://fhir.example/r4',
  configUrl: undefined,
};
