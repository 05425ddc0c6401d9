// What one answer and one opening cost in long forms, as ratios of medians: machines differ, ratios less. Asserts
// nothing; how much is looked at is counted in test/domain/questionnaire/incremental.test.ts.
import { NO_ANSWERS, type Answers } from '../../src/domain/questionnaire/answers.js';
import { initialAnswers, withEntry } from '../../src/domain/questionnaire/edit-answers.js';
import { enabledItems } from '../../src/domain/questionnaire/enabled-items.js';
import { pagesOf } from '../../src/domain/questionnaire/pages.js';
import type { Item, Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { form, item, when } from '../support/small-forms.js';

const ROUNDS = 200;

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of many runs in microseconds, after as many to warm up. */
function timeOf(work: (round: number) => void, rounds = ROUNDS): number {
  const times = Array.from({ length: 2 * rounds }, (_, round) => {
    const started = performance.now();
    work(round);
    return (performance.now() - started) * 1000;
  });
  return median(times.slice(rounds));
}

/** Pages of ten questions, of which each but the first waits for the one before it. */
const longForm = (questions: number): Questionnaire =>
  form(
    ...Array.from({ length: questions / 10 }, (_, page) =>
      item(`p${page}`, 'group', {
        item: Array.from({ length: 10 }, (__, index) =>
          item(
            `q${page}-${index}`,
            'string',
            index === 0 ? {} : { enableWhen: [when(`q${page}-${index - 1}`, 'exists', 'true')] },
          ),
        ),
      }),
    ),
  );

/** Every question answered, so that the maps are as long as they get. */
const filled = (questionnaire: Questionnaire): Answers =>
  questionnaire.item.reduce(
    (answers, page) =>
      (page.item ?? []).reduce((more, { linkId }) => withEntry(more, linkId, 'here'), answers),
    NO_ANSWERS,
  );

/** Groups within groups, `levels` deep, with the questions spread over all of them. */
function deepForm(questions: number, levels: number): Questionnaire {
  const each = Math.ceil(questions / 10 / levels);
  const level = (page: number, depth: number): Item =>
    item(`g${page}-${depth}`, 'group', {
      item: [
        ...Array.from({ length: each }, (_, index) => item(`q${page}-${depth}-${index}`, 'string')),
        ...(depth < levels ? [level(page, depth + 1)] : []),
      ],
    });
  return form(...Array.from({ length: 10 }, (_, page) => level(page, 1)));
}

const shownPages = (questionnaire: Questionnaire, answers: Answers) =>
  pagesOf(questionnaire, enabledItems(questionnaire, answers));

/** One answer changed back and forth on the first page; the first of ten that wait for each other. */
function oneAnswer(questions: number) {
  const questionnaire = longForm(questions);
  const answers = filled(questionnaire);
  enabledItems(questionnaire, answers);
  let latest = answers;
  const answerTo = (round: number) => (latest = withEntry(latest, 'q0-0', round % 2 === 0 ? '' : 'here'));
  const incremental = timeOf((round) => void enabledItems(questionnaire, answerTo(round)));
  const fresh = timeOf((round) => void enabledItems({ ...questionnaire }, answerTo(round)));
  return { incremental, fresh };
}

const times = (ratio: number) => `${ratio.toFixed(1)} times`;
const micro = (time: number) => `${Math.round(time).toLocaleString('en')} µs`;

const short = oneAnswer(60);
console.log('One answer, with what depends on it looked at again:');
console.log(`    60 questions: ${micro(short.incremental)}`);
for (const questions of [800, 3000]) {
  const long = oneAnswer(questions);
  const growth = times(long.incremental / short.incremental);
  const saved = times(long.fresh / long.incremental);
  console.log(
    `  ${String(questions).padStart(4)} questions: ${micro(long.incremental)}, ${growth} that for ${times(questions / 60)} the questions; evaluating all anew would be ${saved} that`,
  );
}

const flat = deepForm(800, 1);
const deep = deepForm(800, 12);
const opening = (questionnaire: Questionnaire) =>
  timeOf(() => void shownPages({ ...questionnaire }, initialAnswers(questionnaire)), 50);
const [flatTime, deepTime] = [opening(flat), opening(deep)];
console.log('Opening a form of 800 questions, to its pages:');
console.log(
  `  1 level: ${micro(flatTime)}; 12 levels: ${micro(deepTime)}, ${times(deepTime / flatTime)} that`,
);
