import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import type { HistoryDetail } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { topicsOfPart, type History, type TalkPoint, type Topic } from '../reading/history.js';
import { ageOn, dateAt, dateInWords } from '../reading/time.js';
import { clientAddress, historyAddress } from '../routes.js';
import { A_FORM, NO_NAME, PART, READER_OF_PART } from '../words.js';
import { clearanceInWords } from './clearance-words.js';
import { fact, facts, receivedFact, referenceFact, theirTime } from './facts.js';
import { placeId, renderLines, renderUnanswered, type OpenRuns } from './lines.js';

export const TO_TALK_ABOUT = 'to-talk-about';

/** One history and all that is said about it. */
export interface Sheet {
  readonly desk: Desk;
  readonly submission: HistoryDetail;
  readonly history: History;
  readonly questionnaire: Questionnaire | undefined;
}

function bornInWords(birthDate: string | undefined, today: string): string {
  if (birthDate === undefined) return 'Not given';
  const age = ageOn(birthDate, today);
  return age === undefined ? dateInWords(birthDate) : `${age}, born ${dateInWords(birthDate)}`;
}

/** Who it is, and where it comes from. */
export function renderSheetHeader({ desk, submission, history }: Sheet): TemplateResult {
  const { person } = history;
  const { reference, receivedAt, createdAt, timeZone, client } = submission;
  return html`<header>
    <p class="kind">${submission.title ?? A_FORM}</p>
    <h1 tabindex="-1">${person.name ?? NO_NAME}</h1>
    ${facts([
      fact('Age', bornInWords(person.birthDate, dateAt(desk.now(), desk.timeZone))),
      referenceFact(reference),
      receivedFact(receivedAt, desk),
      fact('Sent (their time)', theirTime(createdAt, timeZone, desk)),
      fact('Clearance', clearanceInWords(client.clearance, desk.timeZone)),
    ])}
    <p class="screen"><a href=${clientAddress(client.id)}>Everything about this client</a></p>
    ${map(
      submission.relatesTo,
      (id) =>
        html`<p class="screen">
          <a href=${historyAddress(id)}>An earlier history from this client</a>
        </p>`,
    )}
    <p class="quiet">Questions: ${submission.questionnaire.id} ${submission.questionnaire.version}</p>
  </header>`;
}

/** What somebody else reads: said, so that nobody takes what they see for everything. */
export function renderHiddenParts({ submission, questionnaire }: Sheet): TemplateResult | typeof nothing {
  if (submission.hiddenParts.length === 0) return nothing;
  return html`<section class="hidden-parts" aria-label="Parts for others">
    ${map(submission.hiddenParts, (part) => {
      const topics = questionnaire ? topicsOfPart(questionnaire, part) : [];
      return html`<p>
        <strong>${PART[part]}: ${READER_OF_PART[part]}.</strong>
        ${topics.length > 0 ? html`<span class="quiet">${topics.join(' · ')}</span>` : nothing}
      </p>`;
    })}
  </section>`;
}

/** "Not sure" and "I'd rather talk about it", gathered before anything else. */
export function renderToTalkAbout({ submission, history }: Sheet): TemplateResult | typeof nothing {
  const points = history.toTalkAbout;
  if (points.length === 0) return nothing;
  const renderPoint = ({ topic, answered, about }: TalkPoint): TemplateResult =>
    html`<li>
      <a href=${historyAddress(submission.id, answered.linkId)}
        >${answered.label}${about ? ` (${about})` : ''}</a
      >
      <span class="said">${answered.words.join(', ')}</span>
      <span class="quiet">${topic.title}</span>
    </li>`;
  return html`<section class="to-talk-about" aria-labelledby=${placeId(TO_TALK_ABOUT)}>
    <h2 id=${placeId(TO_TALK_ABOUT)} tabindex="-1">To talk about</h2>
    <ul>
      ${map(points, renderPoint)}
    </ul>
  </section>`;
}

export function renderTopic(topic: Topic, runs: OpenRuns): TemplateResult {
  return html`<section class="topic" aria-labelledby=${placeId(topic.linkId)}>
    <h2 id=${placeId(topic.linkId)} tabindex="-1">${topic.title}</h2>
    ${renderLines(topic.lines, runs)} ${renderUnanswered(topic.unanswered)}
  </section>`;
}
