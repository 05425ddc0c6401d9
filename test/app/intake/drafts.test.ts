import { describe, expect, it } from 'vitest';
import { placeOf, type IntakeState, type Keeping } from '../../../src/app/intake/state.js';
import { DRAFT_MS, draftOf } from '../../../src/domain/questionnaire/draft.js';
import { answersOf } from '../../support/answers.js';
import { born, history } from '../../support/history.js';
import { filledOf, openIntake, type OpenedIntake, type Opening } from '../../support/open-intake.js';
import { accepts, FakeDrafts, hasStatus, NOW, noReply, reaches, reply } from '../../support/ports.js';
import { afterIntake, endpoint, webhook } from '../../support/practice-samples.js';

const SAVED = { status: 'saved', at: NOW, until: NOW + DRAFT_MS };
const named = (given: string) => ({ type: 'answer', path: 'given', entry: given }) as const;

const isKeeping =
  (status: Keeping['status']) =>
  (state: IntakeState): state is IntakeState =>
    'keeping' in state && state.keeping.status === status;

/** An intake on its first page. */
async function begun(opening: Opening = {}): Promise<OpenedIntake> {
  const opened = await openIntake(opening);
  await reaches(opened.intake, hasStatus('welcome'));
  opened.does({ type: 'begin' });
  return opened;
}

/** An intake whose client has said that it is their own device, and has given their name. */
async function kept(opening: Opening = {}): Promise<OpenedIntake> {
  const opened = await begun(opening);
  opened.does({ type: 'keep' }, named('Ana'));
  await reaches(opened.intake, isKeeping('saved'));
  return opened;
}

/** The same form opened on the same device, by a page that knows nothing of the one before. */
async function openedAgain(drafts: FakeDrafts, opening: Opening = {}): Promise<OpenedIntake> {
  const opened = await openIntake({ drafts, ...opening });
  await reaches(opened.intake, hasStatus('welcome'));
  return opened;
}

/** Everything that has been begun on the device is done when this resolves. */
const settles = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('before the client has said that it is their own device', () => {
  it('nothing is kept, whatever is answered', async () => {
    const { intake, ports, fillsIn } = await openIntake();
    await reaches(intake, hasStatus('welcome'));
    fillsIn();
    await settles();
    expect(filledOf(intake).keeping).toEqual({ status: 'off' });
    expect(ports.drafts.written).toEqual([]);
  });
});

describe('on the client’s own device', () => {
  it('every answer is kept, and every place', async () => {
    const { intake, ports, does, presses } = await kept();
    expect(filledOf(intake).keeping).toEqual(SAVED);
    does({ type: 'answer', path: 'birth', entry: born });
    presses('continue');
    await reaches(intake, isKeeping('saved'));
    const { answers } = filledOf(intake);
    expect(JSON.parse(ports.drafts.only?.json ?? '')).toEqual(draftOf(history, answers, 'body'));
  });

  it('is said to be saved only when the very answers on the screen are', async () => {
    const { intake, ports, does } = await kept();
    ports.drafts.hold();
    does(named('Anna'));
    expect(filledOf(intake).keeping.status).toBe('saving');
    await settles();
    does(named('Anna M'));
    const states: string[] = [];
    intake.subscribe(() => states.push(filledOf(intake).keeping.status));
    ports.drafts.letGo();
    await reaches(intake, isKeeping('saved'));
    expect(states).toEqual(['saved']);
    expect(ports.drafts.only?.json).toContain('Anna M');
  });

  it('writes the latest where it is slower than the client, and nothing twice', async () => {
    const { intake, ports, does } = await kept();
    const before = ports.drafts.written.length;
    ports.drafts.hold();
    does(named('A'));
    await settles();
    for (const given of ['An', 'Ann', 'Anna']) does(named(given));
    ports.drafts.letGo();
    await reaches(intake, isKeeping('saved'));
    await settles();
    expect(ports.drafts.written).toHaveLength(before + 2);
    expect(ports.drafts.only?.json).toContain('"Anna"');
  });

  it('a draft ends three days after the last answer', async () => {
    const { intake, ports, does } = await kept();
    await ports.clock.sleep(3_600_000);
    does(named('Anna'));
    await reaches(intake, isKeeping('saved'));
    expect(ports.drafts.only?.until).toBe(NOW + 3_600_000 + DRAFT_MS);
  });

  it('says “not saved” where the device won’t, goes on all the same, and tries with the next answer', async () => {
    const { intake, ports, does } = await begun();
    ports.drafts.isBlocked = true;
    does({ type: 'keep' }, named('Ana'));
    await reaches(intake, isKeeping('not-saved'));
    expect(filledOf(intake).answers.entries.get('given')).toBe('Ana');
    ports.drafts.isBlocked = false;
    does(named('Anna'));
    await reaches(intake, isKeeping('saved'));
    expect(ports.drafts.only?.json).toContain('Anna');
  });

  it('keeps each form of each practice apart', async () => {
    const drafts = new FakeDrafts();
    await kept({ drafts });
    for (const other of [
      { destination: webhook },
      { source: { kind: 'built-in', form: { ...history, id: 'reflection' } } },
    ] as const) {
      const { intake } = await openedAgain(drafts, other);
      expect(filledOf(intake)).toMatchObject({ found: undefined, keeping: { status: 'off' } });
    }
    expect([...drafts.kept.keys()].join(' ')).not.toMatch(new RegExp(`${history.id}|${endpoint.url}`));
  });
});

describe('coming back', () => {
  it('finds the answers and leads to where the client was', async () => {
    const { ports, intake: before, does, presses, chooses } = await kept();
    does({ type: 'answer', path: 'birth', entry: born });
    presses('continue');
    chooses('heart', 'yes');
    await reaches(before, isKeeping('saved'));

    const { intake, does: doesNow } = await openedAgain(ports.drafts);
    expect(filledOf(intake)).toMatchObject({
      answers: filledOf(before).answers,
      keeping: SAVED,
      found: { place: 'body', unfit: [] },
    });
    doesNow({ type: 'begin' });
    expect(placeOf(intake.state)).toBe('body');
    await reaches(intake, isKeeping('saved'));
  });

  it('leads to the check from there, and from a page that is gone to the first', async () => {
    const { ports, intake: before, fillsIn } = await kept();
    fillsIn();
    await reaches(before, isKeeping('saved'));
    const atCheck = await openedAgain(ports.drafts);
    atCheck.does({ type: 'begin' });
    expect(atCheck.intake.state.status).toBe('checking');

    atCheck.does({ type: 'go', place: 'medicines' });
    await reaches(atCheck.intake, isKeeping('saved'));
    const form = { ...history, item: history.item.filter(({ linkId }) => linkId !== 'medicines') };
    const without = await openedAgain(ports.drafts, { source: { kind: 'built-in', form } });
    without.does({ type: 'begin' });
    expect(placeOf(without.intake.state)).toBe('you');
  });

  it('names what a new version of the questionnaire no longer takes', async () => {
    const { ports, does, intake: before } = await kept();
    does({ type: 'go', place: 'body' });
    await reaches(before, isKeeping('saved'));
    const item = history.item.slice(1);
    const source = { kind: 'built-in', form: { ...history, version: '2.0.0', item } } as const;
    const { intake } = await openedAgain(ports.drafts, { source });
    expect(filledOf(intake)).toMatchObject({ found: { place: 'body', unfit: ['First name'] } });
  });

  it('finds no answers where nothing was answered, and knows still that they are to be kept', async () => {
    const { intake: before, ports, does } = await openIntake();
    await reaches(before, hasStatus('welcome'));
    does({ type: 'keep' });
    await reaches(before, isKeeping('saved'));
    const { intake } = await openedAgain(ports.drafts);
    expect(filledOf(intake)).toMatchObject({ found: undefined, keeping: SAVED });
  });

  it('finds nothing in what is no draft, and erases it', async () => {
    const { ports } = await kept();
    for (const draft of ports.drafts.kept.values()) draft.json = '{"schema":"other"}';
    const { intake } = await openedAgain(ports.drafts);
    expect(filledOf(intake)).toMatchObject({ found: undefined, keeping: { status: 'off' } });
    expect(ports.drafts.only).toBeUndefined();
  });

  it('opens the form without answers where the device would not say', async () => {
    const drafts = new FakeDrafts();
    drafts.isBlocked = true;
    const { intake } = await openedAgain(drafts);
    expect(filledOf(intake).keeping).toEqual({ status: 'off' });
  });
});

describe('what is kept is erased', () => {
  const gone = async ({ intake, ports }: OpenedIntake) => {
    await settles();
    expect(ports.drafts.only).toBeUndefined();
    if ('keeping' in intake.state) expect(intake.state.keeping).toEqual({ status: 'off' });
  };

  it('when the client says so, who keeps the answers on the screen', async () => {
    const opened = await kept();
    opened.does({ type: 'forget' });
    await gone(opened);
    expect(filledOf(opened.intake).answers.entries.get('given')).toBe('Ana');
    opened.does(named('Anna'));
    await gone(opened);
  });

  it('also while an answer is being written', async () => {
    const opened = await kept();
    opened.ports.drafts.hold();
    opened.does(named('Anna'), named('Anna M'), { type: 'forget' });
    await settles();
    expect(filledOf(opened.intake).keeping).toEqual({ status: 'erasing' });
    opened.ports.drafts.letGo();
    await gone(opened);
  });

  it('when the client starts over, whose form is empty then', async () => {
    const { ports } = await kept();
    const opened = await openedAgain(ports.drafts);
    opened.does({ type: 'start-over' });
    await reaches(opened.intake, hasStatus('welcome'));
    await gone(opened);
    expect(filledOf(opened.intake)).toMatchObject({ answers: answersOf({}), found: undefined });
  });

  it.each([
    ['received', endpoint, accepts],
    ['sent', webhook, reply(200)],
  ] as const)('when they are %s', async (status, destination, answer) => {
    const path = destination === webhook ? webhook.url.replace(/^.*\//, '') : 'submissions';
    const opened = await openIntake({ destination, script: { [`POST ${path}`]: [answer] } });
    await reaches(opened.intake, hasStatus('welcome'));
    opened.does({ type: 'keep' });
    opened.fillsIn();
    opened.presses('send');
    await reaches(opened.intake, hasStatus(status));
    await gone(opened);
  });

  it('when the client is too young', async () => {
    const opened = await kept();
    opened.does({ type: 'answer', path: 'birth', entry: { ...born, year: '2020' } });
    opened.presses('continue');
    await gone(opened);
    expect(opened.intake.state).toMatchObject({ problems: [{ code: 'under-minimum-age' }] });
  });

  it('not while it is not known to have arrived', async () => {
    const opened = await openIntake({ script: { 'POST submissions': [noReply()] } });
    await reaches(opened.intake, hasStatus('welcome'));
    opened.does({ type: 'keep' });
    opened.fillsIn();
    opened.presses('send');
    await reaches(opened.intake, hasStatus('not-sent'));
    await settles();
    expect(opened.ports.drafts.only?.json).toContain('Ana');
  });

  it('and is said not to be where the device won’t, with nothing kept from then on', async () => {
    const { intake, ports, does } = await kept();
    ports.drafts.isBlocked = true;
    does({ type: 'forget' });
    await reaches(intake, isKeeping('not-erased'));
    expect(filledOf(intake).keeping).toEqual({ status: 'not-erased', until: NOW + DRAFT_MS });
    ports.drafts.isBlocked = false;
    const before = ports.drafts.written.length;
    does(named('Anna'));
    await settles();
    expect(ports.drafts.written).toHaveLength(before);
    expect(filledOf(intake).keeping.status).toBe('not-erased');
    does({ type: 'forget' });
    await settles();
    expect(ports.drafts.only).toBeUndefined();
  });
});

describe('leaving at once', () => {
  it('takes the answers off the screen and leaves what is kept where it is', async () => {
    const { intake, ports, does } = await kept();
    does({ type: 'leave' });
    expect(intake.state).toEqual({ status: 'loading' });
    await reaches(intake, hasStatus('welcome'));
    expect(ports.drafts.only?.json).toContain('Ana');
    expect(filledOf(intake).keeping).toEqual(SAVED);
  });
});

describe('the same form in another tab', () => {
  it('is not written over by the tab that was there before, which says that it does not save', async () => {
    const first = await kept();
    const second = await openedAgain(first.ports.drafts);
    second.does({ type: 'begin' }, named('Second'));
    await reaches(second.intake, isKeeping('saved'));
    first.does(named('First'));
    await reaches(first.intake, isKeeping('not-saved'));
    expect(first.ports.drafts.only?.json).toContain('Second');
  });

  it('does not bring back what was cleared in the other', async () => {
    const first = await kept();
    const second = await openedAgain(first.ports.drafts);
    second.does({ type: 'start-over' });
    await reaches(second.intake, hasStatus('welcome'));
    first.does(named('First'));
    await reaches(first.intake, isKeeping('not-saved'));
    expect(first.ports.drafts.only).toBeUndefined();
  });

  it('can be kept anew by a client who clears it first', async () => {
    const { intake, ports, does } = await kept();
    ports.drafts.kept.clear();
    does(named('Anna'));
    await reaches(intake, isKeeping('not-saved'));
    does({ type: 'forget' }, { type: 'keep' });
    await reaches(intake, isKeeping('saved'));
    expect(ports.drafts.only?.json).toContain('Anna');
  });
});

describe('a client who comes back to the tab', () => {
  it('is not told that what the other tab has cleared is saved', async () => {
    const { intake, ports } = await kept();
    ports.drafts.kept.clear();
    ports.connection.comeBack();
    await reaches(intake, isKeeping('not-saved'));
  });

  it('nor what has been replaced or has come to its end, however often they were away', async () => {
    const { intake, ports, does } = await kept();
    ports.connection.comeBack();
    await settles();
    expect(filledOf(intake).keeping).toEqual(SAVED);
    does({ type: 'forget' }, { type: 'keep' });
    await reaches(intake, isKeeping('saved'));
    ports.connection.comeBack();
    await settles();
    expect(filledOf(intake).keeping).toEqual(SAVED);
    const [id = ''] = ports.drafts.kept.keys();
    ports.drafts.kept.set(id, { json: '{}', until: NOW + DRAFT_MS, revision: 'of another tab' });
    ports.connection.comeBack();
    await reaches(intake, isKeeping('not-saved'));
  });
});

describe('a client whose intake has arrived before', () => {
  const token = 'T'.repeat(43);
  const script = { 'GET care': [reply(200, afterIntake)] };

  it('finds the answers that they have begun since, and nothing that is older', async () => {
    const { ports } = await kept();
    const [draft] = ports.drafts.kept.values();
    if (!draft) throw new Error('Nothing is kept.');
    const receivedAt = Date.parse('2026-11-22T20:10:01.000Z');
    draft.until = receivedAt + 1 + DRAFT_MS;
    const since = await openedAgain(ports.drafts, { token, script });
    expect(filledOf(since.intake).answers.entries.get('given')).toBe('Ana');
    draft.until = receivedAt - 1 + DRAFT_MS;
    const older = await openIntake({ drafts: ports.drafts, token, script });
    await reaches(older.intake, hasStatus('received-before'));
    expect(ports.drafts.only).toBeUndefined();
  });
});
