import type { ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import type { Item } from '../../../src/domain/questionnaire/questionnaire.js';
import { answeredItems, isAnswered, nestedItems, readAnswer, type Answered } from './answers.js';
import { groupNos, type AnswerLine } from './quiet-nos.js';
import { readTable, type Table } from './tables.js';

/** What one topic shows, from top to bottom. */
export type Line =
  | AnswerLine
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'heading'; readonly linkId: string; readonly text: string };

/** Whether items with one linkId are a group; where the questionnaire doesn't know them, their shape tells. */
export function isGroup(instances: readonly ResponseItem[], definition: Item | undefined): boolean {
  if (definition !== undefined) return definition.type === 'group';
  return instances.every((each) => each.item !== undefined && each.answer === undefined);
}

/** Collects answers until a heading or a table ends the run. */
class TopicReader {
  readonly #definitions: ReadonlyMap<string, Item>;
  readonly #notable: ReadonlySet<string>;
  readonly #lines: Line[] = [];
  #answers: Answered[] = [];

  constructor(definitions: ReadonlyMap<string, Item>, notable: ReadonlySet<string>) {
    this.#definitions = definitions;
    this.#notable = notable;
  }

  read(items: readonly ResponseItem[]): readonly Line[] {
    this.#readItems(items, false);
    this.#endAnswers();
    return this.#lines;
  }

  #readItems(items: readonly ResponseItem[], isNested: boolean): void {
    for (const linkId of new Set(items.map((item) => item.linkId))) {
      const instances = items.filter((item) => item.linkId === linkId);
      const definition = this.#definitions.get(linkId);
      if (!isGroup(instances, definition))
        for (const item of instances) this.#readQuestion(item, definition, isNested);
      else if (definition?.repeats === true || instances.length > 1)
        this.#readRepeating(instances, definition);
      else for (const item of instances) this.#readGroup(item, isNested);
    }
  }

  #readQuestion(item: ResponseItem, definition: Item | undefined, isNested: boolean): void {
    if (isAnswered(item)) this.#answers.push(readAnswer(item, definition, isNested));
    this.#readItems(nestedItems(item), true);
  }

  #readRepeating(instances: readonly ResponseItem[], definition: Item | undefined): void {
    const table = readTable(instances, definition);
    if (table === undefined) return;
    this.#endAnswers();
    this.#lines.push({ kind: 'table', table });
  }

  #readGroup(item: ResponseItem, isNested: boolean): void {
    this.#endAnswers();
    if (item.text !== undefined && [...answeredItems([item])].length > 0) {
      this.#lines.push({ kind: 'heading', linkId: item.linkId, text: item.text });
    }
    this.#readItems(item.item ?? [], isNested);
  }

  #endAnswers(): void {
    this.#lines.push(...groupNos(this.#answers, this.#notable));
    this.#answers = [];
  }
}

/** Reads items in their order: the answers, and headings and tables where they stand between them. */
export function readLines(
  items: readonly ResponseItem[],
  definitions: ReadonlyMap<string, Item>,
  notable: ReadonlySet<string>,
): readonly Line[] {
  return new TopicReader(definitions, notable).read(items);
}
