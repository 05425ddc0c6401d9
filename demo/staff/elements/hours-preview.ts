import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { startsByKind, type KindStarts } from '../reading/times.js';
import { kindInWords } from '../reading/sessions.js';
import { dateAt, dayInWords } from '../reading/time.js';
import { weekAfter, weekBefore, weekInWords, weekOf } from '../reading/week.js';
import type { OpenTimes, Practitioner } from '../session-answers.js';
import { shared } from '../styles/shared.js';
import { renderLoading } from '../views/loading.js';

/**
 * What a week offers with hours that are being changed, as clients would see it: what is taken is left out.
 *
 * @element staff-hours-preview
 */
export class HoursPreview extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.75rem;
      }

      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
      }

      h2 {
        padding-block-end: 0.5rem;
        border-block-end: 1px solid var(--line-strong);
      }

      .days {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .days > li {
        display: grid;
        gap: 0.125rem 1.5rem;
        padding-block: 0.625rem;
        border-block-end: 1px solid var(--line);
      }

      .day {
        font-weight: 600;
      }

      dl,
      dd {
        margin: 0;
      }

      dl > div {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }

      dt {
        color: var(--ink-quiet);
      }

      dd {
        font-variant-numeric: tabular-nums;
      }

      @media (width >= 44rem) {
        .days > li {
          grid-template-columns: 13rem minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  /** Missing while something in the hours can't be taken. */
  @property({ attribute: false }) accessor practitioner: Practitioner | undefined;

  @state() private accessor isOpen = false;
  /** Any day of the week that is looked at, `YYYY-MM-DD`; this week where it is empty. */
  @state() private accessor date = '';

  readonly #loading = new Load<OpenTimes>(this);
  #shown = '';

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.isOpen || !(changed.has('practitioner') || changed.has('isOpen') || changed.has('date')))
      return;
    this.#read();
  }

  protected override render(): TemplateResult {
    return html`<section class="screen" aria-labelledby="preview">
      <h2 id="preview">What a week offers</h2>
      ${
        this.isOpen
          ? this.#renderWeek()
          : html`<p class="quiet">See it before you keep it.</p>
              <div><button type="button" @click=${this.#onOpen}>Look at a week</button></div>`
      }
    </section>`;
  }

  #renderWeek(): TemplateResult {
    const week = weekOf(this.#day);
    return html`<div class="top">
        <p role="status">${weekInWords(week)}</p>
        <div class="buttons">
          <button type="button" @click=${() => this.#show(weekBefore(week).from)}>Week before</button>
          <button type="button" @click=${() => this.#show(weekAfter(week).from)}>Week after</button>
        </div>
      </div>
      ${
        this.practitioner === undefined
          ? html`<p>Something in the hours above is not complete yet.</p>`
          : renderLoading(
              this.#loading.state,
              (times) => this.#renderDays(times),
              () => this.#read(),
            )
      }`;
  }

  #renderDays({ slots, timeZone }: OpenTimes): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk === undefined) return nothing;
    const days = startsByKind(slots, timeZone);
    if (days.length === 0) return html`<p>This week offers nothing.</p>`;
    return html`<ol class="days">
      ${map(
        days,
        ({ date, kinds }) =>
          html`<li>
            <span class="day">${dayInWords(date)}</span>
            <dl>${map(kinds, (each) => this.#renderKind(each, desk))}</dl>
          </li>`,
      )}
    </ol>`;
  }

  #renderKind({ kind, starts }: KindStarts, { sessionKinds }: Desk): TemplateResult {
    return html`<div>
      <dt>${kindInWords(kind, sessionKinds)}</dt>
      <dd>${starts.join(', ')}</dd>
    </div>`;
  }

  get #day(): string {
    if (this.date !== '' || this.desk === undefined) return this.date;
    return dateAt(this.desk.now(), this.desk.timeZone);
  }

  #show(date: string): void {
    this.date = date;
  }

  #onOpen(): void {
    this.isOpen = true;
  }

  #read(): void {
    const { desk, practitioner } = this;
    if (desk === undefined || practitioner === undefined) return;
    const { from } = weekOf(this.#day);
    // A keystroke that changes nothing asks for nothing.
    const asked = JSON.stringify([practitioner, from]);
    if (asked === this.#shown && this.#loading.state.status === 'ready') return;
    this.#shown = asked;
    void this.#loading.start(() => desk.api.sessions.previewHours(practitioner, from), { keep: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-hours-preview': HoursPreview;
  }
}
