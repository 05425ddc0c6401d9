import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, invalid, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';

/** The browser's own list to choose one from; the empty choice is there unless the list is one of units. */
export const dropDown = (
  props: FieldProps,
  options: readonly { readonly code: string; readonly display: string }[],
  chosen: string | undefined,
  onChoose: (code: string) => void,
  unit?: { readonly id: string; readonly label: string },
): TemplateResult => html`
  <select
    class="input"
    part="input"
    id=${unit?.id ?? fieldId(props.path)}
    autocomplete="off"
    aria-label=${unit?.label ?? nothing}
    aria-invalid=${invalid(props)}
    aria-describedby=${describedBy(props)}
    @change=${({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }) =>
      onChoose(currentTarget.value)}
  >
    ${unit ? nothing : html`<option value="">${props.t.chooseOne}</option>`}
    ${options.map(
      ({ code, display }) => html`<option value=${code} .selected=${code === chosen}>${display}</option>`,
    )}
  </select>
`;
