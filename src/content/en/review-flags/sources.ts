import type { Provenance } from '../../../domain/questionnaire/review-flags/rules.js';

/*
 * What the rules rest on. Each was read for what the rule says; a page without a date stands with the year in which it
 * was read. Where a label was read in an earlier revision than the newest, the year is of the revision that was read.
 */

/** The label with its contraindications and warnings, as updated to 2025. */
export const ESKETAMINE: Provenance = { source: 'Esketamine nasal spray, US label (FDA)', year: 2025 };
/** Details that were read in the label's first revision: readings, the liver, interactions, abuse, driving. */
export const ESKETAMINE_2019: Provenance = { source: 'Esketamine nasal spray, US label (FDA)', year: 2019 };
export const ESKETAMINE_INJECTION: Provenance = {
  source: 'Esketamine injection, safety information (Pfizer, Norway)',
  year: 2019,
};
export const KETAMINE: Provenance = { source: 'Ketamine injection, US label (FDA)', year: 2024 };
export const KETAMINE_UK: Provenance = {
  source: 'Ketamine injection, UK product information (MHRA)',
  year: 2019,
};
export const KETAMINE_SWISS: Provenance = {
  source: 'Ketamine injection, Swiss product information',
  year: 2026,
};
export const KETAMINE_GERMAN: Provenance = {
  source: 'Ketamine injection, German package leaflet (hameln)',
  year: 2026,
};
export const KETAMINE_MIMS: Provenance = {
  source: 'Ketamine injection, product information in MIMS (Duopharma)',
  year: 2026,
};
export const KETAMINE_PDR: Provenance = { source: 'Ketamine, drug summary in PDR', year: 2026 };
export const KETAMINE_ITALIAN: Provenance = {
  source: 'Ketamine, contraindications in Pharmamedix',
  year: 2026,
};
export const PHEOCHROMOCYTOMA: Provenance = {
  source: 'OpenAnesthesia, ketamine and pheochromocytoma',
  year: 2026,
};
export const FDA_ALERT: Provenance = { source: 'FDA alert on compounded ketamine', year: 2023 };
export const BENZODIAZEPINE_WARNING: Provenance = {
  source: 'FDA, boxed warning on benzodiazepines',
  year: 2020,
};
export const STANDARDS: Provenance = { source: 'ASKP3, standards of practice', year: 2020 };
export const VERAART: Provenance = { source: 'Veraart et al., review of drug interactions', year: 2021 };
export const ANDRADE: Provenance = { source: 'Andrade, review of drug interactions', year: 2017 };
export const WILLIAMS: Provenance = {
  source: 'Williams et al., naltrexone before ketamine, 12 people',
  year: 2018,
};
export const GLP1_GUIDANCE: Provenance = {
  source: 'Guidance of five US societies on GLP-1 agonists around procedures',
  year: 2024,
};
export const JOURNEY: Provenance = { source: 'Published criteria, Journey Clinical', year: 2026 };
export const CAROLINAS: Provenance = { source: 'Published criteria, a Carolinas center', year: 2025 };
export const PSYON: Provenance = { source: 'Published criteria, Psyon', year: 2025 };
export const FIELD_TRIP: Provenance = { source: 'Published criteria, Field Trip', year: 2025 };
export const MINDBLOOM: Provenance = { source: 'Published study exclusions, Mindbloom', year: 2025 };
export const ISHA: Provenance = { source: 'Published clinic form, Isha Health', year: 2025 };
export const PART_2: Provenance = { source: 'US rule on substance use records, 42 CFR Part 2', year: 2024 };

/** Asked only by a practice that has said how it answers; the rule is that promise. */
export const RESPONSE_PLAN: Provenance = { source: 'The practice’s own response plan' };

/** Nothing published that we have read. A rule with it is off until the practice turns it on. */
export const PRACTICE: Provenance = { source: 'Practice’s choice' };
