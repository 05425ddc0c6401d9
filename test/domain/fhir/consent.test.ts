import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsentRecord, WithdrawalRecord, WithdrawalScope } from '../../../src/domain/consent/record.js';
import { consentBundle, type ConsentBundleInput } from '../../../src/domain/fhir/consent-bundle.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { digestOf, newRecord } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { validatorsOf, type Validate } from '../../support/fhir-validators.js';
import { asFirstVersion, randomRecord } from '../../support/random-consents.js';
import { oneOf, seeded } from '../../support/seeded.js';

const CLIENT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function withdrawalOf(record: ConsentRecord, scope: WithdrawalScope): ConsentBundleInput['withdrawal'] {
  const { id, version, title } = record.document;
  const withdrawal: WithdrawalRecord = {
    schema: 'kap/consent-withdrawal/1',
    practice: record.practice,
    recordDigest: digestOf(record),
    document: { id, version, title },
    scope,
    statement: 'I take this back.',
    at: '2026-12-01T09:00:00.000Z',
    timeZone: record.timeZone,
    locale: record.locale,
    widget: record.widget,
  };
  return { record: withdrawal, recordDigest: digestOf(withdrawal) };
}

interface Telling {
  readonly scope?: WithdrawalScope;
  readonly type?: ConsentBundleInput['type'];
}

const bundleOf = (record: ConsentRecord, { scope, type = 'transaction' }: Telling = {}) =>
  consentBundle({
    record,
    recordDigest: digestOf(record),
    withdrawal: scope && withdrawalOf(record, scope),
    clientId: CLIENT,
    type,
  });

interface Entry {
  readonly fullUrl: string;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly request?: Readonly<Record<string, unknown>>;
}

const entriesOf = (bundle: ReturnType<typeof bundleOf>, resourceType: string): readonly Entry[] =>
  (bundle.entry as unknown as readonly Entry[]).filter(
    ({ resource }) => resource['resourceType'] === resourceType,
  );

function entryOf(bundle: ReturnType<typeof bundleOf>, resourceType: string): Entry {
  const [entry] = entriesOf(bundle, resourceType);
  if (!entry) throw new Error(`There is no ${resourceType}`);
  return entry;
}

const record = newRecord();
const digest = digestOf(record);

describe('a consent as a FHIR transaction', () => {
  const bundle = bundleOf(record);

  it('is the same each time', () => {
    expect(canonicalJson(bundleOf(record))).toBe(canonicalJson(bundle));
  });

  it('has ids that are made of the record’s digest, each its own', () => {
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(3);
    expect(urls[0]).toBe(`urn:uuid:${CLIENT}`);
    for (const url of urls.slice(1)) expect(url).toMatch(UUID);
    expect(bundleOf(randomRecord(1)).entry[1]?.fullUrl).not.toBe(urls[1]);
  });

  it('makes each once, and finds it again by identifier', () => {
    expect(bundle.entry.map((entry) => 'request' in entry && entry.request)).toEqual([
      { method: 'POST', url: 'Patient', ifNoneExist: `identifier=urn:kap:client|${CLIENT}` },
      {
        method: 'POST',
        url: 'DocumentReference',
        ifNoneExist: `identifier=urn:kap:consent-record|${digest}`,
      },
      { method: 'POST', url: 'Consent', ifNoneExist: `identifier=urn:kap:consent-record|${digest}` },
    ]);
  });

  it('asks nothing of a server as a collection', () => {
    const collection = bundleOf(record, { type: 'collection' });
    expect(collection.type).toBe('collection');
    expect(collection.entry.some((entry) => 'request' in entry)).toBe(false);
  });

  it('says who agreed to what, when, and where it is written', () => {
    expect(entryOf(bundle, 'Consent').resource).toMatchObject({
      status: 'active',
      patient: { reference: `urn:uuid:${CLIENT}` },
      performer: [{ reference: `urn:uuid:${CLIENT}` }],
      dateTime: '2026-11-22T19:58:00.000Z',
      sourceReference: { reference: entryOf(bundle, 'DocumentReference').fullUrl },
      scope: { coding: [{ code: 'treatment' }] },
      category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
      provision: { type: 'permit' },
    });
  });

  it('holds the record whole, as the bytes that its digest was made of', () => {
    const [content] = entryOf(bundle, 'DocumentReference').resource['content'] as [
      { attachment: { data: string } },
    ];
    expect(Buffer.from(content.attachment.data, 'base64').toString()).toBe(canonicalJson(record));
  });

  it('points at nothing that is not in it', () => {
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    const references = [...canonicalJson(bundle).matchAll(/"reference":"(urn:[^"]*)"/g)].map(
      ([, url]) => url,
    );
    expect(references.length).toBeGreaterThan(3);
    for (const reference of references) expect(urls).toContain(reference);
  });

  it('is about privacy where the document is about electronic records', () => {
    const electronic = newRecord({ ...shortConsent, purpose: 'electronic-records' });
    expect(entryOf(bundleOf(electronic), 'Consent').resource['scope']).toMatchObject({
      coding: [{ code: 'patient-privacy' }],
    });
  });

  it('names whoever signed for the client, and by what right', () => {
    const signer = {
      role: 'representative',
      name: 'Bo Okafor',
      authority: 'Guardian',
      client: 'Ana Okafor',
    } as const;
    const signed = bundleOf({ ...record, signer });
    expect(entryOf(signed, 'Patient').resource['name']).toEqual([{ text: 'Ana Okafor' }]);
    expect(entryOf(signed, 'Consent').resource).toMatchObject({
      performer: [{ reference: '#representative' }],
      contained: [{ name: [{ text: 'Bo Okafor' }], relationship: [{ text: 'Guardian' }] }],
    });
  });

  it('says which record it takes the place of', () => {
    const supersedes = digestOf('the one before');
    expect(entryOf(bundleOf({ ...record, supersedes }), 'DocumentReference').resource['relatesTo']).toEqual([
      {
        code: 'replaces',
        target: {
          type: 'DocumentReference',
          identifier: { system: 'urn:kap:consent-record', value: supersedes },
        },
      },
    ]);
  });
});

describe('a consent that was withdrawn', () => {
  const consentAfter = (scope: WithdrawalScope, of: ConsentRecord = record) =>
    entryOf(bundleOf(of, { scope }), 'Consent');

  it('is inactive, and takes the place of itself at the server', () => {
    const { resource, request } = consentAfter({ what: 'everything' });
    expect(resource).toMatchObject({
      status: 'inactive',
      provision: { type: 'deny', period: { start: '2026-12-01T09:00:00.000Z' } },
    });
    expect(request).toEqual({
      method: 'PUT',
      url: `Consent?identifier=urn:kap:consent-record|${digest}`,
    });
  });

  it('stays active but for one passage, where that alone was taken back', () => {
    expect(consentAfter({ what: 'block', block: 'going-home' }).resource).toMatchObject({
      status: 'active',
      provision: { type: 'permit', provision: [{ type: 'deny', code: [{ text: 'Going home' }] }] },
    });
  });

  it('stays active where its electronic form was taken back, unless it was about nothing else', () => {
    const scope = { what: 'electronic-records' } as const;
    expect(consentAfter(scope).resource).toMatchObject({ status: 'active' });
    const electronic = newRecord({ ...shortConsent, purpose: 'electronic-records' });
    expect(consentAfter(scope, electronic).resource).toMatchObject({ status: 'inactive' });
  });

  it('keeps both records: the withdrawal is added to what was signed', () => {
    const [signed, withdrawal] = entriesOf(
      bundleOf(record, { scope: { what: 'everything' } }),
      'DocumentReference',
    );
    expect(signed?.resource['relatesTo']).toBeUndefined();
    expect(withdrawal?.resource).toMatchObject({
      date: '2026-12-01T09:00:00.000Z',
      relatesTo: [{ code: 'appends', target: { identifier: { value: digest } } }],
    });
  });
});

describe('500 random consents', () => {
  const types = ['Bundle', 'Patient', 'DocumentReference', 'Consent', 'RelatedPerson'];
  let schemas: ReadonlyMap<string, Validate>;
  let medplum: Validate;
  beforeAll(async () => {
    const all = await Promise.all(types.map(async (type) => [type, await validatorsOf(type)] as const));
    schemas = new Map(all.map(([type, { schema }]) => [type, schema]));
    medplum = all[0]?.[1].medplum ?? (() => ['no validator']);
  }, 120_000);

  const errorsOf = (resource: object): readonly string[] => {
    const type = 'resourceType' in resource ? String(resource.resourceType) : '';
    const bySchema = schemas.get(type) ?? (() => [`no schema of ${type}`]);
    return [...medplum(resource), ...bySchema(resource)];
  };

  function randomBundle(seed: number) {
    const draw = seeded(seed + 10_000);
    const random = randomRecord(seed);
    const signed = draw() < 0.2 ? asFirstVersion(random) : random;
    const scopes: readonly (WithdrawalScope | undefined)[] = [
      undefined,
      { what: 'everything' },
      { what: 'electronic-records' },
      { what: 'block', block: 'block-0' },
    ];
    const scope = oneOf(scopes, draw);
    return bundleOf(signed, { type: oneOf(['transaction', 'collection'], draw), ...(scope && { scope }) });
  }

  it('pass both validators, as bundles and each resource', () => {
    for (let seed = 0; seed < 500; seed++) {
      const bundle = randomBundle(seed);
      const resources = bundle.entry.flatMap(({ resource }) => [
        resource,
        ...('contained' in resource ? (resource.contained as readonly object[]) : []),
      ]);
      expect([bundle, ...resources].flatMap(errorsOf), `seed ${seed}`).toEqual([]);
    }
  }, 120_000);

  it.each<[string, WithdrawalScope, string]>([
    ['as a whole', { what: 'everything' }, 'inactive'],
    ['in its electronic form', { what: 'electronic-records' }, 'active'],
    ['in one passage', { what: 'block', block: 'going-home' }, 'active'],
  ])('taken back %s pass both validators, and point to what was signed', (_, scope, status) => {
    const bundle = bundleOf(record, { scope });
    const { resource } = entryOf(bundle, 'Consent');
    const [signed, withdrawal] = entriesOf(bundle, 'DocumentReference');
    expect(resource['status']).toBe(status);
    expect(resource['identifier']).toEqual([{ system: 'urn:kap:consent-record', value: digest }]);
    expect(JSON.stringify(resource)).toContain(signed?.fullUrl);
    expect(JSON.stringify(withdrawal?.resource)).toContain(digest);
    const resources = bundle.entry.map((entry) => entry.resource);
    expect([bundle, ...resources].flatMap(errorsOf)).toEqual([]);
    expect(errorsOf({ ...resource, status: 'withdrawn' })).not.toEqual([]);
  });

  it('would not pass if a status or a date were wrong', () => {
    const { resource } = entryOf(bundleOf(record), 'Consent');
    expect(errorsOf({ ...resource, status: 'signed' })).not.toEqual([]);
    expect(errorsOf({ ...resource, dateTime: 'today' })).not.toEqual([]);
    expect(errorsOf({ ...resource, policyRule: undefined, scope: undefined })).not.toEqual([]);
  });
});
