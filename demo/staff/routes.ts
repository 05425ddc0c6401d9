/** Where somebody is in the app. An address holds ids only: no name, no answer. */
export type Route =
  | { readonly page: 'histories' }
  | { readonly page: 'history'; readonly id: string; readonly at?: string }
  | { readonly page: 'log' }
  | { readonly page: 'unknown' };

/** Reads `#/`, `#/histories/<id>`, `#/histories/<id>/<place on the page>` and `#/log`. */
export function routeOf(hash: string): Route {
  const [page = '', id, at, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode);
  if (rest.length > 0) return { page: 'unknown' };
  if (page === '' && id === undefined) return { page: 'histories' };
  if (page === 'log' && id === undefined) return { page: 'log' };
  if (page === 'histories' && id) return { page: 'history', id, ...(at && { at }) };
  return { page: 'unknown' };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const HISTORIES = '#/';
export const LOG = '#/log';

/** The address of one history, or of a place on it: a topic's or question's linkId, or one of the page's own parts. */
export function historyAddress(id: string, at?: string): string {
  const page = `#/histories/${encodeURIComponent(id)}`;
  return at === undefined ? page : `${page}/${encodeURIComponent(at)}`;
}
