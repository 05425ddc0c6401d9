import { describe, expect, it } from 'vitest';
import { enabledItems, walk } from '../../../src/domain/questionnaire/enabled-items.js';
import { allItems, type Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import {
  asksAboutSafety,
  safetyItems,
  signIn,
  withoutSafetyItems,
} from '../../../src/domain/questionnaire/safety.js';
import { answersOf } from '../../support/answers.js';
import { checkIn } from '../../support/check-in.js';
import { history } from '../../support/history.js';

/** What an answer to one of the questions says. */
function signOf(path: string, ...codes: readonly string[]): string {
  const answers = answersOf({ [path]: codes });
  const asked = [...walk(enabledItems(checkIn, answers))].find((each) => each.path === path);
  if (!asked) throw new Error(`${path} is not asked.`);
  return signIn(asked, answers);
}

const linkIdsOf = ({ item }: Questionnaire) => [...allItems(item)].map(({ linkId }) => linkId);

describe('a sign of danger', () => {
  it.each([
    ['better-off-dead', 'some-days', 'some-days'],
    ['better-off-dead', 'most-days', 'most-days'],
    ['better-off-dead', 'never', ''],
    ['better-off-dead', 'rather-talk', ''],
    ['afraid-at-home', 'true', 'true'],
    ['afraid-at-home', 'false', ''],
    ['sleep', 'no', ''],
  ])('in %s, answered %s, is “%s”', (path, code, sign) => {
    expect(signOf(path, code)).toBe(sign);
  });

  it('is none in what nobody has answered', () => {
    expect(signOf('better-off-dead')).toBe('');
  });

  it('is each of several answers', () => {
    const several: Questionnaire = {
      ...checkIn,
      item: [
        {
          linkId: 'lately',
          type: 'choice',
          text: 'Lately?',
          repeats: true,
          safety: ['hurt', 'unsafe'],
          answerOption: ['hurt', 'tired', 'unsafe'].map((code) => ({ code, display: code })),
        },
      ],
    };
    const answers = answersOf({ lately: ['hurt', 'tired', 'unsafe'] });
    const [asked] = enabledItems(several, answers);
    expect(asked && signIn(asked, answers)).toBe('hurt,unsafe');
  });
});

describe('a questionnaire for a practice without a response plan', () => {
  it('leaves the watched questions out and every other one in its place', () => {
    expect(safetyItems(checkIn.item).map(({ linkId }) => linkId)).toEqual([
      'better-off-dead',
      'afraid-at-home',
    ]);
    const left = withoutSafetyItems(checkIn);
    expect(linkIdsOf(left)).toEqual(['you', 'phone', 'address', 'mood', 'sleep', 'after', 'words']);
    expect(asksAboutSafety(left.item)).toBe(false);
  });

  it('is the same one where nothing is watched', () => {
    expect(withoutSafetyItems(history)).toBe(history);
  });
});
