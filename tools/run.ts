import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build/constants.js';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A command-line tool of an installed package: the script's path in it, and its arguments. */
export function bin(script: string, ...args: readonly string[]): Command {
  return { file: process.execPath, args: [join(root, 'node_modules', script), ...args] };
}

export function heading(text: string): void {
  console.log(`\n── ${text}`);
}

function start({ file, args, env }: Command, output: 'inherit' | 'pipe') {
  return spawn(file, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...process.env, ...env },
  });
}

/** Runs a command, its output going where ours goes. Gives its exit code; one that a signal ended counts as 1. */
export function stream(command: Command): Promise<number> {
  const child = start(command, 'inherit');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

export interface Finished {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a command and keeps what it says. */
export function collect(command: Command): Promise<Finished> {
  const child = start(command, 'pipe');
  const chunks: Buffer[] = [];
  for (const said of [child.stdout, child.stderr]) said?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
