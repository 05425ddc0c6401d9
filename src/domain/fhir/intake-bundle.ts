import type { QuestionnaireResponse, ResponseItem } from './questionnaire-response.js';
import { allItems, type Questionnaire } from '../questionnaire/questionnaire.js';

/** The identifier systems under which a FHIR server finds what it has already. */
export const SUBMISSION_SYSTEM = 'urn:kap:submission';
export const CLIENT_SYSTEM = 'urn:kap:client';

/** Which answers fill elements of the Patient: `definition` of the item to the text answered. */
function patientElements(
  questionnaire: Questionnaire,
  items: readonly ResponseItem[],
): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const { linkId, definition } of allItems(questionnaire.item))
    if (definition !== undefined) definitions.set(linkId, definition);

  const found = new Map<string, string>();
  const visit = (each: ResponseItem) => {
    const definition = definitions.get(each.linkId);
    const [answer] = each.answer ?? [];
    const value = answer?.valueString ?? answer?.valueDate;
    if (definition !== undefined && value !== undefined) found.set(definition, value);
    each.item?.forEach(visit);
  };
  items.forEach(visit);
  return found;
}

function patientResource(clientId: string, elements: ReadonlyMap<string, string>) {
  const given = elements.get('Patient.name.given');
  const family = elements.get('Patient.name.family');
  const birthDate = elements.get('Patient.birthDate');
  const phone = elements.get('Patient.telecom.phone');
  const email = elements.get('Patient.telecom.email');
  const telecom = [
    ...(phone === undefined ? [] : [{ system: 'phone', value: phone }]),
    ...(email === undefined ? [] : [{ system: 'email', value: email }]),
  ];
  return {
    resourceType: 'Patient',
    identifier: [{ system: CLIENT_SYSTEM, value: clientId }],
    ...((given ?? family) && { name: [{ ...(family && { family }), ...(given && { given: [given] }) }] }),
    ...(telecom.length > 0 && { telecom }),
    ...(birthDate && { birthDate }),
  };
}

export interface IntakeBundleInput {
  readonly questionnaire: Questionnaire;
  readonly response: QuestionnaireResponse;
  /** The submission's id; the same id always makes the same bundle. */
  readonly submissionId: string;
  /** A UUID that stands for this client, the same for everything this browser sends. */
  readonly clientId: string;
}

/**
 * A health history as a FHIR R4 transaction: the patient, found again by identifier, and their response. A server
 * that gets it twice keeps one of each (`ifNoneExist`).
 */
export function intakeBundle({ questionnaire, response, submissionId, clientId }: IntakeBundleInput) {
  const patientUrl = `urn:uuid:${clientId}`;
  const reference = { reference: patientUrl };
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: patientUrl,
        resource: patientResource(clientId, patientElements(questionnaire, response.item)),
        request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=${CLIENT_SYSTEM}|${clientId}` },
      },
      {
        fullUrl: `urn:uuid:${submissionId}`,
        resource: {
          ...response,
          identifier: { system: SUBMISSION_SYSTEM, value: submissionId },
          subject: reference,
          source: reference,
        },
        request: {
          method: 'POST',
          url: 'QuestionnaireResponse',
          ifNoneExist: `identifier=${SUBMISSION_SYSTEM}|${submissionId}`,
        },
      },
    ],
  } as const;
}
