import { existsSync, readFileSync } from 'node:fs';

/** How many tests or checks passed and failed. */
export interface Outcome {
  passed: number;
  failed: number;
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}

/**
 * What a run of tests has reported to `file`. A run that ends badly without naming a failure, or runs no test at
 * all, counts as one failure.
 *
 * @param parse reads passed and failed from the report.
 */
export function outcomeOf(exitCode: number, file: string, parse: (report: string) => Outcome): Outcome {
  const reported = existsSync(file) ? parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  const unnamed = reported.failed === 0 && (exitCode !== 0 || reported.passed === 0);
  return unnamed ? { ...reported, failed: 1 } : reported;
}

export function inWords({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`;
}
