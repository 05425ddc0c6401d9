import { html, nothing, type TemplateResult } from 'lit';
import { isDateEntry } from '../../domain/questionnaire/answers.js';
import type { DateEntry } from '../../domain/questionnaire/entry.js';
import { plainDateOf } from '../../domain/questionnaire/plain-date.js';
import {
  several,
  single,
  textInput,
  written,
  type FieldProps,
  type InputEventOf,
  type InputProps,
} from './field-frame.js';
import { fieldId } from './field-props.js';

const AUTOFILL_OF_PART = { year: 'bday-year', month: 'bday-month', day: 'bday-day' } as const;
const EMPTY_DATE: DateEntry = { year: '', month: '', day: '' };

/** A time that is filled in by half; the browser keeps to itself what stands there. */
const HALF_A_TIME = '?';

const valueIn = ({ validity, value }: HTMLInputElement): string => (validity.badInput ? HALF_A_TIME : value);

/** How far this device's clock is from UTC at a date and time of its own: `-08:00`. */
const offsetAt = (date: DateEntry, time: string): string | undefined =>
  /([+-]\d\d)(\d\d)/
    .exec(String(new Date(`${plainDateOf(date)}T${time}`)))
    ?.slice(1)
    .join(':');

/** `2:30 pm` as `14:30`; what is no time is left to the browser, which does not take it. */
function timeIn(pasted: string): string {
  const [, hour, minute = '00', half] =
    /^(\d{1,2})(?:[:.](\d\d))?[^\sap]*\s*([ap])?/i.exec(pasted.trim()) ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** The browser's own field for a time, which knows whether its reader's day has 12 hours or 24. */
const timeInput = (value: string, onInput: (event: InputEventOf) => void): InputProps => ({
  type: 'time',
  size: 'time',
  value: value === HALF_A_TIME ? '' : value,
  onInput,
  // It says nothing while it is filled in by half.
  onKeyUp: (event) => {
    if (valueIn(event.currentTarget) !== value) onInput(event);
  },
  // No browser takes a time from elsewhere by itself.
  onPaste: (event) => {
    event.preventDefault();
    event.currentTarget.value = timeIn(event.clipboardData?.getData('text') ?? '');
    onInput(event);
  },
});

const hinted = (props: FieldProps, hint: string): FieldProps => ({
  ...props,
  item: { ...props.item, hint: props.item.hint ?? hint },
});

export function timeField(timed: FieldProps): TemplateResult {
  const props = hinted(timed, timed.t.timeHint);
  const onInput = ({ currentTarget }: InputEventOf) => props.onEntry(valueIn(currentTarget));
  return single(props, textInput(props, timeInput(written(props), onInput)));
}

/** A date in three parts, as everybody remembers dates, and its time of day where one is asked. */
export function dateField(dated: FieldProps): TemplateResult {
  const props = hinted(dated, dated.t.dateHint);
  const { item, path, entry, t, onEntry } = props;
  const id = fieldId(path);
  const date = isDateEntry(entry) ? entry : EMPTY_DATE;
  const isTimed = item.type === 'dateTime';
  // All are read at once: a password manager fills them in without a render between.
  const onInput = ({ currentTarget }: InputEventOf) => {
    const inWhole = currentTarget.closest('.date');
    const valueOf = (part: string) => {
      const input = inWhole?.querySelector<HTMLInputElement>(`.${part}`);
      return input ? valueIn(input) : '';
    };
    const day = { year: valueOf('year'), month: valueOf('month'), day: valueOf('day') };
    const time = valueOf('time');
    onEntry(isTimed ? { ...day, time, offset: offsetAt(day, time) } : day);
  };
  const part = (name: 'year' | 'month' | 'day' | 'time') => {
    const value = date[name] ?? '';
    const isBirthday = name !== 'time' && item.autocomplete === 'bday';
    const own: InputProps =
      name === 'time'
        ? timeInput(value, onInput)
        : {
            value,
            size: name,
            mode: 'numeric',
            autocomplete: isBirthday ? AUTOFILL_OF_PART[name] : 'off',
            onInput,
          };
    return html`
      <div>
        <label class="small" part="label" for="${id}_${name}">${t[name]}</label>
        ${textInput(props, { ...own, id: `${id}_${name}`, describedBy: nothing })}
      </div>
    `;
  };
  return several(
    props,
    html`<div class="date" id=${id}>${t.dateOrder.map(part)} ${isTimed ? part('time') : nothing}</div>`,
  );
}
