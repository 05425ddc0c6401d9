import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../support/words.js';
import { press } from '../support/browser-commands.js';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { CHECK, IntakePage } from '../support/intake-page.js';

const TAKES_MEDICINE = 'Do you take any medicine now?';
const DANGER = 'Has a doctor told you that a rise in blood pressure would be dangerous for you?';
const DANGER_MORE = 'What did they say, and when?';
const VESSELS = 'Have you ever had any of these?';
const PRESSURE = 'Do you have high blood pressure?';
const READING = 'Do you know a recent reading of your blood pressure?';
const CONCERNS = 'What would you like help with?';

let practice: FakePractice;
let page: IntakePage;

beforeEach(async () => {
  practice = new FakePractice();
  page = await IntakePage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

describe('questions that follow from an answer', () => {
  beforeEach(() => page.goTo('Heart and blood pressure'));

  it('come, go, and come back with what was written', async () => {
    expect(page.questions).not.to.include(DANGER_MORE);
    await page.answer(DANGER, 'Yes');
    expect(page.questions.indexOf(DANGER_MORE)).to.equal(page.questions.indexOf(DANGER) + 1);
    await page.answer(DANGER_MORE, 'In 2019');
    await page.answer(DANGER, 'No');
    expect(page.questions).not.to.include(DANGER_MORE);
    await page.answer(DANGER, 'Yes');
    expect(page.answerTo(DANGER_MORE)).to.eql(['In 2019']);
  });

  it('leave the focus where it is', async () => {
    const yes = page.choice(DANGER, 'Yes');
    yes.focus();
    await page.answer(DANGER, 'Yes');
    page.expectFocusOn(yes);
  });

  it('take no answer from the questions after them', async () => {
    await page.answer(PRESSURE, 'Not sure');
    await page.answer(READING, 'No');
    await page.answer(DANGER, 'Yes');
    await page.answer(PRESSURE, 'Yes');
    await page.answer('Is it treated?', 'No');
    await page.answer(DANGER, 'No');
    expect(page.answerTo('Is it treated?')).to.eql(['No']);
    expect(page.answerTo(PRESSURE)).to.eql(['Yes']);
    expect(page.answerTo(READING)).to.eql(['No']);
  });

  it('are not sent while they are away', async () => {
    await page.answer(DANGER, 'Yes');
    await page.answer(DANGER_MORE, 'In 2019');
    await page.answer(DANGER, 'No');
    await page.fillTopic();
    await page.continue();
    await page.sendAll();
    await page.shows(en.receivedTitle);
    expect(practice.submissions[0]?.body).not.to.contain('In 2019');
  });
});

describe('a choice of several answers', () => {
  beforeEach(() => page.goTo('What brings you here'));

  it('takes more than one', async () => {
    await page.answer(CONCERNS, 'Eating', 'OCD');
    expect(page.answerTo(CONCERNS)).to.eql(['OCD', 'Eating']);
  });

  it('lets “I’d rather talk about it” stand alone', async () => {
    await page.answer(CONCERNS, 'Eating', 'OCD', 'I’d rather talk about it');
    expect(page.answerTo(CONCERNS)).to.eql(['I’d rather talk about it']);
    await page.answer(CONCERNS, 'Eating');
    expect(page.answerTo(CONCERNS)).to.eql(['Eating']);
  });

  it('takes “I’d rather talk about it” as a full answer', async () => {
    await page.fillTopic();
    await page.answer(CONCERNS, 'I’d rather talk about it');
    await page.continue();
    expect(page.title).to.equal('Heart and blood pressure');
  });
});

describe('medicines, one after the other', () => {
  const NAME = 'Name of the medicine';

  beforeEach(async () => {
    await page.goTo('Medicines and allergies');
    await page.answer(TAKES_MEDICINE, 'Yes');
    await page.answer(NAME, 'Sertraline');
  });

  it('adds one, says so, and leads to it', async () => {
    await page.click('Add another medicine');
    expect(page.announcement).to.equal('Added medicine 2.');
    expect(page.focused).to.have.trimmed.text('Medicine 2');
    await page.answerIn('Medicine 2', NAME, 'Lithium');
    expect(page.answerTo(NAME, 'Medicine 1')).to.eql(['Sertraline']);
    expect(page.answerTo(NAME, 'Medicine 2')).to.eql(['Lithium']);
  });

  it('removes one by its name, says so, and keeps the others', async () => {
    await page.click('Add another medicine');
    await page.answerIn('Medicine 2', NAME, 'Lithium');
    await page.click('Remove medicine 1');
    expect(page.announcement).to.equal('Removed medicine 1.');
    page.expectFocusOn(page.button('Add another medicine'));
    expect(page.all('instance')).to.have.length(1);
    expect(page.answerTo(NAME, 'Medicine 1')).to.eql(['Lithium']);
  });

  it('can be taken away to the last', async () => {
    await page.click('Remove medicine 1');
    expect(page.all('instance')).to.have.length(0);
    page.expectFocusOn(page.button('Add a medicine'));
    await page.click('Add a medicine');
    expect(page.answerTo(NAME, 'Medicine 1')).to.eql(['']);
  });

  it('are each changed from their own line', async () => {
    await page.click('Add another medicine');
    await page.answerIn('Medicine 2', NAME, 'Lithium');
    await page.goTo(CHECK);
    expect(page.line('Name of the medicine, Medicine 1').words).to.equal('Sertraline');
    await page.click('Change: Name of the medicine, Medicine 2');
    page.expectFocusOn(page.inputs(NAME, 'Medicine 2')[0]);
    await page.answerIn('Medicine 2', NAME, 'Lamotrigine');
    await page.continue();
    expect(page.line('Name of the medicine, Medicine 2').words).to.equal('Lamotrigine');
    page.expectFocusOn(page.line('Name of the medicine, Medicine 2').change);
  });

  it('asks for the name of each, and leads to the right one', async () => {
    await page.fillTopic();
    await page.click('Add another medicine');
    await page.continue();
    expect(page.errors).to.eql(['Name of the medicine: please give an answer']);
    expect(page.errorOf(NAME, 'Medicine 1')).to.equal('');
    await page.click('Name of the medicine: please give an answer');
    page.expectFocusOn(page.inputs(NAME, 'Medicine 2')[0]);
  });
});

describe('checking the answers', () => {
  beforeEach(() => page.fillAll());

  it('reads everything back, and says that nothing has been sent', () => {
    expect(page.title).to.equal(CHECK);
    expect(page.text).to.contain('Nothing has been sent yet.');
    expect(page.line('Date of birth').words).to.equal('March 27, 1984');
    expect(page.line('Concerns').words).to.equal('Depression, or low mood');
    expect(page.line('Your pronouns').words).to.equal('No answer');
    expect(page.all('answers')).to.have.length(11);
    expect(practice.submissions).to.have.length(0);
  });

  it('leads from Change to the question, and from there back to the same line', async () => {
    await page.click('Change: Last name');
    expect(page.title).to.equal('About you');
    page.expectFocusOn(page.inputs('Last name')[0]);
    await page.answer('Last name', 'Adeyemi');
    await page.continue();
    expect(page.title).to.equal(CHECK);
    expect(page.line('Last name').words).to.equal('Adeyemi');
    page.expectFocusOn(page.line('Last name').change);
  });

  it('leads from Change to a choice', async () => {
    await page.click('Change: Blood vessels');
    expect(page.focused?.closest('[part~="field"]')).to.contain.text(VESSELS);
  });

  it('lets the client come back from a change without checking it', async () => {
    await page.click('Change: Last name');
    await page.answer('Last name', '');
    await page.click('Back to your answers');
    expect(page.title).to.equal(CHECK);
    page.expectFocusOn(page.line('Last name').change);
  });

  it('asks for what a change has taken away before anything is sent', async () => {
    await page.click('Change: Last name');
    await page.answer('Last name', '');
    await page.click('Back to your answers');
    await page.click(page.sendButton);
    expect(page.title).to.equal('About you');
    expect(page.errors).to.eql(['Last name: please give an answer']);
    expect(page.focused?.part.contains('error-summary')).to.equal(true);
    expect(practice.submissions).to.have.length(0);
  });

  it('goes back to the last topic', async () => {
    await page.back();
    expect(page.title).to.equal('Getting home, and after');
  });
});

describe('“Why we ask”', () => {
  const isOpen = () => page.root.querySelector('[part~="popover"]:popover-open') !== null;

  it('opens and closes by keyboard, and leaves the focus on its button', async () => {
    await page.goTo('Heart and blood pressure');
    const why = page.button('Why we ask: Blood vessels');
    why.focus();
    await press('Enter');
    expect(isOpen()).to.equal(true);
    expect(page.field(VESSELS)).to.contain.text('when a blood vessel is weak');
    await press('Escape');
    expect(isOpen()).to.equal(false);
    page.expectFocusOn(why);
  });
});
