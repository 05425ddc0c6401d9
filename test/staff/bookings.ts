import type { StaffBooking } from '../../demo/staff/api-answers.js';

/** It is Tuesday, 24 November 2026, noon in Portland. */
export const NOW = Date.parse('2026-11-24T20:00:00.000Z');

export const ANA = '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b0001';

/** A preparation that somebody has asked for, tomorrow at nine in Portland; what is given replaces what it holds. */
export const aBooking = (replacing: Partial<StaffBooking> = {}): StaffBooking => ({
  id: '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b00b1',
  kind: 'preparation',
  start: '2026-11-25T17:00:00.000Z',
  end: '2026-11-25T18:00:00.000Z',
  mode: 'video',
  practitioner: { id: 'mara-lindqvist', name: 'Mara Lindqvist, LMFT' },
  status: 'requested',
  clientId: ANA,
  name: 'Ana Marsh',
  reference: 'AAAA-1111',
  requestedAt: '2026-11-24T19:00:00.000Z',
  awaitsDecision: true,
  ...replacing,
});
