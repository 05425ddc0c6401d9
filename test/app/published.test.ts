import { describe, expect, it } from 'vitest';
import type { Destination } from '../../src/app/destination.js';
import { nearAddress } from '../../src/app/published.js';
import { createSession } from '../../src/app/session/session.js';
import { fakePorts, reply } from '../support/ports.js';
import { endpoint, stillwater, webhook } from '../support/practice-samples.js';

const profile = [reply(200, stillwater)];

function begun(destination: Destination) {
  const ports = fakePorts({ script: { 'GET practice': profile, 'GET practice.json': profile } });
  return { ports, session: createSession(destination, ports) };
}

/** What becomes of an address that a profile gives, and the settings that were warned of. */
function followed(url: string | undefined, destination: Destination = endpoint) {
  const { ports, session } = begun(destination);
  return {
    address: nearAddress('consents', url, session),
    warned: ports.warnings.map(({ setting }) => setting),
  };
}

const left = { address: undefined, warned: ['consents'] };

describe('the address that a profile gives for a document', () => {
  it.each([
    'https://practice.example/consents/touch.json',
    'https://practice.example/',
    'https://practice.example?id=touch',
    'https://practice.example#touch',
    'https://practice.example',
  ])('is followed at the endpoint’s own origin: %s', (url) => {
    expect(followed(url)).toEqual({ address: url, warned: [] });
  });

  it('may be missing, which is no reason to warn', () => {
    expect(followed(undefined)).toEqual({ address: undefined, warned: [] });
  });

  it.each([
    ['another host', 'https://elsewhere.example/touch.json'],
    ['a host that begins like it', 'https://practice.example.elsewhere.example/touch.json'],
    ['a host behind its name', 'https://practice.example@elsewhere.example/touch.json'],
    ['a host under it', 'https://cdn.practice.example/touch.json'],
    ['another port', 'https://practice.example:8443/touch.json'],
    ['no encryption', 'http://practice.example/touch.json'],
    ['no host', 'mailto:practice@practice.example'],
    ['a telephone', 'tel:+15035550182'],
    ['nothing but a path', '/consents/touch.json'],
    ['nothing', ''],
  ])('is left alone, with a warning, with %s', (_, url) => {
    expect(followed(url)).toEqual(left);
  });

  it('is named in no warning: it may hold what nobody should read', () => {
    const { ports, session } = begun(endpoint);
    nearAddress('forms', 'https://elsewhere.example/?ana', session);
    expect(ports.warnings).toEqual([
      { setting: 'forms', sentence: 'A url must be at the endpoint’s own origin; it was left alone.' },
    ]);
  });
});

describe('where a practice has only a webhook', () => {
  const configured = { ...webhook, configUrl: 'https://site.example/practice.json' };

  it('an address is followed beside the profile that gave it, not beside the webhook', () => {
    const url = 'https://site.example/consents/touch.json';
    expect(followed(url, configured)).toEqual({ address: url, warned: [] });
    expect(followed('https://hooks.example/touch.json', configured)).toEqual(left);
  });

  it('an address is followed beside the webhook where there is no profile', () => {
    const url = 'https://hooks.example/touch.json';
    expect(followed(url, webhook).address).toBe(url);
  });
});
