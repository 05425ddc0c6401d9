import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { Role, SubmissionSummary } from '../api-answers.js';
import { alertAddress, consentAddress, historyAddress, requestAddress } from '../routes.js';
import { A_FORM, ALERT } from '../words.js';
import { scopeOf } from './consents.js';
import { kindsInWords, sessionCount, type NamedKind } from './sessions.js';

/** The title of a consent document, which often begins with the word itself. */
export const consentInWords = (title: string): string =>
  /^(informed )?consent\b/i.test(title) ? title : `Consent: ${title}`;

const TAKEN_BACK: Readonly<Record<'everything' | 'electronic-records' | 'block', string>> = {
  everything: 'Taken back',
  'electronic-records': 'Electronic form taken back',
  block: 'Taken back in part',
};

/** What was taken back of which document: "Taken back in part: Consent to ketamine-assisted psychotherapy". */
export function withdrawalInWords(title = 'A consent', scope = 'everything'): string {
  return `${TAKEN_BACK[scopeOf(scope).what]}: ${title}`;
}

/** What was cancelled and asked for in one request: "Cancelled 1 session, asked for: Dosing". */
export function requestInWords(
  { cancelled = 0, kinds }: { readonly cancelled?: number; readonly kinds: readonly SessionKindId[] },
  offered: readonly NamedKind[],
): string {
  const wanted = kindsInWords(kinds, offered);
  if (cancelled === 0) return `Asked for: ${wanted}`;
  const given = `Cancelled ${sessionCount(cancelled)}`;
  return wanted === '' ? given : `${given}, asked for: ${wanted}`;
}

/** What a client has sent, in the words of the list. */
export function submissionInWords(summary: SubmissionSummary, offered: readonly NamedKind[]): string {
  switch (summary.kind) {
    case 'intake':
      return summary.title ?? A_FORM;
    case 'consent':
      return summary.title === undefined ? 'A consent, signed' : consentInWords(summary.title);
    case 'consent-withdrawal':
      return withdrawalInWords(summary.title, summary.scope);
    case 'booking':
      return requestInWords({ kinds: summary.sessions }, offered);
    case 'booking-change':
      return requestInWords({ cancelled: summary.cancelled, kinds: summary.sessions }, offered);
    case 'call-request':
    case 'safety-alert':
      return ALERT[summary.kind];
  }
}

/** Who reads what was signed. The endpoint refuses the others; nobody is sent to a refusal. */
export const mayReadConsents = (role: Role): boolean => role !== 'office';

/** The page of a submission; nothing where the reader's role would be refused. */
export function submissionAddress({ kind, id }: SubmissionSummary, role: Role): string | undefined {
  switch (kind) {
    case 'intake':
      return historyAddress(id);
    case 'consent':
    case 'consent-withdrawal':
      return mayReadConsents(role) ? consentAddress(id) : undefined;
    case 'booking':
    case 'booking-change':
      return requestAddress(id);
    case 'call-request':
    case 'safety-alert':
      return alertAddress(id);
  }
}

/** Whether it is the prescriber's to read and they have not opened it. A request waits for a decision, not for a reader. */
export const isUnread = ({ kind, readByPrescriberAt }: SubmissionSummary): boolean =>
  ['intake', 'consent', 'consent-withdrawal'].includes(kind) && !readByPrescriberAt;

/** "12 submissions, 3 not read by the prescriber yet". */
export function submissionCount(submissions: readonly SubmissionSummary[], hasMore: boolean): string {
  const { length } = submissions;
  const total = length === 1 ? '1 submission' : `${hasMore ? 'The newest ' : ''}${length} submissions`;
  const unread = submissions.filter(isUnread).length;
  return unread === 0
    ? `${total}, nothing new for the prescriber to read`
    : `${total}, ${unread} not read by the prescriber yet`;
}
