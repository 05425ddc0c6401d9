import { describe, expect, it } from 'vitest';
import { readReview } from '../../demo/staff/reading/review.js';
import type { QuestionnaireResponse, ResponseItem } from '../../src/domain/fhir/questionnaire-response.js';
import { canonicalOf } from '../../src/domain/questionnaire/questionnaire.js';
import { NO_SETTINGS, type ReviewSettings } from '../../src/domain/questionnaire/review-flags/settings.js';
import { healthHistory } from '../../src/content/en/health-history.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import { exampleRules, reviewed } from '../support/review-rules.js';
import { chosen, group, written } from './example.js';

const responseOf = (...item: ResponseItem[]): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: canonicalOf(reviewed),
  status: 'completed',
  authored: '2026-11-22T20:00:00Z',
  item,
});

const reading = (response: QuestionnaireResponse, settings: ReviewSettings = NO_SETTINGS) =>
  readReview({ response, questionnaire: reviewed, ruleSet: exampleRules, settings, today: '2026-11-24' });

const someone = group(
  'you',
  { linkId: 'born', answer: [{ valueDate: '1950-03-05' }] },
  written('contact', 'Iris'),
);

describe('what a prescriber is pointed to', () => {
  it('is grouped by weight, the weightiest first, each answer beside its reason and source', () => {
    const heart = group('heart', chosen('fainting', 'yes'), chosen('aneurysm', 'yes'));
    const { groups } = reading(responseOf(someone, heart));
    expect(groups.map(({ severity, flags }) => [severity, flags.map(({ ruleId }) => ruleId)])).toEqual([
      ['stop', ['aneurysm']],
      ['caution', ['fainting']],
      ['note', ['older']],
    ]);
    expect(groups[0]?.flags[0]).toEqual({
      ruleId: 'aneurysm',
      answers: [{ place: 'aneurysm', label: 'Aneurysm', words: [{ text: 'Yes', isMeant: true }], named: [] }],
      reason: 'A rise in pressure is a risk.',
      source: 'A study, 2021',
      isChanged: false,
    });
  });

  it('has dates as people say them', () => {
    expect(reading(responseOf(someone)).groups[0]?.flags[0]?.answers[0]?.words).toEqual([
      { text: 'March 5, 1950', isMeant: true },
    ]);
  });

  it('leads to the table where the answer stands in one, and says what a brand name is', () => {
    const medicines = group('medicines', group('medicine', written('medicine-name', 'Nardil')));
    const { groups } = reading(responseOf(group('you', written('contact', 'Iris')), medicines));
    expect(groups[0]?.flags[0]?.answers).toEqual([
      {
        place: 'medicine',
        label: 'Medicine: name',
        words: [{ text: 'Nardil', isMeant: true }],
        named: ['phenelzine'],
      },
    ]);
  });

  it('says what the practice has changed', () => {
    const heart = group('heart', chosen('fainting', 'yes'));
    const settings = { severities: { fainting: 'stop' } as const, thresholds: {} };
    const [first] = reading(responseOf(someone, heart), settings).groups;
    expect(first).toMatchObject({ severity: 'stop', flags: [{ ruleId: 'fainting', isChanged: true }] });
  });

  it('keeps "not sure" in a list of its own, with the rule that looks there', () => {
    const heart = group('heart', chosen('fainting', 'not-sure'), chosen('music', 'rather-talk'));
    expect(reading(responseOf(someone, heart)).unsure).toMatchObject([
      { answer: { label: 'Fainting' }, severity: 'caution', source: 'A study, 2021', others: 0 },
      { answer: { label: 'Music' }, severity: undefined, reason: undefined, others: 0 },
    ]);
  });

  it('tells what was left open where a rule would have looked from the rest', () => {
    const { unanswered } = reading(responseOf(someone));
    expect(unanswered.lookedAt).toContain('Aneurysm');
    expect(unanswered.others).toEqual(['Music', 'Medicine', 'Allergy']);
  });

  it('says nothing about what another version of the questions left open', () => {
    const older = { ...responseOf(someone), questionnaire: 'urn:kap:questionnaire:reviewed|0.9.0' };
    expect(reading(older).unanswered).toEqual({ lookedAt: [], others: [] });
  });

  it('names the answers that no rule could read', () => {
    const older = responseOf(
      group('you', written('contact', 'Iris'), {
        linkId: 'height',
        text: 'How tall?',
        answer: [{ valueString: '5 6' }],
      }),
      group('gone', { linkId: 'old-question', text: 'An old question', answer: [{ valueString: 'Yes' }] }),
    );
    expect(reading(older).unread).toEqual([
      { question: 'How tall?', words: ['5 6'] },
      { question: 'An old question', words: ['Yes'] },
    ]);
  });

  it('says that another version was answered than the rules were written for', () => {
    expect(reading(responseOf(someone)).otherVersion).toBeUndefined();
    const older = { ...responseOf(someone), questionnaire: 'urn:kap:questionnaire:reviewed|0.9.0' };
    expect(reading(older).otherVersion).toBe('0.9.0');
  });

  it('says beside a source where a number of the rule has another', () => {
    const [rule] = exampleRules.rules.filter(({ id }) => id === 'older');
    const ruleSet = {
      ...exampleRules,
      rules: rule ? [rule] : [],
      thresholds: exampleRules.thresholds.map(({ id, label, unit, value, min, max }) => ({
        ...{ id, label, unit, value, min, max },
        source: 'Practice’s choice',
      })),
    };
    const found = readReview({
      response: responseOf(someone),
      questionnaire: reviewed,
      ruleSet,
      settings: NO_SETTINGS,
      today: '2026-11-24',
    });
    expect(found.groups[0]?.flags[0]?.source).toBe('A study, 2021; number: practice’s choice');
  });

  it('is nothing where nothing was raised', () => {
    const heart = group('heart', chosen('aneurysm', 'no'));
    expect(reading(responseOf(group('you', written('contact', 'Iris')), heart)).groups).toEqual([]);
  });
});

describe('what a question is called beside a rule', () => {
  const [historyRules = exampleRules] = reviewRuleSets;

  const label = (item: ResponseItem, filled: string) =>
    readReview({
      response: { ...responseOf(item), questionnaire: canonicalOf(healthHistory) },
      questionnaire: healthHistory,
      ruleSet: historyRules,
      settings: NO_SETTINGS,
      today: '2026-11-24',
    })
      .groups.flatMap(({ flags }) => flags.flatMap(({ answers }) => answers))
      .find(({ words }) => words.some(({ text }) => text.startsWith(filled)))?.label;

  it.each([
    ['heart', chosen('pressure-treated', 'untreated'), 'High blood pressure: treated'],
    ['body', chosen('bladder-ketamine', 'yes'), 'Bladder pain: from ketamine'],
    ['body', chosen('sleep-apnea-treated', 'no'), 'Sleep apnea: CPAP at night'],
    ['body', chosen('glaucoma-treated', 'untreated'), 'Glaucoma: is it treated?'],
    ['mind', chosen('high-energy', 'yes'), 'Very high energy, 2 weeks'],
  ])('says what it is about, in %s', (page, item, words) => {
    const display = item.answer?.[0]?.valueCoding?.code ?? '';
    const options = { untreated: 'No', no: 'No', yes: 'Yes' } as Readonly<Record<string, string>>;
    expect(label(group(page, item), options[display] ?? '')).toBe(words);
  });

  it('is the reading for one of its numbers', () => {
    const reading = group('pressure-reading', { linkId: 'systolic', answer: [{ valueInteger: 170 }] });
    expect(label(group('heart', reading), '170')).toBe('Your reading: upper number');
  });
});
