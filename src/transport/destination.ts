import type { Destination } from '../app/destination.js';

/** The attributes that say where a practice receives, as they were written. */
export interface DestinationSettings {
  readonly endpoint?: string | undefined;
  readonly action?: string | undefined;
  readonly format?: string | undefined;
  readonly config?: string | undefined;
  /** Keys that answers must be sealed to. */
  readonly sealThumbprints?: string | undefined;
}

/** A setting that can't be used, and why, for whoever runs the page. */
export interface BadSetting {
  readonly setting: keyof DestinationSettings;
  readonly sentence: string;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';

/** An absolute `https:` address, or `http:` on this machine; quotes that a site builder has curled are forgiven. */
export function addressOf(written: string, base: string): URL | undefined {
  const plain = written.trim().replace(/^[\u201c\u201d\u2018\u2019"']+|[\u201c\u201d\u2018\u2019"']+$/g, '');
  // Nothing at all would mean the page's own address.
  if (plain === '') return undefined;
  let url: URL;
  try {
    url = new URL(plain, base);
  } catch {
    return undefined;
  }
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
    ? url
    : undefined;
}

const bad = (setting: keyof DestinationSettings, sentence: string): BadSetting => ({ setting, sentence });

/** Where these settings send to, or the one that needs mending. Relative addresses are resolved against `base`. */
export function readDestination(settings: DestinationSettings, base: string): Destination | BadSetting {
  const { endpoint, action, format, config } = settings;
  if (endpoint && action) return bad('action', 'Give either endpoint or action, not both.');
  if (format && format !== 'kap' && format !== 'fhir') return bad('format', 'It can be "kap" or "fhir".');
  if (format === 'fhir' && !action)
    return bad('format', 'format="fhir" needs action, the address of a FHIR server.');

  const configUrl = config ? addressOf(config, base) : undefined;
  if (config && !configUrl) return bad('config', 'It must be an https address.');

  if (action) {
    const url = addressOf(action, base);
    if (!url) return bad('action', 'It must be an https address.');
    return { mode: format === 'fhir' ? 'fhir' : 'action', url: url.href, configUrl: configUrl?.href };
  }
  if (!endpoint)
    return bad('endpoint', 'Say where the answers go: endpoint="https://…" or action="https://…".');
  const url = addressOf(endpoint, base);
  if (!url) return bad('endpoint', 'It must be an https address (http only on localhost).');
  const folder = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return { mode: 'endpoint', url: url.origin + folder, configUrl: configUrl?.href };
}
