import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { StaffBooking } from '../api-answers.js';
import type { Finding } from '../session-answers.js';
import { kindInWords, type NamedKind } from './sessions.js';
import { LOCALE } from './time.js';

const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `one ${one}` : `${count} ${many}`;

const NEEDS: Readonly<Record<string, string>> = {
  clearance: 'The prescriber’s clearance does not cover it.',
  consents: 'The consent that it needs is not signed in its current version.',
};

function gapInWords({ level, bound = level === 'block' ? 'min' : 'max', days = 0 }: Finding): string {
  return bound === 'min'
    ? `At least ${counted(days, 'day')} lie between two dosing sessions.`
    : `At most ${counted(days, 'day')} lie between two dosing sessions.`;
}

/** `hours` after it at the earliest, `maxHours` or `days` at the latest. */
function integrationInWords({ level, hours = 0, maxHours, days }: Finding): string {
  const from = hours > 0 ? `${counted(hours, 'hour')} or more` : '';
  const until = maxHours === undefined ? days && counted(days, 'day') : counted(maxHours, 'hour');
  const window = [from, until && `at most ${until}`].filter(Boolean).join(' and ');
  const when = window === '' ? 'after it' : `${window} after it`;
  return level === 'block'
    ? `A dosing session needs an integration session ${when}.`
    : `A dosing session is best followed by an integration session ${when}.`;
}

function noticeInWords({ bound, hours, days }: Finding): string {
  if (bound !== 'max' && hours !== undefined)
    return `Sessions are booked at least ${counted(hours, 'hour')} ahead here.`;
  return days === undefined
    ? 'It is nearer or further ahead than sessions are booked here.'
    : `Sessions are booked at most ${counted(days, 'day')} ahead here.`;
}

function followUpInWords({ count, days }: Finding): string {
  const after =
    count === undefined ? 'After so many dosing sessions' : `After ${counted(count, 'dosing session')}`;
  const within = days === undefined ? '' : `, or ${counted(days, 'day')}`;
  return `${after}${within}, a follow-up with the prescriber comes before the next dosing session.`;
}

/** What a rule asks for that these sessions don't keep, in a sentence; a rule that is not known here by its name. */
export function findingInWords(finding: Finding): string {
  const { rule, need = '', count, days, hours } = finding;
  switch (rule) {
    case 'needs':
      return NEEDS[need] ?? 'Something that it needs first is missing.';
    case 'preparation-first':
      return `Before the first dosing session ${counted(count ?? 1, 'preparation session')} must have taken place${
        hours === undefined ? '' : `, at least ${counted(hours, 'hour')} earlier`
      }.`;
    case 'dosing-gap':
      return gapInWords(finding);
    case 'dosing-quota':
      return `At most ${counted(count ?? 1, 'dosing session')} in ${counted(days ?? 30, 'day')}.`;
    case 'integration-after':
      return integrationInWords(finding);
    case 'integration-before-next-dosing':
      return 'Between two dosing sessions there must be an integration session.';
    case 'follow-up-after':
      return followUpInWords(finding);
    case 'one-of-a-day':
      return 'No dosing session on a day with a consultation or another dosing session.';
    case 'notice':
      return noticeInWords(finding);
    case 'region':
      return 'Where the client will be is not known, or not a place that the practice is licensed for.';
    case 'safety':
      return 'A safety alert of this client is open. It has to be marked done first.';
    case 'own-session':
      return 'The client has another session at that time.';
    case 'too-many':
      return 'The client would have more sessions to come than the practice takes.';
    default:
      return `The practice’s rule “${rule}” does not allow it.`;
  }
}

const RULES: Readonly<Record<string, string>> = {
  'preparation-first': 'preparation before dosing',
  'dosing-gap': 'the time between dosing sessions',
  'dosing-quota': 'the number of dosing sessions',
  'integration-after': 'integration after dosing',
  'integration-before-next-dosing': 'integration before the next dosing',
  'follow-up-after': 'the follow-up',
  'one-of-a-day': 'one session of its kind a day',
  notice: 'the time ahead',
};

/** Rules that were let pass, each by a name: "the rules on notice and integration after dosing". */
export function rulesInWords(rules: readonly string[]): string {
  const names = rules.map((rule) => RULES[rule] ?? rule);
  const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);
  return `the ${rules.length === 1 ? 'rule' : 'rules'} on ${list}`;
}

/** Findings apart by what they do to a change. */
export interface SortedFindings {
  /** Nobody here lets them pass. */
  readonly final: readonly Finding[];
  /** Whoever is signed in may let them pass, with a reason. */
  readonly passable: readonly Finding[];
  /** Good to know. */
  readonly warnings: readonly Finding[];
}

export const sorted = (findings: readonly Finding[]): SortedFindings => ({
  final: findings.filter(({ level, mayOverride }) => level === 'block' && !mayOverride),
  passable: findings.filter(({ level, mayOverride }) => level === 'block' && mayOverride),
  warnings: findings.filter(({ level }) => level === 'warn'),
});

/** The kinds of session that a finding is about, of those that are wished for and those that stand. */
export function aboutInWords(
  { sessions }: Finding,
  wished: readonly { readonly kind: SessionKindId }[],
  standing: readonly StaffBooking[],
  offered: readonly NamedKind[],
): string {
  const kinds = sessions.flatMap((key) => {
    const at = /^\d+$/.test(key) ? wished[Number(key)] : standing.find(({ id }) => id === key);
    return at === undefined ? [] : [kindInWords(at.kind, offered)];
  });
  return [...new Set(kinds)].join(', ');
}

/** Sessions that stand and that a finding is about: where one is moved, they may have to go along. */
export const standingIn = (
  findings: readonly Finding[],
  standing: readonly StaffBooking[],
): readonly StaffBooking[] =>
  standing.filter(({ id }) => findings.some(({ sessions }) => sessions.includes(id)));

/** What breaks when a dosing session moves away from it is above all its integration. */
const INTEGRATION_RULES = ['integration-after', 'integration-before-next-dosing'];

/** Whether the integration that belongs to a dosing session is left behind by a move. */
export const leavesIntegration = (findings: readonly Finding[]): boolean =>
  findings.some(({ rule }) => INTEGRATION_RULES.includes(rule));
