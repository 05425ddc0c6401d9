import { beforeAll, describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { readForm } from '../../support/fhir-questionnaire.js';
import { responseValidators, type Validate } from '../../support/fhir-validators.js';
import { generatedQuestionnaire } from '../../support/generated-questionnaire.js';
import { roundTrip } from '../../support/round-trip.js';

let validators: { readonly medplum: Validate; readonly schema: Validate };
beforeAll(async () => {
  validators = await responseValidators();
}, 60_000);

const generated = (seed: number): Questionnaire =>
  readForm(generatedQuestionnaire({ seed, items: 50, levels: 5 })).questionnaire;

describe('The validators', () => {
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed' };
  const answering = (answer: object) => ({ ...response, item: [{ linkId: 'a', answer: [answer] }] });

  it('both take a response', () => {
    const right = answering({ valueDate: '2026-11-24' });
    expect(validators.medplum(right)).toEqual([]);
    expect(validators.schema(right)).toEqual([]);
  });

  it.each<[string, object]>([
    ['with a field that there isn’t', answering({ valueString: 'a', note: 'b' })],
    ['with a date that is none', answering({ valueDate: 'in spring' })],
    ['with a text that is a number', answering({ valueString: 1 })],
  ])('both refuse one %s', (_, wrong) => {
    expect(validators.medplum(wrong)).not.toEqual([]);
    expect(validators.schema(wrong)).not.toEqual([]);
  });

  it.each<[string, object]>([
    ['of a status that there isn’t', { ...response, status: 'finished' }],
    ['with an item without a linkId', { ...response, item: [{ text: 'A' }] }],
  ])('between them refuse one %s', (_, wrong) => {
    expect([...validators.medplum(wrong), ...validators.schema(wrong)]).not.toEqual([]);
  });
});

describe('Random answers', () => {
  const sets: readonly (readonly [string, number, Questionnaire, number])[] = [
    ...[0, 200, 400, 600, 800].map((from) => ['the health history', from, healthHistory, 40] as const),
    ...[11, 12, 13, 14, 15].map((seed) => [`generated form ${seed}`, 0, generated(seed), 20] as const),
  ];

  it.each(sets)(
    'to %s give responses that both validators take and that read back the same, 200 from seed %i',
    (_, from, form, manyAnswers) => {
      const trips = Array.from({ length: 200 }, (__, index) =>
        roundTrip(form, from + index, [validators.medplum, validators.schema]),
      );
      expect(trips.flatMap(({ errors }) => errors)).toEqual([]);
      // Answers that open nothing would prove nothing.
      expect(Math.max(...trips.map(({ answered }) => answered))).toBeGreaterThan(manyAnswers);
    },
    60_000,
  );
});
