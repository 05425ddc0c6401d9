import { writeResponse } from '../fhir/write-response.js';
import { intakeBundle } from '../fhir/intake-bundle.js';
import type { Answers, ItemPath } from '../questionnaire/answers.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { canonicalJson } from './canonical-json.js';
import type { DeliveryMode } from './delivery.js';
import type { IntakeSubmission, SubmissionFrame } from './envelope.js';

/** What an intake says beside the answers. */
export interface IntakeRelations {
  /** Earlier submissions that this one replaces. */
  readonly relatesTo: readonly string[];
  /** Stands for the client in a FHIR bundle, where there is no care token. */
  readonly clientId: string;
}

/** The submission as text that no retry will change. */
export interface IntakeText {
  readonly body: string;
  /** Where in the response each field's answer went, by JSON Pointer from the response's root. */
  readonly origins: ReadonlyMap<string, ItemPath>;
}

/** Where the response stands in an envelope: pointers of an endpoint's objections start with it. */
export const RESPONSE_POINTER = '/content/response';

export function intakeText(
  questionnaire: Questionnaire,
  answers: Answers,
  frame: SubmissionFrame,
  { relatesTo, clientId }: IntakeRelations,
  mode: DeliveryMode,
): IntakeText {
  const { response, origins } = writeResponse(questionnaire, answers, frame.createdAt);
  if (mode === 'fhir') {
    const bundle = intakeBundle({ questionnaire, response, submissionId: frame.id, clientId });
    return { body: canonicalJson(bundle), origins };
  }
  const envelope: IntakeSubmission = {
    ...frame,
    kind: 'intake',
    locale: questionnaire.locale,
    relatesTo: [...relatesTo],
    act: { questionnaire: { id: questionnaire.id, version: questionnaire.version } },
    content: { response },
  };
  return { body: canonicalJson(envelope), origins };
}

/** A UUID (version 8, RFC 9562) made of the first 122 bits of a hex digest. */
export function uuidFromDigest(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
