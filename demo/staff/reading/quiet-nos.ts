import { allItems, type Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import type { Answered } from './answers.js';

/** One answer that is read by itself, or a run of "No" that is read as one line. */
export type AnswerLine =
  | { readonly kind: 'answer'; readonly answered: Answered }
  | { readonly kind: 'nos'; readonly answers: readonly Answered[] };

/**
 * Joins neighbouring "No" answers to screening questions, two or more, into one line and leaves every other answer
 * and the order as they are.
 *
 * @param notable linkIds whose "No" is worth reading by itself, such as "Do you feel safe at home?".
 */
export function groupNos(answers: readonly Answered[], notable: ReadonlySet<string>): readonly AnswerLine[] {
  const lines: AnswerLine[] = [];
  let run: Answered[] = [];
  const endRun = (): void => {
    const [only] = run;
    if (run.length > 1) lines.push({ kind: 'nos', answers: run });
    else if (only !== undefined) lines.push({ kind: 'answer', answered: only });
    run = [];
  };
  for (const answered of answers) {
    if (answered.tone === 'no' && answered.isScreening && !notable.has(answered.linkId)) {
      run.push(answered);
    } else {
      endRun();
      lines.push({ kind: 'answer', answered });
    }
  }
  endRun();
  return lines;
}

/** The questions that ask further after a "No": there, "No" is the answer that matters. */
export function questionsWhereNoMatters(questionnaire: Questionnaire): ReadonlySet<string> {
  const found = new Set<string>();
  for (const item of allItems(questionnaire.item)) {
    for (const condition of item.enableWhen ?? []) {
      if (condition.operator === '=' && (condition.answer === 'no' || condition.answer === 'false')) {
        found.add(condition.question);
      }
    }
  }
  return found;
}
