import { readQuestionnaire, type QuestionnaireNote } from '../../src/domain/fhir/read-questionnaire.js';
import type { Item, Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

/** The address of one of FHIR's extensions to questionnaires. */
export const fhirExtension = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`;

/** An extension that is one of our own fields. */
export const ownExtension = (field: string, value: object) => ({ url: `urn:kap:${field}`, ...value });

export const fhirForm = (items: readonly unknown[], fields: object = {}): object => ({
  resourceType: 'Questionnaire',
  status: 'active',
  item: items,
  ...fields,
});

/** What a FHIR Questionnaire is read as. */
export function readForm(form: unknown): {
  questionnaire: Questionnaire;
  notes: readonly QuestionnaireNote[];
} {
  const read = readQuestionnaire(form);
  if ('fault' in read) throw new Error(read.fault);
  return read;
}

/** What these items are read as; fields that say nothing are left away. */
export const readItemsOf = (...items: readonly unknown[]): readonly Item[] =>
  JSON.parse(JSON.stringify(readForm(fhirForm(items)).questionnaire.item)) as readonly Item[];

/** What is said about these items: `linkId: sentence`. */
export const notesOn = (...items: readonly unknown[]): readonly string[] =>
  readForm(fhirForm(items)).notes.map(({ linkId, sentence }) => `${linkId ?? ''}: ${sentence}`);
