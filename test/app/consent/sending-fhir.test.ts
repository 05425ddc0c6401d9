import { describe, expect, it } from 'vitest';
import { shortConsent } from '../../support/consent-document.js';
import { openOf, readConsent } from '../../support/open-consent.js';
import { hasStatus, reaches, reply } from '../../support/ports.js';
import { fhirServer } from '../../support/practice-samples.js';

describe('a consent for a FHIR server', () => {
  it('is sent as its resources, in one transaction, and called sent', async () => {
    const answer = reply(200, { resourceType: 'Bundle', type: 'transaction-response' });
    const { consent, ports, fillsIn, does } = await readConsent({
      destination: fhirServer,
      source: { kind: 'object', document: shortConsent },
      script: { 'POST r4': [answer] },
    });
    fillsIn();
    expect(openOf(consent).status).toBe('reading');
    does({ type: 'sign' });
    const { reference } = await reaches(consent, hasStatus('signed'));
    expect(reference).toBeUndefined();
    const [sent] = ports.network.sent('POST r4');
    expect(sent?.headers).toEqual({ 'Content-Type': 'application/fhir+json' });
    const bundle = JSON.parse(sent?.body ?? '') as {
      readonly type: string;
      readonly entry: readonly { readonly resource: { readonly resourceType: string } }[];
    };
    expect(bundle.type).toBe('transaction');
    expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual([
      'Patient',
      'DocumentReference',
      'Consent',
    ]);
    expect(sent?.body).not.toContain(ports.tokens.token ?? 'no token');
  });
});
