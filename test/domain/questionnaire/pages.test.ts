import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers } from '../../../src/domain/questionnaire/answers.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import { pagesOf } from '../../../src/domain/questionnaire/pages.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { history } from '../../support/history.js';
import { form, item, when } from '../../support/small-forms.js';

/** Each page as `path: what stands on it`. */
const pages = (questionnaire: Questionnaire, answers: Answers = NO_ANSWERS) =>
  pagesOf(questionnaire, enabledItems(questionnaire, answers)).map(
    ({ path, items }) => `${path}: ${items.map((each) => each.path).join(' ')}`,
  );

const page = (linkId: string, ...children: string[]) =>
  item(linkId, 'group', { item: children.map((child) => item(child, 'string')) });

describe('the pages of a form', () => {
  it('are its groups, and come and go with their conditions', () => {
    const ids = (answers: Answers) =>
      pagesOf(history, enabledItems(history, answers)).map(({ path }) => path);
    expect(ids(NO_ANSWERS)).toEqual(['you', 'body', 'medicines']);
    expect(ids(answersOf({ heart: ['yes'] }))).toEqual(['you', 'body', 'heart-page', 'medicines']);
  });

  it('are the groups in the one group that holds all others', () => {
    expect(pages(form(item('all', 'group', { item: [page('a', 'q'), page('b', 'r')] })))).toEqual([
      'a: q',
      'b: r',
    ]);
    const deep = form(
      item('all', 'group', {
        item: [item('inner', 'group', { item: [page('a', 'q'), page('b', 'r')] }), page('c', 's')],
      }),
    );
    expect(pages(deep)).toEqual(['inner: a b', 'c: s']);
  });

  it('are one where a single group holds questions or repeats', () => {
    expect(pages(form(page('a', 'q', 'r')))).toEqual(['a: q r']);
    const repeating = form({ ...page('a', 'q'), repeats: true });
    expect(pages(repeating)).toEqual(['a/page: a']);
  });

  it('are none where the group that holds all is not asked', () => {
    const enableWhen = [when('q', 'exists', 'true')];
    expect(pages(form(item('all', 'group', { enableWhen, item: [page('a', 'q'), page('b', 'r')] })))).toEqual(
      [],
    );
  });

  it('hold the questions between groups together, under the form’s title', () => {
    const mixed = form(item('q1', 'string'), item('q2', 'string'), page('a', 'r'), item('q3', 'string'));
    expect(pages(mixed)).toEqual(['q1/page: q1 q2', 'a: r', 'q3/page: q3']);
    const [first] = pagesOf(mixed, enabledItems(mixed, NO_ANSWERS));
    expect(first?.item).toMatchObject({ type: 'group', text: 'Form' });
  });

  it('give a repeating group one of its own, under its name', () => {
    const mixed = form(item('q1', 'string'), { ...page('a', 'r'), repeats: true }, item('q2', 'string'));
    expect(pages(mixed)).toEqual(['q1/page: q1', 'a/page: a', 'q2/page: q2']);
    expect(pagesOf(mixed, enabledItems(mixed, NO_ANSWERS))[1]?.item.text).toBe('a');
  });

  it('keep their names and their questions whatever is answered on them', () => {
    const asked = form(
      item('q1', 'string', { enableWhen: [when('q2', 'exists', 'true')] }),
      item('q2', 'string'),
      item('a', 'group', { enableWhen: [when('q2', 'exists', 'true')], item: [item('r', 'string')] }),
      item('q3', 'string'),
    );
    expect(pages(asked)).toEqual(['q1/page: q2', 'q3/page: q3']);
    expect(pages(asked, answersOf({ q2: 'x' }))).toEqual(['q1/page: q1 q2', 'a: r', 'q3/page: q3']);
  });

  it('are the same objects for the same questions', () => {
    const asked = form(item('q1', 'string'));
    const [one] = pagesOf(asked, enabledItems(asked, NO_ANSWERS));
    const [other] = pagesOf(asked, enabledItems(asked, answersOf({ q1: 'x' })));
    expect(one?.item).toBe(other?.item);
  });

  it('have at most twenty questions that no group holds', () => {
    const many = form(...Array.from({ length: 45 }, (_, index) => item(`q${index}`, 'string')));
    expect(pagesOf(many, enabledItems(many, NO_ANSWERS)).map(({ items }) => items.length)).toEqual([
      20, 20, 5,
    ]);
  });

  it('leave out what is never shown and what has nothing to show', () => {
    const hidden = form(
      item('h', 'string', { hidden: true }),
      item('g', 'group', { item: [item('h2', 'string', { hidden: true })] }),
      item('e', 'group', { item: [item('i', 'group')] }),
      item('t', 'group', { item: [item('text', 'display')] }),
      page('a', 'q'),
    );
    expect(pages(hidden)).toEqual(['t: text', 'a: q']);
  });
});
