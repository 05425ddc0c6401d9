// Everything that must hold, in one run that goes on after a failure and ends in one line of counts.
// With --checks alone: what can be told without running the tests.
import { type Check, builds, checks } from './checks.js';
import { inWords, type Outcome, sum } from './outcome.js';
import { collect, heading } from './run.js';
import { runElementTests, runVitest } from './test-runs.js';

const failures: string[] = [];

function note(name: string, outcome: Outcome): Outcome {
  if (outcome.failed > 0) failures.push(`${name}: ${inWords(outcome)}`);
  return outcome;
}

/** A check's output is shown whole, and only when there is any. */
async function runCheck({ name, command }: Check): Promise<Outcome> {
  const started = performance.now();
  const { exitCode, output } = await collect(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  heading(`${name}: ${exitCode === 0 ? 'fine' : 'failed'} (${seconds} s)`);
  if (output.trim() !== '') console.log(output.trimEnd());
  if (exitCode !== 0) failures.push(name);
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runChecks(): Promise<Outcome[]> {
  const waiting = [...checks];
  const worker = async (): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await runCheck(next));
    return outcomes;
  };
  const outcomes = (await Promise.all([worker(), worker()])).flat();
  for (const build of builds) outcomes.push(await runCheck(build));
  return outcomes;
}

async function runTests(): Promise<Outcome[]> {
  const runs: readonly (readonly [string, () => Promise<Outcome>])[] = [
    ['Tests in Node: pure layers and endpoint', () => runVitest('pure', 'endpoint')],
    ['Tests in Chromium: elements', () => runElementTests('chromium')],
    ['Tests end to end', () => runVitest('e2e')],
  ];
  const outcomes: Outcome[] = [];
  for (const [name, run] of runs) {
    heading(name);
    const outcome = note(name, await run());
    console.log(`${name}: ${inWords(outcome)}`);
    outcomes.push(outcome);
  }
  return outcomes;
}

const checkOutcomes = await runChecks();
const testOutcomes = process.argv.includes('--checks') ? [] : await runTests();
const total = sum([...checkOutcomes, ...testOutcomes]);

if (failures.length > 0) {
  heading('What failed');
  for (const failure of failures) console.log(`  ${failure}`);
  process.exitCode = 1;
}
console.log(`\n${inWords(total)}`);
