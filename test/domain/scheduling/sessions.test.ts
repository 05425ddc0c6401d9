import { describe, expect, it } from 'vitest';
import { booking, slot, slotPage } from '../../../src/domain/scheduling/sessions.js';

const open = {
  id: 'mara_preparation_20261201T1800Z',
  kind: 'preparation',
  start: '2026-12-01T18:00:00.000Z',
  end: '2026-12-01T19:00:00.000Z',
  mode: 'video',
};
const whole = { ...open, place: '12 Mill Lane', practitioner: { id: 'mara', name: 'Mara Lindqvist' } };
const booked = { ...whole, status: 'requested' };

type Replacing = Readonly<Record<string, unknown>>;

describe('an open slot, as an endpoint tells it', () => {
  it('is taken with what it must and what it may say', () => {
    expect(slot.parse(open)).toEqual(open);
    expect(slot.parse(whole)).toEqual(whole);
  });

  it('loses what nobody here reads', () => {
    expect(slot.parse({ ...open, price: 1, practitioner: { ...whole.practitioner, phone: '1' } })).toEqual({
      ...open,
      practitioner: whole.practitioner,
    });
  });

  it.each<[string, Replacing]>([
    ['a kind that nobody knows', { kind: 'party' }],
    ['a mode that nobody knows', { mode: 'telepathy' }],
    ['a time without a zone', { start: '2026-12-01T18:00:00' }],
    ['a time that there isn’t', { end: '2026-13-45T25:61:61Z' }],
    ['no id', { id: '' }],
    ['a place longer than any', { place: 'x'.repeat(301) }],
    ['a practitioner without a name', { practitioner: { id: 'mara' } }],
  ])('with %s is none', (_, replacing) => {
    expect(slot.safeParse({ ...open, ...replacing }).success).toBe(false);
  });
});

describe('a page of open slots', () => {
  it('may be empty, full, or lead on', () => {
    const full = Array.from({ length: 500 }, () => open);
    for (const page of [{ slots: [] }, { slots: full }, { slots: [open], next: 'after-this' }])
      expect(slotPage.parse(page)).toEqual(page);
  });

  it.each<[string, Replacing]>([
    ['no slots', { next: 'x' }],
    ['more slots than a page holds', { slots: Array.from({ length: 501 }, () => open) }],
    ['one slot that is none', { slots: [open, { ...open, kind: 'party' }] }],
    ['a cursor of nothing', { slots: [], next: '' }],
  ])('with %s is none', (_, page) => {
    expect(slotPage.safeParse(page).success).toBe(false);
  });
});

describe('a booking', () => {
  it.each(['requested', 'confirmed', 'on-hold', 'cancelled', 'completed'])('can be %s', (status) => {
    expect(booking.parse({ ...booked, status })).toEqual({ ...booked, status });
  });

  it.each(['client', 'practice'])('can be one that the %s has called off', (cancelledBy) => {
    const cancelled = { ...booked, status: 'cancelled', cancelledBy };
    expect(booking.parse(cancelled)).toEqual(cancelled);
  });

  it.each<[string, Replacing]>([
    ['a state that nobody knows', { status: 'maybe' }],
    ['nobody’s word on how it stands', { status: undefined }],
    ['an unknown hand in its end', { status: 'cancelled', cancelledBy: 'weather' }],
  ])('with %s is none', (_, replacing) => {
    expect(booking.safeParse({ ...booked, ...replacing }).success).toBe(false);
  });
});
