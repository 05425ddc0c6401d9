import { html, type TemplateResult } from 'lit';
import type { ChoosingState } from '../../app/sessions/state.js';
import type { SessionKind } from '../../domain/practice/session-kind.js';
import { unmetNeeds, type UnmetNeed } from '../../domain/scheduling/needs.js';
import { choice } from '../views/choice.js';
import { kindTitle } from '../views/kind-title.js';
import type { ViewProps } from './view-props.js';

/** Why a kind can't be booked yet, where it stands. */
function reasonFor(need: UnmetNeed, { t, care }: ViewProps): string {
  if (need === 'consents') return t.opensWhenSigned;
  const status = care?.clearance.status;
  // Cleared, and nothing left of what they were cleared for.
  if (status === 'cleared') return t.clearance.expired;
  return status === 'on-hold' || status === 'talk-to-us' || status === 'expired'
    ? t.clearance[status]
    : t.opensWhenCleared;
}

/** What the client still lacks for a kind. */
export const unmetFor = (kind: SessionKind, { care, practice }: ViewProps): readonly UnmetNeed[] =>
  unmetNeeds(kind, care, practice.consents ?? []);

function kind(each: SessionKind, chosen: string | undefined, props: ViewProps): TemplateResult {
  const { t, practice, send } = props;
  const about = html`<strong>${kindTitle(each.id, practice, t)}</strong>
    <span class="muted"
      >${t.minutesLong(each.minutes)}, ${each.modes.map((mode) => t.mode[mode]).join(` ${t.or} `)}</span
    >`;
  const unmet = unmetFor(each, props);
  if (unmet.length > 0) {
    return html`<li class="choice locked" part="kind locked">
      <span>${about}<br />${unmet.map((need) => reasonFor(need, props)).join(' ')}</span>
    </li>`;
  }
  const zone = each.modes.every((mode) => mode === 'in-person') ? 'practice' : 'client';
  return html`<li>
    ${choice(about, {
      type: 'radio',
      name: 'kind',
      part: 'kind',
      isChosen: chosen === each.id,
      onChange: () => send({ type: 'choose-kind', kind: each.id, zone }),
    })}
  </li>`;
}

/** The kinds of session. What can't be booked yet stays in sight and says why. */
export const kinds = ({ choice: { kind: chosen } }: ChoosingState, props: ViewProps): TemplateResult => html`
  <fieldset class="field" part="field">
    <legend class="label" part="label" id="kinds" tabindex="-1">${props.t.whichSession}</legend>
    <ul class="choices long" part="choices">
      ${props.kinds.map((each) => kind(each, chosen, props))}
    </ul>
  </fieldset>
`;
