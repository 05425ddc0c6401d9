import { expect, fixture, html } from '@open-wc/testing';
import '../support/define-elements.js';
import { FakePractice, json } from '../support/fake-practice.js';
import { openForm } from '../support/form-page.js';
import { hazelHouse } from '../support/hazel-house.js';
import type { IntakePage } from '../support/intake-page.js';

const OPTIONS = ['never', 'sometimes', 'often'].map((code, ordinal) => ({
  valueCoding: {
    code,
    display: code,
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: ordinal }],
  },
}));

/** A symptom measure as a practice has it, in FHIR R4. */
const measure = {
  resourceType: 'Questionnaire',
  status: 'active',
  id: 'how-tired',
  version: '1',
  title: 'How tired are you?',
  item: [
    {
      linkId: 'tired',
      type: 'group',
      text: 'In the last week',
      item: ['By day', 'By night'].map((text, index) => ({
        linkId: `tired-${index}`,
        type: 'choice',
        text,
        answerOption: OPTIONS,
      })),
    },
  ],
};

let practice: FakePractice;
beforeEach(() => {
  practice = new FakePractice();
});
afterEach(() => practice.close());

async function sent(showSums: boolean): Promise<IntakePage> {
  practice.answerNext('practice', json({ ...hazelHouse, forms: [{ id: 'how-tired', showSums }] }));
  const page = await openForm(measure as never, practice, await fixture(html`<main></main>`));
  await page.answer('By day', 'often');
  await page.continue();
  await page.click(page.sendButton);
  await page.shows('Received');
  return page;
}

describe('the sum of a symptom measure', () => {
  it('is not shown to the client', async () => {
    const page = await sent(false);
    expect(page.text).not.to.contain('2 of 4');
  });

  it('is shown where the practice has turned it on, with what is missing by name', async () => {
    const page = await sent(true);
    expect(page.text).to.contain('In the last week');
    expect(page.text).to.contain('2 of 4');
    expect(page.text).to.contain('without: By night');
  });
});
