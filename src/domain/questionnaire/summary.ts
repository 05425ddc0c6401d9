import { readEntry, type Answers, type AnswerValue, type ItemPath } from './answers.js';
import type { EnabledItem } from './enabled-items.js';
import { isQuestion, isRepeated, type Item } from './questionnaire.js';

/** One line of a summary: a question and what was answered. */
export interface SummaryRow {
  readonly kind: 'answer';
  readonly path: ItemPath;
  readonly item: Item;
  readonly label: string;
  readonly values: readonly AnswerValue[];
}

/** The heading of one instance of a repeating item, "Medicine 2". */
export interface SummaryHeading {
  readonly kind: 'instance';
  readonly path: ItemPath;
  readonly key: number;
  readonly item: Item;
  /** Its place among its fellows, from 1. */
  readonly position: number;
}

export type SummaryLine = SummaryRow | SummaryHeading;

/** The words of the values, choices as the client read them; dates stay `YYYY-MM-DD`. */
export function wordsOf(item: Item, values: readonly AnswerValue[]): readonly string[] {
  return values.map((value) => {
    if (typeof value === 'object')
      return [value.value, value.unit].filter((part) => part !== undefined).join(' ');
    const option = item.answerOption?.find(({ code }) => code === value);
    // Own words begin with a space.
    const display = option?.display ?? String(value).trimStart();
    return item.unit === undefined ? display : `${display} ${item.unit}`;
  });
}

/** The lines of one page, answered or not, in the order of its questions. */
export function summaryOf(page: EnabledItem, answers: Answers): readonly SummaryLine[] {
  const lines: SummaryLine[] = [];
  const add = (enabled: EnabledItem): void => {
    const { item, path } = enabled;
    if (item.hidden) return;
    if (isQuestion(item) && !isRepeated(item)) {
      const reading = readEntry(item, answers.entries.get(path));
      const values = 'values' in reading ? reading.values : [];
      lines.push({ kind: 'answer', path, item, label: item.short ?? item.text, values });
    }
    enabled.items.forEach(add);
    enabled.instances.forEach((instance, index) => {
      if (item.type === 'group')
        lines.push({ kind: 'instance', path, key: instance.key, item, position: index + 1 });
      instance.items.forEach(add);
    });
  };
  page.items.forEach(add);
  return lines;
}
