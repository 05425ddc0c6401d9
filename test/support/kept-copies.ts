import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readClaimed, type Claimed } from '../../src/domain/consent/claimed.js';
import type { CopySource } from '../../src/domain/consent/copy-data.js';
import { copyPage } from '../../src/domain/consent/copy-page.js';
import { enCopy } from '../../src/locale/en-copy.js';

/** Where a file of the records that are kept stands. */
export const pathOf = (name: string): string =>
  fileURLToPath(new URL(`./consent-records/${name}`, import.meta.url));

/** A file of the records that are kept, as text. */
export const kept = (name: string): string => readFileSync(pathOf(name), 'utf8');

/** The names of what is kept, in order: records, withdrawals, copies. */
export const keptNames = (pattern: RegExp): readonly string[] =>
  readdirSync(pathOf(''))
    .filter((name) => pattern.test(name))
    .sort();

export function keptClaim(name: string): Claimed {
  const claimed = readClaimed(kept(name));
  if (!claimed) throw new Error(`${name} can’t be read`);
  return claimed;
}

const NOTHING = { receipt: undefined, receivedAt: undefined, reference: undefined } as const;
/** What a practice may have said of a record when its copy was saved: all, no receipt, nothing. */
const SAID: readonly (readonly [ending: string, said: Partial<CopySource>])[] = [
  ['', {}],
  ['-no-receipt', { receipt: undefined }],
  ['-unconfirmed', NOTHING],
];

/** A copy of each kept record as the product makes it now, by the name that it is kept under. */
export const copiesMadeNow = (): ReadonlyMap<string, string> =>
  new Map(
    keptNames(/^(record|withdrawal)-.*\.json$/).flatMap((name) =>
      SAID.map(([ending, said]) => [
        `copy-2-of-${name.replace('.json', '')}${ending}.html`,
        copyPage({ ...keptClaim(name), ...said }, enCopy),
      ]),
    ),
  );

/** Keeps the copies that are not kept yet: `npx tsx test/support/kept-copies.ts`. None is ever written over. */
function keepNew(): void {
  for (const [name, page] of copiesMadeNow())
    if (!existsSync(pathOf(name))) writeFileSync(pathOf(name), page);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) keepNew();
