import { html, nothing, type TemplateResult } from 'lit';
import type { ToldFinding, WishedSession } from '../../app/sessions/state.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { dayInWords, timesInWords, zoneInWords } from '../../locale/format.js';
import { choice } from '../views/choice.js';
import { elsewhereInWords, howInWords } from '../views/session-words.js';
import { findingsInWords } from './findings.js';
import type { ViewProps } from './view-props.js';

export interface TimesProps {
  /** Where a link to these times leads. */
  readonly id: string;
  readonly heading: string;
  readonly slots: readonly Slot[];
  /** Whether each time says its day, where the heading does not. */
  readonly isDated?: boolean;
  readonly problem?: string | undefined;
  /** The session that they are for. */
  readonly session: WishedSession;
  /** The zone shown, and the other one of client and practice. */
  readonly zones: readonly [string, string];
  /** Whether a time is shown by the practice's clocks first, whatever the zone shown. */
  readonly isAtPractice: (slot: Slot) => boolean;
  readonly check: (slot: Slot) => readonly ToldFinding[];
}

/** One time to choose, in the zone shown, with the other zone's beside it where they differ. */
function time(
  slot: Slot,
  { isDated = false, session, zones, isAtPractice, check }: TimesProps,
  props: ViewProps,
): TemplateResult {
  const { t, send } = props;
  const dayIn = (zone: string) => dateIn(zone, Date.parse(slot.start));
  const here = isAtPractice(slot) ? ([zones[1], zones[0]] as const) : zones;
  const says = isDated || dayIn(here[0]) !== dayIn(zones[0]);
  const label = html`<strong>${timesInWords(slot, here[0], t.language, says)}</strong>,
    ${howInWords(slot, props)}
    <span class="small muted zone"
      >${zoneInWords(here[0], slot.start, t.language)}${elsewhereInWords(slot, here, t)}</span
    >${says ? nothing : html`<span class="visually-hidden">, ${dayInWords(dayIn(here[0]), t.language)}</span>`}`;
  const against = check(slot);
  if (against.length > 0)
    return html`<div class="choice locked" part="slot locked">
      <span>${label}<br />${findingsInWords(against, props)}</span>
    </div>`;
  return choice(label, {
    type: 'radio',
    name: 'slot',
    part: 'slot',
    isChosen: session.slot?.id === slot.id,
    onChange: () => send({ type: 'choose-slot', slot }),
  });
}

/** Times to choose from. */
export function times(these: TimesProps, props: ViewProps): TemplateResult {
  const { id, heading, slots, problem } = these;
  const state = problem === undefined ? 'field' : 'field invalid';
  const errorId = problem === undefined ? nothing : `${id}-error`;
  return html`
    <fieldset class=${state} part=${state} aria-describedby=${errorId}>
      <legend class="label" part="label" id=${id} tabindex="-1">${heading}</legend>
      ${problem === undefined ? nothing : html`<p class="error" part="error" id=${errorId}>${problem}</p>`}
      <div class="choices long" part="choices">${slots.map((slot) => time(slot, these, props))}</div>
    </fieldset>
  `;
}
