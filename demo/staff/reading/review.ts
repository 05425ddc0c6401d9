import { readResponse, type ResponseProblem } from '../../../src/domain/fhir/read-response.js';
import type { QuestionnaireResponse, ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import { linkIdOf } from '../../../src/domain/questionnaire/answers.js';
import {
  canonicalOf,
  type Item,
  type Questionnaire,
} from '../../../src/domain/questionnaire/questionnaire.js';
import {
  review,
  type Review,
  type ReviewField,
  type ReviewFlag,
} from '../../../src/domain/questionnaire/review-flags/review.js';
import {
  SEVERITIES,
  type Provenance,
  type RuleSet,
  type Severity,
} from '../../../src/domain/questionnaire/review-flags/rules.js';
import type { ReviewSettings } from '../../../src/domain/questionnaire/review-flags/settings.js';
import { structureOf, type Structure } from '../../../src/domain/questionnaire/structure.js';
import { answeredItems, nestedItems, readAnswer } from './answers.js';
import { dateInWords } from './time.js';

/** A question with its answer as the client gave it, and where on the page it stands. */
export interface ReviewAnswer {
  /** The linkId of the question, or of the table that holds it. */
  readonly place: string;
  readonly label: string;
  readonly words: readonly { readonly text: string; readonly isMeant: boolean }[];
  /** What the rule found in it: `named phenelzine`. */
  readonly named: readonly string[];
}

export interface FlagLine {
  readonly ruleId: string;
  readonly answers: readonly ReviewAnswer[];
  readonly reason: string;
  /** "Esketamine nasal spray, US label (FDA), 2025" */
  readonly source: string;
  readonly isChanged: boolean;
}

export interface UnsureLine {
  readonly answer: ReviewAnswer;
  readonly severity: Severity | undefined;
  /** The weightiest rule that looks at the question. */
  readonly reason: string | undefined;
  readonly source: string | undefined;
  /** How many others look at it. */
  readonly others: number;
}

/** What the rules point a prescriber to, in the order in which it is read. */
export interface ReviewReading {
  readonly ruleSetVersion: string;
  readonly groups: readonly { readonly severity: Severity; readonly flags: readonly FlagLine[] }[];
  readonly unsure: readonly UnsureLine[];
  /** Short labels of what was left open: where a rule would have looked, and the rest. */
  readonly unanswered: { readonly lookedAt: readonly string[]; readonly others: readonly string[] };
  /** Answers that no rule could read, each under its question, in the words of the response. */
  readonly unread: readonly UnreadAnswer[];
  /** The version that was answered, where it is not the one that the rules were written for. */
  readonly otherVersion: string | undefined;
}

export interface UnreadAnswer {
  readonly question: string;
  readonly words: readonly string[];
}

export interface ReviewReadingInput {
  readonly response: QuestionnaireResponse;
  readonly questionnaire: Questionnaire;
  readonly ruleSet: RuleSet;
  readonly settings: ReviewSettings;
  /** `YYYY-MM-DD` where the practice is. */
  readonly today: string;
}

export const sourceInWords = ({ source, year }: Provenance): string =>
  year === undefined ? source : `${source}, ${year}`;

/** "Esketamine nasal spray, US label (FDA), 2025; number: practice’s choice". */
export function sourcesInWords(rule: Provenance, numbersFrom: readonly Provenance[]): string {
  const others = new Set(
    numbersFrom.map((each) =>
      each.year === undefined
        ? each.source.replace(/^./, (letter) => letter.toLowerCase())
        : sourceInWords(each),
    ),
  );
  return [sourceInWords(rule), ...[...others].map((other) => `number: ${other}`)].join('; ');
}

/** The item that a problem of the response is about. */
function itemAt(response: QuestionnaireResponse, { pointer }: ResponseProblem): ResponseItem | undefined {
  let items: readonly ResponseItem[] = response.item;
  let found: ResponseItem | undefined;
  for (const [, position] of pointer.matchAll(/\/item\/(\d+)/g)) {
    found = items[Number(position)];
    items = found ? nestedItems(found) : [];
  }
  return found;
}

/** The answers at and below these items, each once, in the words that the client read. */
function unreadAnswers(
  response: QuestionnaireResponse,
  problems: readonly ResponseProblem[],
  unread: readonly ReviewField[],
): readonly UnreadAnswer[] {
  const linkIds = new Set(unread.map(({ item }) => item.linkId));
  const atFault = problems.flatMap((problem) => itemAt(response, problem) ?? []);
  const misread = [...answeredItems(response.item)].filter(({ linkId }) => linkIds.has(linkId));
  const answered = new Set(
    [...misread.map((item) => [item] as const), ...atFault.map((item) => [...answeredItems([item])])].flat(),
  );
  return [...answered].map((item) => {
    const { question, words } = readAnswer(item, undefined);
    return { question, words };
  });
}

/** What a question is about where it does not say so itself: what it was asked because of, or the group it stands in. */
function contextOf(item: Item, structure: Structure): string | undefined {
  const { around = [], parent } = structure.get(item.linkId) ?? {};
  const entry = around.at(-1);
  if (entry) return entry.text;
  const [condition] = item.enableWhen ?? [];
  const asked = condition && structure.get(condition.question)?.item;
  if (condition?.operator === '=' && asked?.repeats)
    return asked.answerOption
      ?.find(({ code }) => code === condition.answer)
      ?.display.replace(/[,(].*/, '')
      .trim();
  if (condition?.operator === '=') return asked?.short;
  return parent?.parent ? parent.item.text : undefined;
}

/**
 * "High blood pressure: treated", where the question alone would be "Treated"; the whole question where its short name
 * is no more than what it is about, so that "Glaucoma" never stands beside a "No" that says something else.
 */
function labelInContext({ item, label }: ReviewField, structure: Structure): string {
  const context = contextOf(item, structure);
  if (context === undefined || context === '') return label;
  if (label.toLowerCase() === context.toLowerCase()) return item.text;
  if (label.toLowerCase().startsWith(context.toLowerCase())) return label;
  // An abbreviation keeps its capitals.
  return `${context}: ${label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}`;
}

/** Holds a response against the rules and says it in words. */
export function readReview({
  response,
  questionnaire,
  ruleSet,
  settings,
  today,
}: ReviewReadingInput): ReviewReading {
  const { answers, problems } = readResponse(questionnaire, response);
  const found = review({ questionnaire, answers, ruleSet, settings, today });
  const isSameVersion = response.questionnaire === canonicalOf(questionnaire);
  const structure = structureOf(questionnaire);
  const labelOf = (field: ReviewField): string => labelInContext(field, structure);
  const answerOf = (field: ReviewField): ReviewAnswer => {
    const { path, item, answerAsGiven, about, named } = field;
    return {
      // An answer in a table has no place of its own.
      place: structure.get(linkIdOf(path))?.around[0]?.linkId ?? linkIdOf(path),
      label: labelOf(field),
      words: answerAsGiven.map((words) => ({
        text: item.type === 'date' ? dateInWords(words) : words,
        isMeant: about.includes(words),
      })),
      named: named.filter(
        (name) => !answerAsGiven.some((words) => words.toLowerCase().includes(name.toLowerCase())),
      ),
    };
  };
  const lineOf = (flag: ReviewFlag): FlagLine => ({
    ruleId: flag.ruleId,
    answers: flag.fields.map(answerOf),
    reason: flag.reason,
    source: sourcesInWords(flag, flag.numbersFrom),
    isChanged: flag.overriddenByPractice,
  });
  return {
    ruleSetVersion: ruleSet.version,
    groups: SEVERITIES.map((severity) => ({
      severity,
      flags: found.flags.filter((flag) => flag.severity === severity).map(lineOf),
    })).filter(({ flags }) => flags.length > 0),
    unsure: found.unsure.map(({ field, severity, rules: [first, ...others] }) => ({
      answer: answerOf(field),
      severity,
      reason: first?.reason,
      source: first && sourcesInWords(first, first.numbersFrom),
      others: others.length,
    })),
    // Another version may have asked other questions; what it left open is not for this one to say.
    unanswered: openQuestions(isSameVersion ? found.unanswered : [], labelOf),
    unread: unreadAnswers(response, problems, found.unread),
    otherVersion: isSameVersion ? undefined : (response.questionnaire.split('|')[1] ?? ''),
  };
}

function openQuestions(
  unanswered: Review['unanswered'],
  labelOf: (field: ReviewField) => string,
): ReviewReading['unanswered'] {
  const labels = (isLookedAt: boolean) =>
    unanswered.filter((each) => each.isLookedAt === isLookedAt).map(({ field }) => labelOf(field));
  return { lookedAt: labels(true), others: labels(false) };
}
