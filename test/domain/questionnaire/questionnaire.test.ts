import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import {
  canonicalOf,
  faultOf,
  questionnaire,
  type Item,
  type Questionnaire,
} from '../../../src/domain/questionnaire/questionnaire.js';
import { history } from '../../support/history.js';

const isTaken = (form: unknown): boolean => questionnaire.safeParse(form).success;

describe('a questionnaire from somewhere else', () => {
  it('is taken as it is', () => {
    for (const form of [history, healthHistory])
      expect(questionnaire.safeParse(JSON.parse(JSON.stringify(form)))).toEqual({
        success: true,
        data: form,
      });
  });

  it('loses what we don’t know', () => {
    const parsed = questionnaire.safeParse({ ...history, script: 'alert(1)' });
    expect(parsed.data).toEqual(history);
  });

  it.each<[string, Partial<Record<keyof Questionnaire, unknown>>]>([
    ['of another schema', { schema: 'kap/questionnaire/2' }],
    ['without questions', { item: [] }],
    ['with a type that there isn’t', { item: [{ linkId: 'a', type: 'slider', text: 'A' }] }],
    ['with a question without words', { item: [{ linkId: 'a', type: 'string', text: '' }] }],
    ['with an id that is none', { id: '../care' }],
    ['in a language that is no language tag', { locale: 'English' }],
  ])('is refused %s', (_, replacing) => {
    expect(isTaken({ ...history, ...replacing })).toBe(false);
  });

  it('is refused with a slip far down', () => {
    const deep = { linkId: 'c', type: 'string', text: 'C', maxLength: 'long' };
    const form = {
      ...history,
      item: [
        {
          linkId: 'a',
          type: 'group',
          text: 'A',
          item: [{ linkId: 'b', type: 'group', text: 'B', item: [deep] }],
        },
      ],
    };
    expect(isTaken(form)).toBe(false);
  });
});

describe('what keeps a questionnaire from being filled in', () => {
  const [page, ...others] = history.item;

  it('is nothing with ours', () => {
    expect(faultOf(history)).toBeUndefined();
    expect(faultOf(healthHistory)).toBeUndefined();
  });

  it('is a question outside of every page, which is named', () => {
    const loose: Item = { linkId: 'loose', type: 'string', text: 'On no page' };
    expect(faultOf({ ...history, item: [...history.item, loose] })).toContain('loose');
  });

  it('is an id that two items share, wherever they stand', () => {
    const twin: Item = { linkId: 'twin', type: 'group', text: 'Twin', item: page?.item };
    expect(faultOf({ ...history, item: [...history.item, twin] })).toContain('given');
    expect(faultOf({ ...history, item: [twin, ...others] })).toBeUndefined();
  });
});

describe('the canonical address of a questionnaire', () => {
  it('names its version', () => {
    expect(canonicalOf(history)).toBe('urn:kap:questionnaire:history|1.0.0');
  });
});
