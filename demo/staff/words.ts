import type { Part } from '../../src/domain/questionnaire/questionnaire.js';
import type { ClearanceStatus } from '../../src/domain/practice/care-state.js';
import type { LogEntry, Role } from './api-answers.js';
import { dateInWords } from './reading/time.js';

export const CLEARANCE: Readonly<Record<ClearanceStatus, string>> = {
  'not-started': 'Not started',
  'in-review': 'In review',
  cleared: 'Cleared',
  'on-hold': 'On hold',
  'talk-to-us': 'Talk to us',
  expired: 'Expired',
};

export const ROLE: Readonly<Record<Role, string>> = {
  prescriber: 'Prescriber',
  therapist: 'Therapist',
  office: 'Office',
};

export const PART: Readonly<Record<Part, string>> = {
  medical: 'Medical part',
  therapy: 'Therapy part',
  logistics: 'Practical part',
};

export const READER_OF_PART: Readonly<Record<Part, string>> = {
  medical: 'for the prescriber',
  therapy: 'for the prescriber and the therapist',
  logistics: 'for everyone on staff',
};

const ACTIONS: Readonly<Record<string, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'list-read': 'Read the list',
  'history-read': 'Read a history',
  'clearance-set': 'Decided on clearance',
  'link-made': 'Made a personal link',
};

const STATUSES = CLEARANCE as Readonly<Record<string, string>>;

/** A log's detail, `cleared until 2027-05-22`, as people write it; other words stay as they are. */
function detailInWords(detail: string): string {
  const [status = '', until] = detail.split(' until ');
  const words = STATUSES[status] ?? status;
  return until === undefined ? words : `${words} until ${dateInWords(until)}`;
}

/** What somebody did, in a few words. */
export function actionInWords({ action, detail }: LogEntry): string {
  const words = ACTIONS[action] ?? action;
  return detail ? `${words}: ${detailInWords(detail)}` : words;
}
