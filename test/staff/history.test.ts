import { describe, expect, it } from 'vitest';
import { readHistory, topicsOfPart, type History } from '../../demo/staff/reading/history.js';
import type { Part, Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { chosen, example, group, responseOf, written } from './example.js';

const aboutYou = group('about-you', written('given', 'Rosalind'), written('family', 'Whitfield'), {
  linkId: 'born',
  answer: [{ valueDate: '1985-03-05' }],
});

const heart = group(
  'heart',
  chosen('aneurysm', 'not-sure'),
  chosen('stroke', 'no'),
  chosen('conditions', 'none'),
  chosen('safe', 'no'),
);

const medicine = group(
  'medicines',
  group('medicine', written('name', 'Sertraline'), written('dose', '50 mg')),
  group('medicine', written('name', 'Vitamin D'), chosen('since', 'not-sure')),
);

const topic = (history: History, linkId: string) => history.topics.find((each) => each.linkId === linkId);

describe('a history as a clinician reads it', () => {
  const history = readHistory(responseOf(aboutYou, heart, medicine), example);

  it('begins with who it is', () => {
    expect(history.person).toEqual({ name: 'Rosalind Whitfield', birthDate: '1985-03-05' });
  });

  it('has the questionnaire’s topics in its order, with the part they belong to', () => {
    expect(history.topics.map(({ title, part }) => [title, part])).toEqual([
      ['About you', 'logistics'],
      ['Heart', 'medical'],
      ['Medicines', 'medical'],
    ]);
  });

  it('joins quiet answers and keeps apart the "No" that matters', () => {
    const lines = topic(history, 'heart')?.lines ?? [];
    expect(lines.map((line) => line.kind)).toEqual(['answer', 'nos', 'answer']);
    expect(lines[1]).toMatchObject({ answers: [{ label: 'Stroke' }, { label: 'Heart conditions' }] });
    expect(lines[2]).toMatchObject({ answered: { linkId: 'safe' } });
  });

  it('shows a repeating group as one table', () => {
    const [line, ...others] = topic(history, 'medicines')?.lines ?? [];
    expect(others).toEqual([]);
    expect(line).toMatchObject({ kind: 'table', table: { rows: { length: 2 } } });
  });

  it('gathers what asks for a conversation, with its topic and the entry it is about', () => {
    expect(
      history.toTalkAbout.map(({ topic: { title }, answered, about }) => [title, answered.label, about]),
    ).toEqual([
      ['Heart', 'Aneurysm', undefined],
      ['Medicines', 'Since', 'Vitamin D'],
    ]);
  });

  it('lists what was open and is empty', () => {
    expect(topic(history, 'about-you')?.unanswered).toEqual(['Pronouns']);
  });

  it('does not list a follow-up that was never asked, and does list one that was', () => {
    const asked = readHistory(responseOf(group('heart', chosen('stroke', 'yes'))), example);
    expect(topic(asked, 'heart')?.unanswered).toContain('When');
    expect(topic(history, 'heart')?.unanswered).not.toContain('When');
  });

  it('counts a repeating group without entries as one thing left open', () => {
    const empty = readHistory(responseOf(aboutYou), example);
    expect(topic(empty, 'medicines')?.unanswered).toEqual(['Medicines']);
  });
});

describe('what the reader’s role does not see', () => {
  it('is neither shown nor called unanswered', () => {
    const history = readHistory(responseOf(aboutYou), example, { hiddenParts: ['medical'] });
    expect(history.topics.map(({ linkId }) => linkId)).toEqual(['about-you']);
  });

  it('is not called unanswered within a topic of another part either', () => {
    const mixed: Questionnaire = {
      ...example,
      item: example.item.map((topic) =>
        topic.linkId === 'about-you'
          ? {
              ...topic,
              item: [
                ...(topic.item ?? []),
                { linkId: 'blood', type: 'string', text: 'Blood group', part: 'medical' },
              ],
            }
          : topic,
      ),
    };
    const unansweredFor = (hiddenParts: readonly Part[]) =>
      topic(readHistory(responseOf(aboutYou), mixed, { hiddenParts }), 'about-you')?.unanswered;
    expect(unansweredFor([])).toEqual(['Pronouns', 'Blood group']);
    expect(unansweredFor(['medical'])).toEqual(['Pronouns']);
    expect(topicsOfPart(mixed, 'medical')).toEqual(['About you', 'Heart', 'Medicines']);
  });

  it('is named by its topics', () => {
    expect(topicsOfPart(example, 'medical')).toEqual(['Heart', 'Medicines']);
  });
});

describe('a response that the questionnaire does not know', () => {
  it('is shown in full without the questionnaire', () => {
    const history = readHistory(responseOf(aboutYou, heart, medicine), undefined);
    expect(history.topics).toHaveLength(3);
    expect(topic(history, 'medicines')?.lines).toMatchObject([{ kind: 'table' }]);
    expect(history.toTalkAbout).toHaveLength(2);
  });

  it('keeps topics, headings and questions below questions', () => {
    const nested = {
      linkId: 'new-question',
      text: 'Something new?',
      answer: [{ valueString: 'Yes, this', item: [written('under-it', 'And that')] }],
    };
    const history = readHistory(
      responseOf({
        linkId: 'new-topic',
        text: 'New',
        item: [{ linkId: 'inner', text: 'Inside', item: [nested] }],
      }),
      example,
    );
    expect(topic(history, 'new-topic')?.lines).toMatchObject([
      { kind: 'heading', text: 'Inside' },
      { kind: 'answer', answered: { words: ['Yes, this'], isFollowUp: false } },
      { kind: 'answer', answered: { words: ['And that'], isFollowUp: true } },
    ]);
  });

  it('in another version says nothing about what was left open', () => {
    const older = { ...responseOf(aboutYou), questionnaire: 'urn:kap:questionnaire:example|0.9.0' };
    const history = readHistory(older, example);
    expect(history.person.name).toBe('Rosalind Whitfield');
    expect(history.topics.flatMap(({ unanswered }) => unanswered)).toEqual([]);
  });
});
