import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dateInWords,
  dayInWords,
  instantInWords,
  listInWords,
  monthInWords,
  timesInWords,
  weekdayInWords,
  zoneInWords,
} from '../../src/locale/format.js';

const NOT_A_LANGUAGE = 'no such language';

/** With plain spaces: which of the narrow ones a platform puts around a dash is its own affair. */
const plain = (words: string) => words.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

describe('a date in words', () => {
  it('is the day that was written, wherever it is read', () => {
    expect(dateInWords('1984-03-27', 'en')).toBe('March 27, 1984');
  });

  it('is what came where it is no day', () => {
    expect(dateInWords('2026-13-45', 'en')).toBe('2026-13-45');
    expect(dateInWords('', 'en')).toBe('');
  });
});

describe('an instant in words', () => {
  it('says the day and the time', () => {
    expect(instantInWords('2026-11-22T20:10:00.000Z', 'en')).toMatch(/^November 2[23], 2026 at \d+:\d\d/);
  });

  it('is what came where there is no such time', () => {
    expect(instantInWords('2026-13-45T25:61:61Z', 'en')).toBe('2026-13-45T25:61:61Z');
    expect(instantInWords('soon', 'en')).toBe('soon');
  });
});

describe('words in a row', () => {
  it.each([
    [[], ''],
    [['Consultation'], 'Consultation'],
    [['Consultation', 'Follow-up'], 'Consultation and Follow-up'],
    [['Consultation', 'Preparation', 'Follow-up'], 'Consultation, Preparation, and Follow-up'],
  ])('%j are "%s"', (words, said) => {
    expect(listInWords(words, 'en')).toBe(said);
  });

  it('follow one another where nobody knows the language', () => {
    expect(listInWords(['a', 'b'], NOT_A_LANGUAGE)).toBe('a, b');
  });
});

describe('a day in words', () => {
  it('is the day that was written, with its weekday, wherever it is read', () => {
    expect(dayInWords('2026-12-01', 'en')).toBe('Tuesday, December 1');
    expect(dayInWords('2028-02-29', 'en')).toBe('Tuesday, February 29');
    expect(dayInWords('2026-12-01', 'de')).toBe('Dienstag, 1. Dezember');
  });

  it('is what came where it is no day, or the language none', () => {
    expect(dayInWords('2026-13-45', 'en')).toBe('2026-13-45');
    expect(dayInWords('2026-12-01', NOT_A_LANGUAGE)).toBe('2026-12-01');
  });
});

describe('a month in words', () => {
  it('is the month that was written, wherever it is read', () => {
    expect(monthInWords('2026-12', 'en')).toBe('December 2026');
    expect(monthInWords('2027-01', 'en')).toBe('January 2027');
  });

  it('is what came where it is no month', () => {
    expect(monthInWords('2026-13', 'en')).toBe('2026-13');
    expect(monthInWords('', 'en')).toBe('');
  });
});

describe('a weekday in words', () => {
  it('is short, and the one of that date', () => {
    const week = ['22', '23', '24', '25', '26', '27', '28'];
    expect(week.map((day) => weekdayInWords(`2026-11-${day}`, 'en'))).toEqual([
      'Sun',
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
    ]);
  });

  it('is what came where it is no day', () => {
    expect(weekdayInWords('someday', 'en')).toBe('someday');
  });
});

describe('a zone in words', () => {
  it.each([
    ['America/Los_Angeles', '2026-12-01T18:00:00Z', 'Pacific Standard Time'],
    ['America/Los_Angeles', '2026-07-01T18:00:00Z', 'Pacific Daylight Time'],
    ['America/New_York', '2026-12-01T18:00:00Z', 'Eastern Standard Time'],
    // Half an hour before and after the clocks change.
    ['America/New_York', '2026-11-01T05:30:00Z', 'Eastern Daylight Time'],
    ['America/New_York', '2026-11-01T06:30:00Z', 'Eastern Standard Time'],
    ['Asia/Kolkata', '2026-12-01T18:00:00Z', 'India Standard Time'],
  ])('%s at %s is %s', (zone, instant, words) => {
    expect(zoneInWords(zone, instant, 'en')).toBe(words);
  });

  it('is its own name where the platform knows none, or where there is no such time', () => {
    expect(zoneInWords('Atlantis/Capital', '2026-12-01T18:00:00Z', 'en')).toBe('Atlantis/Capital');
    expect(zoneInWords('America/New_York', 'soon', 'en')).toBe('America/New_York');
  });
});

describe.each(['Pacific/Kiritimati', 'Etc/GMT+12'])('a device in %s', (zone) => {
  const { TZ } = process.env;

  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  it('moves no date', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(dateInWords('1984-03-27', 'en')).toBe('March 27, 1984');
    expect(dayInWords('2026-12-01', 'en')).toBe('Tuesday, December 1');
    expect(monthInWords('2026-12', 'en')).toBe('December 2026');
    expect(weekdayInWords('2026-12-01', 'en')).toBe('Tue');
  });

  it('moves no time that is said in a zone', () => {
    const session = { start: '2026-12-01T18:00:00Z', end: '2026-12-01T19:00:00Z' };
    const words = plain(timesInWords(session, 'America/New_York', 'en', true));
    expect(words).toBe('Tuesday, December 1, 2026, 1:00 – 2:00 PM');
  });
});

describe('from one time to another in words', () => {
  const session = { start: '2026-12-01T18:00:00Z', end: '2026-12-01T19:30:00Z' };
  const inZone = (zone: string, isDated?: boolean, of = session, language = 'en') =>
    plain(timesInWords(of, zone, language, isDated));

  it.each([
    ['America/Los_Angeles', '10:00 – 11:30 AM'],
    ['America/New_York', '1:00 – 2:30 PM'],
    ['Asia/Kolkata', '11:30 PM – 1:00 AM'],
    ['Asia/Kathmandu', '11:45 PM – 1:15 AM'],
  ])('is by the clocks of %s %s', (zone, words) => {
    // Where it goes past midnight, each end says its day.
    expect(inZone(zone).replaceAll(/\d+\/\d+\/\d+, /g, '')).toBe(words);
  });

  it('says the whole date where that is wanted, once', () => {
    expect(inZone('America/Los_Angeles', true)).toBe('Tuesday, December 1, 2026, 10:00 – 11:30 AM');
    expect(inZone('America/Los_Angeles', false)).not.toContain('2026');
  });

  it('says the day in the zone, which may be another than in the next', () => {
    const evening = { start: '2026-12-02T05:00:00Z', end: '2026-12-02T06:00:00Z' };
    expect(inZone('America/Los_Angeles', true, evening)).toContain('December 1');
    expect(inZone('America/New_York', true, evening)).toContain('December 2');
  });

  it('is by the clocks at each end, also where they change between the two', () => {
    const spring = { start: '2027-03-14T06:30:00Z', end: '2027-03-14T07:30:00Z' };
    expect(inZone('America/New_York', false, spring)).toBe('1:30 – 3:30 AM');
    const autumn = { start: '2026-11-01T05:30:00Z', end: '2026-11-01T07:30:00Z' };
    expect(inZone('America/New_York', false, autumn)).toBe('1:30 – 2:30 AM');
  });

  it('is what came where it can’t be said', () => {
    expect(inZone('Atlantis/Capital')).toBe(session.start);
    expect(inZone('America/New_York', false, { ...session, end: 'soon' })).toBe(session.start);
    expect(inZone('America/New_York', false, session, NOT_A_LANGUAGE)).toBe(session.start);
  });
});
