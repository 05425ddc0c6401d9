import { describe, expect, it } from 'vitest';
import type { IntakeMessage } from '../../../src/app/intake/messages.js';
import { reduceIntake } from '../../../src/app/intake/reduce.js';
import type { IntakeState } from '../../../src/app/intake/state.js';
import { answersOf } from '../../support/answers.js';
import { born, history, itemOf } from '../../support/history.js';
import { filledOf, openIntake, type Opening } from '../../support/open-intake.js';
import { hasStatus, reaches } from '../../support/ports.js';

async function welcomed(opening?: Opening) {
  const opened = await openIntake(opening);
  await reaches(opened.intake, hasStatus('welcome'));
  return opened;
}

/** Where the client is: `filling you`, `checking`. */
const placeOf = (state: IntakeState) => (state.status === 'filling' ? `filling ${state.page}` : state.status);

const required = (path: string) => ({ path, code: 'required' });

describe('going on', () => {
  it('begins with the first page', async () => {
    const { intake, does } = await welcomed();
    does({ type: 'begin' });
    expect(intake.state).toMatchObject({ status: 'filling', page: 'you', problems: [], refusals: 0 });
  });

  it('stays where something is missing, and says so each time anew', async () => {
    const { intake, does, presses } = await welcomed();
    does({ type: 'begin' });
    presses('continue');
    expect(intake.state).toMatchObject({
      page: 'you',
      problems: [required('given'), required('birth')],
      refusals: 1,
    });
    does({ type: 'answer', path: 'given', entry: 'Ana' });
    // While somebody writes, nothing is judged: what was said stays until the next Continue.
    expect(intake.state).toMatchObject({ problems: [required('given'), required('birth')], refusals: 1 });
    presses('continue');
    expect(intake.state).toMatchObject({ problems: [required('birth')], refusals: 2 });
  });

  it('holds the client to the practice’s minimum age, on the practice’s calendar', async () => {
    const { intake, does, presses } = await welcomed();
    expect(intake.context()).toEqual({ today: '2026-11-22', minimumAge: 21 });
    does({ type: 'begin' }, { type: 'answer', path: 'given', entry: 'Ana' });
    does({ type: 'answer', path: 'birth', entry: { year: '2005', month: '11', day: '23' } });
    presses('continue');
    expect(intake.state).toMatchObject({ problems: [{ path: 'birth', code: 'under-minimum-age' }] });
  });

  it('tells the page when a date of birth is below it, and when that is mended; never the date', async () => {
    const { session, does, presses } = await welcomed();
    const isUnderAge = () => (session.state.status === 'ready' ? session.state.underAge : 'not ready');
    does({ type: 'begin' }, { type: 'answer', path: 'given', entry: 'Ana' });
    does({ type: 'answer', path: 'birth', entry: { year: '2005', month: '11', day: '23' } });
    expect(isUnderAge()).toBeUndefined();
    presses('continue');
    expect(isUnderAge()).toBe(true);
    expect(JSON.stringify(session.state)).not.toContain('2005');
    does({ type: 'back' });
    expect(isUnderAge()).toBe(true);
    does({ type: 'begin' }, { type: 'answer', path: 'birth', entry: born });
    presses('continue');
    expect(isUnderAge()).toBe(false);
  });

  it('goes to the next page with a clean sheet', async () => {
    const { intake, does, presses } = await welcomed();
    does({ type: 'begin' });
    presses('continue');
    does({ type: 'answer', path: 'given', entry: 'Ana' }, { type: 'answer', path: 'birth', entry: born });
    presses('continue');
    expect(intake.state).toMatchObject({ page: 'body', problems: [], refusals: 0, changing: undefined });
  });

  it('takes in a page that an answer brings, and leaves it out where it doesn’t', async () => {
    const { intake, does, chooses, presses } = await welcomed({
      carried: answersOf({ given: 'Ana', birth: born }),
    });
    does({ type: 'begin' });
    presses('continue');
    chooses('heart', 'yes');
    presses('continue');
    expect(placeOf(intake.state)).toBe('filling heart-page');
    does({ type: 'back' });
    chooses('heart', 'no');
    presses('continue');
    expect(placeOf(intake.state)).toBe('filling medicines');
  });

  it('ends at the check', async () => {
    const { intake, fillsIn } = await welcomed();
    fillsIn();
    expect(intake.state).toMatchObject({ status: 'checking', cameFrom: undefined });
  });
});

describe('going back', () => {
  it('loses nothing, wherever it starts', async () => {
    const { intake, does, fillsIn } = await welcomed();
    fillsIn();
    const { answers } = filledOf(intake);
    const places: string[] = [];
    for (let step = 0; step < 4; step++) {
      does({ type: 'back' });
      places.push(placeOf(intake.state));
      expect(filledOf(intake).answers).toBe(answers);
    }
    expect(places).toEqual(['filling medicines', 'filling body', 'filling you', 'welcome']);
  });

  it('is never held up by what is missing, and keeps what can’t be read', async () => {
    const { intake, does, chooses, presses } = await welcomed({
      carried: answersOf({ given: 'Ana', birth: born }),
    });
    does({ type: 'begin' });
    presses('continue');
    chooses('conditions', 'liver');
    does({ type: 'back' }, { type: 'answer', path: 'birth', entry: { ...born, day: '99' } });
    does({ type: 'back' }, { type: 'begin' });
    expect(placeOf(intake.state)).toBe('filling you');
    const { entries } = filledOf(intake).answers;
    expect(entries.get('birth')).toEqual({ ...born, day: '99' });
    expect(entries.get('conditions')).toEqual(['liver']);
  });
});

describe('a change from the check', () => {
  it('opens its page and leads back to where it came from', async () => {
    const { intake, does, presses, fillsIn } = await welcomed();
    fillsIn();
    does({ type: 'change', page: 'you', path: 'given' });
    expect(intake.state).toMatchObject({ status: 'filling', page: 'you', changing: 'given' });
    does({ type: 'answer', path: 'given', entry: 'Anna' });
    presses('continue');
    expect(intake.state).toMatchObject({ status: 'checking', cameFrom: 'given' });
    expect(filledOf(intake).answers.entries.get('given')).toBe('Anna');
  });

  it('stays on its page while something is wrong with it', async () => {
    const { intake, does, presses, fillsIn } = await welcomed();
    fillsIn();
    does({ type: 'change', page: 'you', path: 'given' }, { type: 'answer', path: 'given', entry: ' ' });
    presses('continue');
    expect(intake.state).toMatchObject({ page: 'you', changing: 'given', problems: [required('given')] });
    does({ type: 'answer', path: 'given', entry: 'Anna' });
    presses('continue');
    expect(intake.state).toMatchObject({ status: 'checking', cameFrom: 'given' });
  });

  it('can be left with Back, which keeps what was written', async () => {
    const { intake, does, fillsIn } = await welcomed();
    fillsIn();
    does({ type: 'change', page: 'you', path: 'given' }, { type: 'answer', path: 'given', entry: 'Anna' });
    does({ type: 'back' });
    expect(intake.state).toMatchObject({ status: 'checking', cameFrom: 'given' });
    expect(filledOf(intake).answers.entries.get('given')).toBe('Anna');
  });
});

describe('sending from the check', () => {
  it('opens the first page on which something is wrong, with all that is wrong there', async () => {
    const { intake, ports, does, presses, fillsIn } = await welcomed();
    fillsIn();
    does({ type: 'change', page: 'you', path: 'given' });
    does(
      { type: 'answer', path: 'given', entry: '' },
      { type: 'answer', path: 'birth', entry: { ...born, day: '' } },
    );
    does({ type: 'back' });
    presses('send');
    expect(intake.state).toMatchObject({
      status: 'filling',
      page: 'you',
      problems: [required('given'), { path: 'birth', code: 'date-incomplete' }],
      refusals: 1,
      changing: 'given',
    });
    expect(ports.network.sent('POST submissions')).toEqual([]);
  });

  it('opens a page that was never seen, where a change has brought it', async () => {
    const form = {
      ...history,
      item: history.item.map((page) =>
        page.linkId === 'heart-page'
          ? { ...page, item: [{ ...itemOf(history, 'heart-more'), required: true }] }
          : page,
      ),
    };
    const { intake, does, chooses, presses, fillsIn } = await welcomed({
      source: { kind: 'built-in', form },
    });
    fillsIn();
    does({ type: 'change', page: 'body', path: 'heart' });
    chooses('heart', 'yes');
    presses('continue');
    presses('send');
    expect(intake.state).toMatchObject({ page: 'heart-page', problems: [required('heart-more')] });
  });
});

describe('answers', () => {
  it('that are exclusive stand alone', async () => {
    const { intake, does, chooses, presses } = await welcomed({
      carried: answersOf({ given: 'Ana', birth: born }),
    });
    does({ type: 'begin' });
    presses('continue');
    const chosen = () => filledOf(intake).answers.entries.get('conditions');
    chooses('conditions', 'liver');
    chooses('conditions', 'lungs');
    expect(chosen()).toEqual(['lungs', 'liver']);
    chooses('conditions', 'none');
    expect(chosen()).toEqual(['none']);
    chooses('conditions', 'lungs');
    expect(chosen()).toEqual(['lungs']);
    chooses('conditions', 'lungs', false);
    expect(chosen()).toEqual([]);
  });

  it('in one instance stay while others come and go', async () => {
    const { intake, does, fillsIn } = await welcomed();
    fillsIn();
    does({ type: 'change', page: 'medicines', path: 'medicine' });
    const [medicine, allergy] = [itemOf(history, 'medicine'), itemOf(history, 'allergy')];
    const another: IntakeMessage = { type: 'add-instance', item: medicine, path: 'medicine' };
    does(another, another, { type: 'add-instance', item: allergy, path: 'allergy' });
    for (const path of [
      'medicine-name#1',
      'medicine-name#2',
      'medicine-name#3',
      'allergic-to#1',
      'allergic-to#2',
    ])
      does({ type: 'answer', path, entry: path });
    does({ type: 'remove-instance', item: medicine, path: 'medicine', key: 2 }, another);
    const { entries, instances } = filledOf(intake).answers;
    expect(instances.get('medicine')).toEqual([1, 3, 4]);
    expect([...entries.values()].filter((entry) => typeof entry === 'string' && entry.includes('#'))).toEqual(
      ['medicine-name#1', 'medicine-name#3', 'allergic-to#1', 'allergic-to#2'],
    );
  });

  it('that were carried over from before are there', async () => {
    const { intake } = await welcomed({ carried: answersOf({ given: 'Ana' }) });
    expect(filledOf(intake).answers.entries.get('given')).toBe('Ana');
  });
});

describe('a message that doesn’t belong', () => {
  it('changes nothing while the answers are being checked', async () => {
    const { intake, does, chooses, presses, fillsIn } = await welcomed();
    fillsIn();
    const before = intake.state;
    const medicine = itemOf(history, 'medicine');
    does({ type: 'answer', path: 'given', entry: 'Eva' });
    does({ type: 'add-instance', item: medicine, path: 'medicine' });
    does({ type: 'remove-instance', item: medicine, path: 'medicine', key: 1 });
    does({ type: 'try-again' }, { type: 'clear' });
    chooses('heart', 'yes');
    presses('continue');
    expect(intake.state).toBe(before);
  });

  it.each<IntakeMessage>([
    { type: 'begin' },
    { type: 'back' },
    { type: 'send', context: { today: '2026-11-22', minimumAge: 21 } },
    { type: 'received', reference: 'KAP-7F3Q', receivedAt: '2026-11-22T20:10:01.000Z' },
  ])('changes nothing before the form is there: $type', (message) => {
    const loading: IntakeState = { status: 'loading' };
    expect(reduceIntake(loading, message)).toEqual([loading]);
  });

  it.each<IntakeMessage>([
    { type: 'received', reference: 'KAP-7F3Q', receivedAt: '2026-11-22T20:10:01.000Z' },
    { type: 'sent' },
    { type: 'stopped', httpStatus: 403 },
    { type: 'gave-up', reason: 'network' },
    { type: 'trouble', reason: 'network' },
    { type: 'invalid', problems: [{ path: 'given', code: 'not-accepted' }] },
  ])('changes nothing when it comes of a try that nobody made: $type', async (message) => {
    const { intake, fillsIn } = await welcomed();
    fillsIn();
    expect(reduceIntake(intake.state, message)).toEqual([intake.state]);
  });
});
