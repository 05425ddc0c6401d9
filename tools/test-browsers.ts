// The tests of the elements and one whole journey, in Firefox and in WebKit.
import { inWords, type Outcome, sum } from './outcome.js';
import { bin, heading, stream } from './run.js';
import { runElementTests } from './test-runs.js';

async function runJourney(browser: string): Promise<Outcome> {
  const exitCode = await stream(bin('tsx/dist/cli.mjs', 'test/browsers/journey.ts', browser));
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const outcomes: Outcome[] = [];
for (const [browser, name] of [
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
] as const) {
  heading(`Tests in ${name}: elements`);
  const elements = await runElementTests(browser);
  console.log(`${name}, elements: ${inWords(elements)}`);
  heading(`Tests in ${name}: the whole journey`);
  const journey = await runJourney(browser);
  console.log(`${name}, the whole journey: ${inWords(journey)}`);
  outcomes.push(elements, journey);
}

const total = sum(outcomes);
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${inWords(total)}`);
