import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { problemsOf } from '../../app/sessions/reduce.js';
import type { ChoiceProblem, ChoosingState } from '../../app/sessions/state.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { dayInWords, zoneInWords } from '../../locale/format.js';
import { button, linkButton, primaryButton } from '../views/button.js';
import { errorSummary } from '../views/error-summary.js';
import { fieldId } from '../views/field-props.js';
import { help } from '../views/help.js';
import { kindTitle } from '../views/kind-title.js';
import { textQuestion } from '../views/text-question.js';
import { bookings } from './bookings.js';
import { kinds, unmetFor } from './kinds.js';
import { month } from './month.js';
import { howInWords, whenInWords } from '../views/session-words.js';
import { times } from './times.js';
import type { ViewProps } from './view-props.js';

const PLACES: Readonly<Record<ChoiceProblem, string>> = {
  'no-kind': '#kinds',
  'no-slot': '#times',
  'no-name': `#${fieldId('name')}`,
  'no-reach': `#${fieldId('reach')}`,
};

const CONTACT_PROBLEMS: ReadonlySet<ChoiceProblem> = new Set(['no-name', 'no-reach']);

/** Whether the practice has no way to reach this client yet: a consent alone holds none. */
const needsContact = ({ care }: ViewProps): boolean =>
  !care || care.intakes.length + care.bookings.length === 0;

const zoneLine = (
  { zone }: ChoosingState['choice'],
  at: string,
  { t, zoneName, send }: ViewProps,
): unknown => {
  const other = zone === 'client' ? 'practice' : 'client';
  return html`<p class="small muted" part="text">
    ${t.zoneShown(zoneInWords(zoneName(zone), at, t.language))}
    ${
      zoneName(zone) === zoneName(other)
        ? nothing
        : linkButton(t.showZone[other], () => send({ type: 'switch-zone', zone: other }))
    }
  </p>`;
};

function calendar(state: ChoosingState, slots: readonly Slot[], props: ViewProps): unknown {
  const { choice, problems } = state;
  const { t, practice, now, zoneName, send, focusOn } = props;
  const dateOf = (slot: Slot) => dateIn(zoneName(choice.zone), Date.parse(slot.start));
  const slotsByDay = new Map<string, Slot[]>();
  for (const slot of slots) slotsByDay.set(dateOf(slot), [...(slotsByDay.get(dateOf(slot)) ?? []), slot]);
  const today = dateIn(zoneName(choice.zone), now);
  const { day } = choice;
  // In the zone shown it may be later already than in the one before.
  const cursor = choice.cursor && choice.cursor > today ? choice.cursor : today;
  const [first] = slots;
  if (!first) return html`<p part="text" id="times" tabindex="-1">${t.noTimes(practice.contact.phone)}</p>`;
  const chooseFirst = () => {
    send({ type: 'choose-day', date: dateOf(first) });
    focusOn('#times');
  };
  return html`
    <p part="text">${linkButton(t.firstFree(dayInWords(dateOf(first), t.language)), chooseFirst)}</p>
    ${month({ choice, cursor, today, slotsByDay }, props)} ${zoneLine(choice, first.start, props)}
    ${
      day === undefined
        ? html`<p part="text" id="times" tabindex="-1">${t.chooseDay}</p>`
        : keyed(
            day,
            times(
              {
                id: 'times',
                heading: dayInWords(day, t.language),
                slots: slotsByDay.get(day) ?? [],
                problem: problems.includes('no-slot') && !choice.slot ? t.choice['no-slot'] : undefined,
              },
              choice,
              props,
            ),
          )
    }
  `;
}

function slotsToChoose(state: ChoosingState, props: ViewProps): unknown {
  const { availability, nearest } = state.choice;
  const { t, send } = props;
  const near =
    nearest.length > 0
      ? times({ id: 'nearest', heading: t.nearest, slots: nearest, isDated: true }, state.choice, props)
      : nothing;
  if (availability.status === 'known') return html`${near}${calendar(state, availability.slots, props)}`;
  return html`${near}
    <div class="month" part="month" id="times" tabindex="-1">
      ${
        availability.status === 'loading'
          ? html`<p class="muted" role="status">${t.loading}</p>`
          : html`<p role="status">${t.timesUnknown}</p>
              ${button(t.tryAgain, () => send({ type: 'reload' }))}`
      }
    </div>`;
}

function contactFields({ choice, problems }: ChoosingState, { t, send }: ViewProps): TemplateResult {
  const ask = (path: 'name' | 'reach', label: string, autocomplete: string) =>
    textQuestion({
      name: path,
      label,
      autocomplete,
      value: choice[path],
      problem: problems.includes(`no-${path}`) ? t.choice[`no-${path}`] : undefined,
      t,
      onInput: (written) => send({ type: 'contact', [path]: written }),
    });
  return html`${ask('name', t.yourName, 'name')}${ask('reach', t.reachYou, 'tel')}`;
}

function summary({ slot }: ChoosingState['choice'], props: ViewProps): unknown {
  const { t, practice } = props;
  if (!slot) return nothing;
  return html`<p class="notice" part="notice">
    <strong>${kindTitle(slot.kind, practice, t)}</strong
    ><br />${whenInWords(slot, props)}<br />${howInWords(slot, props)}
  </p>`;
}

/** The client's sessions, and everything it takes to ask for another, each part appearing as it is needed. */
export function choosing(state: ChoosingState, props: ViewProps): TemplateResult {
  const { t, practice, send, focusOn } = props;
  const { choice, notice, problems } = state;
  const isAsked = needsContact(props);
  const kind = props.kinds.find(({ id }) => id === choice.kind);
  // What has been closed meanwhile says so where it stands, and offers nothing.
  const isOpen = kind !== undefined && unmetFor(kind, props).length === 0;
  const lacking = problemsOf(choice, isAsked);
  const unmended = { ...state, problems: problems.filter((problem) => lacking.includes(problem)) };
  const entries = problems
    .filter((problem) => isAsked || !CONTACT_PROBLEMS.has(problem))
    .map((problem) => ({ sentence: t.choice[problem], onFollow: () => focusOn(PLACES[problem]) }));
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.sessionsTitle}</h2>
      ${
        notice
          ? html`<p class="notice said" part="notice" tabindex="-1">
              ${t.pickerNotice[notice](practice.contact.phone)}
            </p>`
          : nothing
      }
      ${entries.length > 0 ? errorSummary(entries, t) : nothing} ${bookings(state, props)}
      <div class="fields section">
        ${kinds(state, props)}
        ${
          !isOpen
            ? nothing
            : html`${slotsToChoose(unmended, props)} ${isAsked ? contactFields(unmended, props) : nothing}
                ${summary(choice, props)}
                <div class="actions" part="actions">
                  ${primaryButton(t.requestTime, () => send({ type: 'request', needsContact: isAsked }))}
                </div>`
        }
      </div>
      ${help(practice, t)}
    </div>
  `;
}
