import { plainDateOf } from '../../src/domain/questionnaire/plain-date.js';

/** Where somebody is in the app. An address holds ids and days only: no name, no answer. */
export type Route =
  | { readonly page: 'submissions' }
  | { readonly page: 'history'; readonly id: string; readonly at?: string }
  | { readonly page: 'consent'; readonly id: string; readonly at?: string }
  | { readonly page: 'request'; readonly id: string }
  | { readonly page: 'alert'; readonly id: string }
  | { readonly page: 'client'; readonly id: string }
  | { readonly page: 'week'; readonly date?: string }
  | { readonly page: 'hours'; readonly id?: string }
  | { readonly page: 'rules' }
  | { readonly page: 'log' }
  | { readonly page: 'unknown' };

const UNKNOWN: Route = { page: 'unknown' };

/** Reads `#/`, `#/week`, `#/week/<day>`, `#/clients/<id>`, `#/histories/<id>/<place on the page>` and so on. */
export function routeOf(hash: string): Route {
  const [word = '', id, at, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode);
  if (rest.length > 0) return UNKNOWN;
  switch (word) {
    case 'histories':
      return id ? { page: 'history', id, ...(at && { at }) } : UNKNOWN;
    case 'consents':
      return id ? { page: 'consent', id, ...(at && { at }) } : UNKNOWN;
    default:
      return at === undefined ? routeWithoutPlace(word, id) : UNKNOWN;
  }
}

function routeWithoutPlace(word: string, id: string | undefined): Route {
  switch (word) {
    case 'requests':
      return id ? { page: 'request', id } : UNKNOWN;
    case 'alerts':
      return id ? { page: 'alert', id } : UNKNOWN;
    case 'clients':
      return id ? { page: 'client', id } : UNKNOWN;
    case 'week':
      if (id === undefined) return { page: 'week' };
      return isDay(id) ? { page: 'week', date: id } : UNKNOWN;
    case 'hours':
      return { page: 'hours', ...(id && { id }) };
    case 'rules':
      return id === undefined ? { page: 'rules' } : UNKNOWN;
    case 'log':
      return id === undefined ? { page: 'log' } : UNKNOWN;
    case '':
      return id === undefined ? { page: 'submissions' } : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** Whether it is a day of the calendar, `YYYY-MM-DD`, in this millennium: the days around it can be written as well. */
function isDay(date: string): boolean {
  const [year = '', month = '', day = ''] = date.split('-');
  return date.startsWith('2') && plainDateOf({ year, month, day }) === date;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const SUBMISSIONS = '#/';
export const LOG = '#/log';
export const RULES = '#/rules';
export const THIS_WEEK = '#/week';
export const HOURS = '#/hours';

const address = (word: string, ...parts: readonly string[]): string =>
  ['#', word, ...parts.map(encodeURIComponent)].join('/');

/** The address of the week that a day, `YYYY-MM-DD`, belongs to. */
export const weekAddress = (date: string): string => address('week', date);
/** The address where one practitioner's hours are changed. */
export const hoursAddress = (practitionerId: string): string => address('hours', practitionerId);
export const clientAddress = (id: string): string => address('clients', id);
export const requestAddress = (id: string): string => address('requests', id);
export const alertAddress = (id: string): string => address('alerts', id);

/** The address of one history, or of a place on it: a topic's or question's linkId, or one of the page's own parts. */
export const historyAddress = (id: string, at?: string): string =>
  address('histories', id, ...(at === undefined ? [] : [at]));

/** The address of one consent, or of a place on it: a block of its document, or one of the page's own parts. */
export const consentAddress = (id: string, at?: string): string =>
  address('consents', id, ...(at === undefined ? [] : [at]));
