import type { Provenance, Threshold } from '../../../domain/questionnaire/review-flags/rules.js';
import { ESKETAMINE, ESKETAMINE_2019, FIELD_TRIP, ISHA, KETAMINE_GERMAN, PRACTICE } from './sources.js';

const threshold = (
  id: string,
  label: string,
  [value, min, max]: readonly [value: number, min: number, max: number],
  unit: string,
  from: Provenance,
): Threshold => ({ id, label, value, min, max, unit, ...from });

/** The numbers that the rules use. Where no published number was found it is a place to start from, and says so. */
export const thresholds: readonly Threshold[] = [
  threshold('minimum-age', 'Youngest age', [18, 16, 25], 'years', ESKETAMINE),
  threshold('older-age', 'Older age', [65, 50, 90], 'years', ESKETAMINE),
  threshold('systolic-caution', 'Upper number, caution from', [140, 110, 200], 'mmHg', ESKETAMINE_2019),
  threshold('diastolic-caution', 'Lower number, caution from', [90, 60, 130], 'mmHg', ESKETAMINE_2019),
  threshold('systolic-stop', 'Upper number, stop and review from', [160, 120, 220], 'mmHg', FIELD_TRIP),
  threshold('diastolic-stop', 'Lower number, stop and review from', [100, 70, 140], 'mmHg', FIELD_TRIP),
  threshold('heart-rate-high', 'Heart rate, caution above', [110, 80, 160], 'a minute', PRACTICE),
  threshold('heart-rate-low', 'Heart rate, caution below', [50, 30, 60], 'a minute', PRACTICE),
  threshold('oxygen-low', 'Oxygen level, caution below', [94, 85, 99], '%', PRACTICE),
  threshold('reading-age', 'A reading is old after', [90, 1, 365], 'days', PRACTICE),
  threshold('body-mass-high', 'Body mass index, caution from', [35, 25, 60], 'kg/m²', PRACTICE),
  threshold('body-mass-low', 'Body mass index, caution below', [18.5, 14, 22], 'kg/m²', PRACTICE),
  threshold('heart-months', 'A heart event is recent for', [6, 1, 24], 'months', KETAMINE_GERMAN),
  threshold('stroke-months', 'A stroke is recent for', [6, 1, 24], 'months', PRACTICE),
  threshold('seizure-months', 'A seizure is recent for', [6, 1, 24], 'months', PRACTICE),
  threshold('head-injury-months', 'A head injury is recent for', [3, 1, 24], 'months', PRACTICE),
  threshold('ketamine-elsewhere-months', 'Ketamine elsewhere is recent for', [1, 1, 12], 'months', PRACTICE),
  threshold('ketamine-use-days', 'Ketamine outside of care is current for', [90, 7, 365], 'days', PRACTICE),
  threshold('stimulant-days', 'Cocaine or meth is recent for', [30, 1, 365], 'days', PRACTICE),
  threshold('sedating-days', 'A sedating substance is recent for', [30, 1, 365], 'days', PRACTICE),
  threshold('psychedelic-days', 'A psychedelic or MDMA is recent for', [7, 1, 90], 'days', ISHA),
];
