import { writeFileSync } from 'node:fs';
import type { Reporter } from '@web/test-runner';
import type { Outcome } from '../outcome.js';

interface Suite {
  readonly tests: readonly { readonly passed: boolean; readonly skipped: boolean }[];
  readonly suites: readonly Suite[];
}

function testsIn(suite: Suite): Suite['tests'] {
  return [...suite.tests, ...suite.suites.flatMap(testsIn)];
}

/** Writes how many tests passed and failed to `file`; each error outside of the tests counts as a failure. */
export function outcomeReporter(file: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const outcome: Outcome = { passed: 0, failed: 0 };
      for (const { testResults, errors, passed } of sessions) {
        const tests = testResults ? testsIn(testResults) : [];
        const failed = tests.filter((test) => !test.passed && !test.skipped).length + errors.length;
        outcome.passed += tests.filter((test) => test.passed).length;
        outcome.failed += failed > 0 || passed === true ? failed : 1;
      }
      writeFileSync(file, JSON.stringify(outcome));
    },
  };
}
