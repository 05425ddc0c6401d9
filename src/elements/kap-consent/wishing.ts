import type { ReactiveControllerHost } from 'lit';
import { createWish, type WishMessage, type WishState } from '../../app/consent/wish.js';
import type { Course } from '../../app/course.js';
import type { Session } from '../../app/session/session.js';
import { SelectController } from '../../controllers/select.js';

/** The client's wish to be called about what can't be signed now. */
export class Wishing {
  readonly #state: SelectController<WishState, WishState>;
  #wish: Course<WishState, WishMessage> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#state = new SelectController<WishState, WishState>(host, (state) => state);
  }

  /** Nothing where the practice can't be asked from here. */
  get state(): WishState | undefined {
    return this.#state.value;
  }

  /** @param language of the words on the screen. */
  begin(language: string, session: Session): void {
    this.#wish?.stop();
    this.#wish = session.destination.mode === 'endpoint' ? createWish(language, session) : undefined;
    this.#state.follow(this.#wish);
  }

  readonly ask = (): void => this.#wish?.send({ type: 'ask' });
}
