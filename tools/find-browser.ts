import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface FoundBrowser {
  readonly executablePath: string;
  /** Where it came from, for people to read. */
  readonly source: string;
  /** What it needs in its environment beyond what is there. */
  readonly env: Readonly<Record<string, string>>;
  /** It is a build without windows and has to be started as such. */
  readonly headlessShell: boolean;
}

const { env, platform } = process;

/** A process of root's, as in most containers, cannot make the browser's sandbox. */
export const isRoot = process.getuid?.() === 0;

/** Quiet, offline and alike on every machine. */
export const chromiumArgs: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-US',
];

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of `names` that stands in a folder of PATH. */
export function onPath(...names: string[]): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function installedOnMac(): string | undefined {
  return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    .flatMap((name) =>
      ['', homedir()].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    )
    .find(isExecutable);
}

function installedOnWindows(): string | undefined {
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => programs.map((program) => join(folder, program)))
    .find(isExecutable);
}

function installed(): string | undefined {
  if (platform === 'darwin') return installedOnMac();
  if (platform === 'win32') return installedOnWindows();
  return (
    onPath(
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'brave-browser',
    ) ?? ['/opt/google/chrome/chrome', '/snap/bin/chromium'].find(isExecutable)
  );
}

/** Browsers that Puppeteer or Playwright have downloaded before, newest first. */
function cached(): string | undefined {
  const macCaches = join(homedir(), 'Library/Caches');
  const playwright = platform === 'darwin' ? macCaches : (env['LOCALAPPDATA'] ?? join(homedir(), '.cache'));
  const places: readonly (readonly [string, readonly string[]])[] = [
    [
      join(env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache/puppeteer'), 'chrome'),
      [
        'chrome-linux64/chrome',
        'chrome-win64/chrome.exe',
        'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ],
    ],
    [
      env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(playwright, 'ms-playwright'),
      [
        'chrome-linux64/chrome',
        'chrome-linux/chrome',
        'chrome-win/chrome.exe',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      ],
    ],
  ];
  return places
    .filter(([folder]) => existsSync(folder))
    .flatMap(([folder, tails]) =>
      readdirSync(folder)
        .sort()
        .reverse()
        .flatMap((version) => tails.map((tail) => join(folder, version, tail))),
    )
    .find(isExecutable);
}

/** The build inside an npm package: Linux on x64 alone. It brings the libraries that a bare machine lacks. */
async function packaged(): Promise<FoundBrowser | undefined> {
  if (platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const fonts = env['FONTCONFIG_PATH'] ?? join(tmpdir(), 'fonts');
  const settings: Record<string, string> = { LANG: 'en_US.UTF-8', FONTCONFIG_PATH: fonts };
  const starts = () =>
    spawnSync(executablePath, ['--version'], { timeout: 20_000, env: { ...env, ...settings } }).status === 0;
  if (!starts()) {
    const folder = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
    await inflate(join(folder, '../bin/al2023.tar.br'));
    const libraries = [join(tmpdir(), 'al2023/lib'), env['LD_LIBRARY_PATH']];
    settings['LD_LIBRARY_PATH'] = libraries.filter(Boolean).join(':');
    if (!starts()) return undefined;
  }
  return { executablePath, source: '@sparticuz/chromium', env: settings, headlessShell: true };
}

function installedByApt(): string | undefined {
  if (env['CI'] !== 'true' || platform !== 'linux' || !isRoot || !onPath('apt-get')) return undefined;
  const options = { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return installed();
}

function plain(executablePath: string | undefined, source: string): FoundBrowser | undefined {
  return executablePath === undefined ? undefined : { executablePath, source, env: {}, headlessShell: false };
}

/**
 * Finds a Chrome, Chromium, Edge or Brave: the one CHROME_PATH names, else an installed one, else one that another
 * tool has downloaded, else the one in an npm package, else, in CI as root, one from apt.
 *
 * @throws with one sentence that says what to install.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const told = env['CHROME_PATH'];
  if (told !== undefined && !isExecutable(told)) {
    throw new Error(`CHROME_PATH is ${told}, and no program stands there.`);
  }
  const found =
    plain(told, 'CHROME_PATH') ??
    plain(installed(), 'installed') ??
    plain(cached(), 'downloaded before') ??
    (await packaged()) ??
    plain(installedByApt(), 'apt');
  if (found) return found;
  throw new Error('The tests need a browser: install Chrome, Chromium or Edge, or name one by CHROME_PATH.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await findBrowser());
