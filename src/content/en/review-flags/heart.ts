import type { ReviewRule, When } from '../../../domain/questionnaire/review-flags/rules.js';
import {
  ESKETAMINE,
  ESKETAMINE_2019,
  FIELD_TRIP,
  KETAMINE_GERMAN,
  KETAMINE_PDR,
  KETAMINE_SWISS,
  KETAMINE_UK,
  PRACTICE,
} from './sources.js';
import { above, atLeast, below, is, withinMonths, yes } from './when.js';

const readsHigh: When = {
  any: [atLeast('systolic', 'systolic-stop'), atLeast('diastolic', 'diastolic-stop')],
};

/** A reading of the blood pressure, wherever it is asked. */
export const readingRules: readonly ReviewRule[] = [
  {
    id: 'pressure-stop',
    severity: 'stop',
    when: readsHigh,
    reason: 'The reading is {systolic-stop}/{diastolic-stop} mmHg or more in one of its numbers.',
    ...FIELD_TRIP,
  },
  {
    id: 'pressure-caution',
    severity: 'caution',
    when: {
      all: [
        { any: [atLeast('systolic', 'systolic-caution'), atLeast('diastolic', 'diastolic-caution')] },
        { not: readsHigh },
      ],
    },
    reason:
      'The reading is {systolic-caution}/{diastolic-caution} mmHg or more in one of its numbers; the label asks to weigh benefit and risk there before a dose.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'old-reading',
    severity: 'note',
    when: { daysSince: 'pressure-date', operator: '>', answer: { threshold: 'reading-age' } },
    reason: 'The reading is more than {reading-age} days old.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'heart-rate',
    severity: 'caution',
    when: { any: [above('heart-rate', 'heart-rate-high'), below('heart-rate', 'heart-rate-low')] },
    reason: 'The heart rate is above {heart-rate-high} or below {heart-rate-low}.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'oxygen-level',
    severity: 'caution',
    when: below('oxygen-level', 'oxygen-low'),
    reason: 'The oxygen level is below {oxygen-low} %.',
    default: 'off',
    ...PRACTICE,
  },
];

export const heartRules: readonly ReviewRule[] = [
  {
    id: 'aneurysm',
    severity: 'stop',
    when: is('vessel-conditions', 'aneurysm'),
    reason: 'Aneurysmal vascular disease is a contraindication.',
    ...ESKETAMINE,
  },
  {
    id: 'avm',
    severity: 'stop',
    when: is('vessel-conditions', 'avm'),
    reason: 'An arteriovenous malformation is a contraindication.',
    ...ESKETAMINE,
  },
  {
    id: 'brain-bleed',
    severity: 'stop',
    when: is('vessel-conditions', 'brain-bleed'),
    reason: 'A history of intracerebral hemorrhage is a contraindication.',
    ...ESKETAMINE,
  },
  {
    id: 'pressure-danger',
    severity: 'stop',
    when: yes('pressure-danger'),
    reason: 'Ketamine is contraindicated where a rise in blood pressure would be a serious hazard.',
    ...KETAMINE_UK,
  },
  {
    id: 'uncontrolled-pressure',
    severity: 'stop',
    when: is('pressure-treated', 'not-controlled', 'untreated'),
    reason:
      'High blood pressure that is untreated or poorly controlled is a contraindication above 180/100 at rest; a reading settles it.',
    ...KETAMINE_SWISS,
  },
  {
    id: 'recent-heart-event',
    severity: 'stop',
    when: {
      any: ['heart-attack', 'chest-pain'].map((each) => withinMonths(`${each}-when`, 'heart-months')),
    },
    reason: 'A heart attack or chest pain from the heart that may lie less than {heart-months} months back.',
    ...KETAMINE_GERMAN,
  },
  {
    id: 'recent-stroke',
    severity: 'stop',
    when: withinMonths('stroke-when', 'stroke-months'),
    reason:
      'A stroke that may lie less than {stroke-months} months back; a past stroke is a serious hazard when the pressure rises.',
    ...KETAMINE_SWISS,
  },
  {
    id: 'treated-pressure',
    severity: 'caution',
    when: is('pressure-treated', 'controlled'),
    reason: 'Treated high blood pressure: ketamine raises it for some hours after each dose.',
    ...ESKETAMINE,
  },
  {
    id: 'heart-condition',
    severity: 'caution',
    when: is(
      'heart-conditions',
      'heart-attack',
      'chest-pain',
      'arteries',
      'heart-failure',
      'valve',
      'rhythm',
      'long-qt',
      'pacemaker',
      'born-with',
      'fainting',
    ),
    reason:
      'A heart condition: benefit and risk have to be weighed, perhaps with an ECG or a heart doctor’s letter.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'recent-fainting',
    severity: 'caution',
    when: withinMonths('fainting-when', 'heart-months'),
    reason: 'Fainting that may lie less than {heart-months} months back.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'past-stroke',
    severity: 'caution',
    when: { all: [is('vessel-conditions', 'stroke'), { not: withinMonths('stroke-when', 'stroke-months') }] },
    reason: 'A stroke or mini-stroke in the past: rises in blood pressure weigh more.',
    ...KETAMINE_PDR,
  },
  {
    id: 'pressure-crisis',
    severity: 'caution',
    when: is('vessel-conditions', 'pressure-crisis'),
    reason:
      'After a hypertensive crisis even small rises may bring encephalopathy; the label asks for closer monitoring.',
    ...ESKETAMINE_2019,
  },
];
