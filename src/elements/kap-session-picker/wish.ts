import { html, nothing, type TemplateResult } from 'lit';
import { availabilityOf, type ChoosingState, type WishedSession } from '../../app/sessions/state.js';
import { blocks } from '../../app/sessions/rules.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { listInWords } from '../../locale/format.js';
import { button, linkButton } from '../views/button.js';
import { kindTitle } from '../views/kind-title.js';
import { howInWords, whenInWords } from '../views/session-words.js';
import { findingInWords, reasonFor } from './findings.js';
import { zoneOf } from './kinds.js';
import { preferences } from './preferences.js';
import { slotsOf } from './slots.js';
import type { ViewProps } from './view-props.js';

/** What a session of several is called: with its number where it is not the only one of its kind. */
function titleOf(session: WishedSession, { choice }: ChoosingState, { t, practice }: ViewProps): string {
  const isOnly = choice.purpose !== 'course';
  return t.planOf(kindTitle(session.kind, practice, t), isOnly ? undefined : session.number);
}

/** Where a link to a session of several leads. */
export const stepId = ({ key }: WishedSession): string => `step-${key}`;

function timeOf({ slot, from }: WishedSession, props: ViewProps): TemplateResult {
  const { t } = props;
  if (slot)
    return html`${whenInWords(slot, props)}<br /><span class="muted">${howInWords(slot, props)}</span>`;
  return html`<span class="muted">${from ? t.staysAt(whenInWords(from, props)) : t.noTimeYet}</span>`;
}

/** What is found about a session: what must be put right, and what is only to be known. */
const notes = ({ key }: WishedSession, { findings, ...props }: ViewProps): readonly TemplateResult[] =>
  findings
    // Said once, at the last of those that it is about.
    .filter(({ sessions }) => sessions.at(-1) === key)
    .map(
      (finding) =>
        html`<p class=${blocks(finding) ? 'error' : 'small'} part=${blocks(finding) ? 'error' : 'text'}>
          ${findingInWords(finding, props)}
        </p>`,
    );

function step(session: WishedSession, state: ChoosingState, props: ViewProps): TemplateResult {
  const { t, send, zoneName } = props;
  const { choice } = state;
  const isOpen = choice.current === session.key;
  const title = titleOf(session, state, props);
  const action = isOpen ? t.hideTimes : session.slot ? t.changeTime : t.chooseTime;
  const open = () => {
    const zone = zoneOf(session.kind, props);
    const availability = availabilityOf(choice, session.kind);
    const slots = availability.status === 'known' ? availability.slots : [];
    const at = session.slot ?? slots.find((slot) => props.checker(session)(slot).length === 0);
    const date = at && dateIn(zoneName(zone), Date.parse(at.start));
    send({ type: 'open', key: isOpen ? '' : session.key, zone, date });
  };
  return html`<li class="step" part="step" id=${stepId(session)} tabindex="-1">
    <strong>${title}</strong><br />${timeOf(session, props)} ${notes(session, props)}
    <p>
      <button
        type="button"
        class="link"
        part="link"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label=${t.ofSession(action, title)}
        @click=${open}
      >
        ${action}
      </button>
    </p>
    ${isOpen ? slotsOf(session, state, props) : nothing}
  </li>`;
}

/** What looking for times has come to. */
function searchInWords(state: ChoosingState, props: ViewProps): string {
  const { t, practice } = props;
  const { search, sessions } = state.choice;
  const phone = practice.contact.phone;
  switch (search.status) {
    case 'none':
      return '';
    case 'looking':
      return t.looking;
    case 'found':
    case 'unknown':
      return t.search[search.status];
    case 'not-found':
      return t.search['not-found'](phone);
    case 'repaired': {
      const changed = sessions.filter(({ key }) => search.changed.includes(key));
      const titles = changed.map((each) => titleOf(each, state, props));
      return t.search.repaired(listInWords(titles, t.language));
    }
    case 'impossible': {
      const lacking = search.lacking.map((kind) => kindTitle(kind, practice, t));
      if (lacking.length > 0) return t.search.lacking(listInWords(lacking, t.language), phone);
      const rules = search.without.map((rule) => t.ruleName[rule]);
      return `${t.search.impossible(listInWords(rules, t.language))} ${t.search.askPractice(phone)}`;
    }
  }
}

/** What of the plan can't be booked yet, and why. */
const lockedSteps = (props: ViewProps): readonly TemplateResult[] =>
  props.plan.locked.map(({ step: { kind, number }, unmet }) => {
    const { t, practice } = props;
    const reasons = unmet.map((need) => reasonFor(need, props)).join(' ') || t.comesAfter;
    return html`<li class="step locked muted" part="step locked">
      <strong>${t.planOf(kindTitle(kind, practice, t), number)}</strong><br />${reasons}
    </li>`;
  });

const TITLES = { one: 'togetherTitle', course: 'planTitle', move: 'moveTitle' } as const;

/** Several sessions that are asked for together, in their order, each with its time. */
export function wish(state: ChoosingState, props: ViewProps): TemplateResult {
  const { t, send, focusOn, practice } = props;
  const { choice } = state;
  const { purpose, sessions } = choice;
  const isCourse = purpose === 'course';
  const kinds = (practice.sessionKinds ?? []).filter(({ id }) => sessions.some(({ kind }) => kind === id));
  const modes = [...new Set(kinds.flatMap((kind) => kind.modes))];
  const slots = [...choice.availability.values()].flatMap((each) =>
    each.status === 'known' ? each.slots : [],
  );
  const leave = () => {
    send({ type: 'start-over' });
    focusOn('h2');
  };
  return html`
    <section class="section stack" aria-labelledby="wish-title">
      <h3 part="subtitle" id="wish-title" tabindex="-1">${t[TITLES[purpose]]}</h3>
      ${purpose === 'move' ? html`<p part="text">${t.moveIntro}</p>` : nothing}
      ${preferences(choice, modes, slots, props)}
      <p>${button(t.findTimes, () => send({ type: 'find-times' }))}</p>
      <p class="search" part="text" role="status">${searchInWords(state, props)}</p>
      <ol class="steps" part="steps">
        ${sessions.map((each) => step(each, state, props))} ${isCourse ? lockedSteps(props) : nothing}
      </ol>
      ${purpose === 'one' ? nothing : linkButton(isCourse ? t.leavePlan : t.keepAsIs, leave)}
    </section>
  `;
}
