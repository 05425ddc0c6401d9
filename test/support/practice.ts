import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '../../demo/endpoint/tables.js';

const START = fileURLToPath(new URL('../../demo/start.ts', import.meta.url));

/** Known before the start, so that tests can sign in; nobody else reaches this process. */
export const STAFF_TOKENS: Readonly<Record<Role, string>> = {
  prescriber: 'prescriber-of-the-tests',
  therapist: 'therapist-of-the-tests',
  office: 'office-of-the-tests',
};

/** A practice's site, plain page, endpoint and staff side, running as `npm start` runs them. */
export interface Practice {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Ends the process by a signal; its exit code, or nothing where the signal itself has ended it. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

/** A folder for an endpoint's data, and how it is taken away. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kap-practice-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function saidOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      // What comes last is said once everything stands.
      const origin = said.includes('Ctrl-C') ? /site +(http:\S+)\//.exec(said)?.[1] : undefined;
      if (origin !== undefined) resolve(origin);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The practice ended with ${code}: ${said}`)));
  });
}

/** Starts one on a free port of 127.0.0.1, with its data in `folder`. */
export async function startPractice(folder: string): Promise<Practice> {
  const child = spawn(process.execPath, ['--import', 'tsx', START], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      KAP_DATA: folder,
      KAP_REQUESTS_PER_MINUTE: '100000',
      KAP_STAFF_TOKENS: Object.entries(STAFF_TOKENS)
        .map(([role, token]) => `${role}=${token}`)
        .join(','),
    },
  });
  return {
    origin: await saidOrigin(child),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill(signal);
        await exited;
      }
      return child.exitCode;
    },
  };
}
