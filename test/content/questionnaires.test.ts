import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../src/content/en/health-history.js';
import * as others from '../../src/content/en/questionnaires/index.js';
import { NOT_SURE, RATHER_TALK } from '../../src/domain/questionnaire/answers.js';
import {
  allItems,
  isChoice,
  isQuestion,
  type Item,
  type Questionnaire,
} from '../../src/domain/questionnaire/questionnaire.js';
import { asksAboutSafety, withoutSafetyItems } from '../../src/domain/questionnaire/safety.js';

const FORMS: readonly (readonly [string, Questionnaire])[] = [healthHistory, ...Object.values(others)].map(
  (form) => [form.id, form],
);
const idsOf = (wanted: readonly Item[]) => wanted.map(({ linkId }) => linkId);

it('there are five questionnaires', () => {
  expect(FORMS.map(([id]) => id).sort()).toEqual([
    'health-history',
    'how-are-you-since',
    'intentions',
    'readiness',
    'reflection',
  ]);
});

describe.each(FORMS)('the questionnaire %s', (_, form) => {
  const items = [...allItems(form.item)];
  const places = new Map(items.map(({ linkId }, place) => [linkId, place]));
  const byId = new Map(items.map((item) => [item.linkId, item]));
  const questions = items.filter(isQuestion);

  it('has pages that ask something, each of them for one reader', () => {
    expect(form.item.length).toBeGreaterThan(0);
    for (const page of form.item) {
      expect(page.type).toBe('group');
      // A page that repeats would have no one place to stand.
      expect(page.repeats).toBeUndefined();
      expect([...allItems([page])].some(isQuestion)).toBe(true);
    }
    // A part on an item inside a page would be overlooked by whoever goes by pages.
    const inside = form.item.flatMap((page) => [...allItems(page.item ?? [])]);
    expect(idsOf(inside.filter(({ part }) => part !== undefined))).toEqual([]);
  });

  it('says at the start what is asked', () => {
    expect(form.introduction?.length).toBeGreaterThan(0);
  });

  it('gives each item an id of its own that can stand in a path', () => {
    expect(new Set(idsOf(items)).size).toBe(items.length);
    expect(idsOf(items).filter((linkId) => !/^[a-z][a-z0-9-]*$/.test(linkId))).toEqual([]);
  });

  it('asks no two questions of a page in the same words', () => {
    for (const page of form.item) {
      const asked = [...allItems([page])].filter(isQuestion).map(({ text }) => text);
      expect(
        asked.filter((text, place) => asked.indexOf(text) < place),
        page.linkId,
      ).toEqual([]);
    }
  });

  it('says why it asks what is hard to answer', () => {
    const unexplained = [...allItems(form.item)].filter(({ sensitive, why }) => sensitive && !why);
    expect(unexplained.map(({ linkId }) => linkId)).toEqual([]);
  });

  it('names each question in short for the check, and each instance of what repeats', () => {
    expect(idsOf(questions.filter(({ short }) => !short))).toEqual([]);
    const repeating = items.filter(({ type, repeats }) => type === 'group' && repeats);
    expect(idsOf(repeating.filter(({ entryName }) => !entryName))).toEqual([]);
  });

  it('has conditions on questions that come before, for answers that can be given', () => {
    const impossible = items.flatMap(({ linkId, enableWhen = [] }) =>
      enableWhen.filter(({ question, answer }) => {
        const asked = byId.get(question);
        const isBefore = (places.get(question) ?? Infinity) < (places.get(linkId) ?? 0);
        return !isBefore || !asked?.answerOption?.some(({ code }) => code === answer);
      }),
    );
    expect(impossible).toEqual([]);
  });

  it('is met by one condition where several look for answers to one question', () => {
    const several = items.filter(({ enableWhen = [], enableBehavior }) => {
      const looked = enableWhen.filter(({ operator }) => operator === '=').map(({ question }) => question);
      return new Set(looked).size < looked.length && enableBehavior !== 'any';
    });
    expect(idsOf(several)).toEqual([]);
  });

  it('offers answers with codes and words of their own', () => {
    for (const { linkId, answerOption = [] } of questions.filter(isChoice)) {
      expect(answerOption.length, linkId).toBeGreaterThan(0);
      for (const said of [answerOption.map(({ code }) => code), answerOption.map(({ display }) => display)])
        expect(new Set(said).size, linkId).toBe(said.length);
    }
  });

  it('offers "Not sure" and "I’d rather talk about it" where it is hard to answer', () => {
    const sensitive = items.filter((item) => item.sensitive);
    expect(sensitive.length).toBeGreaterThan(0);
    for (const { linkId, answerOption = [] } of sensitive) {
      const words = new Map(answerOption.map(({ code, display }) => [code, display]));
      expect(words.get(NOT_SURE), linkId).toBe('Not sure');
      expect(words.get(RATHER_TALK), linkId).toBe('I’d rather talk about it');
    }
  });

  it('lets "None" and these two stand alone', () => {
    const alone = new Set([NOT_SURE, RATHER_TALK, 'none']);
    for (const { linkId, answerOption = [], repeats } of questions.filter(isChoice)) {
      if (!repeats) continue;
      const exclusive = answerOption.filter((option) => option.exclusive).map(({ code }) => code);
      expect(exclusive, linkId).toEqual(
        answerOption.map(({ code }) => code).filter((code) => alone.has(code)),
      );
    }
  });

  it('brings up people to call after answers that can be given, to questions that can be left to a talk', () => {
    for (const { linkId, safety, sensitive, answerOption = [] } of items) {
      if (!safety) continue;
      expect(sensitive, linkId).toBe(true);
      const codes = answerOption.map(({ code }) => code);
      expect(
        safety.filter((code) => !codes.includes(code)),
        linkId,
      ).toEqual([]);
    }
  });

  it('still asks something on each page without the questions that somebody must watch', () => {
    const unwatched = withoutSafetyItems(form);
    expect(asksAboutSafety(unwatched.item)).toBe(false);
    expect(unwatched.item.map(({ linkId }) => linkId)).toEqual(idsOf(form.item));
    for (const page of unwatched.item) expect([...allItems([page])].some(isQuestion), page.linkId).toBe(true);
    const left = new Set(idsOf([...allItems(unwatched.item)]));
    const looked = [...allItems(unwatched.item)].flatMap(({ enableWhen = [] }) => enableWhen);
    expect(looked.filter(({ question }) => !left.has(question))).toEqual([]);
  });

  it('has words that are never empty, never spaced by accident, and typeset', () => {
    const words = [
      form.title,
      ...(form.introduction ?? []),
      ...items.flatMap(({ text, short, hint, why, entryName, answerOption = [], units = [] }) =>
        [text, short, hint, why, entryName, ...answerOption.map(({ display }) => display)].concat(
          units.map(({ display }) => display),
        ),
      ),
    ].filter((each) => each !== undefined);
    expect(words.filter((text) => text === '' || text !== text.trim() || text.includes('  '))).toEqual([]);
    expect(words.filter((text) => /["']/.test(text))).toEqual([]);
  });
});

describe('the hard questions', () => {
  const asking = FORMS.filter(([, form]) => asksAboutSafety(form.item));

  it('are asked in the history, before a session, after it and between', () => {
    expect(asking.map(([id]) => id).sort()).toEqual([
      'health-history',
      'how-are-you-since',
      'readiness',
      'reflection',
    ]);
  });

  it.each(asking)('stand neither first nor last in %s', (_, form) => {
    const questions = [...allItems(form.item)].filter(isQuestion);
    expect(questions[0]?.safety).toBeUndefined();
    expect(questions.at(-1)?.safety).toBeUndefined();
  });

  it.each(asking)('are announced in %s, with the way to leave them to a talk', (_, form) => {
    const pages = form.item.filter((page) => asksAboutSafety([page]));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.hint).toContain('“I’d rather talk about it” is a full answer');
  });

  it.each(asking)('bring up people to call in %s', (_, form) => {
    const safety = Object.fromEntries(
      [...allItems(form.item)].flatMap((item) => (item.safety ? [[item.linkId, item.safety]] : [])),
    );
    expect(safety).toEqual({
      'suicide-thoughts': ['yes', NOT_SURE],
      'suicide-plan': ['yes', NOT_SURE],
      'self-harm': [],
      'harm-thoughts': ['yes', NOT_SURE],
      'safe-at-home': ['no', NOT_SURE],
    });
  });
});

describe('before a dosing session', () => {
  it.each([
    'medicine-changed',
    'new-illness',
    'pregnant',
    'systolic',
    'diastolic',
    'mood-since',
    'used-week',
    'last-meal',
    'last-drink',
    'escort-name',
    'escort-phone',
    'transport',
    'no-driving',
    'attest',
  ])('%s has to be answered', (linkId) => {
    const { item } = others.readiness;
    expect([...allItems(item)].find((each) => each.linkId === linkId)?.required).toBe(true);
  });

  it('symptoms of the bladder have an answer of their own', () => {
    const codes = [...allItems(others.readiness.item)]
      .find(({ linkId }) => linkId === 'new-illness')
      ?.answerOption?.map(({ code }) => code);
    expect(codes).toContain('bladder');
  });
});
