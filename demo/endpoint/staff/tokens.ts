import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { newSecret, type Random } from '../ports.js';
import type { Role } from '../tables.js';

const token = z.string().check(z.minLength(16));
const tokensFile = z.object({ prescriber: token, therapist: token, office: token });

/**
 * The three sign-in tokens, made at the first start and kept in `staff-tokens.json`, readable by its owner alone.
 *
 * @throws Error with a plain sentence where the file is there and can't be understood.
 */
export function staffTokensIn(folder: string, random: Random): Readonly<Record<Role, string>> {
  const path = join(folder, 'staff-tokens.json');
  let written: string;
  try {
    written = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const made = { prescriber: newSecret(random), therapist: newSecret(random), office: newSecret(random) };
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  }
  try {
    return tokensFile.parse(JSON.parse(written));
  } catch {
    throw new Error(`The file ${path} can’t be understood. Remove it, and new tokens are made.`);
  }
}
