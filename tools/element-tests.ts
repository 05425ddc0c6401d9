// Runs the tests in real browsers. BROWSERS names them (chromium, firefox, webkit), OUTCOME_FILE a file for the
// counts. Takes Web Test Runner's own arguments: --watch, --coverage, names of files.
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { browserCommands } from './browsers/browser-commands.js';
import { browsersNamed } from './browsers/launchers.js';
import { outcomeReporter } from './browsers/outcome-reporter.js';
import { viteBridge } from './browsers/vite-bridge.js';
import { root } from './build/constants.js';

/** Every package that a source or a test of an element imports. */
const packages = [
  '@lit/context',
  '@open-wc/testing',
  '@web/test-runner-commands',
  'lit',
  'lit/decorators.js',
  'lit/directives/class-map.js',
  'lit/directives/guard.js',
  'lit/directives/if-defined.js',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/when.js',
  'zod/mini',
];

/** Undefined, whatever its type says, where the output is no terminal. */
const interactive = process.stdout.isTTY ?? false;

async function main(): Promise<void> {
  const { BROWSERS: names = 'chromium', OUTCOME_FILE: outcomeFile } = process.env;
  const browsers = await browsersNamed(names);
  const { middleware, plugin } = await viteBridge('/test/support/setup.ts', packages);
  await startTestRunner({
    readFileConfig: false,
    config: {
      rootDir: root,
      hostname: '127.0.0.1',
      files: ['test/elements/**/*.test.ts', 'test/controllers/**/*.test.ts'],
      browsers,
      staticLogging: !interactive,
      middleware: [middleware],
      plugins: [plugin, browserCommands(), a11ySnapshotPlugin()],
      reporters: [
        defaultReporter({ reportTestProgress: interactive }),
        ...(outcomeFile === undefined ? [] : [outcomeReporter(outcomeFile)]),
      ],
      coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcovonly', 'text-summary'] },
      filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
      testFramework: { config: { timeout: '10000' } },
    },
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
