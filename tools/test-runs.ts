import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, outcomeOf } from './outcome.js';
import { bin, type Command, stream } from './run.js';

/** Runs tests that write a report into a file, and reads it. */
async function counted(
  command: (report: string) => Command,
  parse: (report: string) => Outcome,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kap-tests-'));
  const report = join(folder, 'report.json');
  try {
    return outcomeOf(await stream(command(report)), report, parse);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that cannot be loaded has no tests that could fail, and is reported as a failed suite alone. */
function vitestOutcome(report: string): Outcome {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** Runs the tests of one or more projects of `tools/vitest.config.ts`. */
export function runVitest(...projects: readonly string[]): Promise<Outcome> {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return counted(
    (report) =>
      bin(
        'vitest/vitest.mjs',
        'run',
        '--config',
        'tools/vitest.config.ts',
        ...chosen,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ),
    vitestOutcome,
  );
}

/** Runs the tests of the elements in the browsers that are named, with commas between them. */
export function runElementTests(browsers: string): Promise<Outcome> {
  return counted(
    (report) => ({
      ...bin('tsx/dist/cli.mjs', 'tools/element-tests.ts'),
      env: { BROWSERS: browsers, OUTCOME_FILE: report },
    }),
    (report) => JSON.parse(report) as Outcome,
  );
}
