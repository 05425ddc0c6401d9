import { html, nothing, type TemplateResult } from 'lit';
import type { ToldFinding } from '../../app/sessions/state.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { addDays, addMonths, dayOfWeek, weeksOf } from '../../domain/scheduling/calendar-days.js';
import { dayInWords, monthInWords, weekdayInWords } from '../../locale/format.js';
import { button } from '../views/button.js';
import { findingsInWords } from './findings.js';
import type { ViewProps } from './view-props.js';

export interface MonthProps {
  /** The day that is open. */
  readonly chosen: string | undefined;
  /** The date that the keyboard is on. */
  readonly cursor: string;
  /** Today in the zone shown. */
  readonly today: string;
  readonly slotsByDay: ReadonlyMap<string, readonly Slot[]>;
  /** What keeps a time from being chosen. */
  readonly check: (slot: Slot) => readonly ToldFinding[];
}

/** The same day of another month, or its last. */
function sameDay(date: string, months: number): string {
  const month = addMonths(date.slice(0, 7), months);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const wanted = month + date.slice(7);
  return wanted < last ? wanted : last;
}

/** Where a key leads from a date (ARIA Authoring Practices, date grid). */
function dateAfterKey(key: string, date: string, { weekStart }: ViewProps['t']): string | undefined {
  const inWeek = (dayOfWeek(date) - weekStart + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -inWeek);
    case 'End':
      return addDays(date, 6 - inWeek);
    case 'PageUp':
      return sameDay(date, -1);
    case 'PageDown':
      return sameDay(date, 1);
    default:
      return undefined;
  }
}

/** How many times of a day can be chosen, and why none, where a rule stands against all of them. */
function dayOf(date: string, { slotsByDay, check }: MonthProps, props: ViewProps) {
  const slots = slotsByDay.get(date) ?? [];
  const count = slots.filter((slot) => check(slot).length === 0).length;
  const [first] = slots;
  const why = first && count === 0 ? findingsInWords(check(first), props) : undefined;
  return { count, why };
}

function day(date: string, month: MonthProps, props: ViewProps): TemplateResult {
  const { t, send } = props;
  const { chosen, cursor, today } = month;
  const { count, why } = dayOf(date, month, props);
  const names = {
    open: count > 0,
    closed: why !== undefined,
    chosen: chosen === date,
    today: date === today,
  };
  const state = ['day', ...Object.entries(names).flatMap(([name, is]) => (is ? [name] : []))].join(' ');
  return html`<button
    type="button"
    class=${state}
    part=${state}
    id="day-${date}"
    tabindex=${date === cursor ? 0 : -1}
    aria-label="${dayInWords(date, t.language)}, ${why === undefined ? t.timesOpen(count) : t.dayClosed(why)}"
    aria-disabled=${count === 0 ? 'true' : nothing}
    aria-pressed=${chosen === date ? 'true' : 'false'}
    aria-current=${date === today ? 'date' : nothing}
    @click=${() => send({ type: count > 0 ? 'choose-day' : 'move', date })}
  >
    ${Number(date.slice(8))}
  </button>`;
}

/** A month as a grid: one tab stop, arrow keys within, the month said when it changes. Always six weeks high. */
export function month(props: MonthProps, view: ViewProps): TemplateResult {
  const { cursor, today } = props;
  const { t, send, focusOn, announce } = view;
  const shown = cursor.slice(0, 7);
  const weeks = weeksOf(shown, t.weekStart);
  const moveTo = (date: string) => {
    const wanted = date < today ? today : date;
    if (wanted.slice(0, 7) !== shown) announce(monthInWords(wanted.slice(0, 7), t.language));
    send({ type: 'move', date: wanted });
    return wanted;
  };
  const onKeydown = (event: KeyboardEvent) => {
    const date = dateAfterKey(event.key, cursor, t);
    if (date === undefined) return;
    event.preventDefault();
    focusOn(`#day-${moveTo(date)}`);
  };
  const onEarlier = () => {
    moveTo(sameDay(cursor, -1));
    // This button, or the other one where there is nothing earlier any more.
    focusOn('.month-name button');
  };
  const firstWeek = weeks[1] ?? [];
  return html`
    <div class="month" part="month">
      <div class="month-name">
        <strong id="month-name">${monthInWords(shown, t.language)}</strong>
        ${shown > today.slice(0, 7) ? button(t.previousMonth, onEarlier) : nothing}
        ${button(t.nextMonth, () => moveTo(sameDay(cursor, 1)))}
      </div>
      <table role="grid" aria-labelledby="month-name" @keydown=${onKeydown}>
        <thead>
          <tr>
            ${firstWeek.map((date = today) => html`<th scope="col">${weekdayInWords(date, t.language)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${weeks.map(
            (week) =>
              html`<tr>
                ${week.map(
                  (date = '') =>
                    html`<td role="gridcell">
                      ${date < today ? html`<span class="day">${Number(date.slice(8)) || nothing}</span>` : day(date, props, view)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="why-closed small" part="text">${dayOf(cursor, props, view).why ?? nothing}</p>
  `;
}
