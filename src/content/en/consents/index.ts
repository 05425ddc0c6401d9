export { CONSENT_BLANKS } from './blanks.js';
export { electronicRecordsConsent } from './electronic-records.js';
export { ketamineTherapyConsent } from './ketamine-therapy.js';
