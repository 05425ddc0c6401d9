export { KapConsent } from './elements/kap-consent/kap-consent.js';
export { KapConsentSignedEvent, KapConsentWithdrawnEvent } from './elements/kap-consent/events.js';
export { KapIntakeForm } from './elements/kap-intake-form/kap-intake-form.js';
export { KapIntakeDeliveredEvent, KapPageChangedEvent } from './elements/kap-intake-form/events.js';
export {
  KapSessionCancelledEvent,
  KapSessionMovedEvent,
  KapSessionsBookedEvent,
} from './elements/kap-session-picker/events.js';
export { KapSessionPicker } from './elements/kap-session-picker/kap-session-picker.js';
export { KapJourney } from './elements/kap-journey/kap-journey.js';
export { mount, type MountOptions, type ShortName } from './elements/mount.js';
export { consentDocument, type ConsentDocument } from './domain/consent/document.js';
export {
  consentRecord,
  withdrawalRecord,
  type ConsentRecord,
  type WithdrawalRecord,
} from './domain/consent/record.js';
export { verifyRecord, type RecordClaim, type RecordFault } from './domain/consent/verify.js';
export { careState, type CareState } from './domain/practice/care-state.js';
export { practiceProfile, type PracticeProfile } from './domain/practice/profile.js';
export type { Item, Questionnaire } from './domain/questionnaire/questionnaire.js';
export { questionnaire } from './domain/questionnaire/questionnaire-schema.js';
export { questionnaireResponse, type QuestionnaireResponse } from './domain/fhir/questionnaire-response.js';
export { acceptance, type Acceptance } from './domain/submission/acceptance.js';
export { slotPage, type Booking, type Slot } from './domain/scheduling/sessions.js';
export { submission, type Submission } from './domain/submission/envelope.js';
export { problem, type Problem, type ProblemType } from './domain/submission/problem.js';
