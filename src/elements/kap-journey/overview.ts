import { html, nothing, type TemplateResult } from 'lit';
import { nextSession, openKinds, stepsOf, type JourneyStep, type StepId } from '../../app/journey/steps.js';
import type { SessionState } from '../../app/session/session.js';
import type { ShownZone } from '../../app/sessions/state.js';
import type { SessionKindId } from '../../domain/practice/session-kind.js';
import { instantInWords, listInWords } from '../../locale/format.js';
import type { Messages } from '../../locale/messages.js';
import type { NextStep } from '../session-source.js';
import { linkButton } from '../views/button.js';
import { kindTitle } from '../views/kind-title.js';
import { whenInWords } from '../views/session-words.js';

export interface OverviewProps {
  readonly session: SessionState;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The device's zone, an IANA name. */
  readonly deviceZone: string;
  /** The step on the screen. */
  readonly open: StepId | undefined;
  readonly t: Messages;
  /** The way to a step; nothing for the one on the screen, and for one that has no element here. */
  readonly wayTo: (step: StepId) => NextStep | undefined;
}

/** What most practices have open to everybody: it keeps the place of what this one has. */
const LIKELY_KINDS: readonly SessionKindId[] = ['consultation', 'preparation'];

/** The session that comes next, or what can be booked. */
function sessionsInWords({ session, now, deviceZone, t }: OverviewProps): readonly string[] {
  const { practice } = session.status === 'ready' ? session : {};
  const title = (kind: SessionKindId) => kindTitle(kind, practice, t);
  const next = nextSession(session, now);
  if (next) {
    const zoneName = (zone: ShownZone) => (zone === 'practice' && practice?.timeZone) || deviceZone;
    const when = whenInWords(next, { t, zoneName });
    return [t.nextSession(title(next.kind), when, t.bookingStatus[next.status])];
  }
  const open = session.status === 'ready' ? openKinds(session).map(({ id }) => id) : LIKELY_KINDS;
  return open.length > 0 ? [t.canBeBooked(listInWords(open.map(title), t.language))] : [];
}

/** What was decided, or when to hear of it. */
function reviewInWords({ session, t }: OverviewProps): readonly string[] {
  const { care, practice } = session.status === 'ready' ? session : {};
  if (!care || care.clearance.status === 'not-started') return [];
  const { status, validUntil, message } = care.clearance;
  const replyTime = practice?.contact.replyTime;
  return [
    t.clearance[status],
    status === 'in-review' && replyTime !== undefined && t.reviewTime(replyTime),
    status === 'cleared' &&
      validUntil !== undefined &&
      t.clearedUntil(instantInWords(validUntil, t.language)),
    message !== undefined && t.fromPractice(message),
  ].filter((sentence) => sentence !== false);
}

function step({ id, state }: JourneyStep, props: OverviewProps): TemplateResult {
  const { t, open, wayTo } = props;
  const way = wayTo(id);
  const names = id === open ? `${state} current` : state;
  const details = id === 'sessions' ? sessionsInWords(props) : id === 'review' ? reviewInWords(props) : [];
  return html`
    <li class="step ${names}" part="step ${names}" aria-current=${id === open ? 'step' : nothing}>
      <span>
        ${way ? linkButton(way.title, () => way.open()) : t.step[id]}
        <span class="state muted">(${t.stepState[state]})</span>
      </span>
      ${details.length === 0 ? nothing : html`<span class="detail">${details.join(' ')}</span>`}
    </li>
  `;
}

/**
 * Where the client is, what is done, what happens next and when. Until the session is ready its place is kept and its
 * words are hidden, so that what stands below does not move.
 */
export function overview(props: OverviewProps): TemplateResult {
  const { session, t } = props;
  const link = session.status === 'ready' ? session.link : 'none';
  return html`
    <section class="overview ${session.status}" aria-label=${t.stepsLabel}>
      ${
        link === 'none'
          ? nothing
          : html`<p class="notice" part="notice" role="status">
              ${link === 'opened' ? t.linkOpened : t.linkRefused}
            </p>`
      }
      <ol class="steps small" part="steps">
        ${stepsOf(session).map((each) => step(each, props))}
      </ol>
    </section>
  `;
}
