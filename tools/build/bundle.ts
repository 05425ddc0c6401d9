import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify, type MinifyOptions } from 'terser';
import { build, mergeConfig, type Rolldown, type InlineConfig } from 'vite';
import shared from '../../vite.config.js';
import { firstScript, laterFile, laterScript } from './classic-script.js';
import { collapseWhitespace } from './collapse-whitespace.js';
import { release, root } from './constants.js';
import { adoptedSheets, kapTrustedTypesPolicy, litBySelf } from './isolate.js';
import { laterScripts } from './later-scripts.js';
import { numberProperties, privateNames, shortNamesIn } from './private-names.js';
import { sideBySide } from './side-by-side.js';

/** The script that a page names; the others are loaded by it. */
const FIRST = 'kap';

/** Every module that can be reached from the entry without an `import()` on the way. */
function neededAtOnce(entry: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const needed = new Set([entry]);
  for (const id of needed)
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) needed.add(imported);
  return needed;
}

function settingsFor(entry: string): InlineConfig {
  let needed: ReadonlySet<string> | undefined;
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [kapTrustedTypesPolicy, litBySelf, adoptedSheets, laterScripts, sideBySide, collapseWhitespace],
    resolve: {
      alias: {
        'zod/mini': join(root, 'tools/build/schema-reader.ts'),
        '@lit/context': join(root, 'tools/build/context.ts'),
      },
    },
    build: {
      write: false,
      minify: true,
      // As a library, since for pages the bundler would wrap every import() in a loader of its own.
      lib: { entry, formats: ['es'], fileName: () => 'entry.js' },
      rolldownOptions: {
        treeshake: { manualPureFunctions: ['z'], propertyReadSideEffects: false },
        output: {
          chunkFileNames: ({ name }) => (name.startsWith(FIRST) ? '[name].js' : `${FIRST}-[name].js`),
          comments: { legal: false },
          codeSplitting: {
            groups: [
              {
                debugName: FIRST,
                name: (id, context) => {
                  needed ??= neededAtOnce(entry, context);
                  return needed.has(id) ? FIRST : null;
                },
              },
            ],
          },
        },
        onLog(level, log, report) {
          if (log.code === 'IMPORT_IS_UNDEFINED')
            throw new Error(`The schema reader lacks what is used here: ${log.message}`);
          report(level, log);
        },
      },
    },
  };
}

/** Only a script that loads another is sure to be there when it runs. */
const mayLend = (
  lender: string,
  { fileName }: Rolldown.OutputChunk,
  files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
): boolean =>
  files.some(
    (file) => file.type === 'chunk' && file.fileName === lender && file.dynamicImports.includes(fileName),
  );

/** The code of the first script and of those that it loads, by the names of their files. */
async function chunksOf(entry: string): Promise<ReadonlyMap<string, string>> {
  const result = await build(mergeConfig(shared, settingsFor(entry)));
  if ('on' in result) throw new Error('The build watches instead of ending.');
  const chunks = new Map<string, string>();
  const files = [result].flat().flatMap(({ output }) => output);
  for (const file of files) {
    if (file.type !== 'chunk')
      throw new Error(`Only scripts were to be built, but there is ${file.fileName}.`);
    const strangers = file.imports.filter((name) => name !== `${FIRST}.js` && !mayLend(name, file, files));
    if (strangers.length > 0)
      throw new Error(
        `${file.fileName} may not import from ${strangers.join(', ')}, which does not load it.`,
      );
    const name = file.fileName.replace(/\.js$/, '');
    if (!file.isEntry) chunks.set(name, file.code);
    else if (!/^\s*import\s*"\.\/kap\.js";\s*$/.test(file.code))
      throw new Error(`The entry holds more than the first script: ${file.code.slice(0, 200)}`);
  }
  return chunks;
}

/** What the bundler's minifier leaves on the table, about half a kilobyte after compression. */
const SMALLER = {
  module: true,
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
} as const satisfies MinifyOptions;

/** What one script takes from another by its name must keep it. */
function refuseRenamedExports(chunks: ReadonlyMap<string, string>, renamed: RegExp): void {
  for (const [name, code] of chunks) {
    const exported = /\bexport\s*\{([^}]*)\};?\s*$/.exec(code)?.[1] ?? '';
    for (const [, own = ''] of exported.matchAll(/([\w$]+)\s*(?:,|$)/g))
      if (renamed.test(own)) throw new Error(`${name} exports ${own}, which is a private name.`);
  }
}

/** Makes all of them smaller; a property of ours gets the same short name in each. */
async function shrink(chunks: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const code = [...chunks.values()].join('\n');
  const properties = { regex: privateNames(code), reserved: shortNamesIn(code) };
  refuseRenamedExports(chunks, properties.regex);
  const nameCache = {};
  const smaller = new Map<string, string>();
  for (const [name, chunk] of chunks) {
    const result = await minify(chunk, { ...SMALLER, nameCache, mangle: { properties } });
    if (!result.code) throw new Error(`${name} could not be made smaller.`);
    smaller.set(name, result.code);
  }
  return smaller;
}

/**
 * Builds the file for a script tag, and beside it those that it loads when a client comes to them: classic scripts
 * without a global name of their own.
 */
export async function buildBundle(entry: string, outDir: string): Promise<void> {
  const chunks = await shrink(numberProperties(await chunksOf(entry)));
  mkdirSync(outDir, { recursive: true });
  for (const [name, code] of chunks) {
    const file = name === FIRST ? `${FIRST}.js` : laterFile(name, release);
    const script = name === FIRST ? firstScript(file, code, release) : laterScript(file, code);
    writeFileSync(join(outDir, file), script);
  }
}
