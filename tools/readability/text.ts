import type { ConsentBlock, ConsentDocument } from '../../src/domain/consent/document.js';
import { allItems, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { count } from './grade.js';

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

/** What a client reads of a block, where its numbers come from included. */
const linesOf = (block: ConsentBlock): readonly (string | undefined)[] => {
  const { heading, paragraphs, list = [], acknowledgement, choices = [], check, sources = [] } = block;
  return [
    heading,
    ...paragraphs,
    ...list,
    acknowledgement,
    ...choices.flatMap(({ question, options }) => [question, ...options.map(({ text }) => text)]),
    check?.question,
    ...(check?.answers ?? []).map(({ text }) => text),
    check?.explanation,
    ...sources.flatMap(({ claim, comparison }) => [claim, comparison]),
  ];
};

/** Each block of a consent document, and the words that it explains. */
export const blocksOf = ({ blocks, terms = [] }: ConsentDocument): readonly Passage[] => [
  ...blocks.map((block) => passage(block.heading ?? block.id, linesOf(block))),
  ...(terms.length === 0
    ? []
    : [
        passage(
          '(words that are explained)',
          terms.flatMap(({ term, meaning }) => [term, meaning]),
        ),
      ]),
];

/**
 * Passages that are long enough to be measured: a short one goes with what follows, and the last with what comes before.
 *
 * @param words how many one has at least, as far as the text reaches.
 */
export function joined(passages: readonly Passage[], words: number): readonly Passage[] {
  const wordsOf = ({ lines }: Passage): number => count(lines).words;
  const join = (one: Passage, other: Passage): Passage => ({
    title: `${one.title} + ${other.title}`,
    lines: [...one.lines, ...other.lines],
  });
  const groups: Passage[] = [];
  for (const next of passages) {
    const last = groups.at(-1);
    if (last !== undefined && wordsOf(last) < words) groups[groups.length - 1] = join(last, next);
    else groups.push(next);
  }
  const [before, last] = groups.slice(-2);
  return before === undefined || last === undefined || wordsOf(last) >= words
    ? groups
    : [...groups.slice(0, -2), join(before, last)];
}
