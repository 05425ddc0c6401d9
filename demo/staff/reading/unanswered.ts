import { readResponse } from '../../../src/domain/fhir/read-response.js';
import type { QuestionnaireResponse } from '../../../src/domain/fhir/questionnaire-response.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { unansweredIn } from '../../../src/domain/questionnaire/review-flags/unanswered.js';

/**
 * Short labels of the questions that were open to the client and have no answer.
 *
 * @returns them by the linkId of the topic, the questionnaire's top-level item, where they stand.
 */
export function unansweredByTopic(
  response: QuestionnaireResponse,
  questionnaire: Questionnaire,
): ReadonlyMap<string, readonly string[]> {
  const { answers } = readResponse(questionnaire, response);
  return new Map(
    enabledItems(questionnaire, answers).map((topic) => [
      topic.item.linkId,
      [...unansweredIn([topic], answers)].map(({ item }) => item.short ?? item.text),
    ]),
  );
}
