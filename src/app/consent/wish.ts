import { urgentText } from '../../domain/submission/safety-alert.js';
import { createCourse, type Course } from '../course.js';
import type { FrozenSubmission } from '../deliver.js';
import type { Session } from '../session/session.js';
import type { Step } from '../store.js';
import { EXPIRES_AFTER_MS, newFrame, onTheWay, submit } from '../submit.js';

/** How far the wish to be called about a consent has come, which can't be signed now. */
export type WishState =
  | { readonly status: 'none' | 'sending' | 'failed' }
  | { readonly status: 'noted'; readonly reference: string };

export type WishMessage = { readonly type: 'ask' } | { readonly type: 'noted'; readonly reference: string };

/** How a wish is asked for, once; and again where it has not reached the practice. Pure. */
export function reduceWish(
  state: WishState,
  message: WishMessage | { readonly type: string },
): Step<WishState, 'ask'> {
  if (message.type === 'ask')
    return state.status === 'none' || state.status === 'failed' ? [{ status: 'sending' }, 'ask'] : [state];
  if (state.status !== 'sending') return [state];
  if ('reference' in message) return [{ status: 'noted', reference: message.reference }];
  const way = onTheWay(message);
  return [way && way.status !== 'sending' ? { status: 'failed' } : state];
}

/**
 * The wish to be called about a consent once the quiet hours are over. It says nothing else: what the client wants they
 * say when they have rested. Tried while they wait, and never on its own later.
 *
 * @param locale the language of the words that the client reads.
 */
export function createWish(locale: string, session: Session): Course<WishState, WishMessage> {
  let frozen: (FrozenSubmission & { readonly until: number }) | undefined;

  const freeze = async () => {
    const frame = newFrame(session);
    const until = Date.parse(frame.createdAt) + EXPIRES_AFTER_MS;
    const expiresAt = new Date(until).toISOString();
    const content = { reason: 'wish-after-session', about: 'consent' } as const;
    const body = urgentText({ kind: 'call-request', content }, { ...frame, locale, expiresAt });
    return { id: frame.id, body, digest: await session.ports.hash.sha256(body), until };
  };

  return createCourse<WishState, WishMessage, 'ask'>({
    initial: { status: 'none' },
    reduce: reduceWish,
    effects: {
      async ask(_, send, signal) {
        // The same bytes as long as they are good: those before may have arrived.
        if (!frozen || frozen.until <= session.ports.clock.now()) frozen = await freeze();
        const outcome = await submit(frozen, session, signal, () => undefined);
        if (outcome.verdict !== 'received') throw new Error(`The wish was not noted (${outcome.verdict}).`);
        send({ type: 'noted', reference: outcome.reference });
      },
    },
  });
}
