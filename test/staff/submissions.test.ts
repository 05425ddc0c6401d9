import { describe, expect, it } from 'vitest';
import type { Role, SubmissionSummary } from '../../demo/staff/api-answers.js';
import { bookingsOf } from '../../demo/staff/reading/request.js';
import {
  isUnread,
  submissionAddress,
  submissionCount,
  submissionInWords,
} from '../../demo/staff/reading/submissions.js';
import { aBooking, ANA } from './bookings.js';

const frame = {
  id: '7b1f0c0e-3d52-4f0a-9a63-2a6c1a1b00a1',
  reference: 'AAAA-1111',
  receivedAt: '2026-11-24T19:00:00.000Z',
  client: { id: ANA, name: 'Ana Marsh' },
  clearance: { status: 'in-review' },
} as const;

const history: SubmissionSummary = { ...frame, kind: 'intake', title: 'Health history' };
const consent: SubmissionSummary = { ...frame, kind: 'consent', title: 'Touch and recording' };
const withdrawal: SubmissionSummary = {
  ...frame,
  kind: 'consent-withdrawal',
  title: 'Touch and recording',
  scope: 'everything',
};
const booking: SubmissionSummary = { ...frame, kind: 'booking', sessions: ['preparation', 'dosing'] };
const change: SubmissionSummary = { ...frame, kind: 'booking-change', sessions: [], cancelled: 1 };

const alert: SubmissionSummary = { ...frame, kind: 'safety-alert' };
const call: SubmissionSummary = { ...frame, kind: 'call-request' };

const words = (summary: SubmissionSummary) => submissionInWords(summary, []);

describe('a line of the list says what a client has sent', () => {
  it('a form by what the practice calls it', () => {
    expect(words(history)).toBe('Health history');
    expect(words({ ...history, title: 'Before a dosing session' })).toBe('Before a dosing session');
    expect(words({ ...history, title: undefined })).toBe('A form');
  });

  it('what a person has to answer, and nothing of what was said', () => {
    expect([alert, call].map(words)).toEqual(['Safety alert', 'Asks for a call']);
  });

  it('a consent by its title, which need not say twice that it is one', () => {
    expect(words(consent)).toBe('Consent: Touch and recording');
    expect(words({ ...consent, title: 'Consent to ketamine-assisted psychotherapy' })).toBe(
      'Consent to ketamine-assisted psychotherapy',
    );
  });

  it.each([
    ['everything', 'Taken back: Touch and recording'],
    ['electronic-records', 'Electronic form taken back: Touch and recording'],
    ['block:touch', 'Taken back in part: Touch and recording'],
  ])('what was taken back of a consent, %s: %s', (scope, said) => {
    expect(words({ ...withdrawal, scope })).toBe(said);
  });

  it('that something was taken back, where its title is not known', () => {
    expect(words({ ...frame, kind: 'consent-withdrawal' })).toBe('Taken back: A consent');
  });

  it('sessions that were asked for, under the practice’s names', () => {
    expect(words(booking)).toBe('Asked for: Preparation, Dosing');
    const offered = [{ id: 'dosing', title: 'Medicine session' }] as const;
    expect(submissionInWords(booking, offered)).toBe('Asked for: Preparation, Medicine session');
  });

  it('sessions that were cancelled, and what was asked for in their place', () => {
    expect(words(change)).toBe('Cancelled 1 session');
    expect(words({ ...change, cancelled: 2, sessions: ['dosing'] })).toBe(
      'Cancelled 2 sessions, asked for: Dosing',
    );
  });
});

describe('a line leads', () => {
  it.each([
    ['intake', history, '#/histories/'],
    ['consent', consent, '#/consents/'],
    ['consent-withdrawal', withdrawal, '#/consents/'],
    ['booking', booking, '#/requests/'],
    ['booking-change', change, '#/requests/'],
    ['safety-alert', alert, '#/alerts/'],
    ['call-request', call, '#/alerts/'],
  ] as const)('from %s to its page', (_, summary, page) => {
    expect(submissionAddress(summary, 'prescriber')).toBe(page + frame.id);
    expect(submissionAddress(summary, 'therapist')).toBe(page + frame.id);
  });

  it('nobody to a refusal: the office does not read what was signed', () => {
    const led = (role: Role) =>
      [history, consent, withdrawal, booking, change].map((each) => submissionAddress(each, role));
    expect(led('office').map((address) => address !== undefined)).toEqual([true, false, false, true, true]);
  });
});

describe('what is new', () => {
  const read = { readByPrescriberAt: '2026-11-24T19:30:00.000Z' };

  it('is what the prescriber has to read and has not opened', () => {
    expect([history, consent, withdrawal].map(isUnread)).toEqual([true, true, true]);
    expect(
      [
        { ...history, ...read },
        { ...consent, ...read },
        { ...withdrawal, ...read },
      ].map(isUnread),
    ).toEqual([false, false, false]);
  });

  it('is no request for sessions: it waits for a decision, whoever has read it', () => {
    expect([booking, change].map(isUnread)).toEqual([false, false]);
  });

  it('is counted', () => {
    expect(submissionCount([history], false)).toBe('1 submission, 1 not read by the prescriber yet');
    expect(submissionCount([{ ...history, ...read }, booking], true)).toBe(
      'The newest 2 submissions, nothing new for the prescriber to read',
    );
  });
});

describe('the sessions of a request', () => {
  const wanted = aBooking({ id: 'wanted' });
  const given = aBooking({ id: 'given', reference: 'EARLIER', status: 'cancelled' });
  const other = aBooking({ id: 'other', reference: 'EARLIER' });

  it('are those that it asked for and those that it gave up, of all that the client has', () => {
    const request = { reference: 'AAAA-1111', act: { cancel: ['given'], sessions: [] } };
    expect(bookingsOf(request, [given, wanted, other])).toEqual({ askedFor: [wanted], cancelled: [given] });
  });

  it('are only those that were asked for where nothing was given up', () => {
    const request = { reference: 'AAAA-1111', act: { sessions: [] } };
    expect(bookingsOf(request, [given, wanted, other])).toEqual({ askedFor: [wanted], cancelled: [] });
  });
});
