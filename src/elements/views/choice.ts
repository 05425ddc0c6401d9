import { html, nothing, type TemplateResult } from 'lit';

export interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  /** The same for all the choices of one question. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly isChosen: boolean;
  /** What it is called beside `choice` in the parts, where it is more than an answer. */
  readonly part?: string;
  /** The id of the sentence that says what is wrong with it alone. */
  readonly errorId?: string | undefined;
  readonly onChange: (ticked: boolean) => void;
}

/** One thing to choose, with its words around the box, so that all of it can be pressed. */
export function choice(
  label: unknown,
  { type, name, id, isChosen, part = '', errorId, onChange }: ChoiceProps,
): TemplateResult {
  const state = isChosen ? 'choice chosen' : 'choice';
  return html`<label class=${state} part="${part} ${state}">
    <input
      type=${type}
      id=${id ?? nothing}
      name=${name}
      aria-invalid=${errorId === undefined ? nothing : 'true'}
      aria-describedby=${errorId ?? nothing}
      .checked=${isChosen}
      @change=${(event: Event & { readonly currentTarget: HTMLInputElement }) =>
        onChange(event.currentTarget.checked)}
    />
    <span>${label}</span>
  </label>`;
}
