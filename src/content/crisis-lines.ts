import type { CrisisLine } from '../domain/practice/basics.js';

/** A line, and the day on which somebody last compared it with what is published of it. */
export interface DatedLine extends CrisisLine {
  /** `YYYY-MM-DD`. */
  readonly lastVerified: string;
}

/** Whom to call in a country; the practice's own list takes its place. */
export interface CountryHelp {
  readonly emergency: string;
  readonly lines: readonly DatedLine[];
}

/**
 * National crisis lines and emergency numbers as they are published. Numbers change: whoever edits one looks it up where
 * the note beside it says, and puts the day of it here. A practice's own list in its profile takes the place of these.
 * A country whose lines nobody has looked up is not here: its clients get the general sentence and findahelpline.com, a
 * directory by country.
 */
export const helpByCountry: ReadonlyMap<string, CountryHelp> = new Map([
  [
    'US',
    {
      emergency: '911',
      lines: [
        // 988lifeline.org; veteranscrisisline.net.
        { name: '988 Suicide & Crisis Lifeline', phone: '988', text: '988', lastVerified: '2026-11-24' },
        {
          name: 'Veterans Crisis Line',
          phone: '988, then press 1',
          text: '838255',
          lastVerified: '2026-11-24',
        },
      ],
    },
  ],
  [
    'CA',
    {
      emergency: '911',
      lines: [
        // 988.ca: calls and texts, in English and French, since 30 November 2023.
        { name: '9-8-8 Suicide Crisis Helpline', phone: '988', text: '988', lastVerified: '2026-11-24' },
      ],
    },
  ],
  [
    'AU',
    {
      emergency: '000',
      lines: [
        // lifeinmind.org.au, "Lifeline’s crisis text service now available 24/7": both numbers.
        { name: 'Lifeline', phone: '13 11 14', text: '0477 13 11 14', lastVerified: '2026-11-24' },
      ],
    },
  ],
  [
    'NZ',
    {
      emergency: '111',
      lines: [
        // mentalhealth.org.nz; pegasus.health.nz, "1737 – Need to talk?".
        { name: '1737, Need to talk?', phone: '1737', text: '1737', lastVerified: '2026-11-24' },
        // nzfamilies.org.nz, "Mental Health Crisis Lines NZ".
        { name: 'Lifeline', phone: '0800 543 354', lastVerified: '2026-11-24' },
      ],
    },
  ],
  [
    'ES',
    {
      emergency: '112',
      // Ministerio de Sanidad, as rtve.es reported on 9 May 2022.
      lines: [{ name: 'Línea 024', phone: '024', lastVerified: '2026-11-24' }],
    },
  ],
  [
    'MX',
    {
      emergency: '911',
      // Comisión Nacional de Salud Mental y Adicciones, as eluniversal.com.mx reported on 24 December 2025.
      lines: [{ name: 'Línea de la Vida', phone: '800 911 2000', lastVerified: '2026-11-24' }],
    },
  ],
]);
