import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../src/app/journey/steps.js';
import type { SessionState } from '../../../src/app/session/session.js';
import { clearanceStatus, type CareBasics } from '../../../src/domain/practice/care-basics.js';
import { afterIntake, newClient, stillwater } from '../../support/practice-samples.js';

const withCare = (care: CareBasics | undefined): SessionState => ({
  status: 'ready',
  practice: stillwater,
  care,
  link: 'none',
});

const shownFor = (state: SessionState) => stepsOf(state).map((step) => `${step.id} ${step.state}`);
const start = ['intake now', 'review later', 'plan later', 'sessions later'];

describe('the steps of the journey', () => {
  it('begin with the intake, also while nothing is known yet', () => {
    expect(shownFor({ status: 'starting' })).toEqual(start);
    expect(shownFor({ status: 'failed', reason: 'unreachable' })).toEqual(start);
    expect(shownFor(withCare(undefined))).toEqual(start);
    expect(shownFor(withCare(newClient))).toEqual(start);
  });

  it('go on to the prescriber’s review', () => {
    expect(shownFor(withCare(afterIntake))).toEqual([
      'intake done',
      'review now',
      'plan later',
      'sessions later',
    ]);
  });

  it.each(clearanceStatus.options.filter((status) => status !== 'cleared'))(
    'stay at the review with clearance %s, whatever has been planned',
    (status) => {
      const care = { ...afterIntake, clearance: { status }, plan: { sessions: [] } };
      expect(shownFor(withCare(care))).toEqual(['intake done', 'review now', 'plan later', 'sessions later']);
    },
  );

  it('go on to the plan, then to the sessions', () => {
    const cleared: CareBasics = { ...afterIntake, clearance: { status: 'cleared' } };
    expect(shownFor(withCare(cleared))).toEqual(['intake done', 'review done', 'plan now', 'sessions later']);
    expect(shownFor(withCare({ ...cleared, plan: { sessions: [] } }))).toEqual([
      'intake done',
      'review done',
      'plan done',
      'sessions now',
    ]);
  });
});
