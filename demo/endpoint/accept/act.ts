import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import type { Submission } from '../../../src/domain/submission/envelope.js';
import { wantsCall } from '../call-wanted.js';
import { checkIntake } from '../check-intake.js';
import type { EndpointOptions } from '../endpoint.js';
import { invalid } from '../problems.js';
import { keepReadiness } from '../readiness/keep.js';
import type { Acting } from './acting.js';
import { checkAlert, checkUrgent, keepAlert } from './alert.js';
import { actOnBooking, actOnBookingChange, checkBookingChange } from './booking.js';
import { checkConsent, keepConsent } from './consent.js';
import { checkWithdrawal, keepWithdrawal } from './withdrawal.js';

/**
 * What can be told about a submission without asking the database.
 *
 * @throws Refusal
 */
export async function check(submission: Submission, options: EndpointOptions, now: Date): Promise<void> {
  switch (submission.kind) {
    case 'intake': {
      const { forms, practice } = options;
      const errors = checkIntake(submission, { forms, practice, now });
      if (errors.length > 0) throw invalid(errors);
      return;
    }
    case 'consent':
      await checkConsent(submission, options, now);
      return;
    case 'consent-withdrawal':
      checkWithdrawal(submission, options);
      return;
    case 'booking':
      return;
    case 'booking-change':
      checkBookingChange(submission);
      return;
    case 'call-request':
      checkUrgent(submission, now);
      return;
    case 'safety-alert':
      checkAlert(options);
      checkUrgent(submission, now);
  }
}

/**
 * Does what a submission asks for, beside keeping it.
 *
 * @returns what came of the sessions that it is about.
 * @throws Refusal, or SlotTaken; nothing is kept then.
 */
export async function act(submission: Submission, acting: Acting): Promise<readonly Booking[]> {
  switch (submission.kind) {
    case 'intake':
      if (wantsCall(submission.content.response))
        await keepAlert({ id: submission.id, kind: 'call-request' }, acting);
      await keepReadiness(submission, acting);
      return [];
    case 'consent':
      await keepConsent(submission, acting);
      return [];
    case 'consent-withdrawal':
      await keepWithdrawal(submission, acting);
      return [];
    case 'booking':
      return actOnBooking(submission, acting);
    case 'booking-change':
      return actOnBookingChange(submission, acting);
    case 'call-request':
    case 'safety-alert':
      await keepAlert(submission, acting);
      return [];
  }
}
