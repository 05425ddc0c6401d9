import { html, nothing, type TemplateResult } from 'lit';
import { wantsKeeping, type FilledState, type Found, type Keeping } from '../../app/intake/state.js';
import { momentInWords } from '../../locale/format.js';
import type { Messages } from '../../locale/messages.js';
import { button, linkButton, primaryButton } from '../views/button.js';
import { field } from '../views/field.js';
import type { ViewProps } from './view-props.js';

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long' } as const;

/** What is true of the answers on this device right now. */
function line(keeping: Keeping, t: Messages): string {
  switch (keeping.status) {
    case 'off':
      return t.notSaved;
    case 'saving':
      return t.saving;
    case 'erasing':
      return t.loading;
    case 'saved':
      return t.saved(
        momentInWords(keeping.at, t.language, TIME),
        momentInWords(keeping.until, t.language, DAY),
      );
    case 'not-erased':
      return t.notCleared(momentInWords(keeping.until, t.language, DAY));
    case 'not-saved':
      return t.couldNotSave;
  }
}

/** Below a page: what is kept, and a way to clear it. */
export const keepingNote = (state: FilledState, { t, send }: ViewProps): TemplateResult => html`
  <p class="small muted not-saved" part="text">
    ${line(state.keeping, t)}
    ${
      wantsKeeping(state) || state.keeping.status === 'not-erased'
        ? linkButton(t.clearSaved, () => send({ type: 'forget' }))
        : nothing
    }
  </p>
`;

/** Whether anything may be kept here, asked in so many words and with nothing chosen in advance. */
const question = (state: FilledState, { t, send }: ViewProps): TemplateResult => html`
  ${field({
    item: {
      linkId: 'keep',
      type: 'choice',
      text: t.ownDevice,
      hint: t.ownDeviceHint,
      required: true,
      answerOption: [
        { code: 'keep', display: t.keepHere },
        { code: 'forget', display: t.keepNothing },
      ],
    },
    path: 'keep',
    entry: wantsKeeping(state) ? ['keep'] : undefined,
    problem: undefined,
    t,
    onEntry: () => undefined,
    onChoice: (code) => send({ type: code as 'keep' | 'forget' }),
  })}
  <p class="small muted" part="text" role="status">${line(state.keeping, t)}</p>
`;

/** What came back, and what could not. */
const foundHere = ({ unfit }: Found, at: number, t: Messages): TemplateResult => html`
  <p part="text"><strong>${t.found(momentInWords(at, t.language, { ...DAY, ...TIME }))}</strong></p>
  ${
    unfit.length > 0
      ? html`<p part="text">${t.unfit}</p>
          <ul class="plain-list" part="text">
            ${unfit.map((label) => html`<li>${label}</li>`)}
          </ul>`
      : nothing
  }
`;

/** The way into the form: from the first page, or from where the client was when they were here before. */
export function beginning(state: FilledState, props: ViewProps): TemplateResult {
  const { t, send } = props;
  const { found, keeping } = state;
  const begin = () => send({ type: 'begin' });
  return found && keeping.status === 'saved'
    ? html`<div class="stack section">${foundHere(found, keeping.at, t)}</div>
        <div class="actions" part="actions">
          ${primaryButton(t.resume, begin)} ${button(t.startOver, () => send({ type: 'start-over' }))}
        </div>`
    : html`<div class="section">${question(state, props)}</div>
        <div class="actions" part="actions">${primaryButton(t.begin, begin)}</div>`;
}
