import type { ReviewRule } from '../../../domain/questionnaire/review-flags/rules.js';
import { ESKETAMINE, PRACTICE, RESPONSE_PLAN } from './sources.js';
import { is, yes } from './when.js';

/** Wherever the safety questions are asked. An answer left for a talk is one that asks for a person as well. */
export const safetyRules: readonly ReviewRule[] = [
  {
    id: 'suicide-plan',
    severity: 'stop',
    when: is('suicide-plan', 'yes', 'not-sure', 'rather-talk'),
    reason: 'A plan or an attempt, or not ruled out: contact the same day.',
    ...RESPONSE_PLAN,
  },
  {
    id: 'suicide-thoughts',
    severity: 'stop',
    when: is('suicide-thoughts', 'yes', 'not-sure', 'rather-talk'),
    reason: 'Thoughts of suicide, or not ruled out: contact the same day. A “No” here is no proof of safety.',
    ...RESPONSE_PLAN,
  },
  {
    id: 'harm-to-others',
    severity: 'stop',
    when: is('harm-thoughts', 'yes', 'not-sure', 'rather-talk'),
    reason: 'Thoughts of hurting somebody else, or not ruled out: contact the same day.',
    ...RESPONSE_PLAN,
  },
  {
    id: 'unsafe-at-home',
    severity: 'stop',
    when: is('safe-at-home', 'no', 'not-sure', 'rather-talk'),
    reason:
      'Does not feel safe at home, or not for sure: contact the same day, only in the way and at the times that they named.',
    ...RESPONSE_PLAN,
  },
  {
    id: 'self-harm',
    severity: 'caution',
    when: yes('self-harm'),
    reason: 'Has hurt themselves on purpose in the time asked about.',
    ...ESKETAMINE,
  },
];

export const traumaRules: readonly ReviewRule[] = [
  {
    id: 'trauma',
    severity: 'note',
    when: yes('trauma'),
    reason: 'Something still weighs on them: ask what helps them to feel safe, not for details.',
    default: 'off',
    ...PRACTICE,
  },
];
