import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { release, root } from './build/constants.js';

/**
 * What each script may weigh, in bytes of brotli. The first is what a client on a slow phone waits for before the first
 * question; the others come in a quiet moment after it, or when a page or a step asks for them.
 */
const LIMITS: Readonly<Record<string, number>> = {
  'kap.js': 53_000,
  'kap-consent.js': 21_200,
  'kap-consent-bundle.js': 1_500,
  'kap-draw.js': 4_800,
  'kap-session-picker.js': 18_800,
  'kap-lay-out.js': 4_800,
  'kap-floating.js': 7_000,
  'kap-read-questionnaire.js': 4_000,
};

const LIBRARY = 'index.js';
const dist = join(root, 'dist');

/** The scripts for pages that a build has left, by their names without the build. */
function scripts(): ReadonlyMap<string, string> {
  const files = readdirSync(dist).filter((file) => /^kap.*\.js$/.test(file));
  return new Map(files.map((file) => [file.replace(`.${release.build}.`, '.'), file]));
}

function brotliSize(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const inWords = (count: number): string => count.toLocaleString('en').padStart(9);

function printSize(name: string, sizes: readonly number[]): void {
  const [raw = 0, gzip = 0, brotli = 0] = sizes;
  console.log(`${name.padEnd(26)}${inWords(raw)} raw${inWords(gzip)} gzip${inWords(brotli)} brotli`);
}

function sizesOf(file: string): readonly number[] {
  const content = readFileSync(join(dist, file));
  return [content.length, gzipSync(content, { level: 9 }).length, brotliSize(content)];
}

/** Prints what the scripts weigh: as they are, by gzip and by brotli at their best. */
export function printSizes(): void {
  const sizes = [...scripts()].map(([name, file]) => ({ name, sizes: sizesOf(file) }));
  for (const each of sizes) printSize(each.name, each.sizes);
  const together = [0, 1, 2].map((way) => sizes.reduce((sum, each) => sum + (each.sizes[way] ?? 0), 0));
  printSize('kap*.js together', together);
  if (existsSync(join(dist, LIBRARY))) printSize(LIBRARY, sizesOf(LIBRARY));
}

function main(): void {
  if (!existsSync(join(dist, 'kap.js'))) {
    console.error('There is no build to weigh yet: npm run build');
    process.exitCode = 1;
    return;
  }
  printSizes();
  for (const [name, file] of scripts()) {
    const limit = LIMITS[name] ?? 0;
    const excess = brotliSize(readFileSync(join(dist, file))) - limit;
    if (excess <= 0) continue;
    console.error(`${file} is ${excess} bytes over its limit of ${limit} bytes (brotli).`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
