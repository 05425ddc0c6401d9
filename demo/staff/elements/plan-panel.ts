import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import { StaffApiError } from '../api.js';
import type { StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { draftOf, planOf, problemsOf, withCourse, type PlanDraft } from '../reading/plan.js';
import type { StoredPlan } from '../session-answers.js';
import { shared } from '../styles/shared.js';
import { renderPastPlans, renderPlan, renderPlanForm } from '../views/plan.js';
import { clearanceStyles } from './clearance-panel.styles.js';

/** A plan was agreed, and `plan` is what stands at the endpoint now. */
export class PlanSetEvent extends Event {
  readonly plan: StoredPlan;

  constructor(plan: StoredPlan) {
    super('staff-plan-set');
    this.plan = plan;
  }
}

const NO_PROBLEMS: ReadonlySet<SessionKindId> = new Set();
const NO_PLAN = { sessions: [] };

/**
 * What is agreed with a client: which sessions and how many. The therapist and the prescriber set it; everybody else
 * reads.
 *
 * @element staff-plan
 * @fires {PlanSetEvent} staff-plan-set
 */
export class PlanPanel extends LitElement {
  static override styles = [
    shared,
    clearanceStyles,
    css`
      .counts {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .counts li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 1rem;
        padding-block: 0.25rem;
      }

      .count {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 4.5rem;
        gap: 0.25rem 1rem;
        align-items: center;
      }

      .count label {
        font-weight: 500;
      }

      .count input {
        font-variant-numeric: tabular-nums;
      }

      .count .problem {
        grid-column: 1 / -1;
      }

      fieldset {
        gap: 0.5rem;
      }

      fieldset button {
        justify-self: start;
        margin-block-start: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor clientId = '';
  /** Newest first: the first holds. */
  @property({ attribute: false }) accessor plans: readonly StoredPlan[] = [];
  @property({ attribute: false }) accessor bookings: readonly StaffBooking[] = [];

  /** What is being written, while somebody does. */
  @state() private accessor draft: PlanDraft | undefined;
  @state() private accessor problems = NO_PROBLEMS;
  @state() private accessor isBusy = false;
  @state() private accessor failure = '';
  @state() private accessor sentence = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('clientId')) return;
    this.#close();
    this.sentence = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, plans } = this;
    if (desk === undefined) return nothing;
    const [current, ...past] = plans;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">Plan</h2>
      ${
        current ? renderPlan(current, this.bookings, desk) : html`<p class="quiet">Nothing is agreed yet.</p>`
      }
      ${this.#renderSetting(desk)}
      <p role="status" class=${this.sentence ? '' : 'spoken'}>${this.sentence}</p>
      ${renderPastPlans(past, desk)}
    </section>`;
  }

  #renderSetting(desk: Desk): TemplateResult {
    if (desk.role === 'office')
      return html`<p class="quiet">The therapist and the prescriber agree it with the client.</p>`;
    const { draft } = this;
    if (draft === undefined)
      return html`<button @click=${this.#onStart}>
        ${this.plans.length === 0 ? 'Set a plan' : 'Change the plan'}
      </button>`;
    const { course } = desk;
    return renderPlanForm(
      {
        draft,
        problems: this.problems,
        isBusy: this.isBusy,
        failure: this.failure,
        change: (written) => this.#change(written),
        useCourse: course ? () => this.#change(withCourse(draft, course)) : undefined,
        submit: () => void this.#onSubmit(draft),
        cancel: () => this.#onCancel(),
      },
      desk,
    );
  }

  #change(draft: PlanDraft): void {
    this.draft = draft;
    if (this.problems.size > 0) this.problems = problemsOf(draft);
  }

  #onStart(): void {
    this.sentence = '';
    this.draft = draftOf(this.plans[0]?.plan ?? NO_PLAN);
    void this.#focus('[data-step]');
  }

  #onCancel(): void {
    this.#close();
    void this.#focus('h2');
  }

  #close(): void {
    this.draft = undefined;
    this.problems = NO_PROBLEMS;
    this.failure = '';
  }

  async #onSubmit(draft: PlanDraft): Promise<void> {
    const { desk } = this;
    if (desk === undefined || this.isBusy) return;
    this.problems = problemsOf(draft);
    if (this.problems.size > 0) return this.#focus('[aria-invalid="true"]');
    this.isBusy = true;
    this.failure = '';
    try {
      const replaces = this.plans[0]?.version ?? 0;
      const plan = planOf(draft, desk.sessionKinds);
      this.dispatchEvent(new PlanSetEvent(await desk.api.sessions.setPlan(this.clientId, plan, replaces)));
      this.#close();
      this.sentence = 'Agreed. The client sees it the next time they look.';
      await this.#focus('h2');
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.failure = error.message;
    } finally {
      this.isBusy = false;
    }
  }

  async #focus(target: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-plan': PlanPanel;
  }
  interface HTMLElementEventMap {
    'staff-plan-set': PlanSetEvent;
  }
}
