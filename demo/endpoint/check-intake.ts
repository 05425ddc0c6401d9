import { readResponse } from '../../src/domain/fhir/read-response.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import { enabledItems } from '../../src/domain/questionnaire/enabled-items.js';
import { canonicalOf, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { validate } from '../../src/domain/questionnaire/validate.js';
import type { IntakeSubmission } from '../../src/domain/submission/envelope.js';
import { RESPONSE_POINTER } from '../../src/domain/submission/intake-submission.js';
import type { FieldError } from './problems.js';
import { dateIn } from './zone.js';

export interface IntakeContext {
  readonly forms: readonly Questionnaire[];
  readonly practice: PracticeProfile;
  readonly now: Date;
}

/** The published questionnaire of that id and version. */
export const findForm = (
  forms: readonly Questionnaire[],
  named: { readonly id: string; readonly version: string },
): Questionnaire | undefined => forms.find((form) => form.id === named.id && form.version === named.version);

/** What is wrong with an intake beyond its shape, held against the questionnaire that it names. */
export function checkIntake(intake: IntakeSubmission, { forms, practice, now }: IntakeContext): FieldError[] {
  const form = findForm(forms, intake.act.questionnaire);
  if (form === undefined) {
    const detail = 'This form, or this version of it, was never published here.';
    return [{ pointer: '/act/questionnaire', code: 'unknown-questionnaire', detail }];
  }
  const { response } = intake.content;
  if (response.questionnaire !== canonicalOf(form)) {
    const detail = 'The answers belong to another form than the one named.';
    return [{ pointer: `${RESPONSE_POINTER}/questionnaire`, code: 'unknown-questionnaire', detail }];
  }
  const { answers, problems, pointers } = readResponse(form, response);
  if (problems.length > 0) {
    return problems.map(({ pointer, code }) => ({ pointer: RESPONSE_POINTER + pointer, code }));
  }
  const today = dateIn(practice.timeZone, now);
  const missing = validate(enabledItems(form, answers), answers, { today, minimumAge: practice.minimumAge });
  return missing.map(({ path, code }) => {
    const pointer = pointers.get(path);
    if (pointer !== undefined) return { pointer: RESPONSE_POINTER + pointer, code };
    return { pointer: `${RESPONSE_POINTER}/item`, code, detail: `The question ${path} has no answer yet.` };
  });
}
