import { describe, expect, it } from 'vitest';
import { KNOWN_QUESTIONNAIRES } from '../../demo/staff/known-questionnaires.js';
import {
  differs,
  draftOf,
  numberProblems,
  reasonWith,
  ruleGroups,
  rulesIn,
  settingsOf,
} from '../../demo/staff/reading/rules.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import { NO_SETTINGS } from '../../src/domain/questionnaire/review-flags/settings.js';
import { exampleRules, reviewed } from '../support/review-rules.js';

const SETS = [exampleRules];
const asItCame = draftOf(NO_SETTINGS, SETS);

describe('the rules to be set', () => {
  it('stand by the page they look at, in the order of the questions', () => {
    const groups = ruleGroups(SETS, [reviewed]);
    expect(groups.map(({ title }) => title)).toEqual(['You', 'Heart', 'Medicines']);
    expect(groups[2]?.rules.map(({ id }) => id)).toEqual(['maoi', 'severe-latex']);
  });

  it('are all there, each once', () => {
    const shown = ruleGroups(reviewRuleSets, KNOWN_QUESTIONNAIRES).flatMap(({ rules }) => rules);
    expect(shown.map(({ id }) => id).toSorted()).toEqual(
      rulesIn(reviewRuleSets)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
  });

  it('stand under their questionnaire where they are about another than the first', () => {
    const other = { ...reviewed, id: 'other', title: 'Before a session' };
    const [rule] = exampleRules.rules;
    const own = rule ? [{ ...rule, id: 'of-its-own' }] : [];
    const sets = [
      exampleRules,
      { ...exampleRules, questionnaire: 'other', rules: [...exampleRules.rules, ...own] },
    ];
    const last = ruleGroups(sets, [reviewed, other]).at(-1);
    expect([last?.title, last?.rules.map(({ id }) => id)]).toEqual(['Before a session', ['of-its-own']]);
  });

  it('are not lost where nothing knows their questions', () => {
    expect(ruleGroups(SETS, []).map(({ title, rules }) => [title, rules.length])).toEqual([
      ['Others', exampleRules.rules.length],
    ]);
  });

  it('say the number that is typed', () => {
    const [systolic] = exampleRules.rules.filter(({ id }) => id === 'systolic');
    const draft = { ...asItCame, thresholds: { ...asItCame.thresholds, 'systolic-stop': '155' } };
    expect(systolic && reasonWith(systolic, draft)).toBe('The reading is 155 or more.');
  });
});

describe('what is set', () => {
  it('begins with how it stands', () => {
    const draft = draftOf({ severities: { fainting: 'off' }, thresholds: { 'systolic-stop': 150 } }, SETS);
    expect(draft.severities).toMatchObject({ fainting: 'off', aneurysm: 'stop', 'young-and-fine': 'off' });
    expect(draft.thresholds).toMatchObject({ 'systolic-stop': '150', older: '65' });
  });

  it('is sent as what differs from how it came', () => {
    const draft = {
      severities: { ...asItCame.severities, fainting: 'stop', 'young-and-fine': 'note' } as const,
      thresholds: { ...asItCame.thresholds, 'body-mass': ' 32,5 ' },
    };
    expect(settingsOf(draft, SETS)).toEqual({
      severities: { fainting: 'stop', 'young-and-fine': 'note' },
      thresholds: { 'body-mass': 32.5 },
    });
    expect(settingsOf(asItCame, SETS)).toEqual(NO_SETTINGS);
  });

  it('is different from what is kept only where it means something else', () => {
    expect(differs(asItCame, NO_SETTINGS, SETS)).toBe(false);
    const typed = { ...asItCame, thresholds: { ...asItCame.thresholds, older: '65.0' } };
    expect(differs(typed, NO_SETTINGS, SETS)).toBe(false);
    const off = { ...asItCame, severities: { ...asItCame.severities, fainting: 'off' as const } };
    expect(differs(off, NO_SETTINGS, SETS)).toBe(true);
  });

  it.each([
    ['', 'not-a-number'],
    ['high', 'not-a-number'],
    ['99', 'out-of-range'],
    ['221', 'out-of-range'],
  ])('is not taken where a number is “%s”', (typed, problem) => {
    const draft = { ...asItCame, thresholds: { ...asItCame.thresholds, 'systolic-stop': typed } };
    expect([...numberProblems(draft, SETS)]).toEqual([['systolic-stop', problem]]);
  });
});
