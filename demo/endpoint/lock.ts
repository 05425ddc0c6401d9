import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FolderLock {
  release(): void;
}

/** Somebody who lives holds the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

interface Holder {
  readonly pid: number;
  /** When that process began, where the system tells: a number that is used again is then no mistake. */
  readonly began?: string;
}

const NAME = /^lock-(\d+)$/;
const heldHere = new Set<string>();

function whenBegan(pid: number): string | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name that may hold spaces; the start time is the twentieth after it.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder)) return undefined;
    if (typeof holder.pid !== 'number') return undefined;
    const began = 'began' in holder ? holder.began : undefined;
    return typeof began === 'string' ? { pid: holder.pid, began } : { pid: holder.pid };
  } catch {
    return undefined;
  }
}

function isHeld(path: string): boolean {
  if (heldHere.has(path)) return true;
  const holder = readHolder(path);
  if (holder === undefined || holder.pid === process.pid || !isProcess(holder.pid)) return false;
  const began = whenBegan(holder.pid);
  return holder.began === undefined || began === undefined || holder.began === began;
}

const generations = (folder: string): number[] =>
  readdirSync(folder)
    .map((name) => Number(NAME.exec(name)?.[1] ?? 0))
    .filter((generation) => generation > 0)
    .sort((a, b) => a - b);

/** Puts the lock there with its content at once, so that nobody ever reads half of it; false where one stands. */
function place(folder: string, path: string): boolean {
  const draft = join(folder, `.lock-${randomUUID()}`);
  const began = whenBegan(process.pid);
  writeFileSync(draft, JSON.stringify({ pid: process.pid, ...(began === undefined ? {} : { began }) }));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes a folder for this process until `release`. A lock that a dead process left is taken over by placing the
 * next generation, `lock-2` after `lock-1`: of two that try at once only one can place it, and a stale file is
 * never removed by anyone but the new holder.
 *
 * @throws FolderInUse with a sentence for people, where a living process holds it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const inUse = () =>
    new FolderInUse(`Another running copy uses the folder ${folder}. Stop it first, or name another folder.`);
  const seen = generations(folder);
  if (seen.some((generation) => isHeld(join(folder, `lock-${generation}`)))) throw inUse();
  const mine = (seen.at(-1) ?? 0) + 1;
  const path = join(folder, `lock-${mine}`);
  if (!place(folder, path)) throw inUse();
  const now = generations(folder);
  if (now.some((generation) => generation > mine)) {
    rmSync(path, { force: true });
    throw inUse();
  }
  heldHere.add(path);
  for (const old of now) if (old < mine) rmSync(join(folder, `lock-${old}`), { force: true });
  return {
    release() {
      heldHere.delete(path);
      rmSync(path, { force: true });
    },
  };
}
