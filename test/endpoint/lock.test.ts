import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../demo/endpoint/lock.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kap-lock-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const LOCK_MODULE = new URL('../../demo/endpoint/lock.ts', import.meta.url).href;

/** Processes that take the folder and say how that went; those that got it keep it until they are killed. */
function takers(data: string, count: number): { said: Promise<string[]>; processes: ChildProcess[] } {
  const code = `
    import { lockFolder } from ${JSON.stringify(LOCK_MODULE)};
    try { lockFolder(${JSON.stringify(data)}); console.log('got it'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.name); }`;
  const processes = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  onTestFinished(() => processes.forEach((each) => void each.kill('SIGKILL')));
  const said = Promise.all(
    processes.map(async (each) => String(((await once(each.stdout ?? each, 'data')) as [Buffer])[0]).trim()),
  );
  return { said, processes };
}

test('A folder belongs to one holder until it is released', () => {
  const data = folder();
  const lock = lockFolder(data);
  expect(() => lockFolder(data)).toThrow(FolderInUse);
  expect(() => lockFolder(data)).toThrow(
    `Another running copy uses the folder ${data}. Stop it first, or name another folder.`,
  );
  lock.release();
  expect(readdirSync(data)).toEqual([]);
  lockFolder(data).release();
});

test('A folder that another living process holds is refused', { timeout: 60_000 }, async () => {
  const data = folder();
  expect(await takers(data, 1).said).toEqual(['got it']);
  expect(() => lockFolder(data)).toThrow(FolderInUse);
});

test(
  'What a dead process left is taken over, by one of several that try at once',
  { timeout: 60_000 },
  async () => {
    const data = folder();
    const first = takers(data, 1);
    await first.said;
    first.processes[0]?.kill('SIGKILL');
    await once(first.processes[0] ?? process, 'exit');
    const said = await takers(data, 4).said;
    expect(said.sort()).toEqual(['FolderInUse', 'FolderInUse', 'FolderInUse', 'got it']);
    expect(readdirSync(data)).toHaveLength(1);
  },
);

test('A lock whose number a new process has been given since is taken over', () => {
  const data = folder();
  writeFileSync(join(data, 'lock-1'), JSON.stringify({ pid: process.ppid, began: 'an earlier start' }));
  const lock = lockFolder(data);
  expect(readdirSync(data)).toEqual(['lock-2']);
  lock.release();
});

test('A lock that can’t be understood is taken over', () => {
  const data = folder();
  writeFileSync(join(data, 'lock-1'), '');
  lockFolder(data).release();
  expect(readdirSync(data)).toEqual([]);
});
