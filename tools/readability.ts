import { pathToFileURL } from 'node:url';
import { stillwater } from '../demo/endpoint/seed/practice.js';
import { electronicRecordsConsent, ketamineTherapyConsent } from '../src/content/en/consents/index.js';
import { healthHistory } from '../src/content/en/health-history.js';
import * as others from '../src/content/en/questionnaires/index.js';
import type { ConsentDocument } from '../src/domain/consent/document.js';
import { fillDocument } from '../src/domain/consent/fill.js';
import type { Questionnaire } from '../src/domain/questionnaire/questionnaire.js';
import { en } from '../src/locale/en.js';
import { enConsent } from '../src/locale/en-consent.js';
import { count, gradeOf } from './readability/grade.js';
import { interfacePassages } from './readability/interface.js';
import { blocksOf, joined, passagesOf, type Passage } from './readability/text.js';

/** Shorter texts have no grade worth holding them to: one long word moves it by a whole grade. */
const MEASURED_FROM = 100;

/** The highest school grade that a page of a questionnaire may have. */
export const GRADE_LIMIT = 6;

/** The highest school grade that a page of a consent document may have: one block, or some that are short. */
export const CONSENT_GRADE_LIMIT = 8;

/** The consent documents in English that the product ships. */
export const CONSENTS: readonly ConsentDocument[] = [ketamineTherapyConsent, electronicRecordsConsent];

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

/**
 * The pages of a consent document as clients of the sample practice read them, all of its parts included.
 *
 * @throws Error where the practice leaves a blank empty.
 */
export function consentPagesOf(document: ConsentDocument): readonly Passage[] {
  const filled = fillDocument(document, { values: stillwater.values, without: [] });
  if ('missing' in filled) throw new Error(`Nothing fills the blank ${filled.missing}.`);
  return joined(blocksOf(filled.document), MEASURED_FROM);
}

/** What stands around a consent document on the screen, some entries together. */
export const consentInterface = (): readonly Passage[] =>
  joined(interfacePassages(enConsent, en), MEASURED_FROM).map(({ title, lines }) => ({
    title: title.replace(/ .* /, ' … '),
    lines,
  }));

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
  for (const document of CONSENTS) print(document.title, consentPagesOf(document));
  print('Around a consent document', consentInterface());
  console.log(`\n* fewer than ${MEASURED_FROM} words, not held to a limit.`);
  console.log(
    `Limits: grade ${GRADE_LIMIT} for questionnaires, ${CONSENT_GRADE_LIMIT} for consent documents.`,
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
