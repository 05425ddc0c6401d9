import type { LitElement, ReactiveController } from 'lit';

/** Moves the focus after the next render, only ever in answer to something the client did. */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  #selector: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The first element in the host's root that matches gets the focus once it has been rendered. */
  moveTo(selector: string): void {
    this.#selector = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const selector = this.#selector;
    if (selector === undefined) return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!target) return;
    this.#selector = undefined;
    showAndFocus(target);
  }
}

/** Brings the question into view with its label, then focuses its field: the other order hides the label on phones. */
export function showAndFocus(target: HTMLElement): void {
  const field =
    target.tabIndex >= 0 || target.hasAttribute('tabindex')
      ? target
      : target.querySelector<HTMLElement>('input, select, textarea, button');
  const question = target.closest<HTMLElement>('.field');
  const { top, bottom } = (question ?? target).getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) (question ?? target).scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}
