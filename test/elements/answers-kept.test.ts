import { expect, fixture, html } from '@open-wc/testing';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { IntakePage } from '../support/intake-page.js';

const UNUSUAL = 'Have you ever heard, seen or strongly believed things that other people did not?';
const SEVERITY = 'How bad is it?';
const ALLERGIES = 'Do you have any other allergies?';
const TAKES_MEDICINE = 'Do you take any medicine now?';

let practice: FakePractice;
let page: IntakePage;

beforeEach(async () => {
  practice = new FakePractice();
  page = await IntakePage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

/** Each question that takes one answer of several, in order, with the words that are chosen. */
const chosenAnswers = (): readonly (readonly [string, readonly string[]])[] =>
  page.questions
    .filter((question) => page.field(question).querySelector('[type="radio"]'))
    .map((question) => [question, page.answerTo(question)]);

/** Chooses an answer in one of several instances. */
async function choose(instance: string, question: string, words: string): Promise<void> {
  const choices = [...page.field(question, instance).querySelectorAll<HTMLElement>('[part~="choice"]')];
  choices.find((choice) => choice.textContent.trim() === words)?.click();
  await page.settle();
  expect(page.answerTo(question, instance)).to.eql([words]);
}

describe('answers below a question that goes away', () => {
  it('keep their dots', async () => {
    await page.goTo('Your mental health');
    await page.answer(UNUSUAL, 'Yes');
    await page.answer('When was that?', 'In the past');
    await page.fillTopic();
    await page.answer(UNUSUAL, 'No');
    const answers = chosenAnswers();
    expect(answers).to.have.length(3);
    for (const [question, chosen] of answers) expect(chosen, question).to.eql(['No']);
    await page.continue();
    expect(page.title).to.equal('Feeling safe');
  });

  it('keep their dots when it comes back', async () => {
    await page.goTo('Your mental health');
    await page.fillTopic();
    await page.answer(UNUSUAL, 'Yes');
    const [, when, ...later] = chosenAnswers();
    expect(when).to.eql(['When was that?', []]);
    expect(later).to.have.length(2);
    for (const [question, chosen] of later) expect(chosen, question).to.eql(['No']);
  });
});

describe('answers after an instance that is removed', () => {
  beforeEach(async () => {
    await page.goTo('Medicines and allergies');
    await page.answer(ALLERGIES, 'Yes');
  });

  it('keep their dots where two were alike', async () => {
    await page.click('Add another allergy');
    await page.click('Add another allergy');
    await choose('Allergy 1', SEVERITY, 'Mild, such as a rash');
    await choose('Allergy 2', SEVERITY, 'Severe, such as trouble breathing');
    await choose('Allergy 3', SEVERITY, 'Severe, such as trouble breathing');
    await page.click('Remove allergy 1');
    for (const instance of ['Allergy 1', 'Allergy 2'])
      expect(page.answerTo(SEVERITY, instance), instance).to.eql(['Severe, such as trouble breathing']);
  });

  it('keep their dots where they differed', async () => {
    await page.click('Add another allergy');
    await choose('Allergy 1', SEVERITY, 'Mild, such as a rash');
    await choose('Allergy 2', SEVERITY, 'Not sure');
    await page.answer('Have you ever had an allergy or a bad reaction to ketamine or esketamine?', 'No');
    await page.click('Remove allergy 1');
    expect(page.answerTo(SEVERITY, 'Allergy 1')).to.eql(['Not sure']);
    expect(page.answerTo('Have you ever had an allergy or a bad reaction to ketamine or esketamine?')).to.eql(
      ['No'],
    );
    expect(page.answerTo(ALLERGIES)).to.eql(['Yes']);
  });
});

describe('medicines that were said to be taken, with none of them left', () => {
  const ASKED = 'Medicine you take: please give an answer';

  beforeEach(async () => {
    await page.goTo('Medicines and allergies');
    await page.answer(TAKES_MEDICINE, 'Yes');
    await page.click('Remove medicine 1');
    await page.fillTopic();
    await page.continue();
  });

  it('are asked for, above and where they belong', () => {
    expect(page.title).to.equal('Medicines and allergies');
    expect(page.errors).to.eql([ASKED]);
    const inPlace = page.button('Add a medicine').closest('.fields')?.querySelector('[part~="error"]');
    expect(inPlace).to.have.trimmed.text(ASKED);
  });

  it('are led to from the summary, where one can be added', async () => {
    await page.click(ASKED);
    page.expectFocusOn(page.button('Add a medicine'));
    await page.click('Add a medicine');
    await page.answer('Name of the medicine', 'Sertraline');
    await page.continue();
    expect(page.title).to.equal('Your mental health');
  });

  it('are not asked for once the answer is that there are none', async () => {
    await page.answer(TAKES_MEDICINE, 'No');
    await page.continue();
    expect(page.title).to.equal('Your mental health');
  });
});
