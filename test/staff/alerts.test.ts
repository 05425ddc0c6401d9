import { describe, expect, it } from 'vitest';
import type { Role, StaffAlert } from '../../demo/staff/api-answers.js';
import {
  deedsInWords,
  leftOutInWords,
  openDeeds,
  reasonInWords,
  stateInWords,
  withAlert,
} from '../../demo/staff/reading/alerts.js';
import { ANA } from './bookings.js';

const alert: StaffAlert = {
  id: '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b00a1',
  kind: 'safety-alert',
  reference: 'AAAA-1111',
  receivedAt: '2026-11-24T19:00:00.000Z',
  client: { id: ANA },
};
const call: StaffAlert = { ...alert, id: '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b00a2', kind: 'call-request' };
const taken = { taken: { by: 'therapist', at: '2026-11-24T20:04:00.000Z' } } as const;
const done = { done: { by: 'prescriber', at: '2026-11-24T21:00:00.000Z' } } as const;
const ROLES: readonly Role[] = ['prescriber', 'therapist', 'office'];

describe('what a person has to answer', () => {
  it('says where it stands', () => {
    expect([alert, { ...alert, ...taken }, { ...alert, ...taken, ...done }].map(stateInWords)).toEqual([
      'Open',
      'Taken over',
      'Done',
    ]);
  });

  it('says who did what, and when on the practice’s clock', () => {
    const said = deedsInWords({ ...alert, ...taken, ...done }, 'America/Los_Angeles');
    expect(said.map(({ what, who }) => [what, who.replaceAll(/\s/g, ' ')])).toEqual([
      ['Taken over', 'Therapist, Tue, Nov 24, 2026, 12:04 PM PST'],
      ['Done', 'Prescriber, Tue, Nov 24, 2026, 1:00 PM PST'],
    ]);
    expect(deedsInWords(alert, 'America/Los_Angeles')).toEqual([]);
  });

  it('says that a wish was noted for later, and what it is about where the reader may know', () => {
    const wish = { reason: 'wish-after-session' } as const;
    expect(reasonInWords(call)).toBeUndefined();
    expect(reasonInWords(wish)).toContain('would like to change something. A dosing session');
    expect(reasonInWords({ ...wish, about: 'plan' })).toContain('change something about their plan.');
  });

  it('lets the clinicians see to an alert, and everybody to a call', () => {
    const open = ['take', 'finish'];
    expect(ROLES.map((role) => openDeeds(alert, role))).toEqual([open, open, []]);
    expect(ROLES.map((role) => openDeeds(call, role))).toEqual([open, open, open]);
  });

  it('lets others take over what somebody has taken, and nobody change what is done', () => {
    expect(ROLES.map((role) => openDeeds({ ...call, ...taken }, role))).toEqual([
      ['take', 'finish'],
      ['finish'],
      ['take', 'finish'],
    ]);
    expect(ROLES.map((role) => openDeeds({ ...call, ...done }, role))).toEqual([[], [], []]);
  });

  it('is shown as it stands now, among the others', () => {
    expect(withAlert([alert, call], { ...call, ...done })).toEqual([alert, { ...call, ...done }]);
  });
});

describe('questions about safety that are left out', () => {
  it('are said to be, with the forms that would ask them', () => {
    expect(leftOutInWords(['Health history', 'Readiness'])).toBe(
      'Some questions about safety are not asked: “Health history” and “Readiness”. These questions are left out until the practice has a response plan.',
    );
  });

  it('are not spoken of where there are none', () => {
    expect(leftOutInWords([])).toBeUndefined();
  });
});
