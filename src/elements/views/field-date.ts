import { html, nothing, type TemplateResult } from 'lit';
import { isDateEntry } from '../../domain/questionnaire/answers.js';
import type { DateEntry } from '../../domain/questionnaire/entry.js';
import { plainTimeOf } from '../../domain/questionnaire/plain-time.js';
import type { Item } from '../../domain/questionnaire/questionnaire.js';
import {
  describedBy,
  several,
  single,
  textInput,
  type FieldProps,
  type InputEventOf,
  type InputProps,
} from './field-frame.js';
import { fieldId } from './field-props.js';

type DatePart = 'year' | 'month' | 'day';

const AUTOFILL_OF_PART = { year: 'bday-year', month: 'bday-month', day: 'bday-day' } as const;
const EMPTY_DATE: DateEntry = { year: '', month: '', day: '' };

/** A time that is filled in by half; the browser keeps to itself what stands there. */
const HALF_A_TIME = '?';

const MINUTE_MS = 60_000;

const timeIn = ({ validity, value }: HTMLInputElement): string => (validity.badInput ? HALF_A_TIME : value);

/** How far this device's clock is from UTC at a date and time of its own: `-08:00`. */
function offsetAt({ year, month, day, time }: DateEntry): string | undefined {
  const written = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}T${time}`;
  const minutes = -new Date(written).getTimezoneOffset();
  if (Number.isNaN(minutes)) return undefined;
  const clock = new Date(Math.abs(minutes) * MINUTE_MS).toISOString().slice(11, 16);
  return (minutes < 0 ? '-' : '+') + clock;
}

/** The browser's own field for a time, which knows whether its reader's day has 12 hours or 24, and takes any paste. */
function timeInput(
  props: FieldProps,
  time: string,
  onInput: (event: InputEventOf) => void,
  more: Omit<InputProps, 'value' | 'onInput'>,
): TemplateResult {
  return textInput(props, {
    ...more,
    type: 'time',
    size: 'time',
    value: time === HALF_A_TIME ? '' : time,
    onInput,
    // It says nothing while it is filled in by half.
    onBlur: (event) => {
      if (timeIn(event.currentTarget) !== time) onInput(event);
    },
    onPaste: (event) => {
      const pasted = plainTimeOf(event.clipboardData?.getData('text') ?? '');
      if (pasted === undefined) return;
      event.preventDefault();
      event.currentTarget.value = pasted;
      onInput(event);
    },
  });
}

const hinted = (props: FieldProps, hint: string): FieldProps => ({
  ...props,
  item: { ...props.item, hint: props.item.hint ?? hint } satisfies Item,
});

export function timeField(timed: FieldProps): TemplateResult {
  const props = hinted(timed, timed.t.timeHint);
  const { path, entry, onEntry } = props;
  return single(
    props,
    timeInput(
      props,
      typeof entry === 'string' ? entry : '',
      ({ currentTarget }) => onEntry(timeIn(currentTarget)),
      { id: fieldId(path), describedBy: describedBy(props) },
    ),
  );
}

/** A date in three parts, as everybody remembers dates, and its time of day where one is asked. */
export function dateField(dated: FieldProps): TemplateResult {
  const props = hinted(dated, dated.t.dateHint);
  const { item, path, entry, t, onEntry } = props;
  const id = fieldId(path);
  const date = isDateEntry(entry) ? entry : EMPTY_DATE;
  // All are read at once: a password manager fills them in without a render between.
  const onInput = ({ currentTarget }: InputEventOf) => {
    const inputs = [...(currentTarget.closest('.date')?.querySelectorAll('input') ?? [])];
    const part = (name: string) => inputs.find((input) => input.dataset['part'] === name);
    const written = (name: DatePart) => part(name)?.value ?? '';
    const day = { year: written('year'), month: written('month'), day: written('day') };
    const timed = part('time');
    if (!timed) return onEntry(day);
    const time = timeIn(timed);
    onEntry({ ...day, time, offset: offsetAt({ ...day, time }) });
  };
  const labelled = (name: string, label: string, input: TemplateResult) => html`
    <div>
      <label class="small" part="label" for="${id}_${name}">${label}</label>
      ${input}
    </div>
  `;
  const part = (name: DatePart) =>
    labelled(
      name,
      t[name],
      textInput(props, {
        id: `${id}_${name}`,
        value: date[name],
        size: name,
        mode: 'numeric',
        autocomplete: item.autocomplete === 'bday' ? AUTOFILL_OF_PART[name] : undefined,
        part: name,
        onInput,
      }),
    );
  const time = () =>
    labelled('time', t.time, timeInput(props, date.time ?? '', onInput, { id: `${id}_time`, part: 'time' }));
  return several(
    props,
    html`<div class="date" id=${id}>
      ${t.dateOrder.map(part)} ${item.type === 'dateTime' ? time() : nothing}
    </div>`,
  );
}
