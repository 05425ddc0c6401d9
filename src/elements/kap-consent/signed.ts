import { html, nothing, type TemplateResult } from 'lit';
import type { SignedState } from '../../app/consent/state.js';
import { textOf, type TextsState, type WantedText } from '../../app/consent/texts.js';
import type { SignedConsent } from '../../app/consent/withdrawal.js';
import type { CareState } from '../../domain/practice/care-state.js';
import { instantInWords } from '../../locale/format.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { button, linkButton, primaryButton } from '../views/button.js';
import { goOn } from '../views/go-on.js';
import { help } from '../views/help.js';
import { referenceLine } from '../views/reference.js';
import { blockText } from './block-text.js';
import { RECEIPT_WORDS } from './copy.js';
import type { ViewProps } from './view-props.js';

export type SignedEntry = CareState['consents'][number];

export interface ListActions {
  /** Asks what is to be taken back. */
  readonly takeBack: (signed: SignedConsent) => void;
  /** Texts that were asked for beside the one to sign. */
  readonly texts: TextsState | undefined;
  readonly readText: (wanted: WantedText) => void;
}

export interface SignedActions extends ListActions {
  readonly print: () => void;
  readonly saveCopy: () => void;
  /** Opens the next document that waits for a signature. */
  readonly openNext: () => void;
}

const titleOf = ({ id, title = id }: SignedEntry): string => title;

const isTakenBack = ({ status, withdrawn = [] }: SignedEntry): boolean =>
  status === 'withdrawn' || withdrawn.some(({ scope }) => scope === 'everything');

/** What was taken back of it, and when. */
function takenBack(entry: SignedEntry, t: ConsentMessages): unknown {
  const { withdrawn = [] } = entry;
  const all = withdrawn.findLast(({ scope }) => scope === 'everything');
  if (isTakenBack(entry))
    return html`<p part="text">
      ${all ? t.takenBackOn(instantInWords(all.at, t.language)) : `${t.takenBackTitle}.`}
    </p>`;
  return withdrawn.map(({ scope, at }) => {
    const part = t.takenBackPart[scope === 'electronic-records' ? scope : 'block'];
    return html`<p part="text">${t.partTakenBackOn(part, instantInWords(at, t.language))}</p>`;
  });
}

/** A newer text: told of, and there to be read. */
function newer(
  entry: SignedEntry,
  { t }: Pick<ViewProps, 't'>,
  { texts, readText }: ListActions,
): TemplateResult | typeof nothing {
  if (isTakenBack(entry)) return nothing;
  if (entry.status === 'outdated-material') return html`<p part="text">${t.newerMaterial}</p>`;
  if (entry.status !== 'outdated-minor') return nothing;
  const wanted = { id: entry.id, version: undefined };
  const text = texts && textOf(texts, wanted);
  return html`
    <p part="text">${t.newerMinor}</p>
    ${
      text?.status === 'read'
        ? html`<section class="block stack" part="block" aria-label=${text.document.title}>
            <p class="muted" part="text">${t.version(text.document.version)}</p>
            ${text.document.blocks.map((each) => blockText(each))}
          </section>`
        : html`<p part="text" role="status">
            ${text?.status === 'reading' ? t.loading : nothing}
            ${text?.status === 'unavailable' ? t.newerUnavailable : nothing}
            ${text?.status === 'reading' ? nothing : linkButton(t.readNewer, () => readText(wanted), t.readNewerOf(titleOf(entry)))}
          </p>`
    }
  `;
}

function takeBackButton(
  entry: SignedEntry,
  { t }: Pick<ViewProps, 't'>,
  { takeBack }: ListActions,
): TemplateResult | typeof nothing {
  const { id, version, title, recordDigest, agreed, withdrawn } = entry;
  if (recordDigest === undefined || isTakenBack(entry)) return nothing;
  return linkButton(
    t.takeBack,
    () => takeBack({ id, version, title, recordDigest, agreed, withdrawn }),
    t.takeBackWhat(titleOf(entry)),
  );
}

/** What a client has signed, with what has become of it and the way to take it back. */
export const signedList = (
  entries: readonly SignedEntry[],
  props: Pick<ViewProps, 't'>,
  actions: ListActions,
  isWithReference = true,
): TemplateResult => html`
  ${entries.map((entry) => {
    const { t } = props;
    const { version, signedAt, reference } = entry;
    return html`
      <div class="stack signed" part="signed">
        <p part="text">${titleOf(entry)}. ${t.version(version)}. ${instantInWords(signedAt, t.language)}</p>
        ${isWithReference ? referenceLine(reference, t) : nothing} ${takenBack(entry, t)}
        ${newer(entry, props, actions)} ${takeBackButton(entry, props, actions)}
      </div>
    `;
  })}
`;

/** The same below a document that is to be signed, or beside one that was signed a moment ago. */
export const alsoSigned = (
  entries: readonly SignedEntry[],
  props: Pick<ViewProps, 't'>,
  actions: ListActions,
): TemplateResult | typeof nothing =>
  entries.length === 0
    ? nothing
    : html`<section class="block stack" part="block">
        <h3 part="subtitle">${props.t.signedList}</h3>
        ${signedList(entries, props, actions, false)}
      </section>`;

export function signed(
  state: SignedState,
  mine: SignedEntry,
  others: readonly SignedEntry[],
  props: ViewProps,
  actions: SignedActions,
): TemplateResult {
  const { t, practice, next } = props;
  const { print, saveCopy, openNext } = actions;
  const isStanding = !isTakenBack(mine);
  const done = state.receivedAt ? t.signedTitle : t.sentTitle;
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${isStanding ? done : t.takenBackTitle}</h2>
      ${isStanding ? html`<p part="text" role="status">${t.signedBody(titleOf(mine), state.receivedAt === undefined ? undefined : practice?.name)}</p>` : nothing}
      ${state.reference === undefined ? nothing : referenceLine(state.reference, t)}
      ${
        state.receivedAt === undefined
          ? nothing
          : html`<p class="small" part="text receipt" role="status">
              ${t[RECEIPT_WORDS[state.receipt.standing]]}
            </p>`
      }
      <slot name="confirmation"></slot>
      ${takenBack(mine, t)} ${isStanding ? html`<p part="text">${t.withdraw}</p>` : nothing}
      <div class="actions" part="actions">
        ${state.hasNext ? primaryButton(t.nextDocument, openNext) : goOn(next, t)}
        ${button(t.saveCopy, saveCopy)} ${linkButton(t.print, print)} ${takeBackButton(mine, props, actions)}
      </div>
      ${alsoSigned(others, props, actions)} ${help(practice, t)}
    </div>
  `;
}

/** What this client has signed earlier, where nothing more is asked of them. */
export function nothingToSign(
  entries: readonly SignedEntry[],
  props: ViewProps,
  actions: ListActions,
): TemplateResult {
  const { t, practice, next } = props;
  const isSigned = entries.some((entry) => !isTakenBack(entry));
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${isSigned ? t.signedTitle : t.nothingToSign}</h2>
      ${signedList(entries, props, actions)} ${isSigned ? html`<p part="text">${t.withdraw}</p>` : nothing}
      <slot name="confirmation"></slot>
      ${next ? html`<div class="actions" part="actions">${goOn(next, t)}</div>` : nothing}
      ${help(practice, t)}
    </div>
  `;
}
