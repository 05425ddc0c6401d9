import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import {
  CAROLINAS,
  ESKETAMINE,
  ESKETAMINE_2019,
  FDA_ALERT,
  JOURNEY,
  KETAMINE,
  KETAMINE_GERMAN,
  KETAMINE_ITALIAN,
  KETAMINE_MIMS,
  KETAMINE_PDR,
  KETAMINE_SWISS,
  PHEOCHROMOCYTOMA,
  PRACTICE,
} from './sources.js';
import { is, withinMonths, yes } from './when.js';

const headRules: readonly ReviewRule[] = [
  {
    id: 'head-pressure',
    severity: 'stop',
    when: is('head-conditions', 'head-pressure', 'brain-tumor'),
    reason:
      'Raised pressure in the head, fluid on the brain or a brain tumor: ketamine may raise the pressure further.',
    ...CAROLINAS,
  },
  {
    id: 'recent-head-injury',
    severity: 'stop',
    when: withinMonths('head-injury-when', 'head-injury-months'),
    reason: 'A head injury that may lie less than {head-injury-months} months back.',
    ...CAROLINAS,
  },
  {
    id: 'recent-seizure',
    severity: 'stop',
    when: {
      any: [
        withinMonths('seizures-when', 'seizure-months'),
        is('seizures-treated', 'not-controlled', 'untreated'),
      ],
    },
    reason: 'Seizures that are not controlled, or one that may lie less than {seizure-months} months back.',
    ...KETAMINE,
  },
  {
    id: 'uncontrolled-glaucoma',
    severity: 'stop',
    when: is('glaucoma-treated', 'not-controlled', 'untreated'),
    reason: 'Uncontrolled glaucoma: ketamine raises the pressure in the eye.',
    ...JOURNEY,
  },
  {
    id: 'past-head-injury',
    severity: 'caution',
    when: {
      all: [
        is('head-conditions', 'head-injury'),
        { not: withinMonths('head-injury-when', 'head-injury-months') },
      ],
    },
    reason: 'A head injury in the past.',
    ...KETAMINE_PDR,
  },
  {
    id: 'seizures',
    severity: 'caution',
    when: is('head-conditions', 'seizures'),
    reason:
      'Seizures: the label describes movements like seizures, and some medicines lower the threshold together with ketamine.',
    ...KETAMINE,
  },
  {
    id: 'eyes',
    severity: 'caution',
    when: is('head-conditions', 'glaucoma', 'eye-injury'),
    reason: 'Glaucoma, eye surgery or an eye injury: ketamine raises the pressure in the eye.',
    ...KETAMINE,
  },
  {
    id: 'memory-or-nerves',
    severity: 'caution',
    when: is('head-conditions', 'memory', 'nerves'),
    reason:
      'An illness of the nervous system, or trouble with memory: think of capacity, of falls, and of effects on thinking.',
    ...KETAMINE_GERMAN,
  },
];

const breathingRules: readonly ReviewRule[] = [
  {
    id: 'severe-lungs',
    severity: 'stop',
    when: {
      any: [
        is('breathing', 'oxygen'),
        is('asthma-treated', 'not-controlled'),
        is('copd-treated', 'not-controlled'),
      ],
    },
    reason: 'Severe breathing problems: oxygen at home, or asthma or COPD that is often not fine.',
    ...JOURNEY,
  },
  {
    id: 'sleep-apnea',
    severity: 'caution',
    when: is('breathing', 'sleep-apnea', 'snoring'),
    reason:
      'Sleep apnea, or signs of it: sedation and slowed breathing weigh more, most of all untreated and at home.',
    ...FDA_ALERT,
  },
  {
    id: 'untreated-sleep-apnea',
    severity: 'caution',
    when: is('sleep-apnea-treated', 'sometimes', 'no'),
    reason:
      'Sleep apnea without a machine every night: for doses at home a practice may want to stop and review.',
    ...FDA_ALERT,
  },
  {
    id: 'lungs',
    severity: 'caution',
    when: is('breathing', 'asthma', 'copd', 'chest-infection'),
    reason: 'A lung problem, or a chest infection in the last month.',
    ...KETAMINE_ITALIAN,
  },
  {
    id: 'airway',
    severity: 'caution',
    when: is('breathing', 'airway', 'anesthesia', 'jaw'),
    reason: 'Trouble with an airway or with anesthesia, or surgery there: plan for slowed breathing.',
    ...FDA_ALERT,
  },
];

const organRules: readonly ReviewRule[] = [
  {
    id: 'untreated-thyroid',
    severity: 'stop',
    when: is('overactive-thyroid-treated', 'not-controlled', 'untreated'),
    reason: 'An overactive thyroid that is not or not well treated is a contraindication.',
    ...KETAMINE_SWISS,
  },
  {
    id: 'adrenal-tumor',
    severity: 'stop',
    when: is('conditions', 'adrenal'),
    reason: 'A tumor of the adrenal gland: with a pheochromocytoma the rise in pressure may be dangerous.',
    ...PHEOCHROMOCYTOMA,
  },
  {
    id: 'ketamine-bladder',
    severity: 'stop',
    when: yes('bladder-ketamine'),
    reason: 'Bladder trouble that began with ketamine.',
    ...ESKETAMINE,
  },
  {
    id: 'porphyria',
    severity: 'stop',
    when: is('conditions', 'porphyria'),
    reason: 'Porphyria is on European lists of contraindications.',
    ...KETAMINE_ITALIAN,
  },
  {
    id: 'thyroid',
    severity: 'caution',
    when: is('conditions', 'overactive-thyroid'),
    reason: 'An overactive thyroid: pulse and pressure may rise more.',
    ...JOURNEY,
  },
  {
    id: 'liver',
    severity: 'caution',
    when: is('conditions', 'liver', 'bile-duct'),
    reason:
      'Liver or bile ducts: repeated ketamine can harm them, so that a test before is of use; with severe impairment the label advises against esketamine.',
    ...ESKETAMINE_2019,
  },
  {
    id: 'bladder',
    severity: 'caution',
    when: is('conditions', 'bladder'),
    reason:
      'Bladder trouble: note how it is before the first dose, because repeated ketamine can bring cystitis.',
    ...ESKETAMINE,
  },
  {
    id: 'stomach',
    severity: 'caution',
    when: is('conditions', 'reflux', 'slow-stomach', 'vomiting'),
    reason:
      'Reflux, a slow stomach or frequent vomiting: ketamine is given on an empty stomach because of aspiration.',
    ...KETAMINE_PDR,
  },
  {
    id: 'kidney',
    severity: 'caution',
    when: is('conditions', 'kidney'),
    reason: 'A kidney problem.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'diabetes',
    severity: 'caution',
    when: is('conditions', 'diabetes'),
    reason: 'Diabetes: fasting before a session may bring low sugar.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'bleeding',
    severity: 'caution',
    when: is('conditions', 'bleeding'),
    reason: 'Bleeding that is hard to stop: matters for injections.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'underactive-thyroid',
    severity: 'note',
    when: is('conditions', 'underactive-thyroid'),
    reason: 'An underactive thyroid: thyroid hormone adds to a rise of pulse and pressure.',
    ...KETAMINE_MIMS,
  },
  {
    id: 'motion-sickness',
    severity: 'note',
    when: is('conditions', 'motion-sickness'),
    reason: 'Motion sickness: think of something for nausea.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'mouth',
    severity: 'note',
    when: is('conditions', 'mouth'),
    reason: 'Sores, dentures or dental surgery: matters for lozenges.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'recent-illness',
    severity: 'note',
    when: is('conditions', 'recent-illness'),
    reason: 'Fever, infection or surgery in the last month.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'body-mass-high',
    severity: 'caution',
    when: {
      bodyMass: { height: 'height', weight: 'weight' },
      operator: '>=',
      answer: { threshold: 'body-mass-high' },
    },
    reason: 'A body mass index of {body-mass-high} or more: airway and sleep apnea.',
    default: 'off',
    ...PRACTICE,
  },
  {
    id: 'body-mass-low',
    severity: 'caution',
    when: {
      bodyMass: { height: 'height', weight: 'weight' },
      operator: '<',
      answer: { threshold: 'body-mass-low' },
    },
    reason: 'A body mass index below {body-mass-low}: think of an eating disorder and of the dose.',
    default: 'off',
    ...PRACTICE,
  },
];

export const bodyRules: readonly ReviewRule[] = [...headRules, ...breathingRules, ...organRules];
