import type { ConsentDocument } from '../../../domain/consent/document.js';
import { care } from './ketamine-therapy/care.js';
import { effects } from './ketamine-therapy/effects.js';
import { parts } from './ketamine-therapy/parts.js';
import { practice } from './ketamine-therapy/practice.js';
import { safety } from './ketamine-therapy/safety.js';
import { terms } from './ketamine-therapy/terms.js';

/**
 * Informed consent for ketamine-assisted psychotherapy: a sample in our own words, a starting point for a practice's
 * prescriber and lawyer, and nobody's text until they have adopted it. It quotes no rate of benefit. What its blanks
 * mean stands in `CONSENT_BLANKS`; `touch`, `recording`, `telehealth`, `home` and `sharing` are parts that can be left
 * out.
 */
export const ketamineTherapyConsent: ConsentDocument = {
  schema: 'kap/consent-document/2',
  id: 'ketamine-therapy',
  version: '2.1.0',
  locale: 'en',
  title: 'Consent to ketamine-assisted psychotherapy',
  purpose: 'treatment',
  change: 'material',
  holds: '{{consent-holds}}',
  sample: true,
  terms: [...terms],
  blocks: [...care, ...effects, ...safety, ...parts, ...practice],
};
