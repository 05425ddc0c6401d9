import { pathToFileURL } from 'node:url';
import { ketamineTherapyConsent } from '../src/content/en/consents/ketamine-therapy.js';
import { healthHistory } from '../src/content/en/health-history.js';
import * as others from '../src/content/en/questionnaires/index.js';
import type { Questionnaire } from '../src/domain/questionnaire/questionnaire.js';
import { count, gradeOf } from './readability/grade.js';
import { blocksOf, passagesOf, type Passage } from './readability/text.js';

/** Shorter texts have no grade worth holding them to: one long word moves it by a whole grade. */
const MEASURED_FROM = 100;

/** The highest school grade that a page of a questionnaire may have. */
export const GRADE_LIMIT = 6;

/** The questionnaires in English that the product ships. */
export const QUESTIONNAIRES: readonly Questionnaire[] = [healthHistory, ...Object.values(others)];

export interface Measure {
  readonly title: string;
  readonly words: number;
  readonly grade: number;
  /** Whether the text is long enough to be held to a limit. */
  readonly isHeld: boolean;
}

export function measure({ title, lines }: Passage): Measure {
  const counted = count(lines);
  return { title, words: counted.words, grade: gradeOf(counted), isHeld: counted.words >= MEASURED_FROM };
}

function print(title: string, passages: readonly Passage[]): void {
  console.log(`\n${title}\n  words  grade`);
  const measures = passages.map(measure);
  for (const { title: page, words, grade, isHeld } of measures) {
    const shown = `${grade.toFixed(1)}${isHeld ? ' ' : '*'}`;
    console.log(`${String(words).padStart(7)}${shown.padStart(7)}  ${page}`);
  }
  const held = measures.filter(({ isHeld }) => isHeld).map(({ grade }) => grade);
  console.log(held.length === 0 ? '  none is long enough' : `  worst: ${Math.max(...held).toFixed(1)}`);
}

function main(): void {
  for (const questionnaire of QUESTIONNAIRES) print(questionnaire.title, passagesOf(questionnaire));
  print(ketamineTherapyConsent.title, blocksOf(ketamineTherapyConsent));
  console.log(
    `\n* fewer than ${MEASURED_FROM} words, not held to a limit. Questionnaires: grade ${GRADE_LIMIT}.`,
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
