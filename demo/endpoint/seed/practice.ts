import { stillwaterConsentValues } from './consent-values.js';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';

/** A practice that does not exist, in Portland, Oregon. */
export const stillwater: PracticeProfile = {
  schema: 'kap/practice/1',
  id: 'stillwater',
  name: 'Stillwater House',
  timeZone: 'America/Los_Angeles',
  locales: ['en'],
  minimumAge: 18,
  regions: ['US-OR'],
  contact: {
    phone: '(503) 555-0142',
    email: 'hello@stillwater.example',
    replyTime: 'two working days',
  },
  safety: {
    country: 'US',
    lines: [
      {
        name: '988 Suicide & Crisis Lifeline',
        phone: '988',
        text: '988',
        url: 'https://988lifeline.org/',
        hours: 'Day and night, every day',
      },
      {
        name: 'Veterans Crisis Line',
        phone: '988, then press 1',
        text: '838255',
        url: 'https://www.veteranscrisisline.net/',
        hours: 'Day and night, every day',
      },
    ],
    responsePlan: { monitoredHours: 'Monday to Friday, 9 am to 5 pm', replyWithin: 'four hours' },
  },
  policies: {},
  values: {
    therapist: 'Mara Lindqvist, LMFT',
    prescriber: 'Tomás Reyes, PMHNP',
    city: 'Portland, Oregon',
    ...stillwaterConsentValues,
  },
  forms: [
    { id: 'health-history', title: 'Health history' },
    { id: 'intentions', title: 'Intentions' },
    { id: 'readiness', title: 'Before a dosing session' },
    { id: 'reflection', title: 'Looking back on a session' },
    { id: 'how-are-you-since', title: 'How are you since?' },
  ],
  consents: [
    {
      id: 'electronic-records',
      version: '1.0.0',
      adopted: { by: 'Mara Lindqvist, LMFT', on: '2026-11-20' },
    },
    {
      id: 'ketamine-therapy',
      version: '2.1.0',
      adopted: { by: 'Mara Lindqvist, LMFT', on: '2026-11-20' },
    },
  ],
  sessionKinds: [
    { id: 'consultation', minutes: 60, modes: ['in-person', 'video'], needs: {} },
    { id: 'preparation', minutes: 60, modes: ['in-person', 'video'], needs: {} },
    {
      id: 'dosing',
      minutes: 180,
      modes: ['in-person'],
      needs: { clearance: true, consents: ['ketamine-therapy'], readinessForm: 'readiness' },
    },
    {
      id: 'integration',
      minutes: 60,
      modes: ['in-person', 'video'],
      needs: { clearance: true, consents: ['ketamine-therapy'] },
    },
    { id: 'follow-up', minutes: 30, modes: ['video', 'phone'], needs: { clearance: true } },
  ],
  course: [
    { kind: 'preparation', count: 2 },
    { kind: 'dosing', count: 3 },
    { kind: 'integration', count: 3 },
    { kind: 'follow-up', count: 1 },
  ],
  planRules: [
    { id: 'needs', level: 'block' },
    { id: 'preparation-first', level: 'block', count: 1, hoursBefore: 24 },
    { id: 'dosing-gap', level: 'block', minDays: 7 },
    { id: 'dosing-gap', level: 'warn', maxDays: 21 },
    { id: 'dosing-quota', level: 'block', count: 4, days: 30 },
    { id: 'integration-after', level: 'warn', minHours: 24, maxHours: 72 },
    { id: 'integration-after', level: 'block', maxDays: 7 },
    { id: 'integration-before-next-dosing', level: 'block' },
    { id: 'follow-up-after', level: 'warn', dosings: 2, days: 30 },
    { id: 'one-of-a-day', level: 'block' },
    { id: 'notice', level: 'block', hours: 24 },
    { id: 'readiness', level: 'block', fromHours: 72, toHours: 12 },
  ],
  cancelHours: 24,
  quietHoursAfterDosing: 24,
};
