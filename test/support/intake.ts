import { randomBytes, randomUUID } from 'node:crypto';
import type { QuestionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import { canonicalOf, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import type { IntakeSubmission } from '../../src/domain/submission/envelope.js';

/** A health history of five questions: one topic for each part, `heart` with none named. */
export const shortHistory: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'health-history',
  version: '1.0.0',
  title: 'Health history',
  locale: 'en',
  item: [
    {
      linkId: 'about-you',
      type: 'group',
      text: 'About you',
      part: 'logistics',
      item: [
        {
          linkId: 'given',
          type: 'string',
          text: 'First name',
          required: true,
          definition: 'Patient.name.given',
        },
        { linkId: 'family', type: 'string', text: 'Last name', definition: 'Patient.name.family' },
        {
          linkId: 'birth',
          type: 'date',
          text: 'Date of birth',
          dateOf: 'birth',
          definition: 'Patient.birthDate',
        },
      ],
    },
    {
      linkId: 'heart',
      type: 'group',
      text: 'Heart',
      item: [
        {
          linkId: 'heart-trouble',
          type: 'choice',
          text: 'Has your heart ever troubled you?',
          answerOption: [
            { code: 'yes', display: 'Yes' },
            { code: 'no', display: 'No' },
          ],
        },
      ],
    },
    {
      linkId: 'reasons',
      type: 'group',
      text: 'What brings you here',
      part: 'therapy',
      item: [{ linkId: 'reason', type: 'text', text: 'What would you like help with?' }],
    },
  ],
};

export const answered: QuestionnaireResponse = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: canonicalOf(shortHistory),
  status: 'completed',
  authored: '2026-11-22T19:58:00.000Z',
  item: [
    {
      linkId: 'about-you',
      text: 'About you',
      item: [
        { linkId: 'given', text: 'First name', answer: [{ valueString: 'Ana' }] },
        { linkId: 'family', text: 'Last name', answer: [{ valueString: 'Okafor' }] },
        { linkId: 'birth', text: 'Date of birth', answer: [{ valueDate: '1984-03-07' }] },
      ],
    },
    {
      linkId: 'heart',
      text: 'Heart',
      item: [
        {
          linkId: 'heart-trouble',
          text: 'Has your heart ever troubled you?',
          answer: [{ valueCoding: { system: 'urn:kap:answer', code: 'no', display: 'No' } }],
        },
      ],
    },
    {
      linkId: 'reasons',
      text: 'What brings you here',
      item: [
        { linkId: 'reason', text: 'What would you like help with?', answer: [{ valueString: 'Low mood' }] },
      ],
    },
  ],
};

/** A new intake as the widget would send it; what is given replaces what it holds. */
export function newIntake(replacing: Partial<IntakeSubmission> = {}): IntakeSubmission {
  return {
    schema: 'kap/submission/1',
    id: randomUUID(),
    nonce: randomBytes(16).toString('base64url'),
    kind: 'intake',
    createdAt: '2026-11-22T19:59:00.000Z',
    timeZone: 'America/Los_Angeles',
    locale: 'en-US',
    practice: 'stillwater',
    widget: { version: '0.1.0', build: 'test' },
    relatesTo: [],
    act: { questionnaire: { id: 'health-history', version: '1.0.0' } },
    content: { response: answered },
    ...replacing,
  };
}

export const bytesOf = (value: unknown): Buffer<ArrayBuffer> => Buffer.from(canonicalJson(value));
export const newCareToken = (): string => randomBytes(32).toString('base64url');
