import { DRAFT_MS, draftOf, readDraft } from '../../domain/questionnaire/draft.js';
import type { Answers } from '../../domain/questionnaire/answers.js';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import type { Session } from '../session/session.js';
import type { ResultMessage } from './messages.js';
import { isFilled, placeOf, type Found, type IntakeState, type Saved } from './state.js';

type Send = (message: ResultMessage) => void;

/** What comes back from the device when a form is opened. */
export interface Kept {
  readonly answers: Answers;
  readonly keeping: Saved;
  readonly found: Found | undefined;
}

/** Keeps the answers of one intake on this device, if the client wants that, and never two things at a time. */
export interface Keeper {
  /** @param answers what stands in the fields without a draft. */
  find(form: Questionnaire, answers: Answers): Promise<Kept | undefined>;
  keep(state: IntakeState, send: Send): Promise<void>;
  erase(state: IntakeState, send: Send): Promise<void>;
  /** Whether what was saved is there still: it may have come to its end, or another tab has cleared or replaced it. */
  lookAgain(state: IntakeState, send: Send): Promise<void>;
}

export function createKeeper({ destination, ports }: Session): Keeper {
  const { clock, drafts, hash } = ports;
  let id = '';
  /** What this page has read or written last: a draft of another tab's is never written over. */
  let revision: string | undefined;
  /** The latest that is to be kept; what it has overtaken is not written any more, and nothing is after an end to it. */
  let latest: IntakeState | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const eraseNow = async (): Promise<void> => {
    await drafts.erase(id);
    revision = undefined;
  };

  const find = async (form: Questionnaire, answers: Answers): Promise<Kept | undefined> => {
    id = await hash.sha256(`${destination.url} ${form.id}`);
    const kept = await drafts.read(id);
    revision = kept?.revision;
    if (!kept) return undefined;
    const draft = readDraft(kept.draft, form, answers);
    if (!draft) {
      await eraseNow();
      return undefined;
    }
    const { until } = kept;
    return {
      answers: draft.answers,
      keeping: { status: 'saved', at: until - DRAFT_MS, until },
      found: draft.isAnswered ? draft : undefined,
    };
  };

  const write = async (state: IntakeState, send: Send): Promise<void> => {
    if (state !== latest || !isFilled(state)) return;
    latest = undefined;
    const { form, answers, keeping } = state;
    const at = clock.now();
    const until = at + DRAFT_MS;
    try {
      const draft = draftOf(form, answers, placeOf(state) ?? 'checking');
      revision = await drafts.write(id, { draft, until }, revision);
      send({ type: 'kept', keeping, at, until });
    } catch {
      send({ type: 'not-kept', keeping });
    }
  };

  return {
    find: (form, answers) => inTurn(() => find(form, answers)).catch(() => undefined),

    keep(state, send) {
      latest = state;
      return inTurn(() => write(state, send));
    },

    async erase(state, send) {
      latest = undefined;
      const isErased = await inTurn(eraseNow).then(
        () => true,
        () => false,
      );
      if (!isFilled(state)) return;
      const { keeping } = state;
      // Whatever is left was written by now.
      const until = clock.now() + DRAFT_MS;
      send(isErased ? { type: 'erased', keeping } : { type: 'not-erased', keeping, until });
    },

    async lookAgain(state, send) {
      if (!isFilled(state) || state.keeping.status !== 'saved') return;
      const { keeping } = state;
      const kept = await inTurn(() => drafts.read(id)).catch(() => undefined);
      if (kept?.revision !== revision) send({ type: 'not-kept', keeping });
    },
  };
}
