import type { ConsentBlock } from '../../domain/consent/document.js';

/** What a block asks, in its own words. */
export const textsIn = ({ acknowledgement, choices = [], check }: ConsentBlock): readonly string[] => [
  ...choices.flatMap(({ question, options }) => [question, ...options.map(({ text }) => text)]),
  ...(check ? [check.question, ...check.answers.map(({ text }) => text), check.explanation] : []),
  ...(acknowledgement === undefined ? [] : [acknowledgement]),
];
