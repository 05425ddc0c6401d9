import type { Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import { aboutYou, yourPeople } from './health-history/about-you.js';
import { body, pregnancy } from './health-history/body.js';
import { heart } from './health-history/heart.js';
import { home } from './health-history/home.js';
import { medicines } from './health-history/medicines.js';
import { mind } from './health-history/mind.js';
import { reasons } from './health-history/reasons.js';
import { safety } from './health-history/safety.js';
import { substances } from './health-history/substances.js';

/**
 * The health history before ketamine-assisted psychotherapy. What it asks follows the prescribing information of
 * esketamine (FDA, 2019 to 2025) and of ketamine (FDA, 2022), the APA task force's consensus (Sanacora et al., JAMA
 * Psychiatry 2017) and published practice criteria; the words are ours.
 */
export const healthHistory: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'health-history',
  version: '2.0.0',
  title: 'Your health history',
  locale: 'en',
  introduction: [
    'The prescriber reads it before anyone talks about dosing.',
    'Have the names of your medicines at hand. You don’t need anything else.',
  ],
  item: [aboutYou, yourPeople, reasons, heart, body, pregnancy, medicines, mind, safety, substances, home],
};
