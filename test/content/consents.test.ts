import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultOfConsents } from '../../demo/endpoint/consents.js';
import { earlierConsents } from '../../demo/endpoint/seed/earlier-consents.js';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import {
  CONSENT_BLANKS,
  electronicRecordsConsent,
  ketamineTherapyConsent,
} from '../../src/content/en/consents/index.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import { consentDocument, faultOfDocument } from '../../src/domain/consent/document.js';
import { fillDocument } from '../../src/domain/consent/fill.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { writeContent } from '../../tools/content.js';
import { blanksOf, textsOf, wordsOf } from '../support/consent-texts.js';

const documents = [ketamineTherapyConsent, electronicRecordsConsent];
const checks = documents.flatMap(({ blocks }) =>
  blocks.flatMap(({ id, check }) => (check ? [{ id, ...check }] : [])),
);

describe.each(documents)('the sample “$title”', (document) => {
  const filled = fillDocument(document, { values: stillwater.values, without: [] });

  it('is a document without a fault', () => {
    expect(consentDocument.parse(document)).toEqual(document);
    expect(faultOfDocument(document)).toBeUndefined();
  });

  it('is marked as a sample', () => {
    expect(document).toMatchObject({ schema: 'kap/consent-document/2', sample: true });
  });

  it('is still a document without a fault as clients of the sample practice read it', () => {
    if ('missing' in filled) throw new Error(`Nothing fills ${filled.missing}.`);
    expect(consentDocument.parse(filled.document)).toEqual(filled.document);
    expect(blanksOf(filled.document)).toEqual([]);
  });

  it('reads in one piece once it has been filled in', () => {
    if ('missing' in filled) throw new Error(`Nothing fills ${filled.missing}.`);
    const torn = wordsOf(filled.document).filter(([, text]) =>
      /[.,;:]\.| [.,;:]|\s\s|[.?!]\s\p{Ll}/u.test(text),
    );
    expect(torn).toEqual([]);
  });

  it('explains only words that stand in it, each once', () => {
    const text = document.blocks.flatMap(textsOf).join(' ');
    const terms = (document.terms ?? []).map(({ term }) => term);
    expect(terms.filter((term) => !text.includes(term))).toEqual([]);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('lets the client say each sentence that they tick: “I …”, or what somebody does for “me”', () => {
    const sentences = document.blocks.flatMap(({ acknowledgement }) => acknowledgement ?? []);
    expect(sentences.filter((sentence) => !/\bI\b/.test(sentence) || /\byou\b/i.test(sentence))).toEqual([]);
  });
});

describe('the blanks of the samples', () => {
  it('are all listed, and none is listed that no text has', () => {
    const left = new Set(documents.flatMap(blanksOf));
    expect(Object.keys(CONSENT_BLANKS).toSorted()).toEqual([...left].toSorted());
  });

  it('have names of one spelling, and each says what fills it', () => {
    for (const [name, meaning] of Object.entries(CONSENT_BLANKS)) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning).toMatch(/^[A-Z].{10,}\.[”]?$|”$/);
    }
  });

  it.each(documents)('keep “$title” from being read while one is empty', (document) => {
    for (const name of blanksOf(document)) {
      const values = { ...stillwater.values, [name]: ' ' };
      expect(fillDocument(document, { values, without: [] })).toEqual({ missing: name });
    }
  });

  it('are filled with the phone number that the practice gives everywhere', () => {
    expect(stillwater.values['phone']).toBe(stillwater.contact.phone);
    expect(stillwater.values['reply-time']).toBe(stillwater.contact.replyTime);
    expect(stillwater.values['practice']).toBe(stillwater.name);
  });
});

describe('the consents of the sample practice', () => {
  it('are published in the version that it asks for, after the one before', () => {
    expect(faultOfConsents([...earlierConsents, ...documents], stillwater)).toBeUndefined();
  });

  it('keep the text that was signed before as it was, to the byte', () => {
    const digests = earlierConsents.map((each) => [
      each.version,
      createHash('sha256').update(canonicalJson(each)).digest('hex'),
    ]);
    expect(digests).toEqual([
      ['2026-11', '1bfc096a92b0f4b8d73f611f604a5d3df94a31ddf22260963bfa3dba65ce0c06'],
    ]);
  });
});

describe('the disclosure about electronic records', () => {
  const said = electronicRecordsConsent.blocks.flatMap(textsOf).join(' ');

  it.each([
    ['the right to paper', /You can get all of it on paper/],
    ['going back to paper, and how', /go back to paper at any time: \{\{back-to-paper\}\}/],
    ['what that costs or changes', /\{\{back-to-paper-cost\}\}/],
    ['what it covers', /This covers your consent forms/],
    ['how to tell of a new address', /\{\{change-contact\}\}/],
    ['a paper copy and its fee', /\{\{paper-copies\}\}/],
    [
      'what it takes to open and to keep a copy',
      /phone, a tablet or a computer.*browser.*save your copy, or a printer/,
    ],
    ['a new notice when that changes', /If this list ever changes/],
    ['that it is not the consent to treatment', /not the same as taking back your consent/],
  ])('says %s', (_, words) => {
    expect(said).toMatch(words);
  });

  it('has the client show that they can open it: a word to be found, and a sentence to be ticked', () => {
    const shown = electronicRecordsConsent.blocks.find(({ check }) => check !== undefined);
    const right = shown?.check?.answers.find((answer) => answer.right)?.text ?? '';
    expect(shown?.paragraphs.join(' ').toLowerCase()).toContain(right.toLowerCase());
    expect(shown?.acknowledgement).toMatch(/I can open and read this page/);
  });

  it('is for electronic records, and the other document for treatment', () => {
    expect(documents.map(({ purpose }) => purpose)).toEqual(['treatment', 'electronic-records']);
  });
});

describe.each(checks)('the comprehension check of “$id”', ({ answers, explanation }) => {
  it('has three answers, and exactly one is right', () => {
    expect(answers).toHaveLength(3);
    expect(answers.filter(({ right }) => right)).toHaveLength(1);
  });

  it('does not give the right answer away by its length', () => {
    const right = answers.find((answer) => answer.right)?.text.length ?? 0;
    const longest = Math.max(...answers.filter((answer) => !answer.right).map(({ text }) => text.length));
    expect(right).toBeLessThan(longest * 1.5);
  });

  it('explains without a verdict, since the same words follow a right answer and a wrong one', () => {
    expect(explanation).not.toMatch(
      /\b(wrong|right|incorrect|correct|mistake|unfortunately|sorry|well done)\b/i,
    );
    expect(explanation).not.toMatch(/^(no|yes)\b/i);
  });
});

describe('which answer of the checks is right', () => {
  const places = checks.map(({ answers }) => answers.findIndex(({ right }) => right));

  it('is in each of the three places, and in none more than half of the time', () => {
    const times = [0, 1, 2].map((place) => places.filter((each) => each === place).length);
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.max(...times)).toBeLessThanOrEqual(checks.length / 2);
  });
});

describe('the content that is built', () => {
  it('is each document and questionnaire as data, by its id and language', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kap-content-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const files = writeContent(folder);
    expect(files.map((file) => basename(file))).toEqual([
      'ketamine-therapy.en.json',
      'electronic-records.en.json',
      'intentions.en.json',
      'readiness.en.json',
      'reflection.en.json',
      'how-are-you-since.en.json',
    ]);
    expect(files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown)).toEqual([
      ketamineTherapyConsent,
      electronicRecordsConsent,
      intentions,
      readiness,
      reflection,
      howAreYouSince,
    ]);
  });
});
