import type { DeliveryMode } from '../domain/submission/delivery.js';

/** Where a practice receives. */
export interface Destination {
  readonly mode: DeliveryMode;
  /** The endpoint's base, ending in a slash; or the one exact address of a webhook or FHIR server. */
  readonly url: string;
  /** A static practice profile, where there is no endpoint to ask. */
  readonly configUrl: string | undefined;
}

/** The address of one of the endpoint's paths, `undefined` where this mode has none. */
export const endpointPath = ({ mode, url }: Destination, path: string): string | undefined =>
  mode === 'endpoint' ? url + path : undefined;
