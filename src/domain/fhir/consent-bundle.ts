import { base64, utf8Bytes } from '../base64.js';
import type { ConsentRecord, Signer, WithdrawalRecord } from '../consent/record.js';
import { canonicalJson } from '../submission/canonical-json.js';
import { CLIENT_SYSTEM } from './intake-bundle.js';

/** The identifier systems of a consent record, by its digest, and of a practice, by its id. */
export const CONSENT_SYSTEM = 'urn:kap:consent-record';
export const PRACTICE_SYSTEM = 'urn:kap:practice';

const HL7 = 'http://terminology.hl7.org/CodeSystem';
const CONSENT_DOCUMENT = { system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' };
const OPT_IN = { system: `${HL7}/v3-ActCode`, code: 'OPTIN', display: 'opt-in' };
const TREATMENT = { system: `${HL7}/consentscope`, code: 'treatment', display: 'Treatment' };
const PRIVACY = { system: `${HL7}/consentscope`, code: 'patient-privacy', display: 'Privacy Consent' };

export interface ConsentBundleInput {
  readonly record: ConsentRecord;
  /** SHA-256 of the record as canonical JSON, in lower-case hex; the same record always makes the same bundle. */
  readonly recordDigest: string;
  /** Where it was taken back, wholly or in part. */
  readonly withdrawal?: { readonly record: WithdrawalRecord; readonly recordDigest: string } | undefined;
  /** A UUID that stands for this client, as in their other bundles. */
  readonly clientId: string;
  /** A `transaction` is posted to a server; a `collection` is a file to keep. */
  readonly type: 'transaction' | 'collection';
}

/** A UUID made of 128 bits of a digest (version 8, RFC 9562, 5.8), so that the same thing always has the same. */
function uuidOf(hex: string): string {
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A record's digest is as long as two UUIDs: one for the paper, one for what it means. */
const paperUrl = (digest: string): string => `urn:uuid:${uuidOf(digest.slice(0, 32))}`;
const consentUrl = (digest: string): string => `urn:uuid:${uuidOf(digest.slice(32))}`;

/** FHIR's strings hold no character below the space but tab and line ends, and none begins or ends with a space. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim() || '–';

const identifierOf = (digest: string) => ({ system: CONSENT_SYSTEM, value: digest });
const practiceOf = (practice: string) => ({ identifier: { system: PRACTICE_SYSTEM, value: practice } });

const clientNameOf = (signer: Signer): string => (signer.role === 'self' ? signer.name : signer.client);

function patient({ signer }: ConsentRecord, clientId: string) {
  return {
    resourceType: 'Patient',
    identifier: [{ system: CLIENT_SYSTEM, value: clientId }],
    name: [{ text: plain(clientNameOf(signer)) }],
  } as const;
}

/** The record itself, whole, as the bytes that its digest was made of. */
function paper(
  record: ConsentRecord | WithdrawalRecord,
  recordDigest: string,
  date: string,
  subject: object,
  relatesTo: readonly object[],
) {
  return {
    resourceType: 'DocumentReference',
    masterIdentifier: identifierOf(recordDigest),
    status: 'current',
    docStatus: 'final',
    type: { coding: [CONSENT_DOCUMENT] },
    subject,
    date,
    custodian: practiceOf(record.practice),
    ...(relatesTo.length > 0 && { relatesTo }),
    description: plain(`${record.document.title}, ${record.document.version}`),
    content: [
      {
        attachment: {
          contentType: 'application/json',
          language: record.locale,
          data: base64(utf8Bytes(canonicalJson(record))),
          title: plain(record.document.title),
          creation: date,
        },
      },
    ],
  } as const;
}

const pointingTo = (code: 'replaces' | 'appends', digest: string) => ({
  code,
  target: { type: 'DocumentReference', identifier: identifierOf(digest) },
});

/** Whether nothing of the consent is left: withdrawn as a whole, or the one thing that it was about. */
function isOver({ document }: ConsentRecord, { scope }: WithdrawalRecord): boolean {
  const isElectronic = document.purpose === 'electronic-records';
  return scope.what === 'everything' || (scope.what === 'electronic-records' && isElectronic);
}

/** What is not permitted any more, in the words of the passage that was withdrawn. */
function denied({ document }: ConsentRecord, { scope }: WithdrawalRecord): string {
  if (scope.what !== 'block') return 'Electronic records';
  const block = document.blocks.find(({ id }) => id === scope.block);
  return plain(block?.heading ?? scope.block);
}

function provisionOf(record: ConsentRecord, withdrawal: WithdrawalRecord | undefined) {
  if (!withdrawal) return { type: 'permit' } as const;
  if (isOver(record, withdrawal)) return { type: 'deny', period: { start: withdrawal.at } } as const;
  const code = [{ text: denied(record, withdrawal) }];
  return { type: 'permit', provision: [{ type: 'deny', period: { start: withdrawal.at }, code }] } as const;
}

function performerOf({ signer }: ConsentRecord, subject: object) {
  if (signer.role === 'self') return { performer: [subject] };
  const representative = {
    resourceType: 'RelatedPerson',
    id: 'representative',
    patient: subject,
    relationship: [{ text: plain(signer.authority) }],
    name: [{ text: plain(signer.name) }],
  } as const;
  return { contained: [representative], performer: [{ reference: '#representative' }] };
}

function consent({ record, recordDigest, withdrawal }: ConsentBundleInput, subject: object) {
  const taken = withdrawal?.record;
  return {
    resourceType: 'Consent',
    ...performerOf(record, subject),
    identifier: [identifierOf(recordDigest)],
    status: taken && isOver(record, taken) ? 'inactive' : 'active',
    scope: { coding: [record.document.purpose === 'electronic-records' ? PRIVACY : TREATMENT] },
    category: [{ coding: [CONSENT_DOCUMENT] }],
    patient: subject,
    dateTime: record.signature.at,
    organization: [practiceOf(record.practice)],
    sourceReference: { reference: paperUrl(recordDigest) },
    policyRule: { coding: [OPT_IN], text: plain(`${record.document.title}, ${record.document.version}`) },
    provision: provisionOf(record, taken),
  } as const;
}

/** How a server takes a resource: made once and found again; a consent that was withdrawn takes the place of itself. */
function requestFor(resourceType: string, identifier: string, isChanged = false) {
  const criteria = `identifier=${identifier}`;
  return isChanged
    ? ({ method: 'PUT', url: `${resourceType}?${criteria}` } as const)
    : ({ method: 'POST', url: resourceType, ifNoneExist: criteria } as const);
}

/**
 * A consent as FHIR R4: what was agreed (`Consent`), the record it rests on (`DocumentReference`) and whose it is
 * (`Patient`); a withdrawal as a document of its own. Which choices were refused stands in the record alone: FHIR has no
 * word for an answer that is as good as another.
 */
export function consentBundle(input: ConsentBundleInput) {
  const { record, recordDigest, withdrawal, clientId, type } = input;
  const patientUrl = `urn:uuid:${clientId}`;
  const subject = { reference: patientUrl };
  const replaced = 'supersedes' in record && record.supersedes !== undefined ? [record.supersedes] : [];
  const papers = [
    {
      digest: recordDigest,
      resource: paper(
        record,
        recordDigest,
        record.signature.at,
        subject,
        replaced.map((digest) => pointingTo('replaces', digest)),
      ),
    },
    ...(withdrawal
      ? [
          {
            digest: withdrawal.recordDigest,
            resource: paper(withdrawal.record, withdrawal.recordDigest, withdrawal.record.at, subject, [
              pointingTo('appends', recordDigest),
            ]),
          },
        ]
      : []),
  ];
  const isTransaction = type === 'transaction';
  const entry = (
    fullUrl: string,
    resource: { readonly resourceType: string },
    identifier: string,
    isChanged = false,
  ) => ({
    fullUrl,
    resource,
    ...(isTransaction && { request: requestFor(resource.resourceType, identifier, isChanged) }),
  });
  return {
    resourceType: 'Bundle',
    type,
    entry: [
      entry(patientUrl, patient(record, clientId), `${CLIENT_SYSTEM}|${clientId}`),
      ...papers.map(({ digest, resource }) =>
        entry(paperUrl(digest), resource, `${CONSENT_SYSTEM}|${digest}`),
      ),
      entry(
        consentUrl(recordDigest),
        consent(input, subject),
        `${CONSENT_SYSTEM}|${recordDigest}`,
        withdrawal !== undefined,
      ),
    ],
  } as const;
}
