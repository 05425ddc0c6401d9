import { describe, expect, test } from 'vitest';
import type { Role } from '../../demo/endpoint/tables.js';
import { PARTS_OF } from '../../demo/endpoint/staff/roles.js';
import { visibleTo } from '../../demo/endpoint/staff/response.js';
import type { QuestionnaireResponse, ResponseItem } from '../../src/domain/fhir/questionnaire-response.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import type { Item, Part, Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { en } from '../support/words.js';
import { useEmbedded } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';
import { newCareToken, newIntake } from '../support/intake.js';
import { answersTo } from '../support/sending-client.js';
import { shippedForms } from '../support/shipped-forms.js';

/** What each page promises: the prescriber reads everything, the therapist all but the medical part. */
const READERS: Readonly<Record<Part, readonly Role[]>> = {
  medical: ['prescriber'],
  therapy: ['prescriber', 'therapist'],
  logistics: ['prescriber', 'therapist', 'office'],
};
const ROLES: readonly Role[] = ['prescriber', 'therapist', 'office'];

/** The questions with an answer among these items, in their order. */
const answeredIn = (items: readonly ResponseItem[]): string[] =>
  items.flatMap(({ linkId, answer = [], item = [] }) => [
    ...(answer.length > 0 ? [linkId] : []),
    ...answer.flatMap((one) => answeredIn(one.item ?? [])),
    ...answeredIn(item),
  ]);

const database = useEmbedded();

describe.each(shippedForms.map((form) => [form.title, form] as const))('“%s”', (_, form) => {
  const written = writeResponse(
    form,
    answersTo(form, { given: 'Ana', family: 'Okafor' }, () => true),
    '2026-11-22T19:58:00.000Z',
  ).response;

  async function readBy(role: Role) {
    const endpoint = endpointOn(database(), { forms: [form] });
    const { id, version } = form;
    const intake = newIntake({ act: { questionnaire: { id, version } }, content: { response: written } });
    await endpoint.sent(newCareToken(), intake);
    const staff = await endpoint.signIn(role);
    return staff.read<{ response: QuestionnaireResponse; hiddenParts: Part[] }>(`submissions/${intake.id}`);
  }

  test('has something answered on every page', () => {
    expect(written.item.map(({ linkId }) => linkId)).toEqual(form.item.map(({ linkId }) => linkId));
    for (const page of written.item) expect(answeredIn([page]).length).toBeGreaterThan(0);
  });

  test.each(ROLES)('gives the %s every page that says so, whole, and nothing of another', async (role) => {
    const { response, hiddenParts } = await readBy(role);
    for (const page of form.item) {
      const part = page.part ?? 'medical';
      const mayRead = READERS[part].includes(role);
      const sent = written.item.filter(({ linkId }) => linkId === page.linkId);
      const received = response.item.filter(({ linkId }) => linkId === page.linkId);
      expect([page.linkId, received]).toEqual([page.linkId, mayRead ? sent : []]);
      expect([page.linkId, hiddenParts.includes(part)]).toEqual([page.linkId, !mayRead]);
    }
  });
});

const question = (linkId: string, more: Partial<Item> = {}): Item => ({
  linkId,
  type: 'string',
  text: `About ${linkId}?`,
  ...more,
});
const group = (linkId: string, item: readonly Item[], more: Partial<Item> = {}): Item => ({
  linkId,
  type: 'group',
  text: linkId,
  item,
  ...more,
});

describe('A part within another', () => {
  const nested: Questionnaire = {
    schema: 'kap/questionnaire/1',
    id: 'nested',
    version: '1.0.0',
    title: 'Nested',
    locale: 'en',
    item: [
      question('loose'),
      group(
        'office-page',
        [
          question('phone'),
          group('heart', [question('stroke'), group('ride', [question('bus')], { part: 'logistics' })], {
            part: 'medical',
          }),
        ],
        { part: 'logistics' },
      ),
      group(
        'mood-page',
        [
          question('mood', { item: [question('who-helps', { part: 'logistics' })] }),
          question('pills', { part: 'medical', item: [question('address', { part: 'logistics' })] }),
        ],
        { part: 'therapy' },
      ),
      group('plain-page', [question('weight')]),
    ],
  };
  const all = writeResponse(
    nested,
    answersTo(nested, { given: 'Ana', family: 'Okafor' }, () => true),
    '2026-11-22T19:58:00.000Z',
  ).response;
  const seenBy = (role: Role) => answeredIn(visibleTo(role, all, nested).response.item);

  test('is for its own readers, at every depth, and a question outside any group is medical', () => {
    expect(seenBy('prescriber')).toEqual(answeredIn(all.item));
    expect(seenBy('therapist')).toEqual(['phone', 'bus', 'mood', 'who-helps', 'address']);
    expect(seenBy('office')).toEqual(['phone', 'bus', 'who-helps', 'address']);
  });

  test('stands in a frame that says nothing of what is around it', () => {
    const { item } = visibleTo('office', all, nested).response;
    const answer = (linkId: string) => ({ linkId, text: `About ${linkId}?`, answer: [{ valueString: '1' }] });
    expect(item).toEqual([
      {
        linkId: 'office-page',
        text: 'office-page',
        item: [
          answer('phone'),
          {
            linkId: 'heart',
            text: 'heart',
            item: [{ linkId: 'ride', text: 'ride', item: [answer('bus')] }],
          },
        ],
      },
      {
        linkId: 'mood-page',
        text: 'mood-page',
        item: [
          { linkId: 'mood', item: [answer('who-helps')] },
          { linkId: 'pills', item: [answer('address')] },
        ],
      },
    ]);
  });

  test('is named among what somebody else reads', () => {
    expect(visibleTo('prescriber', all, nested).hiddenParts).toEqual([]);
    expect(visibleTo('therapist', all, nested).hiddenParts).toEqual(['medical']);
    expect(visibleTo('office', all, nested).hiddenParts).toEqual(['medical', 'therapy']);
  });

  test('that the form does not know is for the prescriber', () => {
    const unknown = {
      ...all,
      item: [{ linkId: 'office-page', item: [{ linkId: 'new', answer: [{ valueString: '1' }] }] }],
    };
    expect(answeredIn(visibleTo('prescriber', unknown, nested).response.item)).toEqual(['new']);
    expect(visibleTo('office', unknown, nested).response.item).toEqual([]);
  });
});

describe('What the client is told about who reads a part', () => {
  test.each(Object.entries(READERS))('names exactly those who receive it: %s', (part, readers) => {
    const words = en.readBy[part as Part].toLowerCase();
    expect(ROLES.filter((role) => words.includes(role))).toEqual(readers);
    expect(ROLES.filter((role) => PARTS_OF[role].includes(part as Part))).toEqual(readers);
  });
});
