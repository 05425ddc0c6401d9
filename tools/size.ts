import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from './build/constants.js';

/**
 * What each script may weigh, in bytes of brotli. The first is what a client on a slow phone waits for before the first
 * question; the others come in a quiet moment after it, or when a page or a step asks for them.
 */
const LIMITS: Readonly<Record<string, number>> = {
  'kap.js': 52_000,
  'kap-consent.js': 5_500,
  'kap-session-picker.js': 7_500,
  'kap-floating.js': 7_000,
  'kap-read-questionnaire.js': 4_000,
};

const LIBRARY = 'index.js';
const dist = join(root, 'dist');

function brotliSize(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const inWords = (count: number): string => count.toLocaleString('en').padStart(9);

function printSize(name: string, sizes: readonly number[]): void {
  const [raw = 0, gzip = 0, brotli = 0] = sizes;
  console.log(`dist/${name.padEnd(26)}${inWords(raw)} raw${inWords(gzip)} gzip${inWords(brotli)} brotli`);
}

function sizesOf(name: string): readonly number[] {
  const content = readFileSync(join(dist, name));
  return [content.length, gzipSync(content, { level: 9 }).length, brotliSize(content)];
}

/** Prints what the scripts weigh: as they are, by gzip and by brotli at their best. */
export function printSizes(): void {
  const scripts = Object.keys(LIMITS).map((name) => ({ name, sizes: sizesOf(name) }));
  for (const { name, sizes } of scripts) printSize(name, sizes);
  printSize(
    'kap*.js together',
    [0, 1, 2].map((way) => scripts.reduce((sum, { sizes }) => sum + (sizes[way] ?? 0), 0)),
  );
  printSize(LIBRARY, sizesOf(LIBRARY));
}

function main(): void {
  if (!existsSync(join(dist, 'kap.js'))) {
    console.error('There is no build to weigh yet: npm run build');
    process.exitCode = 1;
    return;
  }
  printSizes();
  for (const name of readdirSync(dist).filter((file) => /^kap.*\.js$/.test(file))) {
    const limit = LIMITS[name] ?? 0;
    const excess = brotliSize(readFileSync(join(dist, name))) - limit;
    if (excess <= 0) continue;
    console.error(`dist/${name} is ${excess} bytes over its limit of ${limit} bytes (brotli).`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
