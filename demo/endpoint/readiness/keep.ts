import type { IntakeSubmission } from '../../../src/domain/submission/envelope.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';
import type { Acting } from '../accept/acting.js';
import { findForm } from '../check-intake.js';
import { newestReviewSettings } from '../staff/review-settings.js';
import { judge } from './judge.js';

/** Keeps how a form is to be taken that some kind of session needs before it; nothing for any other form. */
export async function keepReadiness(
  { id, act: { questionnaire }, content }: IntakeSubmission,
  { transaction, clientId, now, options }: Acting,
): Promise<void> {
  const { practice, forms, reviewRules } = options;
  const isNeeded = practice.sessionKinds.some(({ needs }) => needs.readinessForm === questionnaire.id);
  const form = isNeeded ? findForm(forms, questionnaire) : undefined;
  if (form === undefined) return;
  const ruleSet = reviewRules.find((rules) => rules.questionnaire === form.id);
  const { settings } = await newestReviewSettings(transaction);
  const today = dateIn(practice.timeZone, now.getTime());
  const { missing, reasons } = judge(form, content.response, { ruleSet, settings }, today);
  await transaction
    .insertInto('readiness_forms')
    .values({
      submission_id: id,
      client_id: clientId,
      form_id: form.id,
      received_at: now,
      missing: JSON.stringify(missing),
      reasons: JSON.stringify(reasons),
    })
    .execute();
}
