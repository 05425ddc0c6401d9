import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { onPath } from '../find-browser.js';

/** One W3C WebDriver action sequence, as the protocol writes it. */
export type ActionSequence = Readonly<Record<string, unknown>>;

/** WebKitGTK with one window, driven by the W3C WebDriver protocol. */
export interface WebKitPage {
  goto(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  execute(body: string, ...args: unknown[]): Promise<unknown>;
  actions(sequences: readonly ActionSequence[]): Promise<void>;
  releaseActions(): Promise<void>;
  screenshot(): Promise<Buffer>;
  setSize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

const needed =
  'WebKit is missing: install WebKitGTK and a virtual screen (on Debian: apt-get install webkit2gtk-driver xvfb).';

function findMiniBrowser(): string {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'];
  const found = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((folder) => /\/webkit[^/]*$/.test(folder))
    .map((folder) => `${folder}/MiniBrowser`)
    .find((path) => existsSync(path));
  if (found === undefined || !onPath('WebKitWebDriver') || !onPath('xvfb-run')) throw new Error(needed);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port was given.'));
        else resolve(address.port);
      });
    });
  });
}

async function untilReady(base: string, driver: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (driver.exitCode !== null) throw new Error('The WebKit driver ended before it was ready.');
    try {
      await fetch(`${base}/status`);
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error('The WebKit driver was not ready after 15 seconds.');
}

function client(base: string) {
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error?: string; message?: string };
    throw new Error(`WebKit refused ${method} ${path}: ${error} ${message}`);
  };
}

interface WebKitOptions {
  /** Names of the environment, `TZ` for the time zone among them. */
  readonly env?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Starts WebKitGTK on a screen of its own.
 *
 * @throws with one sentence that says what to install, where something is missing.
 */
export async function startWebKit({
  env = {},
  width = 1280,
  height = 1024,
}: WebKitOptions = {}): Promise<WebKitPage> {
  const binary = findMiniBrowser();
  const port = await freePort();
  const screen = ['-a', '-s', `-screen 0 ${width}x${height}x24`];
  // A group of its own, so that the screen, the driver and the browser end together.
  const driver = spawn('xvfb-run', [...screen, 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    // Under LANG=C the browser's own language is "C", which Intl refuses.
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
  });
  const end = () => {
    if (driver.pid === undefined || driver.exitCode !== null) return;
    process.kill(-driver.pid, 'SIGKILL');
  };
  process.once('exit', end);
  const call = client(`http://127.0.0.1:${port}`);
  try {
    await untilReady(`http://127.0.0.1:${port}`, driver);
    const capabilities = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    };
    const opened = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const session = `/session/${(opened as { sessionId: string }).sessionId}`;
    return {
      goto: async (url) => void (await call('POST', `${session}/url`, { url })),
      execute: (script, ...args) => call('POST', `${session}/execute/sync`, { script, args }),
      actions: async (actions) => void (await call('POST', `${session}/actions`, { actions })),
      releaseActions: async () => void (await call('DELETE', `${session}/actions`)),
      screenshot: async () => Buffer.from((await call('GET', `${session}/screenshot`)) as string, 'base64'),
      setSize: async (w, h) => void (await call('POST', `${session}/window/rect`, { width: w, height: h })),
      async close() {
        await call('DELETE', session).catch(() => undefined);
        end();
        process.removeListener('exit', end);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
