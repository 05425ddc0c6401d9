import type { Part } from '../../src/domain/questionnaire/questionnaire.js';
import type { Severity } from '../../src/domain/questionnaire/review-flags/rules.js';
import type { ClearanceStatus } from '../../src/domain/practice/care-state.js';
import type { SessionKindId, SessionMode } from '../../src/domain/practice/session-kind.js';
import type { Role, StaffAlert } from './api-answers.js';

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

/** Where the practice has no name of its own for a kind of session. */
export const KIND: Readonly<Record<SessionKindId, string>> = {
  consultation: 'Consultation',
  preparation: 'Preparation',
  dosing: 'Dosing',
  integration: 'Integration',
  'follow-up': 'Follow-up',
};

export const MODE: Readonly<Record<SessionMode, string>> = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By phone',
};

export const SEVERITY: Readonly<Record<Severity, string>> = {
  stop: 'Stop and review',
  caution: 'Caution',
  note: 'Note',
};

export const NO_NAME = 'No name given';

/** Why somebody at the office sees that there is a consent, and not what is in it. */
export const CONSENTS_ARE_FOR = 'What a client has signed is read by the prescriber and the therapist.';

/** What a form is called that the practice does not publish any more. */
export const A_FORM = 'A form';

export const ALERT: Readonly<Record<StaffAlert['kind'], string>> = {
  'safety-alert': 'Safety alert',
  'call-request': 'Asks for a call',
};

/** Why somebody at the office sees that there is an alert, and not what was said. */
export const ALERTS_ARE_FOR = 'What they answered is read by the prescriber and the therapist.';
