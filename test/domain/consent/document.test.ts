import { describe, expect, it } from 'vitest';
import {
  consentDocument,
  faultOfDocument,
  type ComprehensionCheck,
  type ConsentBlock,
  type ConsentDocument,
} from '../../../src/domain/consent/document.js';
import { shortConsent } from '../../support/consent-document.js';

const isTaken = (replacing: Readonly<Record<string, unknown>>): boolean =>
  consentDocument.safeParse({ ...shortConsent, ...replacing }).success;

const block = (more: Readonly<Record<string, unknown>>) => ({ id: 'a', paragraphs: ['A.'], ...more });
const isBlockTaken = (more: Readonly<Record<string, unknown>>) => isTaken({ blocks: [block(more)] });

const answer = (id: string, right?: boolean) => ({ id, text: id, ...(right !== undefined && { right }) });
const check = (...answers: ComprehensionCheck['answers']): ComprehensionCheck => ({
  question: 'When?',
  answers,
  explanation: 'Then.',
});

describe('a consent document', () => {
  it('is taken as it is written', () => {
    expect(consentDocument.safeParse(shortConsent)).toEqual({ success: true, data: shortConsent });
  });

  it('loses what no reader of it knows', () => {
    const written = { ...shortConsent, script: 'x', blocks: [block({ html: '<b>A</b>' })] };
    expect(consentDocument.parse(written)).toEqual({ ...shortConsent, blocks: [block({})] });
  });

  it('may ask for nothing but to be read', () => {
    expect(isBlockTaken({})).toBe(true);
    expect(isBlockTaken({ paragraphs: [] })).toBe(true);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['another schema', { schema: 'kap/consent-document/9' }],
    ['no blocks', { blocks: [] }],
    ['more blocks than anybody reads', { blocks: Array.from({ length: 201 }, () => block({})) }],
    ['a change that is neither minor nor material', { change: 'typo' }],
    ['an id that would lead somewhere else', { id: '../practice' }],
    ['no version', { version: '' }],
    ['a language that is none', { locale: 'english please' }],
  ])('with %s is none', (_, replacing) => {
    expect(isTaken(replacing)).toBe(false);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a sentence to tick that is empty', { acknowledgement: '' }],
    ['a sentence to tick that nobody reads to its end', { acknowledgement: 'x'.repeat(501) }],
    ['a check with one answer', { check: check(answer('one', true)) }],
    [
      'a check with nine answers',
      { check: check(...Array.from({ length: 9 }, (_, at) => answer(`a${at}`, true))) },
    ],
    [
      'a check without an explanation',
      { check: { ...check(answer('a', true), answer('b')), explanation: '' } },
    ],
    ['a paragraph that is no text', { paragraphs: [{ text: 'A.' }] }],
  ])('with a block that has %s is none', (_, more) => {
    expect(isBlockTaken(more)).toBe(false);
  });
});

describe('what makes a document unusable', () => {
  const faultOf = (...blocks: readonly ConsentBlock[]): string | undefined => {
    const document: ConsentDocument = { ...shortConsent, blocks: [...blocks] };
    expect(consentDocument.safeParse(document).success).toBe(true);
    return faultOfDocument(document);
  };
  const named = (id: string, checked?: ComprehensionCheck): ConsentBlock => ({
    id,
    paragraphs: ['A.'],
    ...(checked && { check: checked }),
  });

  it('is nothing in one that is right', () => {
    expect(faultOfDocument(shortConsent)).toBeUndefined();
    expect(faultOf(named('a', check(answer('x', true), answer('y', true))))).toBeUndefined();
  });

  it('is an id that two blocks share: what is ticked must be one thing', () => {
    expect(faultOf(named('a'), named('b'), named('a'))).toBe('two blocks are called a');
  });

  it('is an id that two answers of one check share', () => {
    expect(faultOf(named('a', check(answer('x', true), answer('y'), answer('x'))))).toBe(
      'two answers of a have the same id',
    );
  });

  it('is not an id that answers of two checks share', () => {
    const yesOrNo = check(answer('yes', true), answer('no'));
    expect(faultOf(named('a', yesOrNo), named('b', yesOrNo))).toBeUndefined();
  });

  it.each([
    ['nothing is said of any', [answer('x'), answer('y')]],
    ['each is said to be wrong', [answer('x', false), answer('y', false)]],
  ])('is a check that nobody can answer, as %s', (_, answers) => {
    expect(faultOf(named('a', check(answer('x', true), answer('y'))), named('b', check(...answers)))).toBe(
      'no answer of b is right',
    );
  });
});
