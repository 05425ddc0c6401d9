import { readResponse } from '../../../src/domain/fhir/read-response.js';
import type { QuestionnaireResponse } from '../../../src/domain/fhir/questionnaire-response.js';
import { itemsFor } from '../../../src/domain/questionnaire/parts.js';
import type { Part, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { sumsOf, type GroupSum } from '../../../src/domain/questionnaire/score.js';

/** The sums of what a reader may see. */
export function readSums(
  response: QuestionnaireResponse,
  questionnaire: Questionnaire,
  hiddenParts: readonly Part[],
): readonly GroupSum[] {
  const item = itemsFor(questionnaire.item, (part) => !hiddenParts.includes(part));
  const visible = { ...questionnaire, item };
  return sumsOf(visible, readResponse(visible, response).answers);
}

/** "14, between 0 and 27", and of an incomplete one "11, the sum of 8 of 9 answers". */
export function sumInWords({ sum, min, max, answered, missing }: GroupSum): string {
  if (missing.length === 0) return `${sum}, between ${min} and ${max}`;
  const asked = answered + missing.length;
  return answered === 0
    ? `None of ${asked} answered`
    : `${sum}, the sum of the ${answered} answered of ${asked}`;
}

export const sumTitle = ({ title, position }: GroupSum): string =>
  position === undefined ? title : `${title} ${position}`;
