import { describe, expect, it } from 'vitest';
import { en } from '../../src/locale/en.js';
import { enConsent } from '../../src/locale/en-consent.js';
import {
  CONSENT_GRADE_LIMIT,
  consentInterface,
  consentPagesOf,
  CONSENTS,
  GRADE_LIMIT,
  measure,
  QUESTIONNAIRES,
} from '../../tools/readability.js';
import { EXPLAINED, NAMES } from '../../tools/readability/glossary.js';
import { count, gradeOf, sentencesOf, syllablesOf } from '../../tools/readability/grade.js';
import { blocksOf, joined, passagesOf } from '../../tools/readability/text.js';

const pages = QUESTIONNAIRES.flatMap((form) =>
  passagesOf(form).map((passage) => ({ name: `${form.id}: ${passage.title}`, passage })),
);
const heldPages = pages.filter(({ passage }) => measure(passage).isHeld);

describe('the questionnaires that we ship', () => {
  it('are long enough to be measured on most of their pages', () => {
    expect(heldPages.length).toBeGreaterThan(15);
  });

  it.each(heldPages)('can be read at grade 6 or below: $name', ({ passage }) => {
    expect(measure(passage).grade).toBeLessThanOrEqual(GRADE_LIMIT);
  });
});

const consentPages = CONSENTS.flatMap((document) =>
  consentPagesOf(document).map((passage) => ({ name: `${document.id}: ${passage.title}`, passage })),
);

describe('the consent documents that we ship', () => {
  it('are all long enough to be measured, page by page', () => {
    expect(CONSENTS).toHaveLength(2);
    expect(consentPages.filter(({ passage }) => !measure(passage).isHeld)).toEqual([]);
  });

  it.each(consentPages)('can be read at grade 8 or below: $name', ({ passage }) => {
    expect(measure(passage).grade).toBeLessThanOrEqual(CONSENT_GRADE_LIMIT);
  });

  it('are measured with everything in them: choices, explanations, sources and words that are explained', () => {
    const [consent] = CONSENTS;
    const lines = consent ? blocksOf(consent).flatMap((passage) => passage.lines) : [];
    for (const { choices = [], check, sources = [] } of consent?.blocks ?? []) {
      for (const { question } of choices) expect(lines).toContain(question);
      if (check) expect(lines).toContain(check.explanation);
      for (const { claim } of sources) expect(lines).toContain(claim);
    }
    for (const { meaning } of consent?.terms ?? []) expect(lines).toContain(meaning);
  });
});

const consentWords = consentInterface().map((passage) => ({ name: passage.title, passage }));

describe('the words around a consent document', () => {
  it('are all measured, those that are made of names and numbers too', () => {
    const lines = consentWords.flatMap(({ passage }) => passage.lines);
    expect(lines).toContain(enConsent.goOver);
    expect(lines).toContain(enConsent.checked.together);
    expect(lines).toContain(enConsent.takeBackStatement.everything('2'));
    expect(lines).not.toContain(en.loading);
    expect(consentWords.length).toBeGreaterThan(5);
    expect(consentWords.filter(({ passage }) => !measure(passage).isHeld)).toEqual([]);
  });

  it.each(consentWords)('can be read at grade 8 or below: $name', ({ passage }) => {
    expect(measure(passage).grade).toBeLessThanOrEqual(CONSENT_GRADE_LIMIT);
  });
});

describe('short passages', () => {
  const passage = (title: string, words: number) => ({ title, lines: [Array(words).fill('word').join(' ')] });
  const titlesOf = (...lengths: readonly (readonly [string, number])[]) =>
    joined(
      lengths.map(([title, words]) => passage(title, words)),
      10,
    ).map(({ title }) => title);

  it('go with what follows until there are enough words', () => {
    expect(titlesOf(['a', 3], ['b', 4], ['c', 5], ['d', 10])).toEqual(['a + b + c', 'd']);
  });

  it('go with what comes before at the end', () => {
    expect(titlesOf(['a', 10], ['b', 12], ['c', 9])).toEqual(['a', 'b + c']);
  });

  it('stay short where the whole text is', () => {
    expect(titlesOf(['a', 3], ['b', 4])).toEqual(['a + b']);
    expect(titlesOf()).toEqual([]);
  });
});

describe('the grade of a text', () => {
  it('is that of Flesch and Kincaid', () => {
    // 10 words in 2 sentences, 16 syllables.
    const counted = count(['The river runs along the garden. Nobody sees the water.']);
    expect(counted).toEqual({ words: 10, wordsInSentence: 5, syllablesInWord: 1.6 });
    expect(gradeOf(counted)).toBeCloseTo(5.24, 10);
  });

  it('rises with long sentences and with long words', () => {
    const plain = gradeOf(count(['We ask. You tell us. We write it down.']));
    expect(gradeOf(count(['We ask and you tell us and we write it down.']))).toBeGreaterThan(plain);
    expect(gradeOf(count(['We inquire. You communicate. We document it.']))).toBeGreaterThan(plain);
  });

  it('is no lower for short answers below a long question', () => {
    const question = 'Have you ever been in a place where you were not able to say what you felt?';
    const [alone, answered] = [count([question]), count([question, 'Yes', 'No', 'Once', 'At times'])];
    expect(answered.words).toBe(alone.words + 5);
    expect(answered.wordsInSentence).toBe(alone.wordsInSentence);
  });

  it('takes sentences as they end', () => {
    expect(sentencesOf('Is it so? It is. “Yes.” And on')).toEqual(['Is it so?', 'It is.', '“Yes.”']);
    expect(sentencesOf('Phone number')).toEqual([]);
  });
});

describe('the text of a page', () => {
  const linesOf = (name: string) => pages.find((page) => page.name === name)?.passage.lines ?? [];

  it('holds questions, hints, reasons, answers and follow-ups, each once', () => {
    const heart = linesOf('health-history: Heart and blood pressure');
    expect(heart).toContain('Do you have high blood pressure?');
    expect(heart).toContain('In 128 over 82, it is the 128.');
    expect(heart).toContain('A rise in blood pressure is a bigger risk when a blood vessel is weak.');
    expect(heart).toContain('A heart valve problem');
    expect(heart.filter((line) => line === 'Not sure')).toHaveLength(1);
    expect(heart.filter((line) => line === 'when was it, and how is it now?')).toHaveLength(1);
  });

  it('leaves out the names that a field suggests', () => {
    const medicines = linesOf('health-history: Medicines and allergies');
    expect(medicines).toContain('Name of the medicine');
    expect(medicines.join(' ')).not.toContain('Zoloft');
  });
});

describe('the glossary', () => {
  it('counts its terms as one syllable, in the plural too', () => {
    expect(['aneurysm', 'aneurysms', 'carbamazepine'].map(syllablesOf)).toEqual([1, 1, 1]);
    expect(syllablesOf('medicine')).toBe(3);
  });

  it.each(Object.entries(EXPLAINED))('explains %s on each page where it stands', (term, explanation) => {
    const texts = pages.map(({ passage }) => passage.lines.join(' ').toLowerCase());
    const naming = texts.filter((text) => text.includes(term));
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter((text) => !text.includes(explanation))).toEqual([]);
  });

  it('holds no name that no page has', () => {
    const words = new Set(
      pages.flatMap(
        ({ passage }) =>
          passage.lines
            .join(' ')
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [],
      ),
    );
    expect(NAMES.filter((name) => !words.has(name))).toEqual([]);
  });
});
