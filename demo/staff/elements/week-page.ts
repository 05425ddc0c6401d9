import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { BookingList, StaffBooking } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { withBookings } from '../reading/session-change.js';
import { withBooking } from '../reading/sessions.js';
import { dateAt, dayInWords, isTimeZone, zoneInWords } from '../reading/time.js';
import { daysOf, weekAfter, weekBefore, weekCount, weekInWords, weekOf, type Day } from '../reading/week.js';
import { THIS_WEEK, weekAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderBookings } from '../views/bookings.js';
import { renderLoading } from '../views/loading.js';
import type { BookingDecidedEvent } from './booking-line.js';
import type { SessionsChangedEvent } from './session-change.js';
import { weekStyles } from './week-page.styles.js';

/**
 * The practice's sessions of one week, day by day; those that wait are decided about where they stand.
 *
 * @element staff-week
 */
export class WeekPage extends LitElement {
  static override styles = [shared, weekStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  /** Any day of the week that is shown, `YYYY-MM-DD`; this week without one. */
  @property({ attribute: false }) accessor date: string | undefined;

  readonly #loading = new Load<BookingList>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('date')) this.#read();
  }

  protected override render(): TemplateResult {
    const week = weekOf(this.date ?? this.#today);
    const isThis = week.dates.includes(this.#today);
    return html`<section aria-labelledby="title">
      <div class="top">
        <h1 id="title" tabindex="-1">${weekInWords(week)}</h1>
        <nav class="screen" aria-label="Weeks">
          <a href=${weekAddress(weekBefore(week).from)}>Previous<span class="spoken"> week</span></a>
          <a href=${THIS_WEEK} aria-current=${isThis ? 'date' : nothing}>This week</a>
          <a href=${weekAddress(weekAfter(week).from)}>Next<span class="spoken"> week</span></a>
        </nav>
      </div>
      ${renderLoading(
        this.#loading.state,
        (list) => this.#renderList(list),
        () => this.#read(),
      )}
    </section>`;
  }

  #renderList({ bookings, waiting = [], timeZone }: BookingList): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk === undefined) return nothing;
    const zone = isTimeZone(timeZone) ? timeZone : desk.timeZone;
    const others = bookings.filter(({ id }) => !waiting.some((each) => each.id === id));
    const days = daysOf(weekOf(this.date ?? this.#today), others, zone);
    const here = { ...desk, timeZone: zone };
    return html`<div class="top">
        <p class="quiet" role="status">${weekCount(bookings)}. Times are ${zoneInWords(zone)}.</p>
        <button class="screen" @click=${this.#onRefresh}>Look again</button>
      </div>
      <div class="lists" @staff-booking-decided=${this.#onDecided} @staff-sessions-changed=${this.#onChanged}>
        ${this.#renderWaiting(waiting, here)}
        ${
          bookings.length === 0
            ? html`<p class="empty">Nobody has asked for a session in this week.</p>`
            : html`<ol class="days">
                ${map(days, (day) => this.#renderDay(day, here))}
              </ol>`
        }
      </div>`;
  }

  /** What was waiting when the list was read, of any week: it stays here once it is decided, with what was said of it. */
  #renderWaiting(waiting: readonly StaffBooking[], desk: Desk): TemplateResult | typeof nothing {
    if (waiting.length === 0) return nothing;
    return html`<section class="waiting" aria-labelledby="waiting">
      <h2 id="waiting">Waiting for an answer</h2>
      ${renderBookings(desk, waiting, { isInWeek: true, saysDay: true })}
    </section>`;
  }

  #renderDay({ date, bookings }: Day, desk: Desk): TemplateResult {
    const isToday = date === this.#today;
    return html`<li class=${bookings.length === 0 ? 'free' : ''}>
      <h2>
        <time datetime=${date}>${dayInWords(date)}</time>
        ${isToday ? html`<span class="today">Today</span>` : nothing}
      </h2>
      ${bookings.length === 0 ? html`<p class="quiet">No sessions</p>` : renderBookings(desk, bookings, { isInWeek: true })}
    </li>`;
  }

  get #today(): string {
    const { now, timeZone } = this.desk ?? { now: Date.now, timeZone: 'UTC' };
    return dateAt(now(), timeZone);
  }

  #read(options: { readonly keep?: boolean } = {}): void {
    const api = this.desk?.api;
    const { from, to } = weekOf(this.date ?? this.#today);
    if (api !== undefined) void this.#loading.start((signal) => api.bookings(from, to, signal), options);
  }

  /** What is there stays until the answer comes, and so does the button with the focus on it. */
  #onRefresh(): void {
    this.#read({ keep: true });
  }

  // A second read would stand in the log as one.
  #onDecided({ booking }: BookingDecidedEvent): void {
    this.#loading.change((list) => ({
      ...list,
      bookings: withBooking(list.bookings, booking),
      waiting: withBooking(list.waiting ?? [], booking),
    }));
  }

  /** What was moved to another week is not shown in this one. */
  #onChanged({ bookings }: SessionsChangedEvent): void {
    const { dates } = weekOf(this.date ?? this.#today);
    this.#loading.change((list) => {
      const zone = isTimeZone(list.timeZone) ? list.timeZone : (this.desk?.timeZone ?? 'UTC');
      const here = bookings.filter(({ start }) => dates.includes(dateAt(Date.parse(start), zone)));
      return {
        ...list,
        bookings: withBookings(list.bookings, here),
        waiting: (list.waiting ?? []).map((each) => bookings.find(({ id }) => id === each.id) ?? each),
      };
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-week': WeekPage;
  }
}
