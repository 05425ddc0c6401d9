import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { Severity } from '../../../src/domain/questionnaire/review-flags/rules.js';
import type { GroupSum } from '../../../src/domain/questionnaire/score.js';
import type { FlagLine, ReviewAnswer, ReviewReading, UnsureLine } from '../reading/review.js';
import { sumInWords, sumTitle } from '../reading/sums.js';
import { historyAddress, RULES } from '../routes.js';
import { SEVERITY } from '../words.js';
import { placeId } from './lines.js';

export const REVIEW = 'for-review';
export const SUMS = 'sums';

/** The question leads to where it stands; the answer stands under it in the client's own words. */
function renderAnswer(submissionId: string, { place, label, words, named }: ReviewAnswer): TemplateResult {
  return html`<div class="given">
    <dt><a href=${historyAddress(submissionId, place)}>${label}</a></dt>
    ${words.length === 0 ? html`<dd class="quiet">Not answered</dd>` : map(words, ({ text, isMeant }) => html`<dd class=${isMeant ? '' : 'beside'}>${text}</dd>`)}
    ${named.length > 0 ? html`<dd class="quiet">That is ${named.join(', ')}</dd>` : nothing}
  </div>`;
}

function renderFlag(submissionId: string, { answers, reason, source, isChanged }: FlagLine): TemplateResult {
  return html`<li class="flag">
    <dl>${map(answers, (answer) => renderAnswer(submissionId, answer))}</dl>
    <div class="why">
      <p>${reason}</p>
      <p class="quiet">
        ${source}${isChanged ? html` <span class="changed">Set by the practice</span>` : nothing}
      </p>
    </div>
  </li>`;
}

function renderGroup(submissionId: string, severity: Severity, flags: readonly FlagLine[]): TemplateResult {
  return html`<section class="weight ${severity}" aria-labelledby="review-${severity}">
    <h3 id="review-${severity}">${SEVERITY[severity]}</h3>
    <ul>
      ${map(flags, (flag) => renderFlag(submissionId, flag))}
    </ul>
  </section>`;
}

function renderUnsure(
  submissionId: string,
  { answer, severity, reason, source, others }: UnsureLine,
): TemplateResult {
  return html`<li class="flag">
    <dl>${renderAnswer(submissionId, answer)}</dl>
    <div class="why">
      ${
        severity === undefined
          ? html`<p class="quiet">No rule looks at this question.</p>`
          : html`<p><strong>${SEVERITY[severity]}.</strong> A rule looks here: ${reason}</p>
              <p class="quiet">
                ${source}${others > 0 ? `, and ${others} more ${others === 1 ? 'rule' : 'rules'}` : ''}
              </p>`
      }
    </div>
  </li>`;
}

function renderOpen(title: string, labels: readonly string[]): TemplateResult | typeof nothing {
  if (labels.length === 0) return nothing;
  return html`<div class="unanswered">
    <h4>${title}</h4>
    <ul>
      ${map(labels, (label) => html`<li>${label}</li> `)}
    </ul>
  </div>`;
}

/** What no rule has looked at stands where it can't be passed over. */
function renderUnread({ unread, otherVersion }: ReviewReading): TemplateResult | typeof nothing {
  if (unread.length === 0 && otherVersion === undefined) return nothing;
  return html`<section class="weight stop" aria-labelledby="review-unread">
    <h3 id="review-unread">Not read by any rule</h3>
    ${
      otherVersion === undefined
        ? nothing
        : html`<p>
            These answers were given to another version of the
            questions${otherVersion === '' ? '' : ` (${otherVersion})`} than the rules were written for.
            Please read the whole history yourself.
          </p>`
    }
    ${
      unread.length === 0
        ? nothing
        : html`<p class="quiet">
              These answers belong to another version of the questions, or are not of the kind that was asked
              for. Please read them yourself.
            </p>
            <dl>
              ${map(
                unread,
                ({ question, words }) =>
                  html`<div class="given">
                    <dt>${question}</dt>
                    ${map(words, (each) => html`<dd>${each}</dd>`)}
                  </div>`,
              )}
            </dl>`
    }
  </section>`;
}

function renderIntroduction({ groups, unread, otherVersion }: ReviewReading): TemplateResult {
  if (groups.length > 0)
    return html`<p class="quiet">
      Where rules point you to, by the answers as they were given. What follows from it is yours to decide.
    </p>`;
  if (unread.length > 0 || otherVersion !== undefined)
    return html`<p>The rules could not read all of these answers.</p>`;
  return html`<p>
    No rule was raised by these answers. That says nothing about fitness: it means only that no rule found
    anything.
  </p>`;
}

/** In the place of the review, where it can't be made. */
export const renderNoReview = (why: string): TemplateResult =>
  html`<section class="review" aria-labelledby=${placeId(REVIEW)}>
    <h2 id=${placeId(REVIEW)} tabindex="-1">For your review</h2>
    <p>The rules could not be read, so that no rule has looked at these answers. ${why}</p>
  </section>`;

/** What the rules point to, before anything else is read. It weighs nothing up and comes to no result. */
export function renderReview(submissionId: string, reading: ReviewReading): TemplateResult {
  const { groups, unsure, unanswered, ruleSetVersion } = reading;
  const stops = groups.filter(({ severity }) => severity === 'stop');
  const others = groups.filter(({ severity }) => severity !== 'stop');
  return html`<section class="review" aria-labelledby=${placeId(REVIEW)}>
    <h2 id=${placeId(REVIEW)} tabindex="-1">For your review</h2>
    ${renderIntroduction(reading)}
    ${map(stops, ({ severity, flags }) => renderGroup(submissionId, severity, flags))}
    ${renderUnread(reading)}
    ${map(others, ({ severity, flags }) => renderGroup(submissionId, severity, flags))}
    ${
      unsure.length === 0
        ? nothing
        : html`<section class="weight unsure" aria-labelledby="review-unsure">
            <h3 id="review-unsure">Not sure, or would rather talk</h3>
            <ul>
              ${map(unsure, (line) => renderUnsure(submissionId, line))}
            </ul>
          </section>`
    }
    ${
      unanswered.lookedAt.length + unanswered.others.length === 0
        ? nothing
        : html`<section class="weight open" aria-labelledby="review-open">
            <h3 id="review-open">Not answered</h3>
            ${renderOpen('Where a rule would have looked', unanswered.lookedAt)}
            ${renderOpen('Everything else', unanswered.others)}
          </section>`
    }
    <p class="quiet">
      Rules ${ruleSetVersion}<span class="screen"> · <a href=${RULES}>All rules and what you set</a></span>
    </p>
  </section>`;
}

/** Sums for clinicians: what they mean is for somebody who knows the measure. */
export function renderSums(sums: readonly GroupSum[]): TemplateResult | typeof nothing {
  if (sums.length === 0) return nothing;
  return html`<section class="sums" aria-labelledby=${placeId(SUMS)}>
    <h2 id=${placeId(SUMS)} tabindex="-1">Sums</h2>
    <p class="quiet">
      The answers’ values added up. Nothing is put in the place of what is missing, and the client does not
      see this.
    </p>
    <dl>
      ${map(
        sums,
        (sum) =>
          html`<div class="sum">
            <dt>${sumTitle(sum)}</dt>
            <dd>
              <span class="number">${sumInWords(sum)}</span>
              ${sum.missing.length === 0 ? nothing : html`<span class="quiet">Missing: ${sum.missing.join(' · ')}</span>`}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
