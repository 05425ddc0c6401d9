import { html, nothing, type TemplateResult } from 'lit';
import { problemsOf } from '../../app/sessions/reduce.js';
import {
  chosenSlots,
  currentOf,
  withoutTime,
  type ChoiceProblem,
  type ChoosingState,
} from '../../app/sessions/state.js';
import { button, primaryButton } from '../views/button.js';
import { errorSummary } from '../views/error-summary.js';
import { fieldId } from '../views/field-props.js';
import { help } from '../views/help.js';
import { kindTitle } from '../views/kind-title.js';
import { howInWords, whenInWords } from '../views/session-words.js';
import { bookings } from './bookings.js';
import { askedOf, contactFields } from './contact.js';
import { findingsInWords } from './findings.js';
import { kinds, unmetFor } from './kinds.js';
import { quietHours } from './quiet.js';
import { slotsOf, TIMES } from './slots.js';
import type { ViewProps } from './view-props.js';
import { stepId, wish } from './wish.js';

const PLACES: Readonly<Record<Exclude<ChoiceProblem, 'no-slot' | 'rules'>, string>> = {
  'no-kind': '#kinds',
  'no-region': '#region',
  'no-name': `#${fieldId('name')}`,
  'no-reach': `#${fieldId('reach')}`,
};

/** Where what is missing can be put right. */
function placeOf(problem: ChoiceProblem, { choice }: ChoosingState, { findings }: ViewProps): string {
  if (problem !== 'no-slot' && problem !== 'rules') return PLACES[problem];
  if (choice.sessions.length === 1) return `#${TIMES}`;
  const broken = findings.find(({ level }) => level === 'block')?.sessions.at(-1);
  const session =
    problem === 'no-slot' ? withoutTime(choice)[0] : choice.sessions.find(({ key }) => key === broken);
  return session ? `#${CSS.escape(stepId(session))}` : '#wish-title';
}

/** What is asked for, read back: of one session alone, for several stand with their times. */
function summary({ choice }: ChoosingState, props: ViewProps): unknown {
  const { t, practice, findings } = props;
  const slot = currentOf(choice)?.slot;
  if (!slot || choice.sessions.length > 1) return nothing;
  return html`<p class="notice" part="notice">
    <strong>${kindTitle(slot.kind, practice, t)}</strong
    ><br />${whenInWords(slot, props)}<br />${howInWords(slot, props)}
    ${findings.length > 0 ? html`<br />${findingsInWords(findings, props)}` : nothing}
  </p>`;
}

/** What of the plan is still to be booked, to be planned in one go. */
function planOffer(props: ViewProps): unknown {
  const { t, plan, practice, send, focusOn } = props;
  if (plan.open.length < 2) return nothing;
  const count = new Map<string, number>();
  for (const { kind } of plan.open) {
    const title = kindTitle(kind, practice, t);
    count.set(title, (count.get(title) ?? 0) + 1);
  }
  const start = () => {
    send({ type: 'plan-course', steps: plan.open });
    focusOn('#wish-title');
  };
  return html`<section class="section stack">
    <h3 part="subtitle">${t.planTitle}</h3>
    <p part="text">${t.planIntro}</p>
    <ul class="plain-list">
      ${[...count].map(([title, sessions]) => html`<li>${t.planCount(title, sessions)}</li>`)}
    </ul>
    <p>${button(t.planAll, start)}</p>
  </section>`;
}

function requestLabel({ choice }: ChoosingState, { t }: ViewProps): string {
  return choice.purpose === 'move' ? t.requestMove : t.requestAll(choice.sessions.length);
}

/** The times, who asks, and the way to the practice. */
function asking(state: ChoosingState, props: ViewProps): TemplateResult {
  const { choice, problems } = state;
  const [first] = choice.sessions;
  const asked = askedOf(state, props);
  const lacking = problemsOf(choice, asked);
  const unmended = { ...state, problems: problems.filter((problem) => lacking.includes(problem)) };
  const isWaiting = choice.sessions.length === 1 && choice.availability.size === 0;
  return html`
    ${choice.sessions.length === 1 && first ? slotsOf(first, unmended, props) : wish(unmended, props)}
    ${
      isWaiting
        ? nothing
        : html`${contactFields(unmended, asked, props)} ${summary(state, props)}
            <div class="actions" part="actions">
              ${primaryButton(requestLabel(state, props), () => props.send({ type: 'request', asked: askedOf(state, props) }))}
            </div>`
    }
  `;
}

function noticeInWords({ notice, choice }: ChoosingState, { t, practice }: ViewProps): unknown {
  if (!notice) return nothing;
  const isOfSeveral = notice === 'taken' && chosenSlots(choice).length > 0;
  return html`<p class="notice said" part="notice" tabindex="-1">
    ${t.pickerNotice[notice](practice.contact.phone)} ${isOfSeveral ? t.othersKept : nothing}
  </p>`;
}

/** The client's sessions, and everything it takes to ask for others, each part appearing as it is needed. */
export function choosing(state: ChoosingState, props: ViewProps): TemplateResult {
  const { t, practice, focusOn, quietUntil } = props;
  const { choice, problems } = state;
  const [first] = choice.sessions;
  const isPlain = choice.purpose === 'one';
  // What has been closed meanwhile says so where it stands, and offers nothing.
  const isOpen =
    first !== undefined &&
    quietUntil === undefined &&
    props.kinds.some((kind) => kind.id === first.kind && unmetFor(kind, props).length === 0);
  const asked = askedOf(state, props);
  const entries = problems
    .filter((problem) => asked.contact || (problem !== 'no-name' && problem !== 'no-reach'))
    .map((problem) => ({
      sentence: t.choice[problem],
      onFollow: () => focusOn(placeOf(problem, state, props)),
    }));
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.sessionsTitle}</h2>
      ${noticeInWords(state, props)}
      ${quietUntil === undefined ? nothing : quietHours(quietUntil, state, props)}
      ${entries.length > 0 ? errorSummary(entries, t) : nothing} ${bookings(state, props)}
      ${isPlain && quietUntil === undefined ? planOffer(props) : nothing}
      <div class="fields section">
        ${isPlain ? kinds(state, props) : nothing} ${isOpen ? asking(state, props) : nothing}
      </div>
      ${help(practice, t)}
    </div>
  `;
}
