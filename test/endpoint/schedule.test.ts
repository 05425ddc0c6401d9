import { describe, expect, test } from 'vitest';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { stillwaterSchedule } from '../../demo/endpoint/seed/schedule.js';
import { faultOfSchedule, slotOf, slotsOn } from '../../demo/endpoint/scheduling/schedule.js';
import type { BookableHours, Practitioner, Schedule } from '../../demo/endpoint/scheduling/practitioner.js';
import { slot } from '../../src/domain/scheduling/sessions.js';
import { useEmbedded } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';

const morning: BookableHours = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '12:00',
  kinds: ['preparation'],
  modes: ['video'],
};
const withHours = (...hours: BookableHours[]): Schedule => [
  { id: 'ines-vogt', name: 'Ines Vogt', place: 'Room 2', hours, confirmedAtOnce: [] },
];

describe('A schedule', () => {
  test('gives slots that say when, with whom and how, and where for those in person', () => {
    const schedule = withHours({ ...morning, to: '10:00', modes: ['in-person', 'video', 'phone'] });
    const slots = slotsOn(schedule, stillwater, 'preparation', '2026-11-24');
    const common = {
      kind: 'preparation',
      start: '2026-11-24T17:00:00.000Z',
      end: '2026-11-24T18:00:00.000Z',
      practitioner: { id: 'ines-vogt', name: 'Ines Vogt' },
    };
    // Preparation is not offered by phone.
    expect(slots).toEqual([
      { ...common, id: 'ines-vogt_preparation_in-person_20261124T1700Z', mode: 'in-person', place: 'Room 2' },
      { ...common, id: 'ines-vogt_preparation_video_20261124T1700Z', mode: 'video' },
    ]);
    expect(slots.every((each) => slot.safeParse(each).success)).toBe(true);
  });

  test('gives each slot once where hours overlap, soonest first', () => {
    const schedule = withHours({ ...morning, from: '10:00' }, morning);
    const starts = slotsOn(schedule, stillwater, 'preparation', '2026-11-24').map(({ start }) => start);
    expect(starts).toEqual([
      '2026-11-24T17:00:00.000Z',
      '2026-11-24T18:00:00.000Z',
      '2026-11-24T19:00:00.000Z',
    ]);
  });

  test('finds every slot of the sample practice again by its id, on both sides of a change of clocks', () => {
    for (const date of ['2026-11-24', '2027-03-12', '2027-03-15', '2027-11-05', '2027-11-08']) {
      for (const { id: kind } of stillwater.sessionKinds) {
        for (const each of slotsOn(stillwaterSchedule, stillwater, kind, date)) {
          expect(slotOf(stillwaterSchedule, stillwater, each.id)).toEqual(each);
        }
      }
    }
  });

  test.each([
    ['nothing', ''],
    ['words', 'tomorrow at nine'],
    ['a practitioner who is not there', 'nobody_preparation_video_20261124T1700Z'],
    ['a kind that is not theirs', 'mara-lindqvist_consultation_video_20261124T1700Z'],
    ['a kind that does not exist', 'mara-lindqvist_massage_video_20261124T1700Z'],
    ['a mode that they do not offer', 'mara-lindqvist_preparation_phone_20261124T1700Z'],
    ['a time between two slots', 'mara-lindqvist_preparation_video_20261124T1715Z'],
    ['a time before they begin', 'mara-lindqvist_preparation_video_20261124T1600Z'],
    ['a Sunday', 'mara-lindqvist_preparation_video_20261122T1700Z'],
    ['a date that does not exist', 'mara-lindqvist_preparation_video_20261131T1700Z'],
    ['the end of the calendar', 'mara-lindqvist_preparation_video_99991231T2300Z'],
    ['an hour that does not exist', 'mara-lindqvist_preparation_video_20261124T2500Z'],
  ])('has no slot for %s', (_, id) => {
    expect(slotOf(stillwaterSchedule, stillwater, id)).toBeUndefined();
  });
});

describe('A schedule that can’t be used', () => {
  const database = useEmbedded();
  const [mara] = withHours(morning);
  const other: Practitioner = { id: 'other', name: 'Other', hours: [morning] };

  test.each<[string, Schedule, string]>([
    ['for two who have the same id', [other, other], 'two practitioners have the same id'],
    ['for an id that fits into no slot', [{ ...other, id: 'Mara L' }], 'Mara L is no id: lower-case letters'],
    [
      'for hours that end before they begin',
      withHours({ ...morning, to: '08:00' }),
      'from 09:00 to 08:00 are none',
    ],
    ['for hours that are no time', withHours({ ...morning, from: '9' }), 'from 9 to 12:00 are none'],
  ])('is refused %s', (_, schedule, fault) => {
    expect(faultOfSchedule(schedule, stillwater)).toContain(fault);
  });

  test('is refused for a kind that the practice does not offer', () => {
    const practice = { ...stillwater, sessionKinds: [] };
    expect(faultOfSchedule(withHours(morning), practice)).toBe(
      'ines-vogt offers preparation, which the practice profile does not have',
    );
  });

  test('keeps the endpoint from starting', async () => {
    expect(faultOfSchedule(stillwaterSchedule, stillwater)).toBeUndefined();
    const schedule = mara === undefined ? [] : [mara, mara];
    await expect(endpointOn(database(), { schedule }).started).rejects.toThrow(
      'The schedule is not right: two practitioners have the same id.',
    );
  });
});
