import type { Item } from '../../domain/questionnaire/questionnaire.js';
import { askYesNo } from './items.js';

const SURE_OR_NOT = ['yes', 'not-sure'];

/** What the time frames of the questions are called, each at the start of a sentence. */
export interface Since {
  readonly thoughts: string;
  readonly plan: string;
  readonly selfHarm: string;
}

export const SINCE_WE_SPOKE: Since = {
  thoughts: 'Since we last spoke',
  plan: 'Since we last spoke',
  selfHarm: 'Since we last spoke',
};

/**
 * Asked only by a practice with a response plan, in words of our own: no item of a published instrument. Whether there
 * are firearms or a stock of pills at home is a practice's choice and not asked.
 */
export const safetyQuestions = ({ thoughts, plan, selfHarm }: Since): readonly Item[] => [
  askYesNo('suicide-thoughts', `${thoughts}, have you thought about ending your life?`, {
    why: 'We ask everyone, so that nobody is alone with such thoughts.',
    safety: SURE_OR_NOT,
  }),
  // Asked of everyone: a quiet last month says nothing about an attempt before it.
  askYesNo('suicide-plan', `${plan}, did you plan to end your life, or do something to end it?`, {
    short: 'Plan or attempt',
    safety: SURE_OR_NOT,
  }),
  askYesNo('self-harm', `${selfHarm}, have you hurt yourself on purpose?`, { safety: [] }),
  askYesNo('harm-thoughts', 'Do you have thoughts now of hurting someone else?', {
    short: 'Harm to others',
    safety: SURE_OR_NOT,
  }),
  askYesNo('safe-at-home', 'Do you feel safe at home?', { safety: ['no', 'not-sure'] }),
];
