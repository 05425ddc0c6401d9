import { describe, expect, it } from 'vitest';
import { endpointPath } from '../../src/app/destination.js';
import { addressOf, readDestination, type DestinationSettings } from '../../src/transport/destination.js';

const BASE = 'https://practice.example/care/start?from=mail#top';
const read = (settings: DestinationSettings) => readDestination(settings, BASE);

describe('where a practice receives', () => {
  it.each<[DestinationSettings, unknown]>([
    [{ endpoint: 'https://api.example/kap' }, { mode: 'endpoint', url: 'https://api.example/kap/' }],
    [{ endpoint: 'https://api.example/kap/?x=1#y' }, { mode: 'endpoint', url: 'https://api.example/kap/' }],
    [{ endpoint: 'https://api.example' }, { mode: 'endpoint', url: 'https://api.example/' }],
    [{ endpoint: '/kap' }, { mode: 'endpoint', url: 'https://practice.example/kap/' }],
    [{ endpoint: 'kap' }, { mode: 'endpoint', url: 'https://practice.example/care/kap/' }],
    [{ endpoint: '//api.example/kap' }, { mode: 'endpoint', url: 'https://api.example/kap/' }],
    [{ endpoint: ' “https://api.example/kap” ' }, { mode: 'endpoint', url: 'https://api.example/kap/' }],
    [{ endpoint: '‘/kap’' }, { mode: 'endpoint', url: 'https://practice.example/kap/' }],
    [{ endpoint: 'http://localhost:5173/kap' }, { mode: 'endpoint', url: 'http://localhost:5173/kap/' }],
    [{ endpoint: 'http://127.0.0.1:5173' }, { mode: 'endpoint', url: 'http://127.0.0.1:5173/' }],
    [{ endpoint: 'http://[::1]:5173' }, { mode: 'endpoint', url: 'http://[::1]:5173/' }],
    [{ action: 'https://hooks.example/a?key=1' }, { mode: 'action', url: 'https://hooks.example/a?key=1' }],
    [
      { action: '/form', format: 'kap' },
      { mode: 'action', url: 'https://practice.example/form' },
    ],
    [
      { action: 'https://fhir.example/r4', format: 'fhir' },
      { mode: 'fhir', url: 'https://fhir.example/r4' },
    ],
    [
      { action: '/form', config: 'kap.json' },
      { mode: 'action', configUrl: 'https://practice.example/care/kap.json' },
    ],
  ])('is read from %j', (settings, destination) => {
    expect(read(settings)).toMatchObject(destination as object);
  });

  it.each<[DestinationSettings, keyof DestinationSettings]>([
    [{}, 'endpoint'],
    [{ endpoint: '' }, 'endpoint'],
    [{ endpoint: '  ' }, 'endpoint'],
    [{ endpoint: '“”' }, 'endpoint'],
    [{ endpoint: 'http://api.example/kap' }, 'endpoint'],
    [{ endpoint: 'http://localhost.evil.example' }, 'endpoint'],
    [{ endpoint: 'http://127.0.0.1.evil.example' }, 'endpoint'],
    [{ endpoint: 'javascript:alert(1)' }, 'endpoint'],
    [{ endpoint: 'data:text/html,x' }, 'endpoint'],
    [{ endpoint: 'https://' }, 'endpoint'],
    [{ action: 'ftp://hooks.example' }, 'action'],
    [{ action: ' ' }, 'action'],
    [{ endpoint: '/kap', action: '/form' }, 'action'],
    [{ action: '/form', format: 'xml' }, 'format'],
    [{ endpoint: '/kap', format: 'fhir' }, 'format'],
    [{ format: 'fhir' }, 'format'],
    [{ action: '/form', config: 'http://site.example/kap.json' }, 'config'],
    [{ endpoint: '/kap', config: 'javascript:alert(1)' }, 'config'],
  ])('with %j needs %s to be mended, and says so in a sentence', (settings, setting) => {
    const bad = read(settings);
    expect(bad).toMatchObject({ setting });
    expect('sentence' in bad && bad.sentence).toMatch(/\.$/);
  });

  it('has paths at an endpoint alone', () => {
    const atEndpoint = { mode: 'endpoint', url: 'https://api.example/kap/', configUrl: undefined } as const;
    expect(endpointPath(atEndpoint, 'practice')).toBe('https://api.example/kap/practice');
    expect(endpointPath({ ...atEndpoint, mode: 'action' }, 'practice')).toBeUndefined();
    expect(endpointPath({ ...atEndpoint, mode: 'fhir' }, 'practice')).toBeUndefined();
  });
});

describe('an address', () => {
  it('that is relative is none on a page that has been saved to a file', () => {
    expect(addressOf('/kap', 'file:///home/ana/start.html')).toBeUndefined();
  });

  it('that is relative to a page without https is none', () => {
    expect(addressOf('/kap', 'http://practice.example/')).toBeUndefined();
  });
});
