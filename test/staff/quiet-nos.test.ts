import { describe, expect, it } from 'vitest';
import { readAnswer, type Answered } from '../../demo/staff/reading/answers.js';
import { groupNos, questionsWhereNoMatters } from '../../demo/staff/reading/quiet-nos.js';
import { chosen, example, screening } from './example.js';

const answer = (linkId: string, code: string): Answered =>
  readAnswer(chosen(linkId, code), screening(linkId, linkId));

const shape = (
  answers: readonly Answered[],
  notable: readonly string[] = [],
): readonly (string | string[])[] =>
  groupNos(answers, new Set(notable)).map((line) =>
    line.kind === 'nos' ? line.answers.map(({ linkId }) => linkId) : line.answered.linkId,
  );

describe('runs of "No"', () => {
  it('become one line, and everything else keeps its place', () => {
    const answers = [
      answer('a', 'no'),
      answer('b', 'no'),
      answer('c', 'yes'),
      answer('d', 'no'),
      answer('e', 'no'),
    ];
    expect(shape(answers)).toEqual([['a', 'b'], 'c', ['d', 'e']]);
  });

  it('leave a single "No" as it is', () => {
    expect(shape([answer('a', 'yes'), answer('b', 'no'), answer('c', 'not-sure')])).toEqual(['a', 'b', 'c']);
  });

  it('end at a question whose "No" matters', () => {
    const answers = [answer('a', 'no'), answer('safe', 'no'), answer('b', 'no'), answer('c', 'no')];
    expect(shape(answers, ['safe'])).toEqual(['a', 'safe', ['b', 'c']]);
  });

  it('never take in a "No" to an everyday question', () => {
    const everyday = readAnswer(chosen('someone-at-home', 'no'), screening('x', 'x', { sensitive: false }));
    expect(shape([answer('a', 'no'), everyday, answer('b', 'no')])).toEqual(['a', 'someone-at-home', 'b']);
  });

  it('lose no answer', () => {
    const answers = ['no', 'no', 'yes', 'no', 'rather-talk', 'no', 'no', 'no'].map((code, at) =>
      answer(`q${at}`, code),
    );
    expect(shape(answers).flat()).toEqual(answers.map(({ linkId }) => linkId));
  });
});

describe('questionsWhereNoMatters', () => {
  it('finds those that ask further after a "No"', () => {
    expect([...questionsWhereNoMatters(example)]).toEqual(['safe']);
  });
});
