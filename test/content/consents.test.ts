import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultOfConsents } from '../../demo/endpoint/consents.js';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { ketamineTherapyConsent } from '../../src/content/en/consents/ketamine-therapy.js';
import { consentDocument, faultOfDocument } from '../../src/domain/consent/document.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import { writeContent } from '../../tools/content.js';

const { blocks } = ketamineTherapyConsent;
const checks = blocks.flatMap(({ id, check }) => (check ? [{ id, ...check }] : []));

const words: readonly (readonly [string, string])[] = [
  ['title', ketamineTherapyConsent.title],
  ...blocks.flatMap(({ id, heading, paragraphs, list = [], acknowledgement, check }) =>
    [
      heading,
      ...paragraphs,
      ...list,
      acknowledgement,
      ...(check ? [check.question, ...check.answers.map(({ text }) => text), check.explanation] : []),
    ].flatMap((each) => (each === undefined ? [] : [[id, each] as const])),
  ),
];
const saying = (pattern: RegExp) => words.filter(([, text]) => pattern.test(text));

describe('the consent to ketamine-assisted psychotherapy', () => {
  it('is a document without a fault', () => {
    expect(consentDocument.parse(ketamineTherapyConsent)).toEqual(ketamineTherapyConsent);
    expect(faultOfDocument(ketamineTherapyConsent)).toBeUndefined();
  });

  it('is the version that the sample practice asks for', () => {
    expect(faultOfConsents([ketamineTherapyConsent], stillwater)).toBeUndefined();
  });

  it('says at its beginning that it is a sample, of whose practice it is, and who adopted it when', () => {
    const beginning = blocks[0]?.paragraphs.join(' ');
    const adopted = stillwater.consents.find(({ id }) => id === ketamineTherapyConsent.id)?.adopted;
    const day = new Date(adopted?.on ?? '').toLocaleDateString('en-US', {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    for (const said of ['sample', 'invented', stillwater.name, adopted?.by, day])
      expect(beginning).toContain(said);
  });

  it('names the practice’s people and phone number as its profile does', () => {
    const text = words.map(([, each]) => each).join(' ');
    const { contact, values } = stillwater;
    for (const said of [values['therapist'], values['prescriber'], contact.phone])
      expect(text).toContain(said);
    expect(saying(/\d{3}-\d{4}/).filter(([, each]) => !each.includes(contact.phone ?? ' '))).toEqual([]);
  });

  it.each([
    ['off-label', /FDA has not approved/],
    ['controlled', /never share/],
    ['benefits-and-other-ways', /other ways/],
    ['risks', /serious/],
    ['tell-us', /medicines.*pregnant/],
    ['the-day', /not drive until the next day, after a night’s sleep/],
    ['stopping', /stop at any time.*has to run out/],
  ])('has “%s” acknowledged on its own', (id, sentence) => {
    expect(blocks.find((block) => block.id === id)?.acknowledgement).toMatch(sentence);
  });

  it('lets the client say each of these sentences: “I …”, or what somebody does for “me”', () => {
    const sentences = blocks.flatMap(({ acknowledgement }) => acknowledgement ?? []);
    expect(sentences.filter((sentence) => !/\bI\b/.test(sentence) || /\byou\b/i.test(sentence))).toEqual([]);
  });

  it('asks back about driving, stopping and emergencies', () => {
    expect(checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['the-day', 'stopping', 'emergencies']),
    );
    expect(checks.length).toBeGreaterThanOrEqual(3);
    expect(checks.length).toBeLessThanOrEqual(4);
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
  it('is not always in the same place', () => {
    const places = checks.map(({ answers }) => answers.findIndex(({ right }) => right));
    expect(new Set(places).size).toBeGreaterThan(1);
  });
});

describe('the words of the consent', () => {
  it('quote no rate, which would need its source, year, count and comparison', () => {
    const rate =
      /%|\bper ?cent\b|\b(\d+|one|two|three|half|most) (in|out of) (\d+|two|three|four|five|ten|a hundred)\b/i;
    expect(saying(rate)).toEqual([]);
    for (const each of ['41 %', '5 in 10', 'one in three', '9 out of 10', '3 percent'])
      expect(each).toMatch(rate);
  });

  it('name no dose', () => {
    expect(saying(/\d\s?(mg|milligrams?|ml|mcg|µg)\b/i)).toEqual([]);
  });

  it('promise nothing', () => {
    expect(saying(/\b(cures?|healing|breakthrough|transformative|guaranteed?|proven|risk-free)\b/i)).toEqual(
      [],
    );
  });

  it('are never empty, and never spaced by accident', () => {
    expect(words.filter(([, text]) => text === '' || text !== text.trim() || text.includes('  '))).toEqual(
      [],
    );
  });

  it('are typeset: no typewriter apostrophes or quotes', () => {
    expect(saying(/["']/)).toEqual([]);
  });
});

describe('the content that is built', () => {
  it('is each document and questionnaire as data, by its id and language', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kap-content-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const files = writeContent(folder);
    expect(files.map((file) => basename(file))).toEqual([
      'ketamine-therapy.en.json',
      'intentions.en.json',
      'readiness.en.json',
      'reflection.en.json',
      'how-are-you-since.en.json',
    ]);
    expect(files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown)).toEqual([
      ketamineTherapyConsent,
      intentions,
      readiness,
      reflection,
      howAreYouSince,
    ]);
  });
});
