import type { ConsentBlock, ConsentDocument } from '../../src/domain/consent/document.js';

/** What a block says and asks, without where its numbers come from. */
export const textsOf = (block: ConsentBlock): readonly string[] => {
  const { heading, paragraphs, list = [], acknowledgement, choices = [], check } = block;
  const asked = choices.flatMap(({ question, options }) => [question, ...options.map(({ text }) => text)]);
  const checked = check ? [check.question, ...check.answers.map(({ text }) => text), check.explanation] : [];
  return [heading, ...paragraphs, ...list, acknowledgement, ...asked, ...checked].filter(
    (text) => text !== undefined,
  );
};

/** Every text of a document with where it stands. */
export const wordsOf = ({
  title,
  blocks,
  terms = [],
}: ConsentDocument): readonly (readonly [string, string])[] => [
  ['title', title],
  ...blocks.flatMap((block) => textsOf(block).map((text) => [block.id, text] as const)),
  ...blocks.flatMap(({ id, sources = [] }) =>
    sources.flatMap(({ claim, comparison }) => [[id, claim] as const, [id, comparison] as const]),
  ),
  ...terms.map(({ term, meaning }) => [term, meaning] as const),
];

/** Names of the blanks that a document leaves, in order, each once. */
export const blanksOf = (document: ConsentDocument): readonly string[] => [
  ...new Set([...JSON.stringify(document).matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name)),
];
