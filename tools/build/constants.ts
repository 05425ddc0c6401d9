import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** What a build is made from: the sources, and what turns them into scripts. */
const MADE_FROM = ['src', 'tools/build'] as const;
const MADE_WITH = ['package-lock.json', 'tools/schemas.ts', 'vite.config.ts'] as const;

function sourceFiles(): string[] {
  return MADE_FROM.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/**
 * Names a build: the same files give the same name on any machine, whatever the line endings of its checkout. Scripts
 * of one build alone understand each other.
 */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const path of [...sourceFiles(), ...MADE_WITH]) {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${path}\0${text}\0`);
  }
  return hash.digest('hex').slice(0, 12);
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** What `__KAP_VERSION__` and `__KAP_BUILD__` stand for in the sources, in builds and in tests alike. */
export const release = { version, build: sourceHash() } as const;

/** The same as the text that replaces the names in the sources. */
export const constants = {
  __KAP_VERSION__: JSON.stringify(release.version),
  __KAP_BUILD__: JSON.stringify(release.build),
};
