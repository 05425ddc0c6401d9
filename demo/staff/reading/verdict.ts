import type { Claimed } from '../../../src/domain/consent/claimed.js';
import type { ReceiptFault, ReceiptKeys } from '../../../src/domain/consent/receipt.js';
import type { ConsentRecord } from '../../../src/domain/consent/record.js';
import {
  verdictOn,
  type ClaimFault,
  type Verdict as DomainVerdict,
  type VerdictPorts,
} from '../../../src/domain/consent/verdict.js';
import type { RecordFault } from '../../../src/domain/consent/verify.js';
import { verifyWithdrawal, type WithdrawalFault } from '../../../src/domain/consent/withdrawal.js';
import type { ConsentDetail, WithdrawalDetail } from '../consent-answers.js';

/** One thing that a record was held against, in plain words. */
export interface Finding {
  readonly fault: ClaimFault;
  readonly holds: boolean;
  readonly words: string;
}

/** `no-history`: what a withdrawal takes back could not be read. */
type WhyNotChecked = 'no-hashing' | 'not-writable' | 'no-history';

/**
 * What can be said of a record. `consistent` is the most that there is without a receipt signed by the endpoint's key:
 * whoever can write into the database could have made a whole new record.
 */
export type Verdict =
  | { readonly standing: 'proven'; readonly receivedAt: string; readonly findings: readonly Finding[] }
  | {
      readonly standing: 'consistent';
      readonly why: 'no-receipt' | 'no-keys';
      readonly findings: readonly Finding[];
    }
  | { readonly standing: 'refused'; readonly findings: readonly Finding[] }
  | { readonly standing: 'not-checked'; readonly why: WhyNotChecked };

interface Words {
  readonly holds: string;
  readonly fails: string;
}

/** In the order of reading: the record, its text, what the client did with it. */
const RECORD: Readonly<Record<RecordFault, Words>> = {
  'record-differs': {
    holds: 'The record gives the fingerprint that was sent with it: it is as it came.',
    fails:
      'The record does not give the fingerprint that was sent with it: one of the two was changed since.',
  },
  'text-differs': {
    holds: 'Its text gives the fingerprint that the client’s device made of what was on the screen.',
    fails:
      'Its text does not give the fingerprint that the client’s device made: it is not the text that was shown.',
  },
  'never-published': {
    holds: 'Its text is, word for word, the version that the practice published.',
    fails: 'Its text is no version that the practice is known to have published.',
  },
  'not-acknowledged': {
    holds: 'Every sentence that asks for it was ticked, in the document’s own words.',
    fails: 'A sentence that had to be ticked is missing, or is not in the document’s own words.',
  },
  'choice-open': {
    holds: 'Every choice was made, in the document’s own words.',
    fails: 'A choice was left open, or holds an answer or words that the document does not have.',
  },
  'check-open': {
    holds: 'Every comprehension check was answered.',
    fails: 'A comprehension check was left open, or has an answer that it does not offer.',
  },
  'disclosure-differs': {
    holds: 'Each disclosure that it names is named once.',
    fails: 'A disclosure is named twice, or is the document itself.',
  },
  'signer-incomplete': {
    holds: 'It says who signed, and, where they signed for somebody else, for whom and by what right.',
    fails: 'Somebody signed for somebody else, and it does not say for whom, or by what right.',
  },
  'signature-differs': {
    holds: 'The signature is the typed name of whoever signed, or was drawn.',
    fails: 'The signature is not the name of whoever signed, or nothing was drawn.',
  },
};

const WITHDRAWAL: Readonly<Record<WithdrawalFault, Words>> = {
  'record-differs': RECORD['record-differs'],
  'withdraws-another': {
    holds: 'It names the very record that was signed.',
    fails: 'It names another record than the one that it is kept with.',
  },
  'scope-unknown': {
    holds: 'What it takes back is there in what was signed.',
    fails: 'It takes back something that is not in what was signed.',
  },
};

type ReceiptWords = Readonly<Record<ReceiptFault | 'received-differs', Words>>;

const RECEIPT: ReceiptWords = {
  'receipt-unreadable': {
    holds: 'The practice’s signed receipt can be read.',
    fails: 'There is a receipt, and it can’t be read as one.',
  },
  'receipt-key-unknown': {
    holds: 'The receipt names one of the practice’s keys.',
    fails: 'The receipt names a key that is none of the practice’s.',
  },
  'receipt-signature-wrong': {
    holds: 'That key signed the receipt.',
    fails: 'The receipt was not signed by the key that it names.',
  },
  'receipt-of-another-record': {
    holds: 'The receipt is for this record.',
    fails: 'The receipt is for another record.',
  },
  'receipt-of-another-text': {
    holds: 'The receipt is for this text.',
    fails: 'The receipt is for another text.',
  },
  'receipt-of-another-practice': {
    holds: 'The receipt is from the practice that the record names.',
    fails: 'The receipt is from another practice than the record names.',
  },
  'received-differs': {
    holds: 'The receipt names the time at which it was received here.',
    fails: 'The receipt names another time than the one at which it is said to have been received here.',
  },
};

const NEEDS_KEYS: readonly ClaimFault[] = ['receipt-key-unknown', 'receipt-signature-wrong'];

const findingsIn = (
  words: Readonly<Partial<Record<ClaimFault, Words>>>,
  faults: readonly ClaimFault[],
): readonly Finding[] =>
  (Object.entries(words) as [ClaimFault, Words][]).map(([fault, each]) => {
    const holds = !faults.includes(fault);
    return { fault, holds, words: each[holds ? 'holds' : 'fails'] };
  });

/** What a receipt was held against: nothing more where it can't be read, and no signature where no key is known. */
function receiptFindings({ receipt, keys }: Claimed, faults: readonly ClaimFault[]): readonly Finding[] {
  if (receipt === undefined) return [];
  const findings = findingsIn(RECEIPT, faults);
  if (faults.includes('receipt-unreadable')) return findings.slice(0, 1);
  return findings.filter(({ fault }) => keys !== undefined || !NEEDS_KEYS.includes(fault));
}

export interface VerdictWords {
  readonly title: string;
  readonly meaning: string;
}

const NOT_CHECKED: Readonly<Record<WhyNotChecked, string>> = {
  'no-hashing':
    'This browser checks nothing on a page that is not secure. Open the staff side over https, or on the computer it runs on.',
  'not-writable':
    'The record holds characters that no fingerprint can be made of. It can’t have been accepted like this.',
  'no-history':
    'What it takes back can’t be read right now, so there is nothing to hold it against. Open this page again in a moment.',
};

const NOT_PROVEN: Readonly<Record<'no-receipt' | 'no-keys', string>> = {
  'no-receipt': 'there is no signed receipt',
  'no-keys': 'the practice’s keys could not be read, so that the receipt stays unchecked',
};

/**
 * The verdict for somebody who wants to know whether they can rely on the record.
 *
 * @param inWords says an instant on the practice's clock.
 */
export function verdictInWords(verdict: Verdict, inWords: (instant: string) => string): VerdictWords {
  switch (verdict.standing) {
    case 'proven':
      return {
        title: 'Proven',
        meaning: `The practice’s server had exactly this record ${inWords(verdict.receivedAt)} and signed for it. Nothing in it has changed since. Who held the device is not proven by that.`,
      };
    case 'consistent':
      return {
        title: 'Consistent, not proven',
        meaning: `Everything in this record fits together and fits what is kept with it. That does not prove who signed, or when: ${NOT_PROVEN[verdict.why]}, and somebody who can change the practice’s data could have made a whole new record. The client’s own saved copy shows the fingerprints too. Where both agree, it is the record that they have.`,
      };
    case 'refused': {
      const failed = verdict.findings.filter(({ holds }) => !holds).length;
      return {
        title: `Does not hold: ${failed} of ${verdict.findings.length} checks failed`,
        meaning:
          'Don’t rely on this record as it stands. Ask the client for their saved copy, and whoever looks after the practice’s data what was changed.',
      };
    }
    case 'not-checked':
      return { title: 'Not checked', meaning: NOT_CHECKED[verdict.why] };
  }
}

function judged(verdict: DomainVerdict, findings: readonly Finding[]): Verdict {
  if (findings.some(({ holds }) => !holds)) return { standing: 'refused', findings };
  switch (verdict.standing) {
    case 'proven':
      return { standing: 'proven', receivedAt: verdict.receipt.receivedAt, findings };
    case 'consistent':
      return { standing: 'consistent', why: verdict.why, findings };
    case 'refused':
      return { standing: 'refused', findings };
  }
}

async function checked(
  checks: VerdictPorts | undefined,
  check: (ports: VerdictPorts) => Promise<Verdict>,
): Promise<Verdict> {
  if (checks === undefined) return { standing: 'not-checked', why: 'no-hashing' };
  try {
    return await check(checks);
  } catch (error) {
    // Canonical JSON refuses half a character, which a database that was tampered with can hold.
    if (!(error instanceof TypeError)) throw error;
    return { standing: 'not-checked', why: 'not-writable' };
  }
}

const faultsOf = (verdict: DomainVerdict): readonly ClaimFault[] =>
  verdict.standing === 'refused' ? verdict.faults : [];

type ToCheck = 'record' | 'act' | 'receipt' | 'receivedAt';

/**
 * Holds a consent against the digests it came with, against what was published and against its receipt.
 *
 * @param keys that the practice signs receipts with; `undefined` where they could not be read.
 * @param checks `undefined` where the browser can't.
 */
export const verifyConsent = (
  { record, act, published, receipt, receivedAt }: Pick<ConsentDetail, ToCheck | 'published'>,
  keys: ReceiptKeys | undefined,
  checks: VerdictPorts | undefined,
): Promise<Verdict> =>
  checked(checks, async (ports) => {
    const { recordDigest, document } = act;
    const { textDigest } = document;
    const claimed: Claimed = { record, recordDigest, textDigest, receipt, keys, receivedAt };
    const verdict = await verdictOn(claimed, ports, published ? [published] : []);
    const faults = faultsOf(verdict);
    return judged(verdict, [...findingsIn(RECORD, faults), ...receiptFindings(claimed, faults)]);
  });

/** What a withdrawal is kept with: its own record's digest, and what it takes back. */
export interface WithdrawalClaim {
  readonly recordDigest: string;
  readonly textDigest: string;
  /** `undefined` where what was signed is erased. */
  readonly signed: ConsentRecord | undefined;
}

/** Holds a withdrawal against its digest, against what it takes back, and against its receipt. */
export const verifyKeptWithdrawal = (
  { record, receipt, receivedAt }: Pick<WithdrawalDetail, 'record' | 'receipt' | 'receivedAt'>,
  { recordDigest, textDigest, signed }: WithdrawalClaim,
  keys: ReceiptKeys | undefined,
  checks: VerdictPorts | undefined,
): Promise<Verdict> =>
  checked(checks, async (ports) => {
    const claimed: Claimed = { record, recordDigest, textDigest, receipt, keys, receivedAt };
    const verdict = await verdictOn(claimed, ports);
    const faults = [
      ...faultsOf(verdict),
      ...(await verifyWithdrawal(record, recordDigest, signed, ports.sha256)),
    ];
    const own = findingsIn(WITHDRAWAL, faults).filter(
      ({ fault }) => signed !== undefined || fault === 'record-differs',
    );
    return judged(verdict, [...own, ...receiptFindings(claimed, faults)]);
  });
