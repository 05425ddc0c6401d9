import { describe, expect, it } from 'vitest';
import {
  clearedClient,
  coursePractice,
  dosings,
  hasLooked,
  integrations,
  nth,
  openCourse,
  openOn,
  preparations,
  standing,
  timesIn,
} from '../../support/open-course.js';
import { acceptsWith, choosingOf, rangesAsked, TO_ENDPOINT, wishesIn } from '../../support/open-sessions.js';
import { hasStatus, reaches, reply } from '../../support/ports.js';

describe('what is still to be booked', () => {
  it('is the practice’s usual course in its order, where no plan is agreed', async () => {
    const { plan } = await openCourse();
    expect(plan.open.map(({ kind }) => kind)).toEqual(['preparation', 'dosing', 'integration']);
  });

  it('is the plan that was agreed, without what the client has', async () => {
    const care = {
      ...clearedClient,
      plan: { sessions: [{ kind: 'preparation', count: 2 } as const] },
      bookings: preparations.slice(0, 1).map((slot) => standing(slot)),
    };
    expect((await openCourse({ care })).plan.open).toEqual([{ kind: 'preparation', number: 2 }]);
  });

  it('keeps in sight what can’t be booked yet, with what is lacking', async () => {
    const { plan } = await openCourse({ care: { ...clearedClient, clearance: { status: 'in-review' } } });
    expect(plan.open.map(({ kind }) => kind)).toEqual(['preparation']);
    expect(plan.locked.map(({ step, unmet }) => [step.kind, unmet])).toEqual([
      ['dosing', ['clearance']],
      ['integration', ['clearance']],
    ]);
  });

  it('has no more dosing sessions open than the prescriber has cleared, nor what follows them', async () => {
    const practice = {
      ...coursePractice,
      course: [{ kind: 'dosing', count: 2 } as const, { kind: 'integration', count: 2 } as const],
    };
    const care = { ...clearedClient, clearance: { status: 'cleared', dosingLeft: 1 } as const };
    const { plan } = await openCourse({ care, practice });
    expect(plan.open.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['dosing 1', 'integration 1']);
    expect(plan.locked).toHaveLength(2);
  });
});

describe('finding times for a plan', () => {
  it('proposes times by every rule at once, and asks for two months of each kind and no more', async () => {
    const { sessions, findsTimes, ports } = await openCourse();
    await findsTimes();
    expect(sessions.state.choice.search).toEqual({ status: 'found' });
    expect(timesIn(sessions)).toEqual({
      'preparation-1': '2026-11-24',
      'dosing-1': '2026-11-27',
      'integration-1': '2026-11-29',
    });
    expect(rangesAsked(ports)).toEqual(Array.from({ length: 3 }, () => '2026-11-22 to 2027-01-22'));
  });

  it('looks further ahead where two months are not enough', async () => {
    const open = [...openOn('preparation', 2), ...openOn('dosing', 70), ...openOn('integration', 72)];
    const { sessions, findsTimes } = await openCourse({ open });
    await findsTimes();
    expect(timesIn(sessions)['dosing-1']).toBe('2027-01-31');
  });

  it('keeps a time that the client has chosen', async () => {
    const { sessions, plan, does } = await openCourse();
    does(
      { type: 'plan-course', steps: plan.open },
      { type: 'open', key: 'dosing-1', zone: 'practice' },
      { type: 'choose-slot', slot: nth(dosings, 2) },
      { type: 'find-times' },
    );
    await hasLooked(sessions);
    expect(timesIn(sessions)).toMatchObject({ 'dosing-1': '2026-12-04', 'integration-1': '2026-12-06' });
  });

  it('says what would have to change where it is impossible, and never that it was not found', async () => {
    const open = [...openOn('preparation', 2), ...openOn('dosing', 3), ...openOn('integration', 20)];
    const { sessions, findsTimes } = await openCourse({ open });
    await findsTimes();
    const { search } = sessions.state.choice;
    expect(search.status).toBe('impossible');
    expect(search).toMatchObject({ lacking: [] });
    expect(search.status === 'impossible' && search.without.length).toBeGreaterThan(0);
  });

  it('names the kinds of which there are not enough times', async () => {
    const { sessions, findsTimes } = await openCourse({ open: [...preparations, ...dosings] });
    await findsTimes();
    expect(sessions.state.choice.search).toMatchObject({ status: 'impossible', lacking: ['integration'] });
  });

  it('says that the times are not known where they can’t be read', async () => {
    const { sessions, findsTimes } = await openCourse({ script: { 'GET availability': [reply(403)] } });
    await findsTimes();
    expect(sessions.state.choice.search).toEqual({ status: 'unknown' });
  });
});

describe('moving one of the proposed times', () => {
  it('moves the others that have to, and names them', async () => {
    const { sessions, findsTimes, does } = await openCourse();
    await findsTimes();
    const last = nth(dosings, 2);
    does({ type: 'open', key: 'dosing-1', zone: 'practice' }, { type: 'choose-slot', slot: last });
    await hasLooked(sessions);
    expect(sessions.state.choice.search).toEqual({ status: 'repaired', changed: ['integration-1'] });
    expect(timesIn(sessions)).toEqual({
      'preparation-1': '2026-11-24',
      'dosing-1': '2026-12-04',
      'integration-1': '2026-12-06',
    });
  });
});

describe('a plan that is asked for', () => {
  it('goes out as one submission with all its times', async () => {
    const { sessions, findsTimes, presses, ports } = await openCourse({
      script: { [TO_ENDPOINT]: [acceptsWith()] },
    });
    await findsTimes();
    presses(false);
    await reaches(sessions, hasStatus('booked'));
    expect(wishesIn(ports).map(({ kind, act }) => [kind, act.sessions.map((each) => each.kind)])).toEqual([
      ['booking', ['preparation', 'dosing', 'integration']],
    ]);
  });

  it('asks only for the one time again that somebody else has taken', async () => {
    const { sessions, findsTimes, presses } = await openCourse({
      script: { [TO_ENDPOINT]: [reply(409, { type: 'kap:slot-taken', taken: [1], slots: dosings })] },
    });
    await findsTimes();
    presses(false);
    await reaches(sessions, hasStatus('choosing'));
    expect(timesIn(sessions)).toEqual({
      'preparation-1': '2026-11-24',
      'dosing-1': undefined,
      'integration-1': '2026-11-29',
    });
    expect(choosingOf(sessions)).toMatchObject({
      notice: 'taken',
      choice: { current: 'dosing-1', nearest: dosings },
    });
  });

  it('keeps every time where a rule speaks against one, and says which', async () => {
    const finding = { rule: 'dosing-quota', level: 'block', sessions: ['1'], count: 1, days: 30 };
    const { sessions, findsTimes, presses } = await openCourse({
      script: {
        [TO_ENDPOINT]: [
          reply(409, { type: 'kap:rule-broken', rules: ['dosing-quota'], findings: [finding] }),
        ],
      },
    });
    await findsTimes();
    const before = timesIn(sessions);
    presses(false);
    await reaches(sessions, hasStatus('choosing'));
    expect(timesIn(sessions)).toEqual(before);
    expect(choosingOf(sessions)).toMatchObject({
      notice: 'rules',
      choice: { told: [{ ...finding, sessions: ['dosing-1'] }] },
    });
  });
});

describe('moving a session that stands', () => {
  const own = [nth(dosings, 0), nth(integrations, 1)].map((slot) => standing(slot));
  const care = {
    ...clearedClient,
    bookings: [...preparations.slice(0, 1).map((slot) => standing(slot)), ...own],
  };

  it('takes its integration along where it has to, in one change', async () => {
    const { sessions, does, presses, ports } = await openCourse({
      care,
      script: { [TO_ENDPOINT]: [acceptsWith()] },
    });
    const last = nth(dosings, 2);
    does({ type: 'move-bookings', bookings: own, zone: 'practice' }, { type: 'choose-slot', slot: last });
    await hasLooked(sessions);
    presses(false);
    await reaches(sessions, hasStatus('choosing'));
    expect(sessions.state).toMatchObject({ notice: 'moved', choice: { sessions: [] } });
    const [change] = wishesIn(ports);
    expect(change).toMatchObject({
      kind: 'booking-change',
      act: {
        cancel: own.map(({ id }) => id),
        sessions: [{ slotId: last.id, kind: 'dosing' }, { kind: 'integration' }],
      },
    });
  });

  it('leaves the integration where it is where it still fits', async () => {
    const { sessions, does, presses, ports, settles } = await openCourse({
      care,
      script: { [TO_ENDPOINT]: [acceptsWith()] },
    });
    const second = nth(dosings, 1);
    does({ type: 'move-bookings', bookings: own, zone: 'practice' }, { type: 'choose-slot', slot: second });
    await settles();
    presses(false);
    await reaches(sessions, hasStatus('choosing'));
    expect(wishesIn(ports)[0]?.act).toEqual({
      cancel: ['booking of dosing'],
      sessions: [{ slotId: second.id, kind: 'dosing' }],
    });
  });

  it('asks for a time before anything is sent', async () => {
    const { sessions, does, presses } = await openCourse({ care });
    does({ type: 'move-bookings', bookings: own, zone: 'practice' });
    presses(false);
    expect(choosingOf(sessions).problems).toEqual(['no-slot']);
  });
});
