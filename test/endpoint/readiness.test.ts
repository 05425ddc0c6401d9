import { describe, expect, test } from 'vitest';
import { releaseReadiness } from '../../demo/endpoint/readiness/release.js';
import { Refusal } from '../../demo/endpoint/problems.js';
import type { Role } from '../../demo/endpoint/tables.js';
import { newChange } from '../support/bookings.js';
import { bookedCourse, laterDosing, laterIntegration, withRules } from '../support/course.js';
import { useEmbedded } from '../support/databases.js';
import { newReadiness } from '../support/readiness.js';

/** Hours from noon on Sunday, 22 November, to 72 and to 12 before the session on Friday at 9:00, in Portland. */
const DUE = 45;
const AT_LATEST = 105;

describe('Before a dosing session', () => {
  const database = useEmbedded();

  /** A client whose sessions are confirmed, so many hours later. */
  async function confirmedCourse(hours: number) {
    const client = await bookedCourse(database());
    const { endpoint, token, prescriber, booked } = client;
    for (const { id } of Object.values(booked))
      await prescriber.send('POST', `bookings/${id}/decision`, { decision: 'confirm' });
    endpoint.clock.advance(hours);
    const session = async () => {
      const { bookings } = await endpoint.care(token);
      const { status, readiness } = bookings.find(
        (each) => each.kind === 'dosing' && each.status !== 'cancelled',
      ) ?? { status: 'none' };
      return { status, missing: readiness?.missing };
    };
    const options = { ...withRules, database: database(), clock: endpoint.clock.now };
    const release = (role: Role) => releaseReadiness(options, booked.dosing.id, role);
    return { ...client, session, release };
  }

  test('its form is due 72 to 12 hours before, and the session is on hold when it is not in by then', async () => {
    const { endpoint, token, session } = await confirmedCourse(DUE);
    const [dosing] = (await endpoint.care(token)).bookings.filter(({ kind }) => kind === 'dosing');
    expect(dosing?.readiness).toEqual({
      form: { id: 'readiness', version: '1.0.0' },
      from: '2026-11-24T17:00:00.000Z',
      until: '2026-11-27T05:00:00.000Z',
      missing: ['form'],
    });
    expect(dosing?.changeUntil).toBe('2026-11-26T17:00:00.000Z');
    expect(dosing?.status).toBe('confirmed');
    endpoint.clock.advance(AT_LATEST - DUE - 0.01);
    expect(await session()).toEqual({ status: 'confirmed', missing: ['form'] });
    endpoint.clock.advance(0.01);
    expect(await session()).toEqual({ status: 'on-hold', missing: ['form'] });
  });

  test('nothing is missing once a form has come in that raises nothing', async () => {
    const { endpoint, token, session } = await confirmedCourse(DUE);
    await endpoint.sent(token, newReadiness());
    expect(await session()).toEqual({ status: 'confirmed', missing: [] });
    endpoint.clock.advance(AT_LATEST - DUE + 1);
    expect(await session()).toEqual({ status: 'confirmed', missing: [] });
    endpoint.clock.advance(24);
    expect((await session()).status).toBe('completed');
  });

  test('a form from before its time is for no session', async () => {
    const { endpoint, token, session } = await confirmedCourse(DUE - 1);
    await endpoint.sent(token, newReadiness());
    expect((await session()).missing).toEqual(['form']);
  });

  test('whatever a rule finds holds the session until the prescriber lets it go ahead, in neutral words', async () => {
    const { endpoint, token, session, release } = await confirmedCourse(DUE);
    await endpoint.sent(token, newReadiness({ 'unusual-experiences': 'yes' }));
    expect(await session()).toEqual({ status: 'on-hold', missing: ['review'] });
    expect(JSON.stringify(await endpoint.care(token))).not.toContain('psychosis');
    for (const role of ['therapist', 'office'] as const)
      await expect(release(role)).rejects.toMatchObject({ problem: { status: 403 } });
    const released = await release('prescriber');
    expect(released).toMatchObject({ missing: [], isReleased: true });
    expect(released.reasons).toContainEqual(expect.objectContaining({ ruleId: 'new-psychosis' }));
    expect(await session()).toEqual({ status: 'confirmed', missing: [] });
    await expect(release('prescriber')).rejects.toBeInstanceOf(Refusal);
    const { entries } = await (
      await endpoint.signIn('office')
    ).read<{ entries: { action: string; detail?: string }[] }>('log');
    expect(entries.find(({ action }) => action === 'booking-released')?.detail).toBe(
      'dosing 2026-11-27T17:00:00.000Z without review',
    );
  });

  test('a newer form is judged by itself, whatever was released before', async () => {
    const { endpoint, token, session, release } = await confirmedCourse(DUE);
    await endpoint.sent(token, newReadiness({ 'used-week': 'alcohol' }));
    await release('prescriber');
    endpoint.clock.advance(1);
    await endpoint.sent(token, newReadiness({ 'used-week': 'ketamine' }));
    expect(await session()).toEqual({ status: 'on-hold', missing: ['review'] });
    endpoint.clock.advance(1);
    await endpoint.sent(token, newReadiness());
    expect(await session()).toEqual({ status: 'confirmed', missing: [] });
  });

  test('a form that comes late, and before the session, has to be looked at', async () => {
    const { endpoint, token, session } = await confirmedCourse(AT_LATEST + 1);
    await endpoint.sent(token, newReadiness());
    expect(await session()).toEqual({ status: 'on-hold', missing: ['review'] });
  });

  test('who takes them home, and how, is missing until it is settled', async () => {
    const { endpoint, token, session } = await confirmedCourse(DUE);
    await endpoint.sent(token, newReadiness({ 'escort-agreed': 'no', transport: 'not-yet' }));
    expect((await session()).missing).toEqual(['escort', 'transport', 'review']);
  });

  test('the therapist can let a session go ahead without a form, having what is in it in another way', async () => {
    const { endpoint, token, session, release } = await confirmedCourse(AT_LATEST + 1);
    expect((await session()).status).toBe('on-hold');
    await release('therapist');
    expect(await session()).toEqual({ status: 'confirmed', missing: [] });
    await endpoint.sent(token, newReadiness({ 'unusual-experiences': 'yes' }));
    expect(await session()).toEqual({ status: 'on-hold', missing: ['review'] });
  });

  test('goes with the session that comes next when it moves, and not with one a week later', async () => {
    const { endpoint, token, session, booked } = await confirmedCourse(DUE);
    await endpoint.sent(token, newReadiness());
    const { dosing, integration } = booked;
    await endpoint.sent(token, newChange([dosing, integration], [laterDosing, laterIntegration]));
    expect((await session()).missing).toEqual(['form']);
  });

  test('stays on hold where it was on hold when it should have begun', async () => {
    const { endpoint, session, release } = await confirmedCourse(AT_LATEST + 13);
    await expect(release('prescriber')).rejects.toMatchObject({ problem: { status: 409 } });
    endpoint.clock.advance(24);
    expect((await session()).status).toBe('on-hold');
  });

  test('a practice that is only warned holds nothing for what is not there, and what is found all the same', async () => {
    const practice = {
      ...withRules.practice,
      planRules: withRules.practice.planRules.map((rule) =>
        rule.id === 'readiness' ? { ...rule, level: 'warn' as const } : rule,
      ),
    };
    const { endpoint, token } = await bookedCourse(database(), practice);
    endpoint.clock.advance(AT_LATEST + 1);
    const dosing = async () => (await endpoint.care(token)).bookings.find(({ kind }) => kind === 'dosing');
    expect(await dosing()).toMatchObject({ status: 'requested', readiness: { missing: ['form'] } });
    await endpoint.sent(token, newReadiness());
    expect(await dosing()).toMatchObject({ status: 'on-hold', readiness: { missing: ['review'] } });
  });
});
