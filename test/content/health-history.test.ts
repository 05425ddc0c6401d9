import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../src/content/en/health-history.js';
import {
  isCodes,
  NO_ANSWERS,
  NOT_SURE,
  RATHER_TALK,
  readEntry,
  type Answers,
} from '../../src/domain/questionnaire/answers.js';
import { enabledItems, walk } from '../../src/domain/questionnaire/enabled-items.js';
import { pagesOf } from '../../src/domain/questionnaire/pages.js';
import { allItems, isQuestion, type Item } from '../../src/domain/questionnaire/questionnaire.js';
import { validate } from '../../src/domain/questionnaire/validate.js';
import { answersOf } from '../support/answers.js';
import { itemOf } from '../support/history.js';
import { somebodyWell } from '../support/somebody-well.js';

const items = [...allItems(healthHistory.item)];
const idsOf = (wanted: readonly Item[]) => wanted.map(({ linkId }) => linkId);
const codesOf = (linkId: string) =>
  (itemOf(healthHistory, linkId).answerOption ?? []).map(({ code }) => code);

const askedWith = (answers: Answers) =>
  [...walk(enabledItems(healthHistory, answers))].map(({ item }) => item.linkId);

/** The questions that come with one answer. */
const broughtBy = (linkId: string, code: string): readonly string[] => {
  const before = new Set(askedWith(NO_ANSWERS));
  return askedWith(answersOf({ [linkId]: [code] })).filter((asked) => !before.has(asked));
};

describe('the health history', () => {
  it('says who each topic is for', () => {
    const parts = healthHistory.item.map(({ linkId, part }) => [linkId, part ?? 'medical']);
    expect(Object.fromEntries(parts)).toEqual({
      'about-you': 'logistics',
      'your-people': 'logistics',
      reasons: 'therapy',
      heart: 'medical',
      body: 'medical',
      pregnancy: 'medical',
      medicines: 'medical',
      mind: 'medical',
      safety: 'therapy',
      substances: 'medical',
      home: 'logistics',
    });
  });

  it('asks somebody well, who takes nothing, at most 65 questions on at most 11 pages', () => {
    const enabled = enabledItems(healthHistory, somebodyWell);
    const missing = validate(enabled, somebodyWell, { today: '2026-11-24', minimumAge: 18 });
    expect(missing).toEqual([]);
    const asked = [...walk(enabled)].filter(({ item }) => isQuestion(item));
    expect(asked.length).toBeLessThanOrEqual(65);
    expect(pagesOf(healthHistory, enabled).length).toBeLessThanOrEqual(11);
  });

  it('holds a date of birth to the practice’s minimum age', () => {
    expect(itemOf(healthHistory, 'birth-date')).toMatchObject({ dateOf: 'birth', required: true });
  });

  it('needs no more than a tick on the pages about the body, the mind and substances', () => {
    const pages = ['heart', 'body', 'pregnancy', 'mind', 'safety', 'substances'].map((page) =>
      itemOf(healthHistory, page),
    );
    const required = pages.flatMap((page) => [...allItems([page])]).filter((item) => item.required);
    const typed = required.filter((item) => isQuestion(item) && item.type !== 'choice');
    // Both numbers of a reading, which only somebody who knows one is asked for.
    expect(idsOf(typed)).toEqual(['systolic', 'diastolic']);
  });

  it('can be left to a talk wherever it asks for health', () => {
    const pages = ['heart', 'body', 'pregnancy', 'medicines', 'mind', 'safety', 'substances'];
    const asked = pages.flatMap((page) => itemOf(healthHistory, page).item ?? []);
    const plain = asked.filter(({ type, sensitive }) => type === 'choice' && !sensitive);
    expect(idsOf(plain)).toEqual(['pressure-cuff', 'pressure-known']);
  });
});

describe('the lists of the health history', () => {
  const lists = items.filter(({ type, repeats, sensitive }) => type === 'choice' && repeats && sensitive);

  it('ask no more after "None", "Not sure" and “I’d rather talk about it”', () => {
    expect(lists.length).toBeGreaterThan(8);
    for (const { linkId } of lists)
      for (const code of ['none', NOT_SURE, RATHER_TALK])
        expect(broughtBy(linkId, code), `${linkId}: ${code}`).toEqual([]);
  });

  it.each(['vessel-conditions', 'heart-conditions', 'head-conditions', 'breathing'])(
    'ask on about each answer of “%s” by itself',
    (list) => {
      for (const code of codesOf(list)) {
        const brought = broughtBy(list, code);
        const isListed = ![NOT_SURE, RATHER_TALK, 'none'].includes(code);
        expect(brought.filter((linkId) => linkId.startsWith(`${code}-`)).length > 0, code).toBe(isListed);
      }
    },
  );

  it('ask when each substance was used last', () => {
    const substances = codesOf('used').filter((code) => ![NOT_SURE, RATHER_TALK, 'none'].includes(code));
    expect(substances).toHaveLength(14);
    for (const code of substances) expect(broughtBy('used', code)).toContain(`used-${code}-when`);
  });

  it('ask on only about what was chosen', () => {
    expect(broughtBy('head-conditions', 'glaucoma')).toEqual(['glaucoma-treated', 'glaucoma-more']);
    const both = askedWith(answersOf({ 'head-conditions': ['glaucoma', 'seizures'] }));
    expect(both).toContain('seizures-when');
    expect(both).not.toContain('brain-tumor-more');
  });

  it.each(['stroke-when', 'heart-attack-when', 'seizures-when', 'ketamine-before-when'])(
    'let a rule set its window by the answers to “%s”',
    (linkId) => {
      expect(codesOf(linkId).slice(0, 5)).toEqual([
        'within-month',
        'within-3-months',
        'within-6-months',
        'within-year',
        'longer-ago',
      ]);
    },
  );
});

describe('the follow-ups of the health history', () => {
  it('ask more about a pregnancy where one may be, and no more after “I’d rather talk about it”', () => {
    const more = [
      'pregnant',
      'pregnancy-planned',
      'birth-control',
      'breastfeeding',
      'pre-eclampsia',
      'last-period',
    ];
    for (const code of ['yes', NOT_SURE]) expect(broughtBy('pregnancy-possible', code)).toEqual(more);
    for (const code of ['no', RATHER_TALK]) expect(broughtBy('pregnancy-possible', code)).toEqual([]);
  });

  it('ask for an interpreter in every language but the form’s', () => {
    expect(broughtBy('language', 'en')).toEqual([]);
    expect(broughtBy('language', 'es')).toEqual(['interpreter']);
    expect(broughtBy('language', ' Deutsch')).toEqual(['interpreter']);
  });

  it('ask for the numbers of a reading from whoever knows one', () => {
    expect(broughtBy('pressure-known', 'no')).toEqual([]);
    expect(broughtBy('pressure-known', 'yes')).toEqual([
      'pressure-reading',
      'systolic',
      'diastolic',
      'pressure-date',
      'pressure-how',
      'heart-rate',
      'oxygen-level',
    ]);
  });
});

describe('the measures of the health history', () => {
  it.each([
    ['systolic', '59', '60', '260', '261'],
    ['diastolic', '29', '30', '160', '161'],
  ])('take a %s pressure that somebody can have', (linkId, below, least, most, above) => {
    const item = itemOf(healthHistory, linkId);
    expect(readEntry(item, below)).toEqual({ code: 'too-small' });
    expect(readEntry(item, least)).toEqual({ values: [Number(least)] });
    expect(readEntry(item, most)).toEqual({ values: [Number(most)] });
    expect(readEntry(item, above)).toEqual({ code: 'too-large' });
    expect(readEntry(item, '120.5')).toEqual({ code: 'not-whole' });
  });

  it('take a height in feet and inches or in centimeters', () => {
    const height = itemOf(healthHistory, 'height');
    expect(readEntry(height, { amount: '5 6', unit: '[in_i]' })).toMatchObject({
      values: [{ value: 66, code: '[in_i]' }],
    });
    expect(readEntry(height, { amount: '168', unit: 'cm' })).toMatchObject({
      values: [{ value: 168, code: 'cm' }],
    });
  });

  it('take a weight in pounds or in kilograms', () => {
    const weight = itemOf(healthHistory, 'weight');
    expect(weight.units?.map(({ code }) => code)).toEqual(['[lb_av]', 'kg']);
    expect(readEntry(weight, { amount: '150', unit: '[lb_av]' })).toMatchObject({ values: [{ value: 150 }] });
  });
});

describe('the medicines of the health history', () => {
  const name = itemOf(healthHistory, 'medicine-name');
  const suggested = name.answerOption ?? [];

  it('are asked for one by one', () => {
    const medicine = itemOf(healthHistory, 'medicine');
    expect(medicine).toMatchObject({ type: 'group', repeats: true, entryName: 'medicine' });
    expect(idsOf(medicine.item ?? [])).toEqual([
      'medicine-name',
      'medicine-dose',
      'medicine-often',
      'medicine-reason',
      'medicine-prescriber',
      'medicine-since',
    ]);
  });

  it('are suggested by name, each once, with a brand name beside it', () => {
    expect(suggested.length).toBeGreaterThanOrEqual(150);
    expect(new Set(suggested.map(({ code }) => code)).size).toBe(suggested.length);
    expect(suggested).toContainEqual({ code: 'sertraline', display: 'sertraline (Zoloft)' });
    expect(suggested).toContainEqual({ code: 'sodium-oxybate', display: 'sodium oxybate (Xyrem)' });
    expect(suggested.filter(({ code }) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('can be any other, in the client’s own words', () => {
    expect(readEntry(name, [' Grandmother’s tea'])).toEqual({ values: [' Grandmother’s tea'] });
    expect(readEntry(name, ['grandmothers-tea'])).toEqual({ code: 'not-an-option' });
  });

  it('can be none, and their kinds are asked for in any case', () => {
    const asked = askedWith(answersOf({ 'takes-medicine': ['no'] }));
    expect(asked).toContain('medicine-kinds');
    expect(asked).not.toContain('medicine');
  });

  it.each(['nasal-spray', 'herbal', 'cannabis', 'ketamine', 'maoi', 'theophylline'])(
    'that are easy to forget are among the kinds: %s',
    (code) => {
      expect(codesOf('medicine-kinds')).toContain(code);
    },
  );
});

it('somebody well says no to every list, and yes to nothing that needs care', () => {
  const chosen = [...somebodyWell.entries].flatMap(([path, entry]) =>
    isCodes(entry) ? entry.map((code) => [path, code] as const) : [],
  );
  expect(chosen.length).toBeGreaterThan(30);
  const yes = chosen.filter(([, code]) => code === 'yes').map(([path]) => path);
  expect(yes).toEqual(['emergency-knows', 'safe-at-home', 'ride-home', 'attest']);
});
