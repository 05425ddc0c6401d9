import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, mergeConfig, type InlineConfig } from 'vite';
import shared from '../../vite.config.js';
import { root } from './constants.js';

/** What a bundler brings itself, and the only packages that the types may name. */
const external = [/^lit($|\/)/, /^@lit\//, /^zod($|\/)/, /^@floating-ui\//];

/** Builds the ES module for bundlers; a bundler minifies it together with the rest of its site. */
export async function buildLibrary(entry: string, outDir: string): Promise<void> {
  const settings: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'index.js' },
      rolldownOptions: { external, output: { codeSplitting: false } },
    },
  };
  await build(mergeConfig(shared, settings));
}

/** Writes the types beside the module, from `tools/tsconfig.types.json`. */
export function buildTypes(): void {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tools/tsconfig.types.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The types could not be written.');
}
