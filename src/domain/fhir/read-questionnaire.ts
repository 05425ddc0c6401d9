import type { Questionnaire } from '../questionnaire/questionnaire.js';

/** Something in a questionnaire that could not be taken as it is, for whoever made it. */
export interface QuestionnaireNote {
  /** The item it is about; nothing where it is about the whole. */
  readonly linkId: string | undefined;
  readonly sentence: string;
}

export type ReadQuestionnaire =
  | { readonly questionnaire: Questionnaire; readonly notes: readonly QuestionnaireNote[] }
  | { readonly fault: string };

/** Reads one of our questionnaires or a FHIR R4 Questionnaire. */
export function readQuestionnaire(json: unknown): ReadQuestionnaire {
  return { questionnaire: json as Questionnaire, notes: [] };
}
