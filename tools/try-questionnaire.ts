import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readQuestionnaire } from '../src/domain/fhir/read-questionnaire.js';
import { allItems } from '../src/domain/questionnaire/questionnaire.js';
import { parseUntrusted } from '../src/domain/untrusted.js';
import { responseValidators, type Validate } from '../test/support/fhir-validators.js';
import { roundTrip } from '../test/support/round-trip.js';

export interface Trial {
  /** Sets of random answers for each questionnaire. */
  readonly sets: number;
  /** The seed of the first set; each next one has the next number. */
  readonly seed: number;
  readonly print: (line: string) => void;
}

/** Longer than any questionnaire that a page would load. */
const MAX_LENGTH = 20_000_000;
/** Errors printed of one file; one cause gives many. */
const MOST_PRINTED = 5;

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];

const milliseconds = (since: number): string => `${(performance.now() - since).toFixed(1)} ms`;

/** Tries one questionnaire and says what was seen; whether everything went well. */
function tryFile(file: string, validators: readonly Validate[], { sets, seed, print }: Trial): boolean {
  const start = performance.now();
  const read = readQuestionnaire(parseUntrusted(readFileSync(file, 'utf8'), MAX_LENGTH));
  if ('fault' in read) {
    print(`✗ ${file}: it can’t be used (${read.fault})`);
    return false;
  }
  const { questionnaire, notes } = read;
  const loading = milliseconds(start);
  const answering = performance.now();
  const trips = Array.from({ length: sets }, (_, index) =>
    roundTrip(questionnaire, seed + index, validators),
  );
  const errors = trips.flatMap((trip) => trip.errors);
  const most = Math.max(0, ...trips.map(({ answered }) => answered));
  const items = [...allItems(questionnaire.item)].length;
  print(
    `${errors.length === 0 ? '✓' : '✗'} ${file}: ${items} items, loaded in ${loading}; ` +
      `${sets} sets of up to ${most} answers in ${milliseconds(answering)}, ${errors.length} errors`,
  );
  for (const { linkId, sentence } of notes) print(`    ${linkId ?? 'the whole'}: ${sentence}`);
  for (const error of errors.slice(0, MOST_PRINTED)) print(`    ${error}`);
  return errors.length === 0;
}

/** Loads questionnaires, answers each at random, and checks that every response is valid FHIR and reads back the same. */
export async function tryQuestionnaires(paths: readonly string[], trial: Trial): Promise<boolean> {
  const { medplum, schema } = await responseValidators();
  const files = paths.flatMap(filesIn);
  if (files.length === 0) trial.print('There is no questionnaire to try.');
  return files.map((file) => tryFile(file, [medplum, schema], trial)).every(Boolean) && files.length > 0;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, sets: { type: 'string', default: '200' } },
  });
  const [seed, sets] = [Number(values.seed), Number(values.sets)];
  if (positionals.length === 0 || !Number.isSafeInteger(seed) || !Number.isSafeInteger(sets)) {
    console.error('npm run try:questionnaire -- FILE|FOLDER [--seed 1] [--sets 200]');
    process.exitCode = 1;
    return;
  }
  const isFine = await tryQuestionnaires(positionals, { seed, sets, print: (line) => console.log(line) });
  if (!isFine) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
