import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK } from 'jose';
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { ReceiptClaim } from '../../src/domain/submission/acceptance.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';

const publicParts = {
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  /** The key's thumbprint (RFC 7638), which a page can pin. */
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
};
const publicKey = z.object(publicParts);
const signingKey = z.object({ ...publicParts, d: z.string() });

/** A public key by which receipts are checked, as a JWK. */
export type ReceiptKey = z.infer<typeof publicKey>;

/** The key that signs, and the public parts of those before it, newest first: their private parts are gone. */
const keysFile = z.object({ signing: signingKey, earlier: z.array(publicKey) });
type KeysFile = z.infer<typeof keysFile>;

/** Signs that something was received, and says by which keys that can be checked. */
export interface Receipts {
  /** A compact JWS (ES256) over the claim's canonical JSON. */
  sign(claim: ReceiptClaim): Promise<string>;
  /** All that there have been, newest first. */
  readonly keys: readonly ReceiptKey[];
}

async function newKey(): Promise<KeysFile['signing']> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return signingKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' });
}

/** Receipts by these keys. */
async function receiptsBy({ signing, earlier }: KeysFile): Promise<Receipts> {
  const key = await importJWK(signing, signing.alg);
  return {
    sign: (claim) =>
      new CompactSign(new TextEncoder().encode(canonicalJson(claim)))
        .setProtectedHeader({ alg: signing.alg, kid: signing.kid })
        .sign(key),
    keys: [publicKey.parse(signing), ...earlier],
  };
}

/** Receipts by a key that is kept nowhere. */
export const passingReceipts = async (): Promise<Receipts> =>
  receiptsBy({ signing: await newKey(), earlier: [] });

/** @throws Error in a plain sentence where the file is there and can't be understood. */
function readKeys(path: string): KeysFile | undefined {
  let written: string;
  try {
    written = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return keysFile.parse(JSON.parse(written));
  } catch {
    throw new Error(
      `The file ${path} can’t be understood. Put its backup in its place: without it, receipts that were given can’t be checked here.`,
    );
  }
}

/** Whole or not at all, readable by its owner alone; `place` puts the draft where it belongs. */
function writeKeys(folder: string, keys: KeysFile, place: (draft: string) => void): void {
  const draft = join(folder, `.receipt-keys-${randomUUID()}`);
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    place(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The keys of a folder, made now where there are none; of two that start at once, both take the first one's. */
async function keysIn(folder: string, path: string): Promise<KeysFile> {
  const known = readKeys(path);
  if (known !== undefined) return known;
  const made = { signing: await newKey(), earlier: [] };
  writeKeys(folder, made, (draft) => {
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  });
  return readKeys(path) ?? made;
}

/**
 * Receipts by the key pair that is kept in `receipt-keys.json` of this folder, made at the first start.
 *
 * @param replaced the `kid` of the key that a new one takes over from. Once that is done, naming it again changes nothing.
 *   The public keys before it stay, so that every receipt that was ever given can be checked.
 * @throws Error with a plain sentence where the file can't be understood, or there has been no such key.
 */
export async function receiptsIn(folder: string, replaced?: string): Promise<Receipts> {
  const path = join(folder, 'receipt-keys.json');
  const keys = await keysIn(folder, path);
  const { signing, earlier } = keys;
  if (replaced === undefined || earlier.some(({ kid }) => kid === replaced)) return receiptsBy(keys);
  if (signing.kid !== replaced)
    throw new Error(
      `There is no key of receipts called ${replaced} that a new one could take over from. The one that signs now is ${signing.kid}.`,
    );
  const rotated = { signing: await newKey(), earlier: [publicKey.parse(signing), ...earlier] };
  writeKeys(folder, rotated, (draft) => renameSync(draft, path));
  return receiptsBy(rotated);
}
