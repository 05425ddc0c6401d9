import { html, type TemplateResult } from 'lit';
import { isQuantityEntry } from '../../domain/questionnaire/answers.js';
import type { Item, Unit } from '../../domain/questionnaire/questionnaire.js';
import { isFeet } from './answer-words.js';
import { choice } from './choice.js';
import { shortLabel, single, textInput, withUnit, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';

/** The keys that a number needs; on some phones those for numbers have no minus. */
export function numberMode({ type, min }: Item): string | undefined {
  if (type !== 'integer' && type !== 'decimal' && type !== 'quantity') return undefined;
  if (Number(min) < 0) return 'text';
  return type === 'integer' ? 'numeric' : 'decimal';
}

/** An amount and its unit; what was typed stays when the unit changes. */
export function quantityField(given: FieldProps): TemplateResult {
  const { item, path, entry, t, onEntry } = given;
  const { units = [] } = item;
  const hint = [item.hint, units.some(({ display }) => isFeet(display)) && t.feetHint]
    .filter(Boolean)
    .join(' ');
  const props = { ...given, item: { ...item, hint } };
  const { amount, unit: chosen } = isQuantityEntry(entry) ? entry : { amount: '', unit: '' };
  const unit = units.find(({ code }) => code === chosen) ?? units[0];
  const code = unit?.code ?? '';
  const input = textInput(props, {
    value: amount,
    size: 'short',
    mode: isFeet(unit?.display ?? '') ? 'text' : numberMode(item),
    onInput: ({ currentTarget }) => onEntry({ amount: currentTarget.value, unit: code }),
  });
  if (units.length < 2) return single(props, withUnit(props, input));
  const id = `${fieldId(path)}_unit`;
  const radio = (each: Unit) =>
    choice(each.display, {
      type: 'radio',
      name: id,
      isChosen: each.code === code,
      onChange: () => onEntry({ amount, unit: each.code }),
    });
  return single(
    props,
    html`<div class="measure">
      ${input}
      <div class="choices" part="choices" role="radiogroup" aria-label="${t.unit}: ${shortLabel(props)}">
        ${units.map(radio)}
      </div>
    </div>`,
  );
}
