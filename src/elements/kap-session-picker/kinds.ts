import { html, type TemplateResult } from 'lit';
import type { ChoosingState } from '../../app/sessions/state.js';
import { bookedTogether } from '../../app/sessions/rules.js';
import type { SessionKind, SessionKindId } from '../../domain/practice/session-kind.js';
import { unmetNeeds, type UnmetNeed } from '../../domain/scheduling/needs.js';
import { choice } from '../views/choice.js';
import { kindTitle } from '../views/kind-title.js';
import { reasonFor } from './findings.js';
import type { ViewProps } from './view-props.js';

/** What the client still lacks for a kind. */
export const unmetFor = (kind: SessionKind, { care, practice }: ViewProps): readonly UnmetNeed[] =>
  unmetNeeds(kind, care, practice.consents ?? []);

/** In whose zone the times of a kind are shown at first: where it takes place. */
export function zoneOf(id: SessionKindId, { practice }: ViewProps): 'practice' | 'client' {
  const kind = practice.sessionKinds?.find((each) => each.id === id);
  return kind?.modes.every((mode) => mode === 'in-person') ? 'practice' : 'client';
}

function kind(each: SessionKind, chosen: string | undefined, props: ViewProps): TemplateResult {
  const { t, practice, care, quietUntil, send } = props;
  const about = html`<strong>${kindTitle(each.id, practice, t)}</strong>
    <span class="muted"
      >${t.minutesLong(each.minutes)}, ${each.modes.map((mode) => t.mode[mode]).join(` ${t.or} `)}</span
    >`;
  const unmet = unmetFor(each, props);
  const reasons = unmet.map((need) => reasonFor(need, props));
  if (quietUntil !== undefined) reasons.push(t.waitsQuiet);
  if (reasons.length > 0) {
    return html`<li class="choice locked" part="kind locked">
      <span>${about}<br />${reasons.join(' ')}</span>
    </li>`;
  }
  const kinds = bookedTogether(each.id, { practice, care });
  return html`<li>
    ${choice(about, {
      type: 'radio',
      name: 'kind',
      part: 'kind',
      isChosen: chosen === each.id,
      onChange: () => send({ type: 'choose-kind', kinds, zone: zoneOf(each.id, props) }),
    })}
  </li>`;
}

/** The kinds of session. What can't be booked yet stays in sight and says why. */
export const kinds = ({ choice: { sessions } }: ChoosingState, props: ViewProps): TemplateResult => html`
  <fieldset class="field" part="field">
    <legend class="label" part="label" id="kinds" tabindex="-1">${props.t.whichSession}</legend>
    <ul class="choices long" part="choices">
      ${props.kinds.map((each) => kind(each, sessions[0]?.kind, props))}
    </ul>
  </fieldset>
`;
