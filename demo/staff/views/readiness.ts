import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { StaffReadiness } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { missingInWords, readinessInWords, reasonInWords } from '../reading/readiness.js';
import { historyAddress } from '../routes.js';
import { SEVERITY } from '../words.js';

/** What is missing before a session, as the client sees it too, and for the clinicians why it has to be looked at. */
export function renderReadiness(readiness: StaffReadiness, { now, timeZone, role }: Desk): TemplateResult {
  const { reasons = [], submissionId } = readiness;
  const missing = missingInWords(readiness);
  return html`<div class="readiness">
    <p><b>Before the session.</b> ${readinessInWords(readiness, now(), timeZone)}</p>
    ${
      missing.length === 0
        ? nothing
        : html`<ul>
              ${map(missing, (words) => html`<li>${words}</li>`)}
            </ul>
            <p class="quiet">The client sees this list, too.</p>`
    }
    ${
      reasons.length === 0
        ? nothing
        : html`<p>Why it has to be looked at <span class="quiet">(for the clinicians alone)</span></p>
            <ul>
              ${map(
                reasons,
                (reason) =>
                  html`<li>
                    ${reason.severity ? html`<b>${SEVERITY[reason.severity]}.</b>` : nothing}
                    ${reasonInWords(reason)}
                  </li>`,
              )}
            </ul>`
    }
    ${
      submissionId === undefined || role === 'office'
        ? nothing
        : html`<p><a href=${historyAddress(submissionId)}>Read what they sent</a></p>`
    }
  </div>`;
}
