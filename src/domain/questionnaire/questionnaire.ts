import type { Entry } from './entry.js';
import type { ResponseValue } from './response-value.js';

/** The kinds of item, named as in FHIR R4 (http://hl7.org/fhir/R4/valueset-item-type.html). */
export type ItemType =
  | 'group'
  | 'display'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'string'
  | 'text'
  | 'url'
  | 'choice'
  | 'open-choice'
  | 'quantity';

export interface AnswerOption {
  /** Names the answer among its fellows; a FHIR `code` neither begins nor ends with a space. */
  readonly code: string;
  /** The words of the answer. */
  readonly display: string;
  /** Choosing it takes every other answer of the same question away, as "None of these" does. */
  readonly exclusive?: boolean | undefined;
  /** What the answer counts in a sum (FHIR's `ordinalValue`). */
  readonly ordinal?: number | undefined;
  /** What a response carries for it, where that is no code of ours: `{ valueInteger: 3 }`. */
  readonly value?: ResponseValue | undefined;
}

/** One condition on another question's answer, FHIR R4's `enableWhen`. */
export interface Condition {
  /** The `linkId` of the question it looks at. */
  readonly question: string;
  readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  /** As text: the code of a choice, a number, a date; `true` or `false` for `exists` and for booleans. */
  readonly answer: string;
}

/** Who at the practice a topic is for: prescriber, therapist, office. `medical` where nothing is said. */
export type Part = 'medical' | 'therapy' | 'logistics';

/** A unit that a quantity can be given in. */
export interface Unit {
  /** In UCUM where there is a code for it: `kg`, `[lb_av]`. */
  readonly code: string;
  readonly display: string;
  readonly system?: string | undefined;
}

/** A question, a group of items, or a text between them. Fields of FHIR's have FHIR's names and meaning. */
export interface Item {
  readonly linkId: string;
  readonly type: ItemType;
  /** The question as a client reads it; a group's title. Empty where a FHIR item has none. */
  readonly text: string;
  /** What stands before the text: `2a.` */
  readonly prefix?: string | undefined;
  /** The question in two or three words, for summaries. */
  readonly short?: string | undefined;
  /** One or two sentences shown before the field. */
  readonly hint?: string | undefined;
  /** Why it is asked, opened on demand. */
  readonly why?: string | undefined;
  readonly required?: boolean | undefined;
  readonly repeats?: boolean | undefined;
  /** Shown and not to be changed. */
  readonly readOnly?: boolean | undefined;
  /** Never shown; it keeps its initial value. */
  readonly hidden?: boolean | undefined;
  /** Hard to answer: its options hold "Not sure" and "I'd rather talk about it". */
  readonly sensitive?: boolean | undefined;
  /**
   * Asked only by a practice with a response plan: the codes of the answers that bring up the panel with people to
   * call. For a boolean, `true`.
   */
  readonly safety?: readonly string[] | undefined;
  readonly enableWhen?: readonly Condition[] | undefined;
  readonly enableBehavior?: 'all' | 'any' | undefined;
  readonly answerOption?: readonly AnswerOption[] | undefined;
  /** How a choice looks; by the number of its answers where nothing is said. */
  readonly control?: 'radio' | 'check-box' | 'drop-down' | 'autocomplete' | undefined;
  /** What stands there at first, one entry for each repetition. */
  readonly initial?: readonly Entry[] | undefined;
  /** Bounds of a number, in the first unit of a quantity; of a date or time as text. */
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  /** The most digits after the point. */
  readonly decimals?: number | undefined;
  /** Lengths of a text, in characters. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** A regular expression for the whole text. */
  readonly pattern?: string | undefined;
  readonly minOccurs?: number | undefined;
  readonly maxOccurs?: number | undefined;
  readonly format?: 'email' | 'phone' | undefined;
  /** A date may not lie in the future; a date of birth is held to the practice's minimum age as well. */
  readonly dateOf?: 'birth' | 'past' | undefined;
  /** What a number counts, in words: "years". */
  readonly unit?: string | undefined;
  /** The units that a quantity can be given in, the usual one first. */
  readonly units?: readonly Unit[] | undefined;
  /** An autofill token of HTML; health questions have none. */
  readonly autocomplete?: string | undefined;
  readonly part?: Part | undefined;
  /** The element of a FHIR resource that the answer fills, for example `Patient.birthDate`. */
  readonly definition?: string | undefined;
  /** What one instance of a repeating item is called, in lower case: "medicine". */
  readonly entryName?: string | undefined;
  readonly item?: readonly Item[] | undefined;
}

/** A versioned set of questions. */
export interface Questionnaire {
  readonly schema: 'kap/questionnaire/1';
  readonly id: string;
  readonly version: string;
  /** The canonical address it was published under, where that is not one of ours. */
  readonly url?: string | undefined;
  readonly title: string;
  readonly locale: string;
  /** Paragraphs before the first question: what is asked and what to have at hand. */
  readonly introduction?: readonly string[] | undefined;
  readonly item: readonly Item[];
}

/** The canonical address of a questionnaire's version, as a QuestionnaireResponse names it. */
export const canonicalOf = ({ id, version, url }: Pick<Questionnaire, 'id' | 'version' | 'url'>): string =>
  `${url ?? `urn:kap:questionnaire:${id}`}|${version}`;

/** Every item below these, parents before children. */
export function* allItems(items: readonly Item[]): Generator<Item> {
  for (const each of items) {
    yield each;
    yield* allItems(each.item ?? []);
  }
}

/** Whether answers are picked from a list, wholly or with words of one's own beside it. */
export const isChoice = ({ type, answerOption }: Item): boolean =>
  type === 'choice' || type === 'open-choice' || answerOption !== undefined;

/** Whether it asks for something. */
export const isQuestion = ({ type }: Item): boolean => type !== 'group' && type !== 'display';

/**
 * Whether it stands as often as the client adds it. Several answers of a list with nothing below them are ticked in
 * one place instead.
 */
export const isRepeated = (item: Item): boolean =>
  item.repeats === true && !(isChoice(item) && item.item === undefined && item.control !== 'autocomplete');

const asked = new WeakMap<Item, Item>();

/** A repeating question as it is asked in one of its instances. */
export function askedOnce(item: Item): Item {
  let once = asked.get(item);
  if (!once) {
    once = { ...item, repeats: false, required: false, minOccurs: undefined, maxOccurs: undefined };
    asked.set(item, once);
  }
  return once;
}
