import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/domain/questionnaire/entry.js';
import { review, type Review } from '../../../../src/domain/questionnaire/review-flags/review.js';
import {
  NO_SETTINGS,
  type ReviewSettings,
} from '../../../../src/domain/questionnaire/review-flags/settings.js';
import { answersOf } from '../../../support/answers.js';
import { exampleRules, reviewed } from '../../../support/review-rules.js';

const TODAY = '2026-11-24';

const day = (date: string): Entry => {
  const [year = '', month = '', day_ = ''] = date.split('-');
  return { year, month, day: day_ };
};

function reviewOf(
  entries: Readonly<Record<string, Entry>>,
  settings: Partial<ReviewSettings> = {},
  instances: Readonly<Record<string, readonly number[]>> = {},
): Review {
  return review({
    questionnaire: reviewed,
    // Somebody to call, so that tests of other rules read as they are meant.
    answers: answersOf({ contact: 'Iris', ...entries }, instances),
    ruleSet: exampleRules,
    settings: { ...NO_SETTINGS, ...settings },
    today: TODAY,
  });
}

const raised = (...given: Parameters<typeof reviewOf>) =>
  reviewOf(...given).flags.map(({ ruleId }) => ruleId);

describe('a rule', () => {
  it('is raised with what the client said, and where it comes from', () => {
    expect(reviewOf({ aneurysm: ['yes'] }).flags).toEqual([
      {
        ruleId: 'aneurysm',
        ruleSetVersion: '7',
        severity: 'stop',
        fields: [expect.objectContaining({ path: 'aneurysm', label: 'Aneurysm', answerAsGiven: ['Yes'] })],
        reason: 'A rise in pressure is a risk.',
        source: 'A study',
        year: 2021,
        numbersFrom: [],
        overriddenByPractice: false,
      },
    ]);
  });

  it('is not raised by another answer', () => {
    expect(raised({ aneurysm: ['no'], fainting: ['no'] })).toEqual([]);
  });

  it('looks at a number and says the number that is in use', () => {
    expect(raised({ systolic: '159' })).toEqual([]);
    const [flag] = reviewOf({ systolic: '160' }).flags;
    expect(flag).toMatchObject({ ruleId: 'systolic', reason: 'The reading is 160 or more.' });
  });

  it('looks at the age on the day', () => {
    expect(raised({ born: day('1961-11-25') })).toEqual([]);
    expect(raised({ born: day('1961-11-24') })).toEqual(['older']);
  });

  it('looks at how long ago something was', () => {
    expect(raised({ 'stroke-date': day('2026-05-28') })).toEqual([]);
    expect(raised({ 'stroke-date': day('2026-05-29') })).toEqual(['recent-stroke']);
  });

  it.each([
    ['month', 3, true],
    ['half-year', 3, true],
    ['longer', 3, false],
    ['half-year', 1, false],
    ['longer', 7, true],
  ])('counts "%s" where it may lie within the last %i months: %s', (code, months, isRaised) => {
    const flags = raised({ 'attack-when': [code] }, { thresholds: { 'attack-months': months } });
    expect(flags).toEqual(isRaised ? ['recent-attack'] : []);
  });

  it.each([
    [{ amount: '180', unit: 'cm' }, { amount: '113.3', unit: 'kg' }, []],
    [{ amount: '180', unit: 'cm' }, { amount: '113.4', unit: 'kg' }, ['body-mass']],
    [{ amount: '66', unit: '[in_i]' }, { amount: '216', unit: '[lb_av]' }, []],
    [{ amount: '66', unit: '[in_i]' }, { amount: '217', unit: '[lb_av]' }, ['body-mass']],
    [{ amount: '5 6', unit: '[in_i]' }, { amount: '217', unit: '[lb_av]' }, ['body-mass']],
  ])('works out the body mass of %j and %j in any unit', (height, weight, rules) => {
    expect(raised({ height, weight })).toEqual(rules);
  });

  it('finds a question left open where that is what matters', () => {
    const { flags } = reviewOf({ contact: '' });
    expect(flags).toMatchObject([
      { ruleId: 'nobody-to-call', fields: [{ label: 'Somebody to call', answerAsGiven: [] }] },
    ]);
  });

  it('speaks of one entry of a repeating group, not of two mixed', () => {
    const instances = { allergy: [1, 2] };
    const mixed = { 'allergy-to#1': 'latex', 'allergy-severe#2': ['yes'] };
    expect(raised(mixed, {}, instances)).toEqual([]);
    const flags = reviewOf({ ...mixed, 'allergy-to#2': 'latex' }, {}, instances).flags;
    expect(flags.map(({ ruleId, fields }) => [ruleId, fields.map(({ path }) => path)])).toEqual([
      ['severe-latex', ['allergy-to#2', 'allergy-severe#2']],
    ]);
  });

  it('counts an answer that this version of the questions would not have asked for', () => {
    const hidden = reviewed.item.map((page) =>
      page.linkId === 'heart'
        ? { ...page, enableWhen: [{ question: 'contact', operator: '=', answer: 'nobody' } as const] }
        : page,
    );
    const { flags } = review({
      questionnaire: { ...reviewed, item: hidden },
      answers: answersOf({ contact: 'Iris', aneurysm: ['yes'] }),
      ruleSet: exampleRules,
      settings: NO_SETTINGS,
      today: TODAY,
    });
    expect(flags.map(({ ruleId }) => ruleId)).toEqual(['aneurysm']);
  });
});

describe('a medicine', () => {
  const named = (name: Entry) => reviewOf({ 'medicine-name#1': name }, {}, { medicine: [1] }).flags;

  it.each<[string, Entry]>([
    ['its code', ['phenelzine']],
    ['its generic name', [' phenelzine 15 mg']],
    ['its brand', [' NARDIL']],
    ['a slip of the hand', [' Phenalzine']],
    ['two letters swapped', [' phenlezine']],
    ['a letter too many', [' phenellzine']],
  ])('is found by %s', (_, name) => {
    expect(named(name)).toMatchObject([{ ruleId: 'maoi', fields: [{ named: ['phenelzine'] }] }]);
  });

  it.each([[' phentermine'], [' nard'], [' vitamin D'], [' felodipine']])('is not found in%s', (name) => {
    expect(named([name])).toEqual([]);
  });

  it('is found in every entry', () => {
    const entries = { 'medicine-name#1': [' Vitamin D'], 'medicine-name#3': [' Selegiline patch'] };
    const [flag] = reviewOf(entries, {}, { medicine: [1, 3] }).flags;
    expect(flag?.fields).toMatchObject([
      { path: 'medicine-name#3', answerAsGiven: ['Selegiline patch'], named: ['selegiline'] },
    ]);
  });
});

describe('several answers to one question', () => {
  it('are all told, with the one that the rule is about', () => {
    const list = {
      linkId: 'list',
      type: 'choice',
      text: 'Any of these',
      repeats: true,
      answerOption: ['a', 'b', 'c'].map((code) => ({ code, display: `Answer ${code}` })),
    } as const;
    const when = { question: 'list', operator: '=', answer: 'b' } as const;
    const [flag] = review({
      questionnaire: { ...reviewed, item: [list] },
      answers: answersOf({ list: ['a', 'b'] }),
      ruleSet: {
        ...exampleRules,
        rules: [{ id: 'b', severity: 'note', when, reason: 'B.', source: 'S', year: 2020 }],
      },
      settings: NO_SETTINGS,
      today: TODAY,
    }).flags;
    expect(flag?.fields).toMatchObject([{ answerAsGiven: ['Answer a', 'Answer b'], about: ['Answer b'] }]);
  });
});

describe('the order', () => {
  it('is stop and review, caution, note, whatever the order of the rules', () => {
    const { flags } = reviewOf({
      born: day('1950-01-01'),
      fainting: ['yes'],
      aneurysm: ['yes'],
      systolic: '180',
    });
    expect(flags.map(({ ruleId, severity }) => [severity, ruleId])).toEqual([
      ['stop', 'aneurysm'],
      ['stop', 'systolic'],
      ['caution', 'fainting'],
      ['note', 'older'],
    ]);
  });
});

describe('what the practice sets', () => {
  it('changes how much a rule weighs, and says so', () => {
    const [flag] = reviewOf({ fainting: ['yes'] }, { severities: { fainting: 'stop' } }).flags;
    expect(flag).toMatchObject({ severity: 'stop', overriddenByPractice: true });
  });

  it('turns a rule off', () => {
    expect(raised({ fainting: ['yes'] }, { severities: { fainting: 'off' } })).toEqual([]);
  });

  it('moves a number, and says so', () => {
    const [flag] = reviewOf({ systolic: '150' }, { thresholds: { 'systolic-stop': 150 } }).flags;
    expect(flag).toMatchObject({ overriddenByPractice: true, reason: 'The reading is 150 or more.' });
  });

  it('turns on what is off until then', () => {
    const young = { born: day('1990-01-01'), fainting: ['no'] };
    expect(raised(young)).toEqual([]);
    expect(raised(young, { severities: { 'young-and-fine': 'note' } })).toEqual(['young-and-fine']);
    const old = { ...young, born: day('1950-01-01') };
    expect(raised(old, { severities: { 'young-and-fine': 'note' } })).toEqual(['older']);
  });
});

describe('"Not sure" and "I’d rather talk about it"', () => {
  it('weigh at least as a caution where a rule looks, and stand in their own list', () => {
    const { flags, unsure } = reviewOf({
      aneurysm: ['not-sure'],
      fainting: ['rather-talk'],
      music: ['not-sure'],
    });
    expect(flags).toEqual([]);
    expect(unsure).toMatchObject([
      {
        field: { path: 'aneurysm', answerAsGiven: ['Not sure'] },
        severity: 'caution',
        rules: [{ ruleId: 'aneurysm', source: 'A study', year: 2021 }],
      },
      { field: { path: 'fainting', answerAsGiven: ['I’d rather talk about it'] }, severity: 'caution' },
      { field: { path: 'music' }, rules: [] },
    ]);
    expect(unsure[2]).not.toHaveProperty('severity');
  });

  it('weigh more where a rule is raised by them', () => {
    const strict = exampleRules.rules.map((rule) =>
      rule.id === 'aneurysm'
        ? { ...rule, when: { question: 'aneurysm', operator: '!=', answer: 'no' } as const }
        : rule,
    );
    const { unsure } = review({
      questionnaire: reviewed,
      answers: answersOf({ aneurysm: ['not-sure'] }),
      ruleSet: { ...exampleRules, rules: strict },
      settings: NO_SETTINGS,
      today: TODAY,
    });
    expect(unsure).toMatchObject([{ severity: 'stop' }]);
  });

  it('stay in the list when the practice has turned the rule off', () => {
    const { unsure } = reviewOf({ fainting: ['not-sure'] }, { severities: { fainting: 'off' } });
    expect(unsure).toMatchObject([{ field: { path: 'fainting' }, rules: [] }]);
  });
});

describe('what was left open', () => {
  it('is a list of its own, and says where a rule would have looked', () => {
    const { unanswered } = reviewOf({ aneurysm: ['no'], music: ['no'] });
    expect(unanswered.map(({ field, isLookedAt }) => [field.label, isLookedAt])).toEqual([
      ['Date of birth', true],
      ['Height', true],
      ['Weight', true],
      ['Fainting', true],
      ['Systolic', true],
      ['Stroke', true],
      ['Heart attack', true],
      ['Medicine', false],
      ['Allergy', false],
    ]);
  });

  it('is told apart from what stands there and cannot be read', () => {
    const { unread, unanswered, flags } = reviewOf({ systolic: '300' });
    expect(flags).toEqual([]);
    expect(unread.map(({ label }) => label)).toEqual(['Systolic']);
    expect(unanswered.map(({ field }) => field.label)).not.toContain('Systolic');
  });
});

it('a review holds lists to look at, and no total and no verdict', () => {
  expect(Object.keys(reviewOf({})).sort()).toEqual(['flags', 'unanswered', 'unread', 'unsure']);
});
