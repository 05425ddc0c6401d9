import { healthHistory } from '../../src/content/en/health-history.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

/** Every questionnaire that comes with the product. */
export const shippedForms: readonly Questionnaire[] = [
  healthHistory,
  intentions,
  readiness,
  reflection,
  howAreYouSince,
];
