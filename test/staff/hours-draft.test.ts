import { describe, expect, it } from 'vitest';
import {
  differs,
  draftOf,
  EMPTY_HOURS,
  kindsOffered,
  practitionerOf,
  problemsOf,
} from '../../demo/staff/reading/hours-draft.js';
import type { Practitioner } from '../../demo/staff/session-answers.js';

const mara: Practitioner = {
  id: 'mara',
  name: 'Mara Lindqvist, LMFT',
  place: 'Ground floor',
  hours: [{ days: [1, 2], from: '09:00', to: '24:00', kinds: ['dosing'], modes: ['in-person'] }],
  exceptions: [{ from: '2026-12-24', to: '2026-12-27', hours: [] }],
  lengths: { dosing: 150 },
  buffers: { dosing: { before: 15, after: 30 } },
  confirmedAtOnce: [],
  calendarUrl: 'https://calendar.example/mara.ics',
};

describe('hours that are being changed', () => {
  it('come back as they were where nothing was', () => {
    const draft = draftOf(mara);
    expect(practitionerOf(draft, mara)).toEqual(mara);
    expect(differs(draft, mara)).toBe(false);
    expect(problemsOf(draft).size).toBe(0);
  });

  it('show the midnight that ends a day as a clock does', () => {
    expect(draftOf(mara).hours[0]?.to).toBe('00:00');
  });

  it('leave out what is empty, and let it go by the calendar again', () => {
    const draft = {
      ...draftOf(mara),
      place: ' ',
      exceptions: [],
      kinds: { dosing: { minutes: '', before: '0', after: '' } },
      confirmedAtOnce: undefined,
      calendarUrl: '',
    };
    expect(practitionerOf(draft, mara)).toEqual({ id: 'mara', name: mara.name, hours: mara.hours });
    expect(differs(draft, mara)).toBe(true);
  });

  it('of other days take one day where no last one is named, in the order of the days', () => {
    const draft = {
      ...draftOf(mara),
      exceptions: [
        { from: '2027-01-04', to: '', hours: [] },
        { from: '2026-12-24', to: '2026-12-24', hours: [] },
      ],
    };
    expect(practitionerOf(draft, mara).exceptions).toEqual([
      { from: '2026-12-24', to: '2026-12-24', hours: [] },
      { from: '2027-01-04', to: '2027-01-04', hours: [] },
    ]);
  });

  it('say of every field what is not right with it', () => {
    const draft = {
      ...draftOf(mara),
      hours: [EMPTY_HOURS, { ...EMPTY_HOURS, days: [1], from: '12:00', to: '09:00' }],
      exceptions: [{ from: '', to: '2026-12-24', hours: [] }],
      kinds: { dosing: { minutes: '4', before: 'x', after: '721' } },
      calendarUrl: 'ftp://calendar.example',
    };
    expect([...problemsOf(draft).keys()]).toEqual([
      'hours-0-days',
      'hours-0-from',
      'hours-0-to',
      'hours-0-kinds',
      'hours-0-modes',
      'hours-1-to',
      'hours-1-kinds',
      'hours-1-modes',
      'exception-0-from',
      'kind-dosing-minutes',
      'kind-dosing-before',
      'kind-dosing-after',
      'calendar',
    ]);
  });

  it('name the kinds that are offered at any time, also on other days alone', () => {
    const offered = (['preparation', 'dosing', 'integration'] as const).map((id) => ({
      id,
      minutes: 60,
      modes: ['video' as const],
    }));
    const draft = {
      ...draftOf(mara),
      exceptions: [
        { from: '2026-12-24', to: '', hours: [{ ...EMPTY_HOURS, kinds: ['integration' as const] }] },
      ],
    };
    expect(kindsOffered(draft, offered).map(({ id }) => id)).toEqual(['dosing', 'integration']);
  });
});
