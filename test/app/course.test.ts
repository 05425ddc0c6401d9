import { describe, expect, it } from 'vitest';
import { createCourse, resumeOnReturn, type Course, type RunEffect } from '../../src/app/course.js';
import { createSession } from '../../src/app/session/session.js';
import type { Step } from '../../src/app/store.js';
import { fakePorts, reaches, reply } from '../support/ports.js';
import { endpoint, stillwater } from '../support/practice-samples.js';

interface State {
  readonly told: readonly string[];
}

interface Message {
  readonly type: string;
}

type Effect = 'work' | 'rest';

/** Keeps what it is told; "begin" has it work. */
const reduce = ({ told }: State, { type }: Message): Step<State, Effect> => {
  const next = { told: [...told, type] };
  return type === 'begin' ? [next, 'work'] : [next];
};

const begun = (work: RunEffect<State, Message>): Course<State, Message> =>
  createCourse<State, Message, Effect>({
    initial: { told: [] },
    reduce,
    effects: { work, rest: () => Promise.reject(new Error('Nobody asked for it')) },
  });

const hasHeard =
  (type: string) =>
  (state: State): state is State =>
    state.told.includes(type);

describe('the course of an element', () => {
  it('carries an effect out with the state it came with, and takes in what comes of it', async () => {
    const seen: State[] = [];
    const course = begun(async (state, send) => {
      seen.push(state);
      send({ type: 'worked' });
      await Promise.resolve();
    });
    course.send({ type: 'begin' });
    await reaches(course, hasHeard('worked'));
    expect(seen).toEqual([{ told: ['begin'] }]);
    expect(course.state).toEqual({ told: ['begin', 'worked'] });
  });

  it('says that it was stopped where an effect breaks', async () => {
    const course = begun(() => Promise.reject(new Error('broken')));
    course.send({ type: 'begin' });
    await reaches(course, hasHeard('stopped'));
    expect(course.state).toEqual({ told: ['begin', 'stopped'] });
  });

  it('tells what goes on by itself that nobody waits any more, and loses nothing', async () => {
    const aborted: boolean[] = [];
    const course = begun(async (_, send, signal) => {
      aborted.push(signal.aborted);
      send({ type: 'worked' });
      await Promise.resolve();
    });
    course.send({ type: 'begin' });
    course.stop();
    course.send({ type: 'begin' });
    await Promise.resolve();
    expect(aborted).toEqual([false, true]);
    expect(course.state.told).toHaveLength(4);
  });
});

describe('going on when the client or the network is back', () => {
  function waiting() {
    const ports = fakePorts({ script: { 'GET practice': [reply(200, stillwater)] } });
    const course = begun(resumeOnReturn(createSession(endpoint, ports)));
    course.send({ type: 'begin' });
    return { course, ports };
  }

  it('waits for them', async () => {
    const { course, ports } = waiting();
    await ports.clock.sleep(60_000);
    expect(course.state).toEqual({ told: ['begin'] });
    ports.connection.comeBack();
    await reaches(course, hasHeard('returned'));
  });

  it('is nothing to who has been told that nobody waits any more', async () => {
    const { course, ports } = waiting();
    course.stop();
    ports.connection.comeBack();
    await ports.clock.sleep(0);
    expect(course.state).toEqual({ told: ['begin'] });
  });
});
