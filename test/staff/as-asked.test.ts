import { expect, it } from 'vitest';
import { asAsked } from '../../demo/staff/reading/as-asked.js';
import { healthHistory } from '../../src/content/en/health-history.js';
import { allItems } from '../../src/domain/questionnaire/questionnaire.js';
import { chosen, group, responseOf } from './example.js';

const asks = (linkId: string, ...answered: Parameters<typeof responseOf>) =>
  [...allItems(asAsked(healthHistory, responseOf(...answered)).item)].some((item) => item.linkId === linkId);

it('A history without a word on safety is read as one that did not ask', () => {
  expect(asks('suicide-thoughts', group('safety', chosen('trauma', 'no')))).toBe(false);
  expect(asks('trauma', group('safety', chosen('trauma', 'no')))).toBe(true);
});

it('A history with one answer on safety is read as one that asked everything', () => {
  expect(asks('harm-thoughts', group('safety', chosen('suicide-thoughts', 'no')))).toBe(true);
});
