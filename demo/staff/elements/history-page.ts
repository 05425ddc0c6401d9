import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import type { ReviewSettings } from '../../../src/domain/questionnaire/review-flags/settings.js';
import type { RuleSet } from '../../../src/domain/questionnaire/review-flags/rules.js';
import { StaffApiError } from '../api.js';
import type { HistoryDetail } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { otherForm, ourForm } from '../known-questionnaires.js';
import { asAsked } from '../reading/as-asked.js';
import { readHistory } from '../reading/history.js';
import { readReview, type ReviewReading } from '../reading/review.js';
import { readSums } from '../reading/sums.js';
import { dateAt } from '../reading/time.js';
import { historyAddress, SUBMISSIONS } from '../routes.js';
import { shared } from '../styles/shared.js';
import { placeId, type OpenRuns } from '../views/lines.js';
import { renderLoading } from '../views/loading.js';
import { REVIEW, renderNoReview, renderReview, renderSums, SUMS } from '../views/review.js';
import {
  renderHiddenParts,
  renderSheetHeader,
  renderTopic,
  renderToTalkAbout,
  TO_TALK_ABOUT,
  type Sheet,
} from '../views/sheet.js';
import type { ClearanceDecidedEvent } from './clearance-panel.js';
import { historyStyles } from './history-page.styles.js';
import { reviewStyles } from './review.styles.js';
import { sheetStyles } from './sheet.styles.js';
import { topicStyles } from './topic.styles.js';

/** A history with what it takes to read it. */
interface Opened {
  readonly submission: HistoryDetail;
  readonly questionnaire: Questionnaire | undefined;
  readonly ruleSet: RuleSet | undefined;
  /** The prescriber's alone; why not, where they could not be read. */
  readonly settings: ReviewSettings | StaffApiError | undefined;
}

/** A history is read without its rules rather than not at all; whoever is signed out reads neither. */
function asProblem(error: unknown): StaffApiError {
  if (!(error instanceof StaffApiError) || error.kind === 'signed-out') throw error;
  return error;
}

const CLEARANCE = 'clearance';
const PERSONAL_LINK = 'personal-link';

/**
 * One history as a clinician reads it, with the decision and the client's link beside it.
 *
 * @element staff-history
 */
export class HistoryPage extends LitElement {
  static override styles = [shared, historyStyles, topicStyles, sheetStyles, reviewStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor submissionId = '';
  /** The place to go to: a topic's or question's linkId, or a part of this page. */
  @property({ attribute: false }) accessor at: string | undefined;

  @state() private accessor openRuns: ReadonlySet<string> = new Set();

  /** The contents open on demand; on a wide screen they are always there. */
  @state() private accessor hasContentsOpen = false;

  readonly #loading = new Load<Opened>(this);
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('submissionId') || changed.has('at')) this.#place.show(this.at);
    if (!changed.has('desk') && !changed.has('submissionId')) return;
    this.openRuns = new Set();
    this.#read();
  }

  protected override render(): TemplateResult {
    return html`<a class="back screen" href=${SUBMISSIONS}>All submissions</a> ${renderLoading(
        this.#loading.state,
        (opened) => this.#renderHistory(opened),
        () => this.#read(),
      )}`;
  }

  #renderHistory(opened: Opened): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const { submission, questionnaire } = opened;
    const { response, hiddenParts } = submission;
    const history = readHistory(response, questionnaire, { hiddenParts });
    const sheet: Sheet = { desk: this.desk, submission, history, questionnaire };
    const review = this.#reviewOf(opened, this.desk);
    const isClinician = this.desk.role !== 'office';
    const sums = questionnaire && isClinician ? readSums(response, questionnaire, hiddenParts) : [];
    return html`<div class="layout">
      ${this.#renderContents(sheet, review !== undefined, sums.length > 0)}
      <article>
        ${renderSheetHeader(sheet)} ${renderHiddenParts(sheet)}
        ${
          review instanceof StaffApiError
            ? html`${renderNoReview(review.message)} ${renderToTalkAbout(sheet)}`
            : review
              ? renderReview(submission.id, review)
              : renderToTalkAbout(sheet)
        }
        ${renderSums(sums)} ${map(history.topics, (topic) => renderTopic(topic, this.#runs))}
      </article>
      ${this.#renderAside(sheet)}
    </div>`;
  }

  #reviewOf(
    { submission, questionnaire, ruleSet, settings }: Opened,
    desk: Desk,
  ): ReviewReading | StaffApiError | undefined {
    if (!ruleSet || !questionnaire || !settings) return undefined;
    if (settings instanceof StaffApiError) return settings;
    const today = dateAt(desk.now(), desk.timeZone);
    return readReview({ response: submission.response, questionnaire, ruleSet, settings, today });
  }

  #renderContents({ submission, history }: Sheet, hasReview: boolean, hasSums: boolean): TemplateResult {
    const link = (place: string, words: string): TemplateResult =>
      html`<li>
        <a href=${historyAddress(submission.id, place)} @click=${() => this.#onPlace(place)}>${words}</a>
      </li>`;
    return html`<nav
      class="contents screen ${this.hasContentsOpen ? '' : 'closed'}"
      aria-label="On this page"
    >
      <button
        class="contents-opener"
        aria-expanded=${this.hasContentsOpen ? 'true' : 'false'}
        @click=${this.#onContents}
      >
        On this page
      </button>
      <ol>
        ${hasReview ? link(REVIEW, 'For your review') : nothing}
        ${!hasReview && history.toTalkAbout.length > 0 ? link(TO_TALK_ABOUT, `To talk about (${history.toTalkAbout.length})`) : nothing}
        ${hasSums ? link(SUMS, 'Sums') : nothing}
        ${map(history.topics, ({ linkId, title }) => link(linkId, title))}
      </ol>
      <ol class="below">
        ${link(CLEARANCE, 'Clearance')} ${link(PERSONAL_LINK, 'Personal link')}
      </ol>
      <button @click=${this.#onPrint}>Print</button>
    </nav>`;
  }

  #renderAside({ desk, submission }: Sheet): TemplateResult {
    const { client } = submission;
    return html`<aside class="screen" aria-label="Clearance and personal link">
      <staff-clearance
        id=${placeId(CLEARANCE)}
        tabindex="-1"
        .desk=${desk}
        .clientId=${client.id}
        .clearance=${client.clearance}
        .past=${client.clearanceHistory}
        .hasOpenAlert=${client.hasOpenAlert ?? false}
        @staff-clearance-decided=${this.#onDecided}
      ></staff-clearance>
      <staff-link
        id=${placeId(PERSONAL_LINK)}
        tabindex="-1"
        .desk=${desk}
        .clientId=${client.id}
        .current=${client.link ?? undefined}
      ></staff-link>
    </aside>`;
  }

  readonly #runs: OpenRuns = {
    has: (linkId) => this.openRuns.has(linkId),
    toggle: (linkId) => {
      const open = new Set(this.openRuns);
      if (!open.delete(linkId)) open.add(linkId);
      this.openRuns = open;
    },
  };

  #read(): void {
    const { desk, submissionId } = this;
    if (desk === undefined) return;
    const { api, role } = desk;
    void this.#loading.start(async (signal) => {
      const [submission, stored] = await Promise.all([
        api.history(submissionId, signal),
        role === 'prescriber' ? api.reviewSettings(signal).catch(asProblem) : undefined,
      ]);
      const { questionnaire: named, response } = submission;
      const form =
        ourForm(response.questionnaire) ??
        otherForm(response.questionnaire, await api.form(named.id, signal));
      return {
        submission,
        questionnaire: form && asAsked(form.questionnaire, response),
        ruleSet: form?.ruleSet,
        settings: stored instanceof StaffApiError ? stored : stored?.settings,
      };
    });
  }

  #onPlace(place: string): void {
    this.hasContentsOpen = false;
    this.#place.goTo(place);
  }

  #onContents(): void {
    this.hasContentsOpen = !this.hasContentsOpen;
  }

  // A second read would stand in the log as one.
  #onDecided({ clearance }: ClearanceDecidedEvent): void {
    this.#loading.change((opened) => {
      const { client } = opened.submission;
      const clearanceHistory = [clearance, ...client.clearanceHistory];
      const submission = { ...opened.submission, client: { ...client, clearance, clearanceHistory } };
      return { ...opened, submission };
    });
  }

  #onPrint(): void {
    window.print();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-history': HistoryPage;
  }
}
