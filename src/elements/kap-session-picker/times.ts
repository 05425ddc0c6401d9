import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from '../../app/sessions/state.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { timesInWords, zoneInWords } from '../../locale/format.js';
import { choice } from '../views/choice.js';
import { elsewhereInWords, howInWords } from '../views/session-words.js';
import type { ViewProps } from './view-props.js';

export interface TimesProps {
  /** Where a link to these times leads. */
  readonly id: string;
  readonly heading: string;
  readonly slots: readonly Slot[];
  /** Whether each time says its day, where the heading does not. */
  readonly isDated?: boolean;
  readonly problem?: string | undefined;
}

/** One time to choose, in the zone shown, with the other zone's beside it where they differ. */
function time(
  slot: Slot,
  isDated: boolean,
  { zone, slot: chosen }: Choice,
  props: ViewProps,
): TemplateResult {
  const { t, zoneName, send } = props;
  const [shown, other] = [zoneName(zone), zoneName(zone === 'client' ? 'practice' : 'client')] as const;
  const label = html`<strong>${timesInWords(slot, shown, t.language, isDated)}</strong>,
    ${howInWords(slot, props)}
    <span class="small muted zone"
      >${zoneInWords(shown, slot.start, t.language)}${elsewhereInWords(slot, [shown, other], t)}</span
    >`;
  return choice(label, {
    type: 'radio',
    name: 'slot',
    part: 'slot',
    isChosen: chosen?.id === slot.id,
    onChange: () => send({ type: 'choose-slot', slot }),
  });
}

/** Times to choose from. */
export function times(
  { id, heading, slots, isDated = false, problem }: TimesProps,
  choice: Choice,
  props: ViewProps,
): TemplateResult {
  const state = problem === undefined ? 'field' : 'field invalid';
  const errorId = problem === undefined ? nothing : `${id}-error`;
  return html`
    <fieldset class=${state} part=${state} aria-describedby=${errorId}>
      <legend class="label" part="label" id=${id} tabindex="-1">${heading}</legend>
      ${problem === undefined ? nothing : html`<p class="error" part="error" id=${errorId}>${problem}</p>`}
      <div class="choices long" part="choices">
        ${slots.map((slot) => time(slot, isDated, choice, props))}
      </div>
    </fieldset>
  `;
}
