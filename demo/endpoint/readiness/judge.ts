import { readResponse } from '../../../src/domain/fhir/read-response.js';
import type { QuestionnaireResponse } from '../../../src/domain/fhir/questionnaire-response.js';
import { givenAnswers } from '../../../src/domain/questionnaire/review-flags/given.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { review } from '../../../src/domain/questionnaire/review-flags/review.js';
import type { RuleSet, Severity } from '../../../src/domain/questionnaire/review-flags/rules.js';
import type { ReviewSettings } from '../../../src/domain/questionnaire/review-flags/settings.js';

/** Why a clinician has to look at what came in before a session. It names questions and rules, never an answer. */
export interface ReadinessReason {
  readonly why: 'flag' | 'unsure' | 'unanswered' | 'unread' | 'no-rules';
  /** The rule's own sentence, or the question in short. */
  readonly words: string;
  readonly ruleId?: string;
  readonly severity?: Severity;
}

/** How a form that came in before a session is to be taken. */
export interface Judged {
  readonly missing: readonly ('escort' | 'transport')[];
  readonly reasons: readonly ReadinessReason[];
}

/** What settles getting home: each needs one of these answers to every question of it that the form asks. */
const SETTLED: Readonly<Record<'escort' | 'transport', Readonly<Record<string, (code: string) => boolean>>>> =
  {
    escort: { 'escort-name': (name) => name.trim() !== '', 'escort-agreed': (code) => code === 'yes' },
    transport: { transport: (code) => ['escort-drives', 'ride', 'at-home'].includes(code) },
  };

/** What of getting home is left open, or is not so yet. */
function notSettled(
  questionnaire: Questionnaire,
  answers: Parameters<typeof givenAnswers>[1],
): Judged['missing'] {
  const { structure, byQuestion } = givenAnswers(questionnaire, answers);
  return (['escort', 'transport'] as const).filter((what) =>
    Object.entries(SETTLED[what]).some(([question, settles]) => {
      if (!structure.has(question)) return false;
      const values = byQuestion.get(question)?.flatMap((given) => given.values) ?? [];
      return !values.some((value) => typeof value === 'string' && settles(value));
    }),
  );
}

/**
 * Holds a form against the practice's review rules. A clinician has to look at every flag, and at every question that a
 * rule looks at which was left open, answered with "not sure" or could not be read: an answer that nobody has is no
 * answer that nothing was found in. Without rules for the form a clinician has to look at all of it.
 *
 * @param today `YYYY-MM-DD` where the practice is.
 */
export function judge(
  questionnaire: Questionnaire,
  response: QuestionnaireResponse,
  rules: { readonly ruleSet: RuleSet | undefined; readonly settings: ReviewSettings },
  today: string,
): Judged {
  const { answers } = readResponse(questionnaire, response);
  const missing = notSettled(questionnaire, answers);
  const { ruleSet, settings } = rules;
  if (ruleSet === undefined) return { missing, reasons: [{ why: 'no-rules', words: questionnaire.title }] };
  const found = review({ questionnaire, answers, ruleSet, settings, today });
  return {
    missing,
    reasons: [
      ...found.flags.map(
        ({ reason: words, ruleId, severity }) => ({ why: 'flag', words, ruleId, severity }) as const,
      ),
      ...found.unsure
        .filter(({ rules: looking }) => looking.length > 0)
        .map(({ field }) => ({ why: 'unsure', words: field.label }) as const),
      ...found.unanswered
        .filter(({ isLookedAt }) => isLookedAt)
        .map(({ field }) => ({ why: 'unanswered', words: field.label }) as const),
      ...found.unread.map((field) => ({ why: 'unread', words: field.label }) as const),
    ],
  };
}
