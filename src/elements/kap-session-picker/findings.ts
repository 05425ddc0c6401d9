import type { ToldFinding } from '../../app/sessions/state.js';
import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { UnmetNeed } from '../../domain/scheduling/needs.js';
import { kindTitle } from '../views/kind-title.js';
import type { ViewProps } from './view-props.js';

type Words = Pick<ViewProps, 't' | 'practice' | 'care'>;

/** Why a kind can't be booked yet, where it stands. */
export function reasonFor(need: UnmetNeed, { t, care }: Pick<Words, 't' | 'care'>): string {
  if (need === 'consents') return t.opensWhenSigned;
  const status = care?.clearance.status;
  // Cleared, and nothing left of what they were cleared for.
  if (status === 'cleared') return t.clearance.expired;
  return status === 'on-hold' || status === 'talk-to-us' || status === 'expired'
    ? t.clearance[status]
    : t.opensWhenCleared;
}

function ruleInWords(finding: ToldFinding, { t, practice, care }: Words): string {
  const { rule, need, bound, hours = 0, maxHours, days, count = 1 } = finding;
  if (rule === 'needs') return reasonFor(need ?? 'clearance', { t, care });
  const say = (Object.entries(t.rule).find(([id]) => id === rule) ?? [])[1];
  const title = (kind: SessionKindId) => kindTitle(kind, practice, t);
  return say
    ? say({
        dosing: title('dosing'),
        preparation: title('preparation'),
        integration: title('integration'),
        followUp: title('follow-up'),
        consultation: title('consultation'),
        isMax: bound === 'max',
        ...{ hours, maxHours, days, count },
      })
    : t.unknownRule;
}

/** What a rule says against a time, or only of it, in a sentence. */
export const findingInWords = (finding: ToldFinding, words: Words): string =>
  ruleInWords(finding, words) + (finding.level === 'warn' ? ` ${words.t.allTheSame}` : '');

/** All that is found, each thing once. */
export const findingsInWords = (findings: readonly ToldFinding[], words: Words): string =>
  [...new Set(findings.map((each) => findingInWords(each, words)))].join(' ');
