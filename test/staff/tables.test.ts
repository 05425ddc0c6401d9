import { describe, expect, it } from 'vitest';
import { readTable } from '../../demo/staff/reading/tables.js';
import { chosen, group, medicines, written } from './example.js';

describe('readTable', () => {
  const sertraline = group('medicine', written('dose', '50 mg'), written('name', 'Sertraline'));
  const vitamin = group('medicine', written('name', 'Vitamin D'), chosen('since', 'not-sure'));

  it('has a row for each entry and the columns in the questionnaire’s order', () => {
    const table = readTable([sertraline, vitamin], medicines);
    expect(table?.title).toBe('Medicine you take');
    expect(table?.columns.map(({ label }) => label)).toEqual(['Name', 'Dose', 'Since']);
    expect(table?.rows.map((row) => row.map((cell) => cell?.words[0]))).toEqual([
      ['Sertraline', '50 mg', undefined],
      ['Vitamin D', undefined, 'Not sure'],
    ]);
  });

  it('leaves out columns that nobody filled in', () => {
    expect(readTable([sertraline], medicines)?.columns.map(({ linkId }) => linkId)).toEqual(['name', 'dose']);
  });

  it('keeps answers that the questionnaire does not know', () => {
    const withBrand = group('medicine', written('name', 'Sertraline'), written('brand', 'A brand'));
    expect(readTable([withBrand], medicines)?.columns.map(({ linkId }) => linkId)).toEqual(['name', 'brand']);
  });

  it('is no table without an answer', () => {
    expect(readTable([group('medicine', written('name', ' '))], medicines)).toBeUndefined();
    expect(readTable([], medicines)).toBeUndefined();
  });
});
