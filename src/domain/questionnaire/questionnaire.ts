import * as z from 'zod/mini';
import { locale, slug, text } from '../untrusted.js';

/** The kinds of item, named as in FHIR R4 (http://hl7.org/fhir/R4/valueset-item-type.html). */
export type ItemType =
  'group' | 'display' | 'string' | 'text' | 'integer' | 'decimal' | 'date' | 'boolean' | 'choice';

export interface AnswerOption {
  readonly code: string;
  /** The words of the answer. */
  readonly display: string;
  /** Choosing it takes every other answer of the same question away, as "None of these" does. */
  readonly exclusive?: boolean | undefined;
}

/** One condition on another question's answer, FHIR R4's `enableWhen` with the operators we evaluate. */
export interface Condition {
  /** The `linkId` of the question it looks at. */
  readonly question: string;
  readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  /** As text: the code of a choice, a number, a date; `true` or `false` for `exists` and for booleans. */
  readonly answer: string;
}

/** Who at the practice a topic is for: prescriber, therapist, office. `medical` where nothing is said. */
export type Part = 'medical' | 'therapy' | 'logistics';

/** A question, a group of items, or a text between them. Fields of FHIR's have FHIR's names and meaning. */
export interface Item {
  readonly linkId: string;
  readonly type: ItemType;
  /** The question as a client reads it; a group's title. */
  readonly text: string;
  /** The question in two or three words, for summaries. */
  readonly short?: string | undefined;
  /** One or two sentences shown before the field. */
  readonly hint?: string | undefined;
  /** Why it is asked, opened on demand. */
  readonly why?: string | undefined;
  readonly required?: boolean | undefined;
  readonly repeats?: boolean | undefined;
  /** Hard to answer: its options hold "Not sure" and "I'd rather talk about it". */
  readonly sensitive?: boolean | undefined;
  readonly enableWhen?: readonly Condition[] | undefined;
  readonly enableBehavior?: 'all' | 'any' | undefined;
  readonly answerOption?: readonly AnswerOption[] | undefined;
  /** Bounds of a number; for a date of birth see `minimumAge`. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** The longest text taken, in characters. */
  readonly maxLength?: number | undefined;
  readonly maxOccurs?: number | undefined;
  readonly format?: 'email' | 'phone' | undefined;
  /** A date may not lie in the future; a date of birth is held to the practice's minimum age as well. */
  readonly dateOf?: 'birth' | 'past' | undefined;
  readonly unit?: string | undefined;
  /** An autofill token of HTML; health questions have none. */
  readonly autocomplete?: string | undefined;
  readonly part?: Part | undefined;
  /** The element of a FHIR resource that the answer fills, for example `Patient.birthDate`. */
  readonly definition?: string | undefined;
  /** What one instance of a repeating group is called, in lower case: "medicine". */
  readonly entryName?: string | undefined;
  readonly item?: readonly Item[] | undefined;
}

/** A versioned set of questions. Each top-level group is a page. */
export interface Questionnaire {
  readonly schema: 'kap/questionnaire/1';
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly locale: string;
  /** Paragraphs before the first question: what is asked and what to have at hand. */
  readonly introduction?: readonly string[] | undefined;
  readonly item: readonly Item[];
}

const condition = z.object({
  question: text(255),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answer: z.string().check(z.maxLength(1000)),
});

const item: z.ZodMiniType<Item> = z.object({
  linkId: text(255),
  type: z.enum(['group', 'display', 'string', 'text', 'integer', 'decimal', 'date', 'boolean', 'choice']),
  text: text(4000),
  short: z.optional(text(200)),
  hint: z.optional(text(2000)),
  why: z.optional(text(2000)),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  sensitive: z.optional(z.boolean()),
  enableWhen: z.optional(z.array(condition)),
  enableBehavior: z.optional(z.enum(['all', 'any'])),
  answerOption: z.optional(
    z.array(z.object({ code: text(200), display: text(1000), exclusive: z.optional(z.boolean()) })),
  ),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  maxOccurs: z.optional(z.number()),
  format: z.optional(z.enum(['email', 'phone'])),
  dateOf: z.optional(z.enum(['birth', 'past'])),
  unit: z.optional(text(40)),
  autocomplete: z.optional(text(40)),
  part: z.optional(z.enum(['medical', 'therapy', 'logistics'])),
  definition: z.optional(text(300)),
  entryName: z.optional(text(80)),
  get item() {
    return z.optional(z.array(item));
  },
});

/** A questionnaire from an endpoint or a practice's own address. */
export const questionnaire: z.ZodMiniType<Questionnaire> = z.object({
  schema: z.literal('kap/questionnaire/1'),
  id: slug,
  version: text(40),
  title: text(200),
  locale,
  introduction: z.optional(z.array(text(4000))),
  item: z.array(item).check(z.minLength(1)),
});

/** The canonical address of a questionnaire's version, as a QuestionnaireResponse names it. */
export const canonicalOf = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  `urn:kap:questionnaire:${id}|${version}`;

/** What keeps a questionnaire from being filled in, for whoever made it; `undefined` where nothing does. */
export function faultOf({ item: pages }: Questionnaire): string | undefined {
  const noPage = pages.find(({ type, repeats }) => type !== 'group' || repeats);
  if (noPage) return `item ${noPage.linkId} is no page: each top-level item must be a group that stands once`;
  const seen = new Set<string>();
  for (const { linkId } of allItems(pages)) {
    if (seen.has(linkId)) return `two items have the linkId ${linkId}`;
    seen.add(linkId);
  }
  return undefined;
}

/** Every item below these, parents before children. */
export function* allItems(items: readonly Item[]): Generator<Item> {
  for (const each of items) {
    yield each;
    yield* allItems(each.item ?? []);
  }
}
