import type { CrisisLine } from '../domain/practice/basics.js';

/** Whom to call in a country; the practice's own list takes its place. */
export interface CountryHelp {
  readonly emergency: string;
  readonly lines: readonly CrisisLine[];
}

/**
 * National crisis lines and emergency numbers as they are published. A practice's own list in its profile, with the
 * day somebody last checked it, takes their place. Countries that are not here get the general sentence.
 */
export const helpByCountry: ReadonlyMap<string, CountryHelp> = new Map([
  ['US', { emergency: '911', lines: [{ name: '988 Suicide & Crisis Lifeline', phone: '988', text: '988' }] }],
  ['CA', { emergency: '911', lines: [{ name: '9-8-8 Suicide Crisis Helpline', phone: '988', text: '988' }] }],
  ['AU', { emergency: '000', lines: [{ name: 'Lifeline', phone: '13 11 14' }] }],
  ['NZ', { emergency: '111', lines: [{ name: '1737', phone: '1737', text: '1737' }] }],
  ['ES', { emergency: '112', lines: [{ name: 'Línea 024', phone: '024' }] }],
  ['MX', { emergency: '911', lines: [{ name: 'Línea de la Vida', phone: '800 911 2000' }] }],
]);
