import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { reviewRuleSets } from '../../../src/content/en/review-flags/index.js';
import { StaffApiError } from '../api.js';
import type { StoredReviewSettings } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { KNOWN_QUESTIONNAIRES } from '../known-questionnaires.js';
import {
  differs,
  draftOf,
  numberProblems,
  ruleGroups,
  settingsOf,
  thresholdsIn,
  type NumberProblem,
  type RulesDraft,
} from '../reading/rules.js';
import { instantInWords } from '../reading/time.js';
import { shared } from '../styles/shared.js';
import { renderLoading } from '../views/loading.js';
import { renderNumbers, renderRuleGroup, type RulesForm } from '../views/rules.js';
import { rulesStyles } from './rules-page.styles.js';

const GROUPS = ruleGroups(reviewRuleSets, KNOWN_QUESTIONNAIRES);
const THRESHOLDS = thresholdsIn(reviewRuleSets);
const NO_PROBLEMS: ReadonlyMap<string, NumberProblem> = new Map();

/**
 * The rules behind the review flags, with how they come and where they are from. The prescriber says how much each
 * weighs, turns them on and off, and sets their numbers.
 *
 * @element staff-rules
 */
export class RulesPage extends LitElement {
  static override styles = [shared, rulesStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;

  @state() private accessor draft: RulesDraft | undefined;
  @state() private accessor problems = NO_PROBLEMS;
  @state() private accessor isBusy = false;
  @state() private accessor sentence = '';
  @state() private accessor failure = '';

  readonly #loading = new Load<StoredReviewSettings>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#read();
  }

  protected override render(): TemplateResult {
    return html`<section class="page" aria-labelledby="title">
      <h1 id="title" tabindex="-1">Review rules</h1>
      ${
        this.desk?.role === 'prescriber'
          ? renderLoading(
              this.#loading.state,
              (stored) => this.#renderRules(stored),
              () => this.#read(),
            )
          : html`<p>The review rules are read and set by the prescriber.</p>`
      }
    </section>`;
  }

  #renderRules(stored: StoredReviewSettings): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const draft = this.draft ?? draftOf(stored.settings, reviewRuleSets);
    const form: RulesForm = {
      thresholds: THRESHOLDS,
      draft,
      problems: this.problems,
      setSeverity: (id, state) =>
        this.#change({ ...draft, severities: { ...draft.severities, [id]: state } }),
      setThreshold: (id, written) =>
        this.#change({ ...draft, thresholds: { ...draft.thresholds, [id]: written } }),
    };
    return html`<div class="introduction">
        <p>
          They point you to answers in a history and decide nothing. Clients and the rest of the staff never
          see them.
        </p>
        <p class="quiet">
          What comes as “Off” has nothing published behind it that we have read: it is for you to turn on.
          Please read a source before you rest a decision on it.
        </p>
        <p class="quiet">${this.#keptInWords(stored, this.desk)}</p>
      </div>
      <nav class="screen" aria-label="On this page">
        <a href="#numbers" @click=${this.#onPlace}>Numbers</a>
        ${map(GROUPS, ({ id, title }) => html`<a href="#group-${id}" @click=${this.#onPlace}>${title}</a>`)}
      </nav>
      <form @submit=${(event: SubmitEvent) => void this.#onSubmit(event, draft, stored)} novalidate>
        ${renderNumbers(THRESHOLDS, form)} ${map(GROUPS, (group) => renderRuleGroup(group, form))}
        ${this.#renderSaving(draft, stored)}
      </form>`;
  }

  #renderSaving(draft: RulesDraft, { settings }: StoredReviewSettings): TemplateResult {
    const isDifferent = differs(draft, settings, reviewRuleSets);
    return html`<div class="saving screen ${isDifferent || this.failure || this.sentence ? 'shown' : ''}">
      <p role="status">${isDifferent ? 'Changes that are not kept yet.' : this.sentence}</p>
      ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
      <div class="buttons">
        <button class="first" aria-disabled=${!isDifferent || this.isBusy ? 'true' : nothing}>
          ${this.isBusy ? 'Sending…' : 'Keep changes'}
        </button>
        ${isDifferent ? html`<button type="button" @click=${this.#onUndo}>Undo them</button>` : nothing}
      </div>
    </div>`;
  }

  #keptInWords({ setAt, setBy }: StoredReviewSettings, { timeZone }: Desk): string {
    if (!setAt) return 'All of them stand as they came.';
    return `Last changed ${instantInWords(setAt, timeZone)}${setBy ? `, by the ${setBy}` : ''}.`;
  }

  #read(): void {
    const { desk } = this;
    this.draft = undefined;
    this.problems = NO_PROBLEMS;
    if (desk?.role === 'prescriber') void this.#loading.start((signal) => desk.api.reviewSettings(signal));
  }

  #change(draft: RulesDraft): void {
    this.draft = draft;
    this.sentence = '';
    // A number is judged when it is sent, and from then on as it is put right.
    if (this.problems.size > 0) this.problems = numberProblems(draft, reviewRuleSets);
  }

  async #onSubmit(event: SubmitEvent, draft: RulesDraft, stored: StoredReviewSettings): Promise<void> {
    event.preventDefault();
    const { desk } = this;
    if (desk === undefined || this.isBusy || !differs(draft, stored.settings, reviewRuleSets)) return;
    this.problems = numberProblems(draft, reviewRuleSets);
    if (this.problems.size > 0) return this.#focusProblem();
    this.isBusy = true;
    this.failure = '';
    try {
      const kept = await desk.api.setReviewSettings(settingsOf(draft, reviewRuleSets), stored.version);
      this.#loading.change(() => kept);
      this.draft = undefined;
      this.sentence = 'Kept. They count from now on, for what is here already too.';
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.failure = error.message;
    } finally {
      this.isBusy = false;
    }
  }

  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #onUndo(): void {
    this.draft = undefined;
    this.problems = NO_PROBLEMS;
    this.failure = '';
  }

  // The address is the app's own: a fragment here would be another page.
  #onPlace(event: Event): void {
    event.preventDefault();
    const link = event.currentTarget;
    if (!(link instanceof HTMLAnchorElement)) return;
    const place = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(link.hash.slice(1))}`);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-rules': RulesPage;
  }
}
