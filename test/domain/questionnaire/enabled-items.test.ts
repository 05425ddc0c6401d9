import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Item } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { form, item, options, paths, when } from '../../support/small-forms.js';

describe('a question that is not asked', () => {
  const chain = form(
    item('one', 'choice', { answerOption: options }),
    item('two', 'choice', { answerOption: options, enableWhen: [when('one', '=', 'a')] }),
    item('three', 'string', { enableWhen: [when('two', '=', 'b')] }),
  );

  it('counts as unanswered for those that look at it, though its answer is kept', () => {
    expect(paths(chain, answersOf({ one: ['a'], two: ['b'] }))).toEqual(['one', 'two', 'three']);
    expect(paths(chain, answersOf({ one: ['c'], two: ['b'] }))).toEqual(['one']);
  });

  it('takes all that stands below it along', () => {
    const nested = form(
      item('one', 'choice', { answerOption: options }),
      item('group', 'group', {
        enableWhen: [when('one', '=', 'a')],
        item: [item('inner', 'group', { item: [item('deep', 'string')] })],
      }),
      item('beside', 'string', { enableWhen: [when('deep', 'exists', 'true')] }),
    );
    expect(paths(nested, answersOf({ one: ['a'], deep: 'x' }))).toEqual([
      'one',
      'group',
      'inner',
      'deep',
      'beside',
    ]);
    expect(paths(nested, answersOf({ one: ['b'], deep: 'x' }))).toEqual(['one']);
  });
});

describe('questions under a question', () => {
  it('are asked with it', () => {
    const nested = form(
      item('outer', 'choice', {
        answerOption: options,
        item: [item('under', 'string', { enableWhen: [when('outer', '=', 'a')] })],
      }),
    );
    expect(paths(nested, answersOf({ outer: ['a'] }))).toEqual(['outer', 'under']);
    expect(paths(nested, answersOf({ outer: ['b'] }))).toEqual(['outer']);
  });
});

describe('a repeating group', () => {
  const repeating = form(
    item('all', 'choice', { answerOption: options }),
    item('group', 'group', {
      repeats: true,
      item: [
        item('kind', 'choice', { answerOption: options }),
        item('by-kind', 'string', { enableWhen: [when('kind', '=', 'a')] }),
        item('by-all', 'string', { enableWhen: [when('all', '=', 'a')] }),
        item('inner', 'group', {
          repeats: true,
          item: [item('deep', 'string', { enableWhen: [when('kind', '=', 'a')] })],
        }),
      ],
    }),
    item('outside', 'string', { enableWhen: [when('kind', '=', 'a')] }),
  );

  it('has one instance before anybody has added one', () => {
    const [, group] = enabledItems(repeating, NO_ANSWERS);
    expect(group?.instances.map(({ key }) => key)).toEqual([1]);
  });

  it('may have none', () => {
    expect(paths(repeating, answersOf({}, { group: [] }))).toEqual(['all', 'group']);
  });

  it('asks in each instance by the answers in that instance', () => {
    const answers = answersOf({ 'kind#1': ['b'], 'kind#4': ['a'] }, { group: [1, 4] });
    expect(paths(repeating, answers)).toEqual([
      'all',
      'group',
      'kind#1',
      'inner#1',
      'kind#4',
      'by-kind#4',
      'inner#4',
      'deep#4.1',
      'outside',
    ]);
  });

  it('asks in every instance by an answer outside of it', () => {
    const answers = answersOf({ all: ['a'] }, { group: [1, 2] });
    expect(paths(repeating, answers).filter((path) => path.startsWith('by-all'))).toEqual([
      'by-all#1',
      'by-all#2',
    ]);
  });

  it('shows the last instance with an answer to those that come after it', () => {
    const seen = (first: string[], last: string[]) =>
      paths(repeating, answersOf({ 'kind#1': first, 'kind#4': last }, { group: [1, 4] })).includes('outside');
    expect(seen(['b'], ['a'])).toBe(true);
    expect(seen(['a'], ['b'])).toBe(false);
    // An instance that nothing was written into is not in the response either.
    expect(seen(['a'], [])).toBe(true);
    expect(seen([], [])).toBe(false);
  });

  it('shows the first instance with an answer to those that come before it', () => {
    const asked = form(
      item('before', 'string', { enableWhen: [when('kind', '=', 'a')] }),
      item('group', 'group', { repeats: true, item: [item('kind', 'choice', { answerOption: options })] }),
    );
    const seen = (first: string, last: string) =>
      paths(asked, answersOf({ 'kind#1': [first], 'kind#2': [last] }, { group: [1, 2] })).includes('before');
    expect(seen('a', 'b')).toBe(true);
    expect(seen('b', 'a')).toBe(false);
  });

  it('without instances has no answer for anybody', () => {
    expect(paths(repeating, answersOf({ 'kind#1': ['a'] }, { group: [] }))).toEqual(['all', 'group']);
  });

  it('begins with as many instances as it needs', () => {
    const three = form(
      item('group', 'group', { repeats: true, minOccurs: 3, item: [item('name', 'string')] }),
    );
    expect(paths(three, NO_ANSWERS)).toEqual(['group', 'name#1', 'name#2', 'name#3']);
  });
});

describe('a repeating group inside another', () => {
  const nested = form(
    item('person', 'group', {
      repeats: true,
      item: [
        item('illness', 'group', {
          repeats: true,
          item: [
            item('kind', 'choice', { answerOption: options }),
            item('same-illness', 'string', { enableWhen: [when('kind', '=', 'a')] }),
          ],
        }),
        item('same-person', 'string', { enableWhen: [when('kind', '=', 'a')] }),
      ],
    }),
    item('last-of-last', 'string', { enableWhen: [when('kind', '=', 'a')] }),
  );
  const asked = (entries: Record<string, Entry>) =>
    paths(nested, answersOf(entries, { person: [1, 2], 'illness#1': [1, 2], 'illness#2': [7] })).filter(
      (path) => /same|last/.test(path),
    );

  it('is seen from its own instance, from the person’s last one, and from outside by the last of the last', () => {
    const others: Record<string, Entry> = { 'kind#1.1': ['b'], 'kind#1.2': ['b'], 'kind#2.7': ['b'] };
    expect(asked({ ...others, 'kind#1.1': ['a'] })).toEqual(['same-illness#1.1']);
    expect(asked({ ...others, 'kind#1.2': ['a'] })).toEqual(['same-illness#1.2', 'same-person#1']);
    expect(asked({ ...others, 'kind#2.7': ['a'] })).toEqual([
      'same-illness#2.7',
      'same-person#2',
      'last-of-last',
    ]);
  });
});

describe('a question that repeats', () => {
  const drugs = form(
    item('drug', 'string', {
      repeats: true,
      required: true,
      item: [item('dose', 'integer'), item('sage', 'string', { enableWhen: [when('drug', '=', 'sage')] })],
    }),
    item('any-sage', 'string', { enableWhen: [when('drug', '=', 'sage')] }),
  );

  it('is asked once in each of its instances, with what stands under it', () => {
    expect(paths(drugs, answersOf({}, { drug: [1, 4] }))).toEqual([
      'drug',
      'drug#1',
      'dose#1',
      'drug#4',
      'dose#4',
    ]);
    const [drug] = enabledItems(drugs, NO_ANSWERS);
    expect(drug?.instances[0]?.items[0]?.item).toMatchObject({ linkId: 'drug', repeats: false });
  });

  it('shows each answer to what stands under it, and all of them to others', () => {
    const answers = answersOf({ 'drug#1': 'sage', 'drug#4': 'mint' }, { drug: [1, 4] });
    expect(paths(drugs, answers)).toEqual([
      'drug',
      'drug#1',
      'dose#1',
      'sage#1',
      'drug#4',
      'dose#4',
      'any-sage',
    ]);
  });

  it('of a list is ticked in one place, unless something stands under its answers', () => {
    const list = item('list', 'choice', { repeats: true, answerOption: options });
    expect(paths(form(list), NO_ANSWERS)).toEqual(['list']);
    const withMore = { ...list, item: [item('more', 'string')] };
    expect(paths(form(withMore), NO_ANSWERS)).toEqual(['list', 'list#1', 'more#1']);
    const searched: Item = { ...list, control: 'autocomplete' };
    expect(paths(form(searched), NO_ANSWERS)).toEqual(['list', 'list#1']);
  });
});

describe('items that wait for each other', () => {
  it('find each other unanswered, and the form opens', () => {
    const circle = form(
      item('one', 'string', { enableWhen: [when('two', 'exists', 'true')] }),
      item('two', 'string', { enableWhen: [when('one', 'exists', 'true')] }),
      item('itself', 'string', { enableWhen: [when('itself', 'exists', 'true')] }),
      item('free', 'string'),
    );
    expect(paths(circle, answersOf({ one: 'a', two: 'b', itself: 'c' }))).toEqual(['free']);
  });

  it('in a long row, either way, are no trouble', () => {
    const row = (towards: 1 | -1, count: number) =>
      form(
        ...Array.from({ length: count }, (_, index) =>
          item(`q${index}`, 'string', { enableWhen: [when(`q${index + towards}`, 'exists', 'false')] }),
        ),
      );
    expect(paths(row(-1, 3000), NO_ANSWERS)).toHaveLength(3000);
    expect(paths(row(1, 800), NO_ANSWERS)).toHaveLength(800);
  });
});
