import { describe, expect, it } from 'vitest';
import type { LogAction } from '../../demo/endpoint/tables.js';
import { actionInWords } from '../../demo/staff/reading/log.js';

const reading = { timeZone: 'America/Los_Angeles', sessionKinds: [] };
const said = (action: string, detail?: string) =>
  actionInWords({ action, detail }, reading).replaceAll(/\s/g, ' ');

/** By its type it holds whatever the endpoint writes down: a new action without words does not compile here. */
const WORDS: Readonly<Record<LogAction, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'list-read': 'Read the list',
  'history-read': 'Read a history',
  'consent-read': 'Read a consent',
  'consents-read': 'Read all that a client has signed',
  'consent-erased': 'Erased a consent, as the law asks',
  'booking-read': 'Read a request for sessions',
  'client-read': 'Read a client’s page',
  'bookings-read': 'Read the sessions of a week',
  'clearance-set': 'Decided on clearance',
  'link-made': 'Made a personal link',
  'booking-decided': 'Decided about a session',
  'booking-added': 'Added a session',
  'booking-moved': 'Moved a session',
  'booking-released': 'Let a session go ahead after what came in before it',
  'hours-set': 'Changed somebody’s hours',
  'plan-set': 'Agreed a plan',
  'alert-read': 'Read an alert or a request for a call',
  'alert-taken': 'Took over an alert or a call',
  'alert-done': 'Marked an alert or a call done',
  'review-settings-set': 'Changed the review rules',
};

describe('the log', () => {
  it.each(Object.entries(WORDS))('says of %s: %s', (action, words) => {
    expect(said(action)).toBe(words);
  });

  it('says what was decided on clearance, and until when', () => {
    expect(said('clearance-set', 'cleared until 2027-05-22')).toBe(
      'Decided on clearance: Cleared until May 22, 2027',
    );
    expect(said('clearance-set', 'on-hold')).toBe('Decided on clearance: On hold');
  });

  it('says which days were read', () => {
    expect(said('bookings-read', '2026-11-23 to 2026-11-29')).toBe(
      'Read the sessions of a week: November 23 – 29, 2026',
    );
  });

  it('says which session was decided about, on the practice’s clock and under its name', () => {
    const detail = 'confirm preparation 2026-11-24T17:00:00.000Z';
    expect(said('booking-decided', detail)).toBe(
      'Decided about a session: confirmed Preparation, Tue, Nov 24, 2026, 9:00 AM PST',
    );
    const named = { ...reading, sessionKinds: [{ id: 'dosing', title: 'Medicine session' } as const] };
    expect(
      actionInWords({ action: 'booking-decided', detail: 'decline dosing 2026-11-24T17:00:00.000Z' }, named),
    ).toContain('declined Medicine session');
    expect(said('booking-decided', 'cancel preparation 2026-11-24T17:00:00.000Z')).toContain(
      'cancelled Preparation',
    );
  });

  it('says what was added, moved, let go ahead or agreed', () => {
    const [first, second] = ['2026-11-24T17:00:00.000Z', '2026-11-26T17:00:00.000Z'];
    expect(said('booking-added', `dosing ${first} against notice`)).toBe(
      'Added a session: Dosing, Tue, Nov 24, 2026, 9:00 AM PST, against the rule on the time ahead',
    );
    expect(said('booking-moved', `dosing ${first} to ${second}`)).toBe(
      'Moved a session: Dosing, Tue, Nov 24, 2026, 9:00 AM PST to Thu, Nov 26, 2026, 9:00 AM PST',
    );
    expect(said('booking-released', `dosing ${first} without review`)).toContain('Dosing, Tue, Nov 24');
    expect(said('plan-set', '3 dosing, 1 follow-up')).toBe('Agreed a plan: Dosing (3), Follow-up (1)');
  });

  it('says which document was erased, and nothing more of it', () => {
    expect(said('consent-erased', 'ketamine-therapy 2026-11')).toBe(
      'Erased a consent, as the law asks: ketamine-therapy, version 2026-11',
    );
  });

  it.each([
    ['something-new', 'in words of its own'],
    ['booking-decided', 'confirm nothing-we-know 2026-11-24T17:00:00.000Z'],
    ['bookings-read', 'all of them'],
    ['consent-erased', 'ketamine-therapy'],
  ])('leaves as it is what it does not know: %s, %s', (action, detail) => {
    expect(said(action, detail)).toContain(detail);
  });
});
