import { html, nothing, type TemplateResult } from 'lit';
import type { Signing } from '../../domain/consent/signing.js';
import { button } from '../views/button.js';
import { fieldId } from '../views/field-props.js';
import { SIGNATURE } from './places.js';
import type { ViewProps } from './view-props.js';

/** A box to sign in by hand, and what to do for somebody who can't. */
export function signingPad(
  { drawing }: Signing,
  problem: string | undefined,
  { t, send, pad }: ViewProps,
): TemplateResult {
  const id = fieldId(SIGNATURE.pad);
  const state = problem === undefined ? 'field' : 'field invalid';
  return html`
    <div
      class="${state} pad"
      part=${state}
      id=${id}
      role="group"
      tabindex="-1"
      aria-labelledby="${id}_label"
      aria-describedby="${id}_hint${problem === undefined ? '' : ` ${id}_error`}"
    >
      <p class="label" part="label" id="${id}_label">${t.padLabel}</p>
      <p class="hint" part="hint" id="${id}_hint">${t.padHint}</p>
      ${problem === undefined ? nothing : html`<p class="error" part="error" id="${id}_error">${problem}</p>`}
      <canvas part="pad" role="img" aria-label=${t.padLabel}></canvas>
      <p class="small muted" part="text" role="status">
        ${pad.status === 'failed' ? t.padFailed : t.padState(drawing?.strokes.length ?? 0)}
      </p>
      <div class="actions" part="actions">
        ${pad.status === 'failed' ? button(t.tryAgain, pad.tryAgain) : nothing}
        ${button(t.padUndo, () => send({ type: 'take-back' }))}
        ${button(t.padClear, () => send({ type: 'draw', drawing: undefined }))}
      </div>
    </div>
  `;
}
