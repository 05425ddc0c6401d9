import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { BookingList } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { withBooking } from '../reading/sessions.js';
import { dateAt, dayInWords, isTimeZone, zoneInWords } from '../reading/time.js';
import { daysOf, weekAfter, weekBefore, weekCount, weekInWords, weekOf, type Day } from '../reading/week.js';
import { THIS_WEEK, weekAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderBookings } from '../views/bookings.js';
import { renderLoading } from '../views/loading.js';
import type { BookingDecidedEvent } from './booking-line.js';
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

  #renderList({ bookings, timeZone }: BookingList): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk === undefined) return nothing;
    const zone = isTimeZone(timeZone) ? timeZone : desk.timeZone;
    const days = daysOf(weekOf(this.date ?? this.#today), bookings, zone);
    return html`<div class="top">
        <p class="quiet" role="status">${weekCount(bookings)}. Times are ${zoneInWords(zone)}.</p>
        <button class="screen" @click=${this.#onRefresh}>Look again</button>
      </div>
      ${
        bookings.length === 0
          ? html`<p class="empty">Nobody has asked for a session in this week.</p>`
          : html`<ol class="days" @staff-booking-decided=${this.#onDecided}>
              ${map(days, (day) => this.#renderDay(day, { ...desk, timeZone: zone }))}
            </ol>`
      }`;
  }

  #renderDay({ date, bookings }: Day, desk: Desk): TemplateResult {
    const isToday = date === this.#today;
    return html`<li class=${bookings.length === 0 ? 'free' : ''}>
      <h2>
        <time datetime=${date}>${dayInWords(date)}</time>
        ${isToday ? html`<span class="today">Today</span>` : nothing}
      </h2>
      ${bookings.length === 0 ? html`<p class="quiet">No sessions</p>` : renderBookings(desk, bookings, true)}
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
    this.#loading.change((list) => ({ ...list, bookings: withBooking(list.bookings, booking) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-week': WeekPage;
  }
}
