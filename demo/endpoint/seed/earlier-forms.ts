import { readQuestionnaire } from '../../../src/domain/fhir/read-questionnaire.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import healthHistory from './health-history-1.0.0.json' with { type: 'json' };

/** @throws Error where it can't be read any more; what was answered with it couldn't be read either then. */
function published(json: unknown): Questionnaire {
  const read = readQuestionnaire(json);
  if ('fault' in read) throw new Error(`An earlier form can’t be read: ${read.fault}.`);
  return read.questionnaire;
}

/**
 * Earlier versions of our questionnaires, as they were published: what was answered with one stays readable for whom
 * it was for, and somebody who has one open can still send it.
 */
export const earlierForms: readonly Questionnaire[] = [published(healthHistory)];
