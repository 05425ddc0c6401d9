import type { Finding } from '../../../src/domain/scheduling/plan-rules.js';

const counted = (count: number | undefined, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count ?? 0} ${many}`;
const days = (count: number | undefined): string => counted(count, 'day', 'days');
const hours = (count: number | undefined): string => counted(count, 'hour', 'hours');

/** What a plan rule asks for, in a sentence for the client. The picker has its own, where the rule bites. */
function sentenceFor(finding: Finding): string {
  switch (finding.rule) {
    case 'needs':
      return finding.need === 'consents'
        ? 'The consent for this kind of session is not signed yet.'
        : 'The prescriber’s clearance does not cover this session.';
    case 'preparation-first':
      return `Before the first dosing session come ${counted(finding.count, 'preparation', 'preparations')}, at least ${hours(finding.hours)} before it.`;
    case 'dosing-gap':
      return finding.bound === 'max'
        ? `From one dosing session to the next are at most ${days(finding.days)}.`
        : `From one dosing session to the next are at least ${days(finding.days)}.`;
    case 'dosing-quota':
      return `There are at most ${counted(finding.count, 'dosing session', 'dosing sessions')} in ${days(finding.days)}.`;
    case 'integration-after':
      return finding.days === undefined
        ? `Each dosing session is booked with an integration, ${finding.hours ?? 0} to ${hours(finding.maxHours)} after it.`
        : `Each dosing session is booked with an integration, within ${days(finding.days)} after it.`;
    case 'integration-before-next-dosing':
      return 'Before the next dosing session comes an integration.';
    case 'follow-up-after':
      return `After ${counted(finding.count, 'dosing session', 'dosing sessions')} or ${days(finding.days)}, a follow-up with the prescriber comes first.`;
    case 'one-of-a-day':
      return 'A dosing session has its day to itself: no consultation and no other dosing session.';
    case 'notice':
      return finding.bound === 'max'
        ? `Sessions are booked here at most ${days(finding.days)} ahead.`
        : `Sessions are booked here at least ${hours(finding.hours)} ahead.`;
    case 'region':
      return 'At a session by video or phone you have to be where your clinician is licensed.';
    case 'readiness':
      return 'The form before the session has to come in first.';
  }
}

/** What these findings ask for, each sentence once. */
export const ruleWords = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(sentenceFor))].join(' ');
