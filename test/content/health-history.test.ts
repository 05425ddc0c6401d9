import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../src/content/en/health-history.js';
import { NO_ANSWERS, NOT_SURE, RATHER_TALK, type Answers } from '../../src/domain/questionnaire/answers.js';
import { enabledItems, walk } from '../../src/domain/questionnaire/enabled-items.js';
import { allItems, type Item } from '../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../support/answers.js';
import { itemOf } from '../support/history.js';

const items = [...allItems(healthHistory.item)];
const places = new Map(items.map(({ linkId }, place) => [linkId, place]));
const idsOf = (wanted: readonly Item[]) => wanted.map(({ linkId }) => linkId);

const askedWith = (answers: Answers) =>
  [...walk(enabledItems(healthHistory, answers))].map(({ item }) => item.linkId);

/** The questions that come with one answer. */
const broughtBy = (linkId: string, code: string): readonly string[] => {
  const before = new Set(askedWith(NO_ANSWERS));
  return askedWith(answersOf({ [linkId]: [code] })).filter((asked) => !before.has(asked));
};

describe('the health history', () => {
  it('has pages of their own for at least four topics, and every page asks something', () => {
    expect(healthHistory.item.length).toBeGreaterThanOrEqual(4);
    for (const page of healthHistory.item) {
      expect(page.type).toBe('group');
      // A page that repeats would have no one place to stand.
      expect(page.repeats).toBeUndefined();
      expect(page.item?.length).toBeGreaterThan(0);
    }
  });

  it('gives each item an id of its own', () => {
    expect(new Set(idsOf(items)).size).toBe(items.length);
  });

  it('gives ids that can stand in a path', () => {
    expect(idsOf(items).filter((linkId) => !/^[a-z][a-z0-9-]*$/.test(linkId))).toEqual([]);
  });

  it('says who each topic is for, or leaves it to the prescriber', () => {
    const parts = new Map(healthHistory.item.map(({ linkId, part }) => [linkId, part ?? 'medical']));
    expect(Object.fromEntries(parts)).toMatchObject({
      'about-you': 'logistics',
      reasons: 'therapy',
      heart: 'medical',
      medicines: 'medical',
      mind: 'medical',
      substances: 'medical',
    });
    // A part on an item inside a page would be overlooked by whoever goes by pages.
    const inside = healthHistory.item.flatMap((page) => [...allItems(page.item ?? [])]);
    expect(idsOf(inside.filter(({ part }) => part !== undefined))).toEqual([]);
  });

  it('asks for medicines one by one', () => {
    const medicine = itemOf(healthHistory, 'medicine');
    expect(medicine).toMatchObject({ type: 'group', repeats: true, entryName: 'medicine' });
    expect(idsOf(medicine.item ?? [])).toContain('medicine-name');
  });

  it('names what an instance of each repeating group is', () => {
    const repeating = items.filter(({ type, repeats }) => type === 'group' && repeats);
    expect(idsOf(repeating.filter(({ entryName }) => !entryName))).toEqual([]);
  });
});

describe('the conditions of the health history', () => {
  const conditions = items.flatMap((item) =>
    (item.enableWhen ?? []).map((condition) => ({ linkId: item.linkId, ...condition })),
  );

  it('are there', () => {
    expect(conditions.length).toBeGreaterThan(10);
  });

  it('look at questions that come before', () => {
    const notBefore = conditions.filter(({ linkId, question }) => {
      const asked = places.get(question);
      return asked === undefined || asked >= (places.get(linkId) ?? 0);
    });
    expect(notBefore).toEqual([]);
  });

  it('look for answers that can be given', () => {
    const impossible = conditions.filter(({ question, answer }) => {
      const { answerOption = [] } = itemOf(healthHistory, question);
      return !answerOption.some(({ code }) => code === answer);
    });
    expect(impossible).toEqual([]);
  });

  it('are met by one where they look for several answers to one question', () => {
    const several = items.filter(({ enableWhen = [] }) => {
      const looked = enableWhen.filter(({ operator }) => operator === '=').map(({ question }) => question);
      return new Set(looked).size < looked.length;
    });
    expect(several.length).toBeGreaterThan(0);
    expect(idsOf(several.filter(({ enableBehavior }) => enableBehavior !== 'any'))).toEqual([]);
  });

  it('ask no more after "I’d rather talk about it" or "Not sure" on a list', () => {
    const listed = items.filter(({ type, repeats, sensitive }) => type === 'choice' && repeats && sensitive);
    for (const { linkId } of listed)
      for (const code of ['none', NOT_SURE, RATHER_TALK])
        expect(broughtBy(linkId, code), `${linkId}: ${code}`).toEqual([]);
  });

  it.each([
    ['conditions', 'conditions-more'],
    ['heart-conditions', 'heart-more'],
    ['used-year', 'used-more'],
  ])('ask more after each answer that “%s” lists', (list, more) => {
    const listed = (itemOf(healthHistory, list).answerOption ?? []).filter(({ exclusive }) => !exclusive);
    expect(listed.length).toBeGreaterThan(0);
    for (const { code } of listed) expect(broughtBy(list, code), code).toEqual([more]);
  });

  it('ask more about a pregnancy where one may be, and no more after “I’d rather talk about it”', () => {
    const more = ['pregnant', 'pregnancy-planned', 'breastfeeding'];
    for (const code of ['yes', NOT_SURE]) expect(broughtBy('pregnancy-possible', code)).toEqual(more);
    for (const code of ['no', RATHER_TALK]) expect(broughtBy('pregnancy-possible', code)).toEqual([]);
  });
});

describe('the choices of the health history', () => {
  const choices = items.filter(({ type }) => type === 'choice');
  const sensitive = choices.filter((item) => item.sensitive);

  it('offer answers with codes of their own', () => {
    for (const { linkId, answerOption = [] } of choices) {
      const codes = answerOption.map(({ code }) => code);
      expect(new Set(codes).size, linkId).toBe(codes.length);
      expect(codes.length, linkId).toBeGreaterThan(0);
    }
  });

  it('offer "Not sure" and "I’d rather talk about it" where it is hard to answer', () => {
    expect(sensitive.length).toBeGreaterThan(20);
    for (const { linkId, answerOption = [] } of sensitive) {
      const words = new Map(answerOption.map(({ code, display }) => [code, display]));
      expect(words.get(NOT_SURE), linkId).toBe('Not sure');
      expect(words.get(RATHER_TALK), linkId).toBe('I’d rather talk about it');
    }
  });

  it('let these two and "None" stand alone', () => {
    const alone = new Set([NOT_SURE, RATHER_TALK, 'none']);
    for (const { linkId, answerOption = [], repeats } of choices) {
      if (!repeats) continue;
      const exclusive = answerOption.filter((option) => option.exclusive).map(({ code }) => code);
      expect(exclusive, linkId).toEqual(
        answerOption.map(({ code }) => code).filter((code) => alone.has(code)),
      );
    }
  });

  it('are all sensitive where the page is about the body, the mind or substances', () => {
    const pages = healthHistory.item.filter(({ linkId }) =>
      ['heart', 'pregnancy', 'mind', 'substances'].includes(linkId),
    );
    const asked = pages.flatMap((page) => [...allItems(page.item ?? [])]);
    expect(idsOf(asked.filter(({ type, sensitive: hard }) => type === 'choice' && !hard))).toEqual([]);
  });
});

describe('the words of the health history', () => {
  const words: readonly (readonly [string, string])[] = [
    ['title', healthHistory.title],
    ...(healthHistory.introduction ?? []).map((paragraph) => ['introduction', paragraph] as const),
    ...items.flatMap(({ linkId, text, short, hint, why, entryName, answerOption = [] }) =>
      [text, short, hint, why, entryName, ...answerOption.map(({ display }) => display)].flatMap((each) =>
        each === undefined ? [] : [[linkId, each] as const],
      ),
    ),
  ];

  it('are never empty, and never spaced by accident', () => {
    expect(words.filter(([, text]) => text === '' || text !== text.trim() || text.includes('  '))).toEqual(
      [],
    );
  });

  it('are typeset: no typewriter apostrophes or quotes', () => {
    expect(words.filter(([, text]) => /["']/.test(text))).toEqual([]);
  });

  it('name each question in short for the check', () => {
    const questions = items.filter(({ type }) => type !== 'group' && type !== 'display');
    expect(idsOf(questions.filter(({ short }) => short === undefined))).toEqual([]);
  });
});
