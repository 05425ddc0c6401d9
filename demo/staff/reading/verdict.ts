import { verifyRecord, type RecordFault } from '../../../src/domain/consent/verify.js';
import type { ConsentDetail } from '../api-answers.js';

/** One thing that a record was held against, in plain words. */
export interface Finding {
  readonly fault: RecordFault;
  readonly holds: boolean;
  readonly words: string;
}

/**
 * What can be said of a consent record. `consistent` is the most that there is without a receipt signed by the
 * endpoint's key: whoever can write into the database could have made a whole new record.
 */
export type Verdict =
  | { readonly standing: 'consistent' | 'at-fault'; readonly findings: readonly Finding[] }
  | { readonly standing: 'not-checked'; readonly why: 'no-hashing' | 'not-writable' };

interface Words {
  readonly holds: string;
  readonly fails: string;
}

/** In the order of reading: the record, its text, what the client did with it. */
const WORDS: Readonly<Record<RecordFault, Words>> = {
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

const FAULTS = Object.keys(WORDS) as readonly RecordFault[];

export function verdictOf(faults: readonly RecordFault[]): Verdict {
  return {
    standing: faults.length === 0 ? 'consistent' : 'at-fault',
    findings: FAULTS.map((fault) => {
      const holds = !faults.includes(fault);
      return { fault, holds, words: WORDS[fault][holds ? 'holds' : 'fails'] };
    }),
  };
}

export interface VerdictWords {
  readonly title: string;
  readonly meaning: string;
}

const NOT_CHECKED: Readonly<Record<'no-hashing' | 'not-writable', string>> = {
  'no-hashing':
    'This browser checks nothing on a page that is not secure. Open the staff side over https, or on the computer it runs on.',
  'not-writable':
    'The record holds characters that no fingerprint can be made of. It can’t have been accepted like this.',
};

/** The verdict for somebody who wants to know whether they can rely on the record. */
export function verdictInWords(verdict: Verdict): VerdictWords {
  switch (verdict.standing) {
    case 'consistent':
      return {
        title: 'Consistent, not proven',
        meaning:
          'Everything in this record fits together and fits what the practice published. That does not prove who signed, or when: there is no signed receipt, and somebody who can change the practice’s data could have made a whole new record. The client’s own saved copy shows the fingerprints too. Where both agree, it is the record that they have.',
      };
    case 'at-fault': {
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

/**
 * Holds a consent against the digests it came with and against what was published.
 *
 * @param sha256 of a text's UTF-8 bytes in lower-case hex; `undefined` where the browser can't.
 */
export async function verifyConsent(
  { record, act, published }: Pick<ConsentDetail, 'record' | 'act' | 'published'>,
  sha256: ((text: string) => string | Promise<string>) | undefined,
): Promise<Verdict> {
  if (sha256 === undefined) return { standing: 'not-checked', why: 'no-hashing' };
  const claim = { textDigest: act.document.textDigest, recordDigest: act.recordDigest };
  try {
    return verdictOf(await verifyRecord(record, claim, published ? [published] : [], sha256));
  } catch (error) {
    // Canonical JSON refuses half a character, which a database that was tampered with can hold.
    if (!(error instanceof TypeError)) throw error;
    return { standing: 'not-checked', why: 'not-writable' };
  }
}
