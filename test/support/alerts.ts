import { randomBytes, randomUUID } from 'node:crypto';
import type { CallRequestSubmission, SafetyAlertSubmission } from '../../src/domain/submission/envelope.js';

const frame = () =>
  ({
    schema: 'kap/submission/1',
    id: randomUUID(),
    nonce: randomBytes(16).toString('base64url'),
    createdAt: '2026-11-22T19:59:00.000Z',
    timeZone: 'America/Los_Angeles',
    locale: 'en',
    practice: 'stillwater',
    widget: { version: '0.1.0', build: 'test' },
  }) as const;

/** What somebody has answered, and how to reach them. */
export const said: SafetyAlertSubmission['content'] = {
  item: 'suicide-thoughts',
  question: 'In the last month, have you thought about ending your life?',
  answer: 'Yes',
  contact: { phone: '(503) 555-0177', safeTimes: 'After six, not on weekends' },
  place: 'At my sister’s, Salem',
};

/** A safety alert as the widget sends it at once. */
export const newAlert = (replacing: Partial<SafetyAlertSubmission> = {}): SafetyAlertSubmission => ({
  ...frame(),
  relatesTo: [],
  kind: 'safety-alert',
  expiresAt: '2026-11-22T20:14:00.000Z',
  act: {},
  content: said,
  ...replacing,
});

/** Somebody asks to be called. */
export const newCallRequest = (replacing: Partial<CallRequestSubmission> = {}): CallRequestSubmission => ({
  ...frame(),
  relatesTo: [],
  kind: 'call-request',
  expiresAt: '2026-11-22T20:14:00.000Z',
  act: {},
  content: { phone: '(503) 555-0166', safeTimes: 'Mornings' },
  ...replacing,
});
