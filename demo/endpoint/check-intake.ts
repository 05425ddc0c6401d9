import { readResponse } from '../../src/domain/fhir/read-response.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import type { Answers } from '../../src/domain/questionnaire/answers.js';
import { enabledItems, walk, type EnabledItem } from '../../src/domain/questionnaire/enabled-items.js';
import { allItems, canonicalOf, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { withoutSafetyItems } from '../../src/domain/questionnaire/safety.js';
import { validate } from '../../src/domain/questionnaire/validate.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import type { IntakeSubmission } from '../../src/domain/submission/envelope.js';
import { RESPONSE_POINTER } from '../../src/domain/submission/intake-submission.js';
import type { FieldError } from './problems.js';
import { dateIn } from '../../src/domain/scheduling/zone.js';

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

type Named = IntakeSubmission['act']['questionnaire'];

/** A form in the version that was answered where that is still published, else in the current one. */
export const formLike = (forms: readonly Questionnaire[], named: Named): Questionnaire | undefined =>
  findForm(forms, named) ?? forms.findLast(({ id }) => id === named.id);

/** What a form is called: by the practice, else by itself. */
export const titleOfForm = (
  { forms, practice }: Pick<IntakeContext, 'forms' | 'practice'>,
  named: Named,
): string | undefined =>
  practice.forms.find(({ id }) => id === named.id)?.title ?? formLike(forms, named)?.title;

/** Whether a form asks who somebody is, as a health history does and a reflection does not. */
export const asksWho = (forms: readonly Questionnaire[], named: Named): boolean =>
  [...allItems(formLike(forms, named)?.item ?? [])].some(({ definition = '' }) =>
    definition.startsWith('Patient.name'),
  );

/** A form as clients of this practice meet it. */
const asAsked = (form: Questionnaire, { safety }: PracticeProfile): Questionnaire =>
  safety.responsePlan === undefined ? withoutSafetyItems(form) : form;

/** Groups with more instances than their questionnaire allows. */
function crowded(open: readonly EnabledItem[]): FieldError[] {
  const full = [...walk(open)].filter(
    ({ item, instances }) => instances.length > (item.maxOccurs ?? Number.POSITIVE_INFINITY),
  );
  return full.map(({ item }) => ({
    pointer: `${RESPONSE_POINTER}/item`,
    code: 'too-many',
    detail: `The group ${item.linkId} is there more often than the form allows.`,
  }));
}

/**
 * Whether the same answers, written by the published form, make another response: other words for a question or an
 * answer, an answer to a question that was not open, a status of its own. Staff read these words and must be able to
 * trust that they are the form's.
 */
function departures(
  form: Questionnaire,
  answers: Answers,
  response: IntakeSubmission['content']['response'],
): FieldError[] {
  const expected = writeResponse(form, answers, response.authored).response;
  if (canonicalJson(expected) === canonicalJson(response)) return [];
  const detail = 'The words or the order of the response are not those of the form.';
  return [{ pointer: RESPONSE_POINTER, code: 'differs-from-form', detail }];
}

/** What is wrong with an intake beyond its shape, held against the questionnaire that it names. */
export function checkIntake(intake: IntakeSubmission, { forms, practice, now }: IntakeContext): FieldError[] {
  const published = findForm(forms, intake.act.questionnaire);
  if (published === undefined) {
    const detail = 'This form, or this version of it, was never published here.';
    return [{ pointer: '/act/questionnaire', code: 'unknown-questionnaire', detail }];
  }
  const form = asAsked(published, practice);
  const { response } = intake.content;
  if (response.questionnaire !== canonicalOf(form)) {
    const detail = 'The answers belong to another form than the one named.';
    return [{ pointer: `${RESPONSE_POINTER}/questionnaire`, code: 'unknown-questionnaire', detail }];
  }
  const { answers, problems, pointers } = readResponse(form, response);
  if (problems.length > 0) {
    return problems.map(({ pointer, code }) => ({ pointer: RESPONSE_POINTER + pointer, code }));
  }
  const today = dateIn(practice.timeZone, now.getTime());
  const open = enabledItems(form, answers);
  const missing = validate(open, answers, { today, minimumAge: practice.minimumAge });
  if (missing.length === 0) return [...crowded(open), ...departures(form, answers, response)];
  return missing.map(({ path, code }) => {
    const pointer = pointers.get(path);
    if (pointer !== undefined) return { pointer: RESPONSE_POINTER + pointer, code };
    return { pointer: `${RESPONSE_POINTER}/item`, code, detail: `The question ${path} has no answer yet.` };
  });
}
