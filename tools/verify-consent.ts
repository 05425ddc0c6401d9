import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readClaimed, type Claimed } from '../src/domain/consent/claimed.js';
import { pinnedKeys, receiptKeys, type ReceiptKeys } from '../src/domain/consent/receipt.js';
import { verdictOn, type Verdict, type VerdictPorts } from '../src/domain/consent/verdict.js';
import { parseUntrusted } from '../src/domain/untrusted.js';
import { readCopy, type PageFault } from './verify-consent/read-copy.js';
import { FAULTS } from './verify-consent/words.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const ports: VerdictPorts = {
  sha256,
  verifySignature({ kty, crv, x, y }, signed, signature) {
    try {
      const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
      const options = { key, dsaEncoding: 'ieee-p1363' } as const;
      return verify('sha256', Buffer.from(signed), options, Uint8Array.from(signature));
    } catch {
      // Coordinates that are no point of the curve.
      return false;
    }
  },
};

export interface Evidence {
  /** A client's copy as HTML, or a record with what belongs to it as JSON: its text, or its bytes. */
  readonly file: string | Uint8Array;
  /** The practice's public keys as JSON, from the practice itself. */
  readonly keys?: string | undefined;
  /** A receipt that came apart from the file. */
  readonly receipt?: string | undefined;
  /** RFC 7638 thumbprints of the only keys to be trusted. */
  readonly thumbprints?: readonly string[];
}

/** What there is to say of a file, and whether it may be relied on as far as that goes. */
export interface Finding {
  readonly isRefused: boolean;
  readonly lines: readonly string[];
}

const refused = (...lines: readonly string[]): Finding => ({
  isRefused: true,
  lines: ['Refused. Don’t rely on this.', ...lines],
});

function inWords(verdict: Verdict): Finding {
  switch (verdict.standing) {
    case 'refused':
      return refused(...verdict.faults.map((fault) => `${FAULTS[fault]} (${fault})`));
    case 'consistent':
      return {
        isRefused: false,
        lines: [
          'Consistent, not proven.',
          'Everything in it fits together. That proves neither who signed nor when: whoever made the file could have made another that fits together as well.',
          verdict.why === 'no-receipt'
            ? 'There is no receipt with it.'
            : 'There is a receipt, and no key to check it with: give the practice’s with --keys.',
        ],
      };
    case 'proven': {
      const { receivedAt, practice } = verdict.receipt;
      return {
        isRefused: false,
        lines: [
          'Proven.',
          `The endpoint of ${practice} signed for exactly this record, and had it at ${receivedAt}. Nothing was changed since.`,
        ],
      };
    }
  }
}

const pageFaultInWords = ({ code, detail }: PageFault): string => `${FAULTS[code]} (${code}: ${detail})`;

/** What the finding on a record is worth for the page that shows it. */
function withPage(finding: Finding, fault: PageFault | undefined, claimed: Claimed): Finding {
  if (fault) {
    const record = finding.isRefused
      ? finding.lines.slice(1)
      : [`The record inside the page, by itself: ${finding.lines.join(' ')}`];
    return refused(pageFaultInWords(fault), ...record);
  }
  if (finding.isRefused) return finding;
  const { reference, receipt, receivedAt } = claimed;
  const unproven = [
    ...(receipt === undefined && receivedAt !== undefined ? [`That it was received at ${receivedAt}`] : []),
    ...(reference === undefined ? [] : [`The reference ${reference}`]),
  ].map((what) => `${what} is said by the page alone, and not proven.`);
  return { ...finding, lines: [...finding.lines, 'The page shows exactly this record.', ...unproven] };
}

/** UTF-8 without a single byte that could mean something else; nothing where there is one. */
function textIn(file: string | Uint8Array): string | undefined {
  if (typeof file === 'string') return file;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return undefined;
  }
}

function readKeys(json: string): ReceiptKeys | undefined {
  const { success, data } = receiptKeys.safeParse(parseUntrusted(json, 1_000_000));
  return success ? data : undefined;
}

/** Judges a client's copy or a practice's record by all that is given with it. */
export async function verifyConsent({ file, keys, receipt, thumbprints = [] }: Evidence): Promise<Finding> {
  const text = textIn(file);
  if (text === undefined) return refused('It is no text in UTF-8.');
  const copy = text.trimStart().startsWith('<') ? readCopy(text) : undefined;
  const carried = copy ? copy.claimed : readClaimed(text);
  if (!carried) return refused('There is no consent record in it that can be read.');
  const given = keys === undefined ? undefined : readKeys(keys);
  if (keys !== undefined && !given) return refused('The keys can’t be read.');
  // Whoever makes a file can put keys of their own into it: they count where somebody knows their thumbprints.
  const known = given ?? (thumbprints.length > 0 ? carried.keys : undefined);
  const claimed: Claimed = {
    ...carried,
    receipt: receipt?.trim() ?? carried.receipt,
    keys: known && (await pinnedKeys(known, thumbprints, sha256)),
  };
  const finding = inWords(await verdictOn(claimed, ports));
  return copy ? withPage(finding, copy.fault, claimed) : finding;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      receipt: { type: 'string' },
      thumbprint: { type: 'string', multiple: true, default: [] },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    console.error(
      'npm run verify:consent -- FILE [--keys jwks.json] [--receipt FILE] [--thumbprint RFC7638]…',
    );
    process.exitCode = 2;
    return;
  }
  const read = (from: string | undefined) => (from === undefined ? undefined : readFileSync(from, 'utf8'));
  const { isRefused, lines } = await verifyConsent({
    file: readFileSync(path),
    keys: read(values.keys),
    receipt: read(values.receipt),
    thumbprints: values.thumbprint,
  });
  for (const line of lines) console.log(line);
  if (isRefused) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
