import { html, type TemplateResult } from 'lit';
import type { AnswerOption } from '../../domain/questionnaire/questionnaire.js';
import { describedBy, invalid, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';

/** The browser's own list to choose one answer from, or none. */
export const dropDown = (
  props: FieldProps,
  options: readonly AnswerOption[],
  chosen: string | undefined,
): TemplateResult => html`
  <select
    class="input"
    part="input"
    id=${fieldId(props.path)}
    autocomplete="off"
    aria-invalid=${invalid(props)}
    aria-describedby=${describedBy(props)}
    @change=${({ currentTarget: { value } }: Event & { readonly currentTarget: HTMLSelectElement }) =>
      props.onEntry(value === '' ? [] : [value])}
  >
    <option value="">${props.t.chooseOne}</option>
    ${options.map(
      ({ code, display }) => html`<option value=${code} .selected=${code === chosen}>${display}</option>`,
    )}
  </select>
`;
