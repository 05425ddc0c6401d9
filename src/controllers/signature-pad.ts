import type { LitElement, ReactiveController } from 'lit';
import type { Drawing } from '../domain/consent/record.js';
import type { DrawingPad } from './draw.js';
import { loadDrawing } from './later-code.js';

/** Whether somebody can draw by now; `failed` where the code for it could not be loaded. */
export type PadStatus = 'loading' | 'ready' | 'failed';

/** Makes the canvas of its host a pad to sign on, for as long as there is one. */
export class SignaturePadController implements ReactiveController {
  readonly #host: LitElement;
  readonly #drawing: () => Drawing | undefined;
  readonly #onDrawn: (drawing: Drawing) => void;
  #canvas: HTMLCanvasElement | undefined;
  #pad: DrawingPad | undefined;
  #status: PadStatus = 'loading';

  /** @param drawing what is drawn so far, to be shown on the pad. */
  constructor(host: LitElement, drawing: () => Drawing | undefined, onDrawn: (drawing: Drawing) => void) {
    this.#host = host;
    this.#drawing = drawing;
    this.#onDrawn = onDrawn;
    host.addController(this);
  }

  get status(): PadStatus {
    return this.#status;
  }

  /** Loads once more what could not be loaded. */
  readonly tryAgain = (): void => {
    this.hostDisconnected();
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const canvas = this.#host.renderRoot.querySelector('canvas') ?? undefined;
    if (canvas !== this.#canvas) {
      this.hostDisconnected();
      this.#canvas = canvas;
      if (canvas) void this.#begin(canvas);
    }
    this.#pad?.show(this.#drawing());
  }

  hostDisconnected(): void {
    this.#pad?.end();
    this.#pad = undefined;
    this.#canvas = undefined;
    this.#status = 'loading';
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  async #begin(canvas: HTMLCanvasElement): Promise<void> {
    let status: PadStatus;
    try {
      const { keepDrawn } = await loadDrawing();
      if (this.#canvas !== canvas) return;
      this.#pad = keepDrawn(canvas, this.#onDrawn);
      status = 'ready';
    } catch {
      status = 'failed';
    }
    if (this.#canvas !== canvas) return;
    this.#status = status;
    this.#host.requestUpdate();
  }
}
