import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { map } from 'lit/directives/map.js';
import { sessionKindId, type SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import type { FindingList } from '../api-answers.js';
import type { Desk } from '../desk.js';
import type { Finding } from '../session-answers.js';
import { aboutInWords, findingInWords, leavesIntegration, sorted } from '../reading/findings.js';
import { missingIntegration, type TimedWish, type Wish } from '../reading/session-change.js';
import { kindInWords } from '../reading/sessions.js';
import { dateAt, dayInWords, timesInWords } from '../reading/time.js';
import { MODE } from '../words.js';

/** "Tuesday, November 24, 9:00 – 10:00 AM". */
export function whenInWords(
  { start, end }: Pick<Slot, 'start' | 'end'>,
  { timeZone, now }: Pick<Desk, 'timeZone' | 'now'>,
): string {
  const day = dayInWords(dateAt(Date.parse(start), timeZone), dateAt(now(), timeZone));
  return `${day}, ${timesInWords(start, end, timeZone)}`;
}

const aboutSlot = ({ mode, practitioner }: Slot): string =>
  practitioner === undefined ? MODE[mode] : `${MODE[mode]}, with ${practitioner.name}`;

/** Which kind a session is to be of. */
export function renderKindChoice(
  kind: SessionKindId | undefined,
  { sessionKinds }: Desk,
  choose: (kind: SessionKindId) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    const read = sessionKindId.safeParse((event.target as HTMLSelectElement).value);
    if (read.success) choose(read.data);
  };
  return html`<div class="field">
    <label for="kind">Kind of session</label>
    <select id="kind" .value=${live(kind ?? '')} @change=${onChange}>
      ${kind === undefined ? html`<option value="">Choose one</option>` : nothing}
      ${map(
        sessionKinds,
        ({ id }) =>
          html`<option value=${id} ?selected=${id === kind}>${kindInWords(id, sessionKinds)}</option>`,
      )}
    </select>
  </div>`;
}

export interface WishList {
  readonly wishes: readonly Wish[];
  /** The one whose time is being chosen. */
  readonly at?: number;
  /** How they can be changed, where they still can. */
  readonly change?: (index: number) => void;
  readonly remove?: (index: number) => void;
}

/** What is wished for so far, in the order of wishing. */
export function renderWishes({ wishes, at, change, remove }: WishList, desk: Desk): TemplateResult {
  return html`<ol class="wishes">
    ${map(wishes, ({ kind, slot, instead }, index) => {
      const words = kindInWords(kind, desk.sessionKinds);
      return html`<li>
        <p>
          <b>${words}</b>
          ${instead ? html`<span class="quiet">from ${whenInWords(instead, desk)}</span>` : nothing}
          <span>${slot ? whenInWords(slot, desk) : 'No time yet'}</span>
          ${slot ? html`<span class="quiet">${aboutSlot(slot)}</span>` : nothing}
        </p>
        ${
          change === undefined || index === at
            ? nothing
            : html`<div class="buttons">
                <button @click=${() => change(index)}>
                  Another time<span class="spoken"> for ${words}</span>
                </button>
                ${
                  remove && wishes.length > 1
                    ? html`<button @click=${() => remove(index)}>
                        Leave out<span class="spoken"> ${words}</span>
                      </button>`
                    : nothing
                }
              </div>`
        }
      </li>`;
    })}
  </ol>`;
}

export interface ChangeConfirmation {
  readonly wishes: readonly TimedWish[];
  readonly list: FindingList;
  readonly reason: string;
  readonly isReasonMissing: boolean;
  readonly isBusy: boolean;
  readonly sentence: string | undefined;
  readonly setReason: (reason: string) => void;
  readonly mend: (wish: Wish) => void;
  readonly confirm: () => void;
  readonly back: () => void;
}

function renderFindings(
  title: string,
  findings: readonly Finding[],
  { wishes, list }: ChangeConfirmation,
  { sessionKinds }: Desk,
): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<p class="title">${title}</p>
    <ul class="findings">
      ${map(findings, (finding) => {
        const about = aboutInWords(finding, wishes, list.standing, sessionKinds);
        return html`<li>
          ${findingInWords(finding)}
          ${about === '' ? nothing : html`<span class="quiet">About: ${about}.</span>`}
        </li>`;
      })}
    </ul>`;
}

function renderMending(
  { wishes, list, mend }: ChangeConfirmation,
  desk: Desk,
): TemplateResult | typeof nothing {
  if (!leavesIntegration(list.findings)) return nothing;
  const wish = missingIntegration(wishes, list.standing);
  if (wish === undefined) return nothing;
  const words = kindInWords(wish.kind, desk.sessionKinds);
  return html`<button @click=${() => mend(wish)}>
    ${wish.instead ? `Move ${words} of ${whenInWords(wish.instead, desk)} along` : `Book ${words} with it`}
  </button>`;
}

function renderReason({ reason, isReasonMissing, setReason }: ChangeConfirmation): TemplateResult {
  return html`<div class="field">
    <label for="reason">Why it is right all the same</label>
    <p class="quiet" id="reason-hint">Kept with the session, for the staff alone.</p>
    ${isReasonMissing ? html`<p class="problem" id="reason-problem">Say why, in a few words.</p>` : nothing}
    <textarea
      id="reason"
      rows="3"
      maxlength="500"
      aria-describedby=${isReasonMissing ? 'reason-problem reason-hint' : 'reason-hint'}
      aria-invalid=${isReasonMissing ? 'true' : nothing}
      .value=${live(reason)}
      @input=${(event: Event) => setReason((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}

/** What will be so, and what speaks against it, said before it is done. */
export function renderChangeConfirmation(confirmation: ChangeConfirmation, desk: Desk): TemplateResult {
  const { wishes, list, isBusy, sentence, confirm, back } = confirmation;
  const { final, passable, warnings } = sorted(list.findings);
  const isMove = wishes.some(({ instead }) => instead !== undefined);
  const words = isMove ? 'Move it like this' : 'Book it like this';
  return html`<div class="confirmation">
    <h3 data-step tabindex="-1">
      ${final.length > 0 ? 'This can’t be done like this' : 'This is what will be booked'}
    </h3>
    ${renderWishes({ wishes }, desk)}
    ${renderFindings('What keeps it from being booked', final, confirmation, desk)}
    ${renderFindings('The practice’s rules speak against it', passable, confirmation, desk)}
    ${renderFindings('Good to know', warnings, confirmation, desk)} ${renderMending(confirmation, desk)}
    ${final.length === 0 && passable.length > 0 ? renderReason(confirmation) : nothing}
    ${
      final.length === 0
        ? html`<p class="quiet">It counts as confirmed, and the client sees it the next time they look.</p>`
        : nothing
    }
    ${sentence ? html`<p class="problem" role="alert">${sentence}</p>` : nothing}
    <div class="buttons">
      ${
        final.length > 0
          ? nothing
          : html`<button class="first" aria-disabled=${isBusy ? 'true' : nothing} @click=${confirm}>
              ${isBusy ? 'Sending…' : words}
            </button>`
      }
      <button @click=${back}>Change it</button>
    </div>
  </div>`;
}
