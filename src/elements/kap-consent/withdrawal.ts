import { html, nothing, type TemplateResult } from 'lit';
import { textOf, type TextsState } from '../../app/consent/texts.js';
import type { WithdrawalMessage, WithdrawalState } from '../../app/consent/withdrawal.js';
import type { ConsentBlock } from '../../domain/consent/document.js';
import { agreedBlocks } from '../../domain/consent/agreed.js';
import type { ConsentRecord, WithdrawalScope } from '../../domain/consent/record.js';
import { scopeInAct } from '../../domain/submission/withdrawal-scope.js';
import type { ConsentMessages } from '../../locale/messages.js';
import { isSending } from '../../app/submit.js';
import { button, linkButton, primaryButton } from '../views/button.js';
import { delivery } from '../views/delivery.js';
import { field } from '../views/field.js';
import { help } from '../views/help.js';
import { referenceLine } from '../views/reference.js';
import { RECEIPT_WORDS } from './copy.js';
import type { ViewProps } from './view-props.js';

export interface WithdrawalProps extends Pick<ViewProps, 't' | 'practice'> {
  readonly send: (message: WithdrawalMessage) => void;
  readonly texts: TextsState | undefined;
  /** The record itself, where it was signed on this page. */
  readonly record: ConsentRecord | undefined;
  /** Back to what was on the screen before. */
  readonly close: () => void;
  readonly saveCopy: () => void;
  readonly print: () => void;
}

type Choosing = Extract<WithdrawalState, { status: 'choosing' }>;
type Withdrawn = Extract<WithdrawalState, { status: 'withdrawn' }>;

const SCOPE = '_scope';
const headingOf = ({ heading, choices = [], id }: ConsentBlock): string =>
  heading ?? choices[0]?.question ?? id;

function statementFor(
  { scope, of: { title, id } }: Choosing,
  parts: readonly ConsentBlock[],
  t: ConsentMessages,
): string {
  const name = title ?? id;
  if (scope.what !== 'block') return t.takeBackStatement[scope.what](name);
  const part = parts.find((each) => each.id === scope.block);
  return t.takeBackStatement.block(name, part ? headingOf(part) : scope.block);
}

function choosing(
  state: Choosing,
  { t, practice, send, texts, record, close }: WithdrawalProps,
): TemplateResult {
  const { of, scope } = state;
  const text = texts && textOf(texts, of);
  const document = record?.document ?? (text?.status === 'read' ? text.document : undefined);
  const agreed = record ? agreedBlocks(record) : of.agreed;
  const parts = document?.blocks.filter(({ id }) => agreed?.includes(id)) ?? [];
  const isAskedFor = document
    ? document.blocks.some(({ choices }) => choices?.length)
    : text?.status === 'unavailable';
  const isTakenBack = (each: WithdrawalScope) =>
    of.withdrawn?.some(({ scope: taken }) => taken === scopeInAct(each)) ?? false;
  const all: readonly (readonly [WithdrawalScope, string])[] = [
    [{ what: 'everything' }, t.takeBackAll],
    // For the disclosure about electronic records the two are one.
    ...(document?.purpose === 'electronic-records'
      ? []
      : [[{ what: 'electronic-records' }, t.takeBackElectronic] as const]),
    ...parts.map((part) => [{ what: 'block', block: part.id }, t.takeBackPart(headingOf(part))] as const),
  ];
  const scopes = all.filter(([each]) => !isTakenBack(each));
  const statement = statementFor(state, parts, t);
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.takeBackTitle(of.title ?? of.id)}</h2>
      <p part="text">${t.takeBackIntro}</p>
      ${field({
        item: {
          linkId: SCOPE,
          type: 'choice',
          text: t.takeBackScope,
          required: true,
          control: 'radio',
          answerOption: scopes.map(([each, words]) => ({ code: scopeInAct(each), display: words })),
        },
        path: SCOPE,
        entry: [scopeInAct(scope)],
        problem: undefined,
        t,
        onEntry: () => undefined,
        onChoice: (code) => {
          const chosen = scopes.find(([each]) => scopeInAct(each) === code)?.[0];
          if (chosen) send({ type: 'choose-scope', scope: chosen });
        },
      })}
      ${!agreed && isAskedFor ? html`<p class="small muted" part="text">${t.takeBackNoParts}</p>` : nothing}
      <p part="text">${statement}</p>
      <div class="actions" part="actions">
        ${primaryButton(t.takeBackNow, () => send({ type: 'take-back', statement }))}
        ${linkButton(t.keepIt, close)}
      </div>
      ${help(practice, t)}
    </div>
  `;
}

function withdrawn(
  { submission, reference, receivedAt, receipt }: Withdrawn,
  { t, practice, close, saveCopy, print }: WithdrawalProps,
): TemplateResult {
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${receivedAt === undefined ? t.sentTitle : t.takenBackTitle}</h2>
      <p part="text" role="status">
        ${t.takenBackBody(submission.record.document.title, receivedAt === undefined ? undefined : practice?.name)}
      </p>
      <p part="text">${submission.record.statement}</p>
      ${reference === undefined ? nothing : referenceLine(reference, t)}
      ${
        receivedAt === undefined
          ? nothing
          : html`<p class="small" part="text receipt" role="status">${t[RECEIPT_WORDS[receipt.standing]]}</p>`
      }
      <p part="text">${t.takenBackNext}</p>
      <div class="actions" part="actions">
        ${primaryButton(t.done, close)} ${button(t.saveCopy, saveCopy)} ${linkButton(t.print, print)}
      </div>
      ${help(practice, t)}
    </div>
  `;
}

/** What is signed is taken back in two presses: what of it, and that it is meant. */
export function withdrawal(state: WithdrawalState, props: WithdrawalProps): TemplateResult {
  const { t, practice, send, saveCopy } = props;
  if (state.status === 'choosing') return choosing(state, props);
  if (state.status === 'withdrawn') return withdrawn(state, props);
  return delivery(state, {
    t,
    practice,
    notSentNext: t.notSentNext,
    onTryAgain: () => send({ type: 'try-again' }),
    onBack: () => send({ type: 'back' }),
    onSaveCopy: isSending(state) && state.prepared ? saveCopy : undefined,
  });
}
