import { html, type TemplateResult } from 'lit';
import type { ErasedDetail } from '../consent-answers.js';
import type { Desk } from '../desk.js';
import type { Found } from '../reading/consents.js';
import { instantInWords } from '../reading/time.js';
import { clientAddress } from '../routes.js';
import { NO_NAME, ROLE } from '../words.js';
import { fact, facts, receivedFact, referenceFact } from './facts.js';

/** What is left of a consent that was erased by law: that there was one, who erased it, when and why. */
export function renderTombstone(
  { erased, client }: ErasedDetail,
  found: Found | undefined,
  desk: Desk,
): TemplateResult {
  const { document, reference, receivedAt, erasedAt, erasedBy, reason, recordDigest } = erased;
  const isWithdrawal = erased.of === 'withdrawal';
  return html`<header>
      <p class="kind">${isWithdrawal ? 'Consent taken back, erased by law' : 'Consent, erased by law'}</p>
      <h1 tabindex="-1">${client.name ?? NO_NAME}</h1>
      ${facts([
        fact('Document', `${found?.document.title ?? document.id}, version ${document.version}`),
        referenceFact(reference),
        receivedFact(receivedAt, desk),
        fact('Erased', instantInWords(erasedAt, desk.timeZone)),
        fact('Erased by', ROLE[erasedBy]),
        fact('Reason', html`<span class="reason">${reason}</span>`),
      ])}
      <p class="screen"><a href=${clientAddress(client.id)}>Everything about this client</a></p>
    </header>
    <section aria-labelledby="what-is-left">
      <h2 id="what-is-left">What is left</h2>
      <p>
        ${isWithdrawal ? 'What the client took back, and in what words,' : 'What the client read, ticked, chose, answered and signed'}
        is gone from here, for good. That there was a record stays, and so does who erased it.
      </p>
      <dl>
        <div>
          <dt>Fingerprint of the erased record (SHA-256)</dt>
          <dd class="fingerprint">${recordDigest}</dd>
        </div>
      </dl>
      <p class="quiet">A copy that the client kept can still be held against this fingerprint.</p>
    </section>`;
}
