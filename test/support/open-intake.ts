import type { Destination } from '../../src/app/destination.js';
import { createIntake, type FormSource, type Intake } from '../../src/app/intake/intake.js';
import type { ClientMessage } from '../../src/app/intake/messages.js';
import { isFilled, type FilledState } from '../../src/app/intake/state.js';
import { createSession, type Session } from '../../src/app/session/session.js';
import type { Answers } from '../../src/domain/questionnaire/answers.js';
import { born, history, itemOf } from './history.js';
import { fakePorts, hasStatus, reaches, reply, type FakePorts, type World } from './ports.js';
import { endpoint, newClient, stillwater } from './practice-samples.js';

export interface OpenedIntake {
  readonly intake: Intake;
  readonly session: Session;
  readonly ports: FakePorts;
  /** What the client does, one after the other. */
  does(...messages: readonly ClientMessage[]): void;
  /** Ticks or unticks an answer of `history`. */
  chooses(linkId: string, code: string, ticked?: boolean): void;
  /** Presses Continue or Send, held to the rules as of now. */
  presses(type: 'continue' | 'send'): void;
  /** Fills in what `history` requires, up to the check. */
  fillsIn(): void;
}

export interface Opening extends World {
  readonly destination?: Destination;
  readonly source?: FormSource;
  readonly carried?: Answers;
}

/** An intake whose session has started, with `history` unless another form is named. */
export async function openIntake({
  destination = endpoint,
  source,
  carried,
  ...world
}: Opening = {}): Promise<OpenedIntake> {
  const script = {
    'GET practice': [reply(200, stillwater)],
    'GET care': [reply(200, newClient)],
    ...world.script,
  };
  const ports = fakePorts({ ...world, script });
  const session = createSession(destination, ports);
  await reaches(session, hasStatus('ready'));
  const intake = createIntake(source ?? { kind: 'built-in', form: history }, session, carried);

  const does = (...messages: readonly ClientMessage[]) => messages.forEach(intake.send);
  const presses = (type: 'continue' | 'send') => does({ type, context: intake.context() });
  const chooses = (linkId: string, code: string, ticked = true) =>
    does({ type: 'choose', item: itemOf(history, linkId), path: linkId, code, ticked });
  return {
    intake,
    session,
    ports,
    does,
    chooses,
    presses,
    fillsIn() {
      does({ type: 'begin' }, { type: 'answer', path: 'given', entry: 'Ana' });
      does({ type: 'answer', path: 'birth', entry: born });
      presses('continue');
      chooses('heart', 'no');
      presses('continue');
      presses('continue');
    },
  };
}

/** The state of an intake that has a form and answers. */
export function filledOf({ state }: Intake): FilledState {
  if (!isFilled(state)) throw new Error(`There are no answers while it is ${state.status}`);
  return state;
}
