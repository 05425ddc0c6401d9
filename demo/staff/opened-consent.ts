import type { ReceiptKeys } from '../../src/domain/consent/receipt.js';
import { StaffApiError } from './api-error.js';
import type {
  ClientConsents,
  ConsentDetail,
  ErasedDetail,
  StaffWithdrawal,
  WithdrawalDetail,
} from './consent-answers.js';
import type { Desk } from './desk.js';
import { findSigned, type Found } from './reading/consents.js';
import { verifyConsent, verifyKeptWithdrawal, type Verdict } from './reading/verdict.js';

/** What every page about something signed has beside it. */
interface Around {
  /** Everything that the client has signed; missing where it can't be read. */
  readonly history: ClientConsents | undefined;
  /** The record that was signed, among them. */
  readonly found: Found | undefined;
}

/** Something that was signed or taken back, or what is left of it, with what it was held against. */
export type OpenedConsent =
  | (Around & { readonly kind: 'consent'; readonly detail: ConsentDetail; readonly verdict: Verdict })
  | (Around & {
      readonly kind: 'consent-withdrawal';
      readonly detail: WithdrawalDetail;
      readonly verdict: Verdict;
      /** As it is kept with the record that it takes back. */
      readonly withdrawal: StaffWithdrawal | undefined;
    })
  | (Around & { readonly kind: 'consent-erased'; readonly detail: ErasedDetail });

/** What is read beside the record itself must not keep anybody from it. */
async function orNothing<Value>(read: Promise<Value>): Promise<Value | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof StaffApiError) return undefined;
    throw error;
  }
}

async function openWithdrawal(
  detail: WithdrawalDetail,
  history: ClientConsents | undefined,
  keys: ReceiptKeys | undefined,
  { checks }: Desk,
): Promise<OpenedConsent> {
  const { kind, id } = detail;
  const withdrawal = history?.documents
    .flatMap(({ records }) => records.flatMap(({ withdrawals }) => withdrawals))
    .find(({ submissionId }) => submissionId === id);
  const found = history && findSigned(history, (record) => record.submissionId === withdrawal?.consentId);
  if (withdrawal === undefined || found === undefined) {
    const verdict: Verdict = { standing: 'not-checked', why: 'no-history' };
    return { kind, detail, history, found, verdict, withdrawal };
  }
  const { textDigest, record: signed } = found.record;
  const claim = { recordDigest: withdrawal.recordDigest, textDigest, signed };
  const verdict = await verifyKeptWithdrawal(detail, claim, keys, checks);
  return { kind, detail, history, found, verdict, withdrawal };
}

/**
 * Reads what a submission holds and checks it anew, with all that the client has signed around it.
 *
 * @throws {StaffApiError} where the submission itself can't be read.
 */
export async function openConsent(desk: Desk, id: string, signal: AbortSignal): Promise<OpenedConsent> {
  const detail = await desk.api.consent(id, signal);
  const [history, keys] = await Promise.all([
    orNothing(desk.api.clientConsents(detail.client.id, signal)),
    orNothing(desk.api.receiptKeys(signal)),
  ]);
  if (detail.kind === 'consent-withdrawal') return openWithdrawal(detail, history, keys, desk);
  const found = history && findSigned(history, ({ submissionId }) => submissionId === id);
  if (detail.kind === 'consent-erased') return { kind: detail.kind, detail, history, found };
  const verdict = await verifyConsent(detail, keys, desk.checks);
  return { kind: detail.kind, detail, history, found, verdict };
}
