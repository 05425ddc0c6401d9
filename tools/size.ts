import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from './build/constants.js';

/** What a client on a slow phone may have to load before the first field, in bytes of brotli. */
const LIMIT = 62_000;

const bundle = join(root, 'dist/kap.js');
const library = join(root, 'dist/index.js');

function brotliSize(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Prints what the two scripts weigh: as they are, by gzip and by brotli at their best. */
export function printSizes(): void {
  const bytes = (count: number) => count.toLocaleString('en').padStart(9);
  for (const file of [bundle, library]) {
    const content = readFileSync(file);
    const gzip = gzipSync(content, { level: 9 }).length;
    console.log(
      `${relative(root, file).padEnd(14)}${bytes(content.length)} raw${bytes(gzip)} gzip${bytes(brotliSize(content))} brotli`,
    );
  }
}

function main(): void {
  if (!existsSync(bundle) || !existsSync(library)) {
    console.error('There is no build to weigh yet: npm run build');
    process.exitCode = 1;
    return;
  }
  printSizes();
  const excess = brotliSize(readFileSync(bundle)) - LIMIT;
  if (excess > 0) {
    console.error(`dist/kap.js is ${excess} bytes over its limit of ${LIMIT} bytes (brotli).`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
