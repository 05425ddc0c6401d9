import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { minify } from 'terser';
import { build, mergeConfig, type Rolldown, type InlineConfig } from 'vite';
import shared from '../../vite.config.js';
import { toClassicScript } from './classic-script.js';
import { collapseWhitespace } from './collapse-whitespace.js';
import { release, root } from './constants.js';
import { adoptedSheets, kapTrustedTypesPolicy, litBySelf } from './isolate.js';
import { privateNames } from './private-names.js';
import { sideBySide } from './side-by-side.js';

const settings: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [kapTrustedTypesPolicy, litBySelf, adoptedSheets, sideBySide, collapseWhitespace],
  resolve: {
    alias: {
      'zod/mini': join(root, 'tools/build/schema-reader.ts'),
      '@lit/context': join(root, 'tools/build/context.ts'),
    },
  },
  build: {
    write: false,
    minify: true,
    modulePreload: false,
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['z'], propertyReadSideEffects: false },
      output: { format: 'iife', codeSplitting: false, comments: { legal: false } },
      onLog(level, log, report) {
        if (log.code === 'IMPORT_IS_UNDEFINED')
          throw new Error(`The schema reader lacks what is used here: ${log.message}`);
        report(level, log);
      },
    },
  },
};

function onlyChunk(result: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk {
  if ('on' in result) throw new Error('The build watches instead of ending.');
  const output = [result].flat().flatMap((one) => one.output);
  const [chunk] = output;
  if (chunk?.type !== 'chunk' || output.length > 1) {
    throw new Error(`The script must be one file, but is ${output.map((file) => file.fileName).join(', ')}.`);
  }
  return chunk;
}

/** What the bundler's minifier leaves on the table, about half a kilobyte after compression. */
async function shrink(code: string): Promise<string> {
  const options = {
    ecma: 2020,
    compress: {
      passes: 3,
      ecma: 2020,
      unsafe_arrows: true,
      keep_fargs: false,
      // No getter that is read here does anything else.
      pure_getters: true,
      lhs_constants: false,
      if_return: false,
      // What reads alike packs better than what is short.
      sequences: false,
      conditionals: false,
      // Nothing here hides what it is behind a `toString` or `valueOf` of its own.
      unsafe: true,
    },
    mangle: { properties: { regex: privateNames(code) } },
  } as const;
  const { code: smaller } = await minify(code, options);
  if (!smaller) throw new Error('The script could not be made smaller.');
  return smaller;
}

/** Builds the file for a script tag: one classic script without a global name of its own. */
export async function buildBundle(entry: string, outFile: string): Promise<void> {
  const result = await build(
    mergeConfig(mergeConfig(shared, settings), { build: { rolldownOptions: { input: entry } } }),
  );
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, toClassicScript(await shrink(onlyChunk(result).code), release));
}
