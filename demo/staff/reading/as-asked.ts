import type { QuestionnaireResponse } from '../../../src/domain/fhir/questionnaire-response.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { safetyItems, withoutSafetyItems } from '../../../src/domain/questionnaire/safety.js';
import { answeredItems } from './answers.js';

/**
 * The questionnaire as this client met it. Nobody can send one without answering what it asks about safety, so that a
 * response with none of it comes from a practice that had no response plan then: those questions were not left open.
 */
export function asAsked(questionnaire: Questionnaire, { item }: QuestionnaireResponse): Questionnaire {
  const safety = new Set(safetyItems(questionnaire.item).map(({ linkId }) => linkId));
  const wasAsked = [...answeredItems(item)].some(({ linkId }) => safety.has(linkId));
  return wasAsked ? questionnaire : withoutSafetyItems(questionnaire);
}
