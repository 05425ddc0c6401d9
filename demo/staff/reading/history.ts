import type { QuestionnaireResponse, ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import {
  allItems,
  canonicalOf,
  isQuestion,
  type Item,
  type Part,
  type Questionnaire,
} from '../../../src/domain/questionnaire/questionnaire.js';
import { itemsFor, partsOf } from '../../../src/domain/questionnaire/parts.js';
import { answeredItems, nestedItems, readAnswer, type Answered } from './answers.js';
import { questionsWhereNoMatters } from './quiet-nos.js';
import { isGroup, readLines, type Line } from './topic-lines.js';
import { unansweredByTopic } from './unanswered.js';

/** One page of the questionnaire as a clinician reads it. */
export interface Topic {
  readonly linkId: string;
  readonly title: string;
  readonly part: Part;
  readonly lines: readonly Line[];
  /** Short labels of questions that were open to the client and left without an answer. */
  readonly unanswered: readonly string[];
}

/** An answer that asks for a conversation, with the topic where it stands. */
export interface TalkPoint {
  readonly topic: { readonly linkId: string; readonly title: string };
  readonly answered: Answered;
  /** What the entry it belongs to is about, such as a medicine's name, where it stands in a table. */
  readonly about: string | undefined;
}

export interface Person {
  readonly name: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | undefined;
}

export interface History {
  readonly person: Person;
  readonly topics: readonly Topic[];
  readonly toTalkAbout: readonly TalkPoint[];
}

export interface ReadingOptions {
  /** Parts that this reader does not see: their topics are neither shown nor counted as unanswered. */
  readonly hiddenParts?: readonly Part[];
}

const NOTHING_OPEN: ReadonlyMap<string, readonly string[]> = new Map();

function readPerson(response: QuestionnaireResponse, definitions: ReadonlyMap<string, Item>): Person {
  const valueOf = (...elements: readonly string[]): string | undefined => {
    const items = [...answeredItems(response.item)];
    const words = elements.flatMap((element) =>
      items
        .filter((item) => definitions.get(item.linkId)?.definition?.endsWith(element) === true)
        .flatMap((item) => (item.answer ?? []).map((answer) => answer.valueDate ?? answer.valueString ?? '')),
    );
    const joined = words.join(' ').trim();
    return joined === '' ? undefined : joined;
  };
  return {
    name: valueOf('Patient.name.given', 'Patient.name.family'),
    birthDate: valueOf('Patient.birthDate'),
  };
}

/** The open answers below these items; in a repeating group, each with the first answer of its entry. */
function talkPoints(
  items: readonly ResponseItem[],
  definitions: ReadonlyMap<string, Item>,
  about?: string,
): readonly Omit<TalkPoint, 'topic'>[] {
  return items.flatMap((item) => {
    const definition = definitions.get(item.linkId);
    const answered = readAnswer(item, definition);
    const isOpen = answered.tone === 'not-sure' || answered.tone === 'rather-talk';
    const [first] = definition?.repeats === true ? answeredItems(nestedItems(item)) : [];
    const inner = first ? readAnswer(first, definitions.get(first.linkId)).words.join(', ') : about;
    return [...(isOpen ? [{ answered, about }] : []), ...talkPoints(nestedItems(item), definitions, inner)];
  });
}

/** The questionnaire's topics in its own order, then what only the response knows. */
function topicsInOrder(response: QuestionnaireResponse, topics: readonly Item[]): readonly string[] {
  return [...new Set([...topics, ...response.item].map((item) => item.linkId))];
}

/**
 * Turns a health history as it arrived into what a clinician reads. The words are the response's own; the
 * questionnaire adds order, short labels, parts, units, what repeats and what was left open.
 *
 * @param questionnaire the one it answers, in this or another version; `undefined` when it is not known here:
 *   everything is still shown.
 */
export function readHistory(
  response: QuestionnaireResponse,
  questionnaire: Questionnaire | undefined,
  { hiddenParts = [] }: ReadingOptions = {},
): History {
  const visible = questionnaire && {
    ...questionnaire,
    item: itemsFor(questionnaire.item, (part) => !hiddenParts.includes(part)),
  };
  const definitions = new Map([...allItems(visible?.item ?? [])].map((item) => [item.linkId, item]));
  const keptApart = visible ? questionsWhereNoMatters(visible) : new Set<string>();
  // Another version may have asked other questions; what it left open is not for this one to say.
  const isSameVersion = visible !== undefined && response.questionnaire === canonicalOf(visible);
  const unanswered = isSameVersion ? unansweredByTopic(response, visible) : NOTHING_OPEN;

  const topics: Topic[] = [];
  const toTalkAbout: TalkPoint[] = [];
  for (const linkId of topicsInOrder(response, visible?.item ?? [])) {
    const definition = definitions.get(linkId);
    const items = response.item.filter((item) => item.linkId === linkId);
    const title = items[0]?.text ?? definition?.text ?? linkId;
    const isPage = items.length === 1 && isGroup(items, definition) && definition?.repeats !== true;
    const content = isPage ? items.flatMap((item) => item.item ?? []) : items;
    const lines = readLines(content, definitions, keptApart);
    const open = unanswered.get(linkId) ?? [];
    if (lines.length === 0 && open.length === 0) continue;
    topics.push({ linkId, title, part: definition?.part ?? 'medical', lines, unanswered: open });
    toTalkAbout.push(
      ...talkPoints(items, definitions).map((point) => ({ ...point, topic: { linkId, title } })),
    );
  }
  return { person: readPerson(response, definitions), topics, toTalkAbout };
}

/** Titles of the topics that belong to a part, for saying what somebody else reads. */
export function topicsOfPart(questionnaire: Questionnaire, part: Part): readonly string[] {
  const asks = new Set([...allItems(questionnaire.item)].filter(isQuestion).map(({ linkId }) => linkId));
  return questionnaire.item
    .filter((topic) => [...partsOf([topic])].some(([linkId, its]) => its === part && asks.has(linkId)))
    .map((item) => item.text);
}
