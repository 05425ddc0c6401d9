import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentState } from '../../app/consent/state.js';
import type { CareState } from '../../domain/practice/care-state.js';
import { instantInWords } from '../../locale/format.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { button, linkButton, primaryButton } from '../views/button.js';
import { goOn } from '../views/go-on.js';
import { help } from '../views/help.js';
import { referenceLine } from '../views/reference.js';
import { blockText } from './block-text.js';
import type { ViewProps } from './view-props.js';

type Signed = Extract<ConsentState, { status: 'signed' }>;

export interface SignedActions {
  readonly print: () => void;
  readonly saveCopy: () => void;
  /** Opens the next document that waits for a signature. */
  readonly openNext: () => void;
}

/** What was signed, whole, as the client keeps it: the text, what they said to it, their signature, the digests. */
export function recordCopy(
  { submission, reference, receivedAt }: Pick<Signed, 'submission' | 'reference' | 'receivedAt'>,
  t: ConsentMessages,
): TemplateResult {
  const { record, recordDigest } = submission;
  const { document, signer, signature, acknowledgements, checks } = record;
  const at = (instant: string) => `${instantInWords(instant, t.language)}, ${record.timeZone}`;
  const line = (name: string, value: string | undefined) =>
    value === undefined
      ? nothing
      : html`<dt>${name}</dt>
          <dd>${value}</dd>`;
  return html`
    <h1>${document.title}</h1>
    <p>${t.version(document.version)}</p>
    ${document.blocks.map((block) => {
      const agreed = acknowledgements.find((each) => each.block === block.id);
      const given = checks.find((each) => each.block === block.id)?.answers ?? [];
      const answers = given.map((id) => block.check?.answers.find((answer) => answer.id === id)?.text);
      return html`
        ${blockText(block)}
        <dl>
          ${block.check ? line(block.check.question, answers.join('; ')) : nothing}
          ${agreed ? line(`☑ ${agreed.text}`, at(agreed.at)) : nothing}
        </dl>
      `;
    })}
    <h3>${t.signatureTitle}</h3>
    <p>${signature.statement}</p>
    <dl>
      ${line(t.fullName, signer.name)} ${line(t.signedOn, at(signature.at))}
      ${line(t.receivedTitle, receivedAt && at(receivedAt))} ${line(t.reference, reference)}
      ${line(t.textDigest, record.textDigest)} ${line(t.recordDigest, recordDigest)}
    </dl>
    <p>${t.withdraw}</p>
    <p>${t.copyNote}</p>
  `;
}

export function signed(
  state: Signed,
  { t, practice, next }: ViewProps,
  { print, saveCopy, openNext }: SignedActions,
): TemplateResult {
  const { record } = state.submission;
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${state.receivedAt ? t.signedTitle : t.sentTitle}</h2>
      <p part="text" role="status">${t.signedBody(record.document.title, practice?.name)}</p>
      ${state.reference === undefined ? nothing : referenceLine(state.reference, t)}
      <slot name="confirmation"></slot>
      <p part="text">${t.withdraw}</p>
      <div class="actions" part="actions">
        ${state.hasNext ? primaryButton(t.nextDocument, openNext) : goOn(next, t)}
        ${button(t.saveCopy, saveCopy)} ${linkButton(t.print, print)}
      </div>
      ${help(practice, t)}
    </div>
  `;
}

/** What this client has signed earlier, where nothing more is asked of them. */
export const nothingToSign = (
  consents: CareState['consents'],
  { t, practice, next }: ViewProps,
): TemplateResult => html`
  <div class="stack">
    <h2 part="title" tabindex="-1">${consents.length > 0 ? t.signedTitle : t.nothingToSign}</h2>
    ${consents.map(
      ({ id, title = id, version, signedAt, reference }) => html`
        <p part="text">${title}. ${t.version(version)}. ${instantInWords(signedAt, t.language)}</p>
        ${referenceLine(reference, t)}
      `,
    )}
    ${consents.length > 0 ? html`<p part="text">${t.withdraw}</p>` : nothing}
    <slot name="confirmation"></slot>
    ${next ? html`<div class="actions" part="actions">${goOn(next, t)}</div>` : nothing} ${help(practice, t)}
  </div>
`;
