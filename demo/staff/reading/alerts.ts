import type { AlertDeed, Role, StaffAlert } from '../api-answers.js';
import { ROLE } from '../words.js';
import { instantInWords } from './time.js';

/** One thing that was done about it, and by whom and when: "Taken over", "Therapist, Sun, Nov 22, 2026, 12:04 PM PST". */
export interface DeedInWords {
  readonly what: string;
  readonly who: string;
}

/** What was done about it so far. */
export function deedsInWords(
  { taken, done }: Pick<StaffAlert, 'taken' | 'done'>,
  timeZone: string,
): readonly DeedInWords[] {
  const who = ({ by, at }: NonNullable<StaffAlert['taken']>): string =>
    `${ROLE[by]}, ${instantInWords(at, timeZone)}`;
  return [
    ...(taken ? [{ what: 'Taken over', who: who(taken) }] : []),
    ...(done ? [{ what: 'Done', who: who(done) }] : []),
  ];
}

/** Why somebody asks for a call, where they say so. */
export function reasonInWords({ reason, about }: Pick<StaffAlert, 'reason' | 'about'>): string | undefined {
  if (reason === undefined) return undefined;
  const what = about === undefined ? 'something' : `something about their ${about}`;
  return `A wish noted for later: they would like to change ${what}. A dosing session was not long ago. Please ask them again once they have rested.`;
}

export function stateInWords({ taken, done }: Pick<StaffAlert, 'taken' | 'done'>): string {
  if (done) return 'Done';
  return taken ? 'Taken over' : 'Open';
}

/** What this reader can do about it now. A safety alert is for the clinicians. */
export function openDeeds(
  { kind, taken, done }: Pick<StaffAlert, 'kind' | 'taken' | 'done'>,
  role: Role,
): readonly AlertDeed[] {
  if (done || (kind === 'safety-alert' && role === 'office')) return [];
  return taken?.by === role ? ['finish'] : ['take', 'finish'];
}

/** The same with one of them as it stands now. */
export const withAlert = (alerts: readonly StaffAlert[], changed: StaffAlert): StaffAlert[] =>
  alerts.map((each) => (each.id === changed.id ? changed : each));

/** Which forms leave out their questions about safety, and why; nothing where none does. */
export function leftOutInWords(forms: readonly string[]): string | undefined {
  if (forms.length === 0) return undefined;
  const names = new Intl.ListFormat('en-US').format(forms.map((title) => `“${title}”`));
  return `Some questions about safety are not asked: ${names}. These questions are left out until the practice has a response plan.`;
}
