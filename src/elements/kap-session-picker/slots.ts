import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  availabilityOf,
  type ChoosingState,
  type ShownZone,
  type WishedSession,
} from '../../app/sessions/state.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { dayInWords } from '../../locale/format.js';
import { button, linkButton } from '../views/button.js';
import { findingsInWords } from './findings.js';
import { month } from './month.js';
import { isLiked, preferences } from './preferences.js';
import { times, type TimesProps } from './times.js';
import type { ViewProps } from './view-props.js';
import { zoneLine } from './zones.js';

/** Where the times of the session on the screen begin. */
export const TIMES = 'times';

/** The zone that is shown, and the other one of client and practice beside it. */
const zonesOf = (zone: ShownZone, { zoneName }: ViewProps): readonly [string, string] => [
  zoneName(zone),
  zoneName(zone === 'client' ? 'practice' : zone === 'practice' ? 'client' : 'practice'),
];

/** What the month and the list have in common. */
interface Offered {
  readonly state: ChoosingState;
  /** Those that are as the client would like them. */
  readonly slots: readonly Slot[];
  readonly common: Pick<TimesProps, 'session' | 'zones' | 'isAtPractice' | 'check'>;
  readonly problem: string | undefined;
}

function commonOf(session: WishedSession, { choice }: ChoosingState, props: ViewProps): Offered['common'] {
  return {
    session,
    zones: zonesOf(choice.zone, props),
    // Where a client goes to, its clocks count; unless they have said by whose clocks they want the times.
    isAtPractice: ({ mode }) => mode === 'in-person' && choice.zone === 'client',
    check: props.checker(session),
  };
}

function asMonth({ state, slots, common, problem }: Offered, props: ViewProps): TemplateResult {
  const { cursor: at, day } = state.choice;
  const { t, now } = props;
  const { zones, check } = common;
  const dateOf = (slot: Slot) => dateIn(zones[0], Date.parse(slot.start));
  const slotsByDay = new Map<string, Slot[]>();
  for (const slot of slots) slotsByDay.set(dateOf(slot), [...(slotsByDay.get(dateOf(slot)) ?? []), slot]);
  const today = dateIn(zones[0], now);
  // In the zone shown it may be later already than in the one before.
  const cursor = at && at > today ? at : today;
  return html`
    ${month({ chosen: day, cursor, today, slotsByDay, check }, props)}
    ${
      day === undefined
        ? html`<p part="text" id=${TIMES} tabindex="-1">${t.chooseDay}</p>`
        : keyed(
            day,
            times(
              {
                ...common,
                id: TIMES,
                heading: dayInWords(day, t.language),
                slots: slotsByDay.get(day) ?? [],
                problem,
              },
              props,
            ),
          )
    }
  `;
}

function asList({ state, slots, common, problem }: Offered, props: ViewProps): TemplateResult {
  const { t, send } = props;
  const { listed } = state.choice;
  const shown = slots.filter((slot) => common.check(slot).length === 0).slice(0, listed);
  const heading = t.nextTimes(shown.length);
  return html`
    ${times({ ...common, id: TIMES, heading, slots: shown, isDated: true, problem }, props)}
    <p>${button(t.moreTimes, () => send({ type: 'list-more', isEnd: shown.length < listed }))}</p>
  `;
}

/** Straight to the first day that has times to choose. */
function firstFree({ slots, common, state }: Offered, props: ViewProps): TemplateResult {
  const { t, send, focusOn } = props;
  const first = slots.find((slot) => common.check(slot).length === 0);
  // Of the last, which is not only too near.
  const any = slots.at(-1);
  if (!first)
    return html`<p part="text">${any && t.allClosed(findingsInWords(common.check(any), props))}</p>`;
  const date = dateIn(common.zones[0], Date.parse(first.start));
  const go = () => {
    if (state.choice.view === 'list') send({ type: 'view', view: 'month' });
    send({ type: 'choose-day', date });
    focusOn(`#${TIMES}`);
  };
  return html`<p class="first" part="text">${linkButton(t.firstFree(dayInWords(date, t.language)), go)}</p>`;
}

const views = ({ choice: { view } }: ChoosingState, { t, send }: ViewProps): TemplateResult => html`
  <div class="views" role="group" aria-label=${t.viewLabel}>
    ${(['month', 'list'] as const).map(
      (each) =>
        html`<button
          type="button"
          class=${each === view ? 'button chosen' : 'button'}
          part=${each === view ? 'button chosen' : 'button'}
          aria-pressed=${each === view ? 'true' : 'false'}
          @click=${() => send({ type: 'view', view: each })}
        >
          ${t.views[each]}
        </button>`,
    )}
  </div>
`;

function toolbar(
  session: WishedSession,
  slots: readonly Slot[],
  state: ChoosingState,
  props: ViewProps,
): TemplateResult {
  const { choice } = state;
  const modes = props.practice.sessionKinds?.find(({ id }) => id === session.kind)?.modes ?? [];
  return html`<div class="toolbar">
    ${views(state, props)} ${choice.sessions.length > 1 ? nothing : preferences(choice, modes, slots, props)}
  </div>`;
}

function known(
  session: WishedSession,
  all: readonly Slot[],
  state: ChoosingState,
  props: ViewProps,
): TemplateResult {
  const { t, practice, send } = props;
  const { choice, problems } = state;
  const zones = zonesOf(choice.zone, props);
  const slots = all.filter((slot) => isLiked(slot, choice.preference, zones[0]));
  const [first] = all;
  if (!first) return html`<p part="text" id=${TIMES} tabindex="-1">${t.noTimes(practice.contact.phone)}</p>`;
  const problem = problems.includes('no-slot') && !session.slot ? t.choice['no-slot'] : undefined;
  const offered = { state, slots, common: commonOf(session, state, props), problem };
  return html`
    ${toolbar(session, all, state, props)}
    ${
      slots.length === 0
        ? html`<p part="text" id=${TIMES} tabindex="-1">
            ${t.noneLikeThis} ${linkButton(t.showAll, () => send({ type: 'prefer', preference: {} }))}
          </p>`
        : html`${firstFree(offered, props)}${choice.view === 'month' ? asMonth(offered, props) : asList(offered, props)}`
    }
    ${zoneLine(choice, (slots[0] ?? first).start, props)}
  `;
}

/** The open times of the session on the screen. */
export function slotsOf(session: WishedSession, state: ChoosingState, props: ViewProps): TemplateResult {
  const { choice } = state;
  const { t, send } = props;
  const { nearest } = choice;
  const availability = availabilityOf(choice, session.kind);
  const common = commonOf(session, state, props);
  const near =
    nearest.length > 0
      ? times({ ...common, id: 'nearest', heading: t.nearest, slots: nearest, isDated: true }, props)
      : nothing;
  if (availability.status === 'known')
    return html`${near}
      <div class="slots">${known(session, availability.slots, state, props)}</div>`;
  if (availability.status === 'failed')
    return html`${near}
      <div class="slots">
        <div class="month" part="month" id=${TIMES} tabindex="-1">
          <p role="status">${t.timesUnknown}</p>
          ${button(t.tryAgain, () => send({ type: 'reload' }))}
        </div>
      </div>`;
  // What is known already stands where it will be, so that nothing moves when the times come.
  return html`${near}
    <div class="slots">
      ${toolbar(session, [], state, props)}
      <p class="first"></p>
      <div class="month" part="month" id=${TIMES} tabindex="-1">
        <p class="muted" role="status">${t.loading}</p>
      </div>
      <p class="why-closed small"></p>
      <p class="unseen" part="text">${t.chooseDay}</p>
      ${zoneLine(choice, new Date(props.now).toISOString(), props)}
    </div>`;
}
