import { questionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import { readResponse } from '../../src/domain/fhir/read-response.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { randomAnswers } from './answers.js';
import type { Validate } from './fhir-validators.js';

const AUTHORED = '2026-11-22T20:10:00.000Z';

export interface RoundTrip {
  /** How many answers the response holds. */
  readonly answered: number;
  /** What went wrong, each with the seed that shows it. */
  readonly errors: readonly string[];
}

/** Random answers, as somebody might give them, into a response and back. */
export function roundTrip(form: Questionnaire, seed: number, validators: readonly Validate[]): RoundTrip {
  const { response } = writeResponse(form, randomAnswers(form, seed), AUTHORED);
  const written = canonicalJson(response);
  const answered = written.split('"value').length - 1;
  const errors = validators.flatMap((validate) => validate(response));
  const taken = questionnaireResponse.safeParse(JSON.parse(written));
  if (!taken.success) errors.push(`not taken: ${taken.error.message}`);
  else {
    const { answers, problems } = readResponse(form, taken.data);
    errors.push(...problems.map(({ pointer, code }) => `${pointer}: ${code}`));
    const again = canonicalJson(writeResponse(form, answers, AUTHORED).response);
    if (again !== written)
      errors.push(`read back and written again it is another: ${difference(written, again)}`);
  }
  return { answered, errors: errors.map((error) => `seed ${seed}: ${error}`) };
}

/** Where two texts part. */
function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  return `${one.slice(Math.max(0, at - 80), at + 40)} → ${other.slice(Math.max(0, at - 80), at + 40)}`;
}
