import { html, type TemplateResult } from 'lit';
import { isQuantityEntry } from '../../domain/questionnaire/answers.js';
import type { Item, Unit } from '../../domain/questionnaire/questionnaire.js';
import { isFeet } from './answer-words.js';
import { choice } from './choice.js';
import { dropDown } from './drop-down.js';
import { describedBy, shortLabel, single, textInput, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';

/** More units than these stand in a list of their own. */
const MOST_UNITS = 3;

/** The keys that a number needs; on some phones those for numbers have no minus. */
export function numberMode({ type, min }: Item): string | undefined {
  if (type !== 'integer' && type !== 'decimal' && type !== 'quantity') return undefined;
  if (Number(min) < 0) return 'text';
  return type === 'integer' ? 'numeric' : 'decimal';
}

/** An input with its unit beside it. */
export const withUnit = (
  id: string,
  input: (describedBy: string) => TemplateResult,
  unit: string,
): TemplateResult => html`
  <div class="measure">
    ${input(`${id}_unit`)} <span class="unit" part="unit" id="${id}_unit">${unit}</span>
  </div>
`;

function unitSwitch(
  props: FieldProps,
  units: readonly Unit[],
  chosen: string,
  onSwitch: (code: string) => void,
) {
  const id = `${fieldId(props.path)}_unit`;
  const label = `${props.t.unit}: ${shortLabel(props)}`;
  if (units.length > MOST_UNITS) return dropDown(units, { id, label, chosen, onChange: onSwitch });
  return html`
    <div class="choices" part="choices" role="radiogroup" aria-label=${label}>
      ${units.map(({ code, display }) =>
        choice(display, {
          type: 'radio',
          name: id,
          part: 'unit',
          isChosen: code === chosen,
          onChange: () => onSwitch(code),
        }),
      )}
    </div>
  `;
}

/** An amount and its unit; what was typed stays when the unit changes. */
export function quantityField(given: FieldProps): TemplateResult {
  const { item: asked, path, entry, t, onEntry } = given;
  const { units = [] } = asked;
  const hint = [asked.hint, units.some(({ display }) => isFeet(display)) && t.feetHint]
    .filter(Boolean)
    .join(' ');
  const props = { ...given, item: { ...asked, hint } };
  const id = fieldId(path);
  const written = isQuantityEntry(entry) ? entry : { amount: '', unit: '' };
  const unit = units.find(({ code }) => code === written.unit) ?? units[0];
  const input = (more?: string) =>
    textInput(props, {
      id,
      value: written.amount,
      size: 'amount',
      mode: isFeet(unit?.display ?? '') ? 'text' : numberMode(asked),
      describedBy: describedBy(props, more),
      onInput: ({ currentTarget }) => onEntry({ amount: currentTarget.value, unit: unit?.code ?? '' }),
    });
  if (units.length < 2) return single(props, withUnit(id, input, unit?.display ?? asked.unit ?? ''));
  const onSwitch = (code: string) => onEntry({ ...written, unit: code });
  return single(
    props,
    html`<div class="measure">${input()} ${unitSwitch(props, units, unit?.code ?? '', onSwitch)}</div>`,
  );
}
