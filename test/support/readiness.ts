import { readiness } from '../../src/content/en/questionnaires/index.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import { NO_ANSWERS, type Answers, type ItemPath } from '../../src/domain/questionnaire/answers.js';
import { enabledItems, walk } from '../../src/domain/questionnaire/enabled-items.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import { isChoice, isQuestion, type Item } from '../../src/domain/questionnaire/questionnaire.js';
import type { IntakeSubmission } from '../../src/domain/submission/envelope.js';
import { newIntake } from './intake.js';

/** What is given in the place of an answer; `undefined` leaves the question open. */
export type Given = Readonly<Record<string, string | undefined>>;

/** Where "No" is not the answer of somebody who is ready. */
const READY: Given = {
  'mood-since': 'same',
  'safe-at-home': 'yes',
  'last-meal': 'over-8-hours',
  'last-drink': '4-to-8-hours',
  'escort-agreed': 'yes',
  transport: 'escort-drives',
  'at-home': 'yes',
  'day-free': 'yes',
  'no-driving': 'yes',
  attest: 'yes',
  'before-session': undefined,
};

function entryOf(item: Item, given: string): Entry {
  return isChoice(item) ? [given] : given;
}

function usual({ format, answerOption = [] }: Item): string {
  const codes = answerOption.map(({ code }) => code);
  const no = codes.find((code) => ['no', 'none', 'never'].includes(code));
  return no ?? codes[0] ?? (format === 'phone' ? '503 555 0199' : 'Sam Okafor');
}

function readyAnswers(replacing: Given): Answers {
  const given: Given = { ...READY, ...replacing };
  const entries = new Map<ItemPath, Entry>();
  for (const { item, path } of walk(enabledItems(readiness, NO_ANSWERS))) {
    if (!isQuestion(item)) continue;
    const words = item.linkId in given ? given[item.linkId] : usual(item);
    if (words !== undefined) entries.set(path, entryOf(item, words));
  }
  return { entries, instances: new Map() };
}

/** The shipped form before a dosing session of somebody for whom nothing has changed, with other answers where they are given. */
export const readinessResponse = (replacing: Given = {}): IntakeSubmission['content']['response'] =>
  writeResponse(readiness, readyAnswers(replacing), '2026-11-22T19:58:00.000Z').response;

/** The same as the widget would send it. */
export const newReadiness = (replacing: Given = {}): IntakeSubmission =>
  newIntake({
    act: { questionnaire: { id: readiness.id, version: readiness.version } },
    content: { response: readinessResponse(replacing) },
  });
