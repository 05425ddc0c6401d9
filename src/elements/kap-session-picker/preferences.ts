import { html, nothing, type TemplateResult } from 'lit';
import type { Choice, Preference } from '../../app/sessions/state.js';
import type { SessionMode } from '../../domain/practice/session-kind.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { clockIn } from '../../domain/scheduling/zone.js';
import type { ViewProps } from './view-props.js';

/** Whether a time is as the client would rather have it, by the clocks of a zone. */
export const isLiked = (slot: Slot, { dayPart, mode, practitionerId }: Preference, zone: string): boolean =>
  (mode === undefined || slot.mode === mode) &&
  (practitionerId === undefined || slot.practitioner?.id === practitionerId) &&
  (dayPart === undefined ||
    clockIn(zone, Date.parse(slot.start)).slice(11) < '12' === (dayPart === 'morning'));

type SelectEvent = Event & { readonly currentTarget: HTMLSelectElement };

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly chosen: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One of a few, or any. */
export const select = ({
  id,
  label,
  any,
  options,
  chosen,
  problem,
  onChange,
}: SelectProps): TemplateResult => html`
  <div class=${problem ? 'field invalid' : 'field'} part=${problem ? 'field invalid' : 'field'}>
    <label class="label" part="label" for=${id}>${label}</label>
    ${problem ? html`<p class="error" part="error" id="${id}-error">${problem}</p>` : nothing}
    <select
      class="input"
      part="input"
      id=${id}
      autocomplete="off"
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `${id}-error` : nothing}
      @change=${({ currentTarget: { value } }: SelectEvent) => onChange(value || undefined)}
    >
      <option value="">${any}</option>
      ${options.map(
        ([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`,
      )}
    </select>
  </div>
`;

/**
 * What the client would rather have: when, how, with whom. Only what there is a choice of.
 *
 * @param modes in which the sessions are held.
 * @param slots known so far.
 */
export function preferences(
  { preference }: Choice,
  modes: readonly SessionMode[],
  slots: readonly Slot[],
  { t, send }: ViewProps,
): TemplateResult {
  const prefer = (more: Preference) => send({ type: 'prefer', preference: { ...preference, ...more } });
  const people = new Map(
    slots.flatMap(({ practitioner }) =>
      practitioner ? [[practitioner.id, practitioner.name] as const] : [],
    ),
  );
  const { morning, afternoon, any, label } = t.dayPart;
  return html`<div class="preferences">
    ${select({
      id: 'day-part',
      label,
      any,
      options: [
        ['morning', morning],
        ['afternoon', afternoon],
      ],
      chosen: preference.dayPart,
      onChange: (dayPart) => prefer({ dayPart: dayPart as Preference['dayPart'] }),
    })}
    ${
      modes.length < 2
        ? nothing
        : select({
            id: 'mode',
            label: t.modeLabel,
            any: t.anyMode,
            options: modes.map((mode) => [mode, t.mode[mode]]),
            chosen: preference.mode,
            onChange: (mode) => prefer({ mode: mode as Preference['mode'] }),
          })
    }
    ${
      people.size < 2
        ? nothing
        : select({
            id: 'practitioner',
            label: t.practitionerLabel,
            any: t.anyPractitioner,
            options: [...people],
            chosen: preference.practitionerId,
            onChange: (practitionerId) => prefer({ practitionerId }),
          })
    }
  </div>`;
}
