import { safetyItems, withoutSafetyItems } from '../../domain/questionnaire/safety.js';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import {
  alertAbout,
  callBackOf,
  urgentText,
  type UrgentContent,
} from '../../domain/submission/safety-alert.js';
import type { RunEffect, Signal } from '../course.js';
import type { Session } from '../session/session.js';
import { EXPIRES_AFTER_MS, newFrame, submit } from '../submit.js';
import type { ClientMessage } from './messages.js';
import type { SafetyEffect, WordStatus } from './safety-state.js';
import { isFilled, type IntakeState } from './state.js';

/**
 * How long an answer has to stand before the practice is told of it. Whoever goes through the answers with the arrow
 * keys chooses each of them on the way, and a finger can slip: nobody is to be called for what they did not mean.
 */
export const ANSWER_STANDS_MS = 3_000;

const hasPlan = ({ destination, state }: Session): boolean =>
  destination.mode === 'endpoint' &&
  state.status === 'ready' &&
  state.practice?.safety.responsePlan !== undefined;

/**
 * A questionnaire as this practice can ask it. Where nobody is ready to answer to a sign of danger, and where there is
 * no endpoint to tell at once, nobody is asked for one; whoever runs the page is told.
 */
export function askedHere(form: Questionnaire, session: Session): Questionnaire {
  const items = safetyItems(form.item);
  if (hasPlan(session) || items.length === 0) return form;
  const reason =
    session.destination.mode === 'endpoint'
      ? 'the practice profile has no safety.responsePlan'
      : 'only an endpoint can be told at once';
  const linkIds = items.map(({ linkId }) => linkId).join(', ');
  session.ports.warn('safety', `${linkIds} are left out because ${reason}.`);
  return withoutSafetyItems(form);
}

type SafetyResult = Extract<ClientMessage, { type: 'safety' }>;

/**
 * Freezes a word and brings it to the practice while somebody waits; `tell` hears how far it has come.
 *
 * @param stands whether it is to go out at all. It is frozen before that is known: a page that goes away has no time left.
 */
async function bring(
  urgent: UrgentContent,
  locale: string,
  session: Session,
  signal: Signal,
  tell: (status: WordStatus) => void,
  stands?: Promise<boolean>,
): Promise<void> {
  try {
    const frame = newFrame(session);
    const expiresAt = new Date(Date.parse(frame.createdAt) + EXPIRES_AFTER_MS).toISOString();
    const body = urgentText(urgent, { ...frame, locale, expiresAt });
    const frozen = { id: frame.id, body, digest: await session.ports.hash.sha256(body) };
    if (stands && !(await stands)) return;
    tell('sending');
    const outcome = hasPlan(session) && (await submit(frozen, session, signal, () => undefined));
    tell(outcome && outcome.verdict === 'received' ? 'received' : 'failed');
  } catch {
    // Whatever breaks on the way, nobody is left believing that the practice is being told.
    tell('failed');
  }
}

/** @param current the state as it is when it is asked for. */
export function safetyEffects(session: Session, current: () => IntakeState) {
  /** What waits to stand; each takes the state that it is held against. */
  const waiting = new Set<(now: IntakeState) => void>();

  const effects: Readonly<Record<SafetyEffect, RunEffect<IntakeState, SafetyResult>>> = {
    async alert(state, send, signal) {
      const alert = isFilled(state) ? state.safety.alerts.at(-1) : undefined;
      const content = isFilled(state) && alert && alertAbout(state.form, state.answers, alert.path);
      if (!alert || !content) return;
      const tell = (status: WordStatus) =>
        send({ type: 'safety', message: { type: 'alert', alert: { ...alert, status } } });
      const stands = new Promise<IntakeState>((resolve) => {
        waiting.add(resolve);
        void session.ports.clock.sleep(ANSWER_STANDS_MS).then(() => {
          waiting.delete(resolve);
          resolve(current());
        });
      }).then((now) => isFilled(now) && now.safety.alerts.includes(alert));
      await bring({ kind: 'safety-alert', content }, state.form.locale, session, signal, tell, stands);
    },
    async call(state, send, signal) {
      if (!isFilled(state)) return;
      const { phone, safeTimes } = state.safety.call;
      const content = callBackOf(phone, safeTimes);
      await bring({ kind: 'call-request', content }, state.form.locale, session, signal, (status) =>
        send({ type: 'safety', message: { type: 'call', call: { status } } }),
      );
    },
  };

  return {
    effects,
    /** Lets nothing wait any longer that is to be told. */
    tellNow(): void {
      for (const goOn of waiting) goOn(current());
      waiting.clear();
    },
  };
}
