import { html, nothing, type TemplateResult } from 'lit';

export interface DropDownProps {
  readonly id: string;
  /** Its name, where no label is its own. */
  readonly label?: string;
  readonly chosen: string;
  /** The words of no choice, where there may be none. */
  readonly none?: string;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean | undefined;
  readonly describedBy?: string | typeof nothing;
  readonly onChange: (code: string) => void;
}

/** The browser's own list to choose one from. */
export const dropDown = (
  options: readonly { readonly code: string; readonly display: string }[],
  { id, label, chosen, none, isInvalid, isRequired, describedBy = nothing, onChange }: DropDownProps,
): TemplateResult => html`
  <select
    class="input"
    part="input"
    id=${id}
    autocomplete="off"
    aria-label=${label ?? nothing}
    aria-invalid=${isInvalid ? 'true' : nothing}
    aria-required=${isRequired ? 'true' : nothing}
    aria-describedby=${describedBy}
    @change=${({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }) =>
      onChange(currentTarget.value)}
  >
    ${none === undefined ? nothing : html`<option value="" .selected=${chosen === ''}>${none}</option>`}
    ${options.map(
      ({ code, display }) => html`<option value=${code} .selected=${code === chosen}>${display}</option>`,
    )}
  </select>
`;
