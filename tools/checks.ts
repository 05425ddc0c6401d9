import { bin, type Command } from './run.js';

/** One thing to check, by one command that exits with 0 when all is well. */
export interface Check {
  readonly name: string;
  readonly command: Command;
}

const types = (project: string): Check => ({
  name: `Types: ${project}`,
  command: bin('typescript/bin/tsc', '--noEmit', '-p', project),
});

/** Independent of each other: they only read. */
export const checks: readonly Check[] = [
  { name: 'Format', command: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  {
    name: 'Lint',
    command: bin('oxlint/bin/oxlint', '--deny-warnings', 'src', 'demo', 'test', 'tools', 'vite.config.ts'),
  },
  types('.'),
  types('src/domain'),
  types('src/app'),
  types('demo'),
  types('test'),
  types('tools'),
  { name: 'Template types', command: bin('tsx/dist/cli.mjs', 'tools/template-types.ts') },
  {
    name: 'Layers',
    command: bin(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'tools/layers.cjs',
      'src',
      'demo',
      'test',
    ),
  },
];

/** In this order: the size is that of what was built. */
export const builds: readonly Check[] = [
  { name: 'Build', command: bin('tsx/dist/cli.mjs', 'tools/build.ts') },
  { name: 'Size', command: bin('tsx/dist/cli.mjs', 'tools/size.ts') },
];
