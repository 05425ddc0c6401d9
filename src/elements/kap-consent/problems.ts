import type { ReadingState } from '../../app/consent/state.js';
import { problemsOf, type SigningProblem } from '../../domain/consent/signing.js';
import type { SummaryEntry } from '../views/error-summary.js';
import { placeOf } from './places.js';
import type { ViewProps } from './view-props.js';

/** What is said of a problem in its place; nothing once it has been mended. */
export function sentenceFor(
  { code, block, choice }: SigningProblem,
  { signing, problems }: ReadingState,
  { t }: ViewProps,
): string | undefined {
  const isIn = (list: readonly SigningProblem[]) =>
    list.some((each) => each.code === code && each.block === block && each.choice === choice);
  return isIn(problems) && isIn(problemsOf(signing)) ? t.signing[code] : undefined;
}

/** What is open, as the summary says it: each line leads to its place. */
export function summaryEntries(
  { signing, problems }: ReadingState,
  { t, focusOn }: ViewProps,
): readonly SummaryEntry[] {
  return problems.map((problem) => {
    const block = signing.document.blocks.find(({ id }) => id === problem.block);
    const question = block?.choices?.find(({ id }) => id === problem.choice)?.question;
    const about = question ?? block?.heading;
    const said = t.signing[problem.code];
    return {
      sentence: about === undefined ? said : t.signingIn(about, said),
      onFollow: () => focusOn(`#${placeOf(problem)}`),
    };
  });
}
