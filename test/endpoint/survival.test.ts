import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { postHeaders } from '../support/endpoint.js';
import { bytesOf, newCareToken, newIntake } from '../support/intake.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kap-data-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Each process brings up an embedded database, which takes long on a busy machine. */
const PATIENCE = { timeout: 180_000 };

interface Running {
  readonly child: ChildProcess;
  /** Everything it has said, once it has said what was waited for. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

function run(script: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', here(script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      for (const listener of listeners) listener();
    });
  }
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(said);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
      look();
    });
  return { child, until };
}

async function ended({ child }: Running): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

test(
  'Nothing that was acknowledged is lost when the process is killed in the middle of writes',
  PATIENCE,
  async () => {
    const data = folder();
    const serving = run('../support/serve-folder.ts', [data]);
    const [, port] = await serving.until(/(\d+)\n/);
    const acknowledged: { token: string; intake: ReturnType<typeof newIntake>; body: string }[] = [];
    const writeOn = async () => {
      for (;;) {
        const token = newCareToken();
        const intake = newIntake();
        const answer = await fetch(`http://127.0.0.1:${port}/api/submissions`, {
          method: 'POST',
          headers: postHeaders(token, intake.id),
          body: bytesOf(intake),
        });
        acknowledged.push({ token, intake, body: await answer.text() });
        if (acknowledged.length === 25) serving.child.kill('SIGKILL');
      }
    };
    await Promise.allSettled([writeOn(), writeOn(), writeOn(), writeOn()]);
    await ended(serving);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);

    const again = run('../support/serve-folder.ts', [data]);
    const [, newPort] = await again.until(/(\d+)\n/);
    for (const { token, intake, body } of acknowledged) {
      const care = await fetch(`http://127.0.0.1:${newPort}/api/care`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(((await care.json()) as { intakes: unknown[] }).intakes).toHaveLength(1);
      const retry = await fetch(`http://127.0.0.1:${newPort}/api/submissions`, {
        method: 'POST',
        headers: postHeaders(token, intake.id),
        body: bytesOf(intake),
      });
      expect([retry.status, await retry.text()]).toEqual([201, body]);
    }
  },
);

test(
  'The whole starts with one command, says where it is, holds its folder, and stops cleanly',
  PATIENCE,
  async () => {
    const data = folder();
    const env = { KAP_DATA: data, PORT: '0' };
    const first = run('../../demo/start.ts', [], env);
    const [, api] = await first.until(/The endpoint +(\S+)\n/);
    const [, token] = await first.until(/prescriber +(\S+)\n/);
    const practice = await fetch(`${api}/practice`);
    expect(await practice.json()).toMatchObject({ id: 'stillwater', name: 'Stillwater House' });
    const origin = new URL(api ?? '').origin;
    const signedIn = await fetch(`${origin}/staff/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ token }),
    });
    expect(await signedIn.json()).toEqual({ role: 'prescriber' });

    const second = run('../../demo/start.ts', [], env);
    await expect(second.until(/The endpoint/)).rejects.toThrow(
      `Another running copy uses the folder ${data}.`,
    );
    expect(await ended(second)).toBe(1);

    first.child.kill('SIGINT');
    expect(await ended(first)).toBe(0);
    expect(readdirSync(data).sort()).toEqual(['database', 'receipt-keys.json', 'staff-tokens.json']);
  },
);

test('A setting that can’t be used ends the start with one sentence', PATIENCE, async () => {
  const start = run('../../demo/start.ts', [], { KAP_DATA: folder(), PORT: 'eighty' });
  await expect(start.until(/The endpoint/)).rejects.toThrow(
    'ended with 1: The setting PORT should be a port from 0 to 65535.',
  );
});
