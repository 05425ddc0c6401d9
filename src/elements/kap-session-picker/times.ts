import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from '../../app/sessions/state.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { timesInWords, zoneInWords } from '../../locale/format.js';
import { choice } from '../views/choice.js';
import { howInWords } from './session-words.js';
import type { ViewProps } from './view-props.js';

/** One time to choose, in the zone shown, with the other zone's beside it where they differ. */
function time(slot: Slot, { zone, slot: chosen }: Choice, props: ViewProps): TemplateResult {
  const { t, zoneName, send } = props;
  const [shown, other] = [zoneName(zone), zoneName(zone === 'client' ? 'practice' : 'client')];
  const inZone = (name: string) =>
    `${timesInWords(slot, name, t.language)} ${zoneInWords(name, slot.start, t.language)}`;
  const label = html`${inZone(shown)}
    <span class="small muted"
      >${shown === other ? nothing : `(${inZone(other)}) `}${howInWords(slot, props)}</span
    >`;
  return choice(label, {
    type: 'radio',
    name: 'slot',
    part: 'slot',
    isChosen: chosen?.id === slot.id,
    onChange: () => send({ type: 'choose-slot', slot }),
  });
}

/** Times to choose from, under a heading that says of which day. */
export const times = (
  heading: string,
  slots: readonly Slot[],
  choice: Choice,
  problem: string | undefined,
  props: ViewProps,
): TemplateResult => {
  const state = problem === undefined ? 'field' : 'field invalid';
  return html`
    <fieldset class=${state} part=${state}>
      <legend class="label" part="label" id="times" tabindex="-1">${heading}</legend>
      ${problem === undefined ? nothing : html`<p class="error" part="error">${problem}</p>`}
      <div class="choices long" part="choices">${slots.map((slot) => time(slot, choice, props))}</div>
    </fieldset>
  `;
};
