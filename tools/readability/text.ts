import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { allItems, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

/** What a client reads in one place, line by line: titles, questions, hints, reasons, answers. */
export interface Passage {
  readonly title: string;
  readonly lines: readonly string[];
}

const passage = (title: string, lines: readonly (string | undefined)[]): Passage => ({
  title,
  lines: [...new Set(lines)].filter((line): line is string => line !== undefined && line !== ''),
});

/** A follow-up begins with the answer that it asks about, which has been read before. */
const withoutAnswerName = (text: string): string => text.replace(/^[^:?.]+: (?=\p{Ll})/u, '');

/** The names that a medicine field suggests while somebody types are no text to read. */
const answersOf = ({ answerOption = [], control }: Item): readonly string[] =>
  control === 'autocomplete' ? [] : answerOption.map(({ display }) => display);

/**
 * A page with every follow-up that it can bring. A line that stands there more than once, such as "Not sure" or "When
 * was it, and how is it now?", counts once.
 */
const passageOf = (page: Item): Passage =>
  passage(
    page.text,
    [...allItems([page])].flatMap((item) => [
      withoutAnswerName(item.text),
      item.hint,
      item.why,
      ...answersOf(item),
    ]),
  );

/** The introduction and each page. */
export const passagesOf = ({ introduction = [], item }: Questionnaire): readonly Passage[] => [
  passage('(introduction)', introduction),
  ...item.map(passageOf),
];

/** Each block of a consent document. */
export const blocksOf = ({ blocks }: ConsentDocument): readonly Passage[] =>
  blocks.map(({ id, heading, paragraphs, list = [], acknowledgement, check }) =>
    passage(heading ?? id, [
      heading,
      ...paragraphs,
      ...list,
      acknowledgement,
      check?.question,
      ...(check?.answers ?? []).map(({ text }) => text),
      check?.explanation,
    ]),
  );
