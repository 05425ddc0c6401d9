import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { en } from '../../src/locale/en.js';
import { press } from '../support/browser-commands.js';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { CHECK, IntakePage } from '../support/intake-page.js';

const TAKES_MEDICINE = 'Do you take any medicine now?';
const ANEURYSM = 'Have you ever had an aneurysm, or tangled blood vessels (an AVM)?';
const ANEURYSM_MORE = 'Where was it, when, and was it treated?';
const CONCERNS = 'What would you like help with?';

let practice: FakePractice;
let page: IntakePage;

beforeEach(async () => {
  practice = new FakePractice();
  page = await IntakePage.open({ endpoint: practice.endpoint }, await fixture(html`<main></main>`));
});
afterEach(() => practice.close());

describe('the welcome', () => {
  it('says how long it takes, who reads it, and what is not saved', () => {
    expect(page.text).to.contain('It takes about');
    expect(page.text).to.contain('The prescriber reads everything.');
    expect(page.text).to.contain('Nothing is saved on this device.');
    expect(page.text).to.contain('not for emergencies');
  });

  it('names whom to reach right now, the practice among them', () => {
    const [help] = page.all('help');
    expect(help).to.contain.text('In an emergency, call 911.');
    expect(help?.querySelector('a[href="tel:5035550142"]')).to.contain.text('(503) 555-0142');
  });

  it('leads to the first topic, with the focus on its title', async () => {
    const changed = oneEvent(page.form, 'kap-page-changed');
    await page.begin();
    expect(page.title).to.equal('About you');
    expect(page.focused).to.have.trimmed.text('About you');
    expect(await changed).to.include({ page: 'about-you', bubbles: true, composed: true });
  });
});

describe('a topic', () => {
  beforeEach(() => page.begin());

  it('says where the client is and how much is left', () => {
    expect(page.all('progress')[0]).to.contain.text('1 of 10');
    expect(page.all('progress')[0]?.textContent).to.match(/about \d+ minutes left/);
  });

  it('marks what is optional', () => {
    expect(page.field('Your pronouns')).to.contain.text('(optional)');
    expect(page.field('First name')).not.to.contain.text('(optional)');
  });

  it('takes a date that a password manager fills in at one stroke', async () => {
    const [month, day, year] = page.inputs('Date of birth');
    if (!month || !day || !year) throw new Error('A date has three fields.');
    [month.value, day.value, year.value] = ['3', '27', '1984'];
    for (const input of [month, day, year]) input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.fillTopic();
    await page.goTo(CHECK);
    expect(page.line('Date of birth').words).to.equal('March 27, 1984');
  });

  it('says nothing about an answer before Continue', async () => {
    await page.answer('Email address', 'not an address');
    page.inputs('Email address')[0]?.focus();
    page.inputs('First name')[0]?.focus();
    await page.settle();
    expect(page.all('error')).to.have.length(0);
    expect(page.all('error-summary')).to.have.length(0);
  });

  it('goes back to the welcome and forward again with every answer kept', async () => {
    await page.fillTopic();
    await page.answer('Your pronouns', 'she');
    await page.continue();
    await page.answer('Who are they to you?', 'a friend');
    await page.back();
    await page.back();
    expect(page.title).to.equal('Your health history');
    await page.begin();
    expect(page.answerTo('First name')).to.eql(['Ana']);
    expect(page.answerTo('Date of birth')).to.eql(['3', '27', '1984']);
    expect(page.answerTo('When we phone, is it all right to')).to.eql(['Leave a voicemail']);
    expect(page.answerTo('Your pronouns')).to.eql(['she']);
    await page.continue();
    expect(page.answerTo('Who are they to you?')).to.eql(['a friend']);
  });
});

describe('Continue with something missing', () => {
  beforeEach(async () => {
    await page.begin();
    await page.fillTopic();
    await page.answer('First name', '');
    await page.answer('Email address', 'ana at mail');
    await page.answer('Date of birth', '2', '30', '1984');
    await page.continue();
  });

  it('stays, and says what needs another look above and at each question', () => {
    expect(page.title).to.equal('About you');
    expect(page.all('error-summary')[0]).to.contain.text('3 answers need another look');
    expect(page.errors).to.eql([
      'First name: please give an answer',
      'Date of birth: this day isn’t in the calendar',
      'Email: please check it, for example name@mail.com',
    ]);
    expect(page.errorOf('First name')).to.equal('First name: please give an answer');
    expect(page.field('First name').part.contains('invalid')).to.equal(true);
    expect(page.field('Last name').part.contains('invalid')).to.equal(false);
  });

  it('ties each sentence to its field for those who hear the page', () => {
    const [input] = page.inputs('First name');
    expect(input).to.have.attribute('aria-invalid', 'true');
    const described = input?.getAttribute('aria-describedby') ?? '';
    expect(page.root.getElementById(described)).to.have.trimmed.text('First name: please give an answer');
    for (const part of page.inputs('Date of birth')) expect(part).to.have.attribute('aria-invalid', 'true');
  });

  it('gives the focus to the summary, each time anew', async () => {
    expect(page.focused?.part.contains('error-summary')).to.equal(true);
    page.inputs('Last name')[0]?.focus();
    await page.continue();
    expect(page.focused?.part.contains('error-summary')).to.equal(true);
  });

  it('leads from each sentence to its field', async () => {
    await page.click('Email: please check it, for example name@mail.com');
    expect(page.focused).to.equal(page.inputs('Email address')[0]);
    await page.click('Date of birth: this day isn’t in the calendar');
    expect(page.focused).to.equal(page.inputs('Date of birth')[0]);
  });

  it('leads to the first answer of a choice, too', async () => {
    await page.answer('When we phone, is it all right to', 'Leave a voicemail');
    await page.continue();
    await page.click('By phone, we may: please give an answer');
    expect(page.focused).to.equal(page.choice('When we phone, is it all right to', 'Leave a voicemail'));
  });

  it('goes on once everything is there', async () => {
    await page.answer('First name', 'Ana');
    await page.answer('Email address', 'ana@mail.example');
    await page.answer('Date of birth', '2', '29', '1984');
    await page.continue();
    expect(page.title).to.equal('Someone we can reach');
    expect(page.all('error')).to.have.length(0);
  });

  it('tells somebody under age whom the practice works with, and how to reach it', async () => {
    await page.answer('First name', 'Ana');
    await page.answer('Email address', 'ana@mail.example');
    await page.answer('Date of birth', '11', '23', '2008');
    await page.continue();
    expect(page.errorOf('Date of birth')).to.contain('people who are 18 or older');
    expect(page.errorOf('Date of birth')).to.contain('Please call the practice on (503) 555-0142.');
    await page.answer('Date of birth', '11', '22', '2008');
    await page.continue();
    expect(page.title).to.equal('Someone we can reach');
  });
});

describe('questions that follow from an answer', () => {
  beforeEach(() => page.goTo('Heart and blood pressure'));

  it('come, go, and come back with what was written', async () => {
    expect(page.questions).not.to.include(ANEURYSM_MORE);
    await page.answer(ANEURYSM, 'Yes');
    expect(page.questions.indexOf(ANEURYSM_MORE)).to.equal(page.questions.indexOf(ANEURYSM) + 1);
    await page.answer(ANEURYSM_MORE, 'In 2019');
    await page.answer(ANEURYSM, 'No');
    expect(page.questions).not.to.include(ANEURYSM_MORE);
    await page.answer(ANEURYSM, 'Yes');
    expect(page.answerTo(ANEURYSM_MORE)).to.eql(['In 2019']);
  });

  it('leave the focus where it is', async () => {
    const yes = page.choice(ANEURYSM, 'Yes');
    yes.focus();
    await page.answer(ANEURYSM, 'Yes');
    expect(page.focused).to.equal(yes);
  });

  it('take no answer from the questions after them', async () => {
    await page.goTo('The rest of your body');
    await page.answer('Do you have an overactive thyroid?', 'Not sure');
    await page.answer('Do you have glaucoma, or have you had eye surgery?', 'No');
    await page.answer('Have you ever had a seizure?', 'Yes');
    await page.answer('Do you have an overactive thyroid?', 'Yes');
    await page.answer('Is it treated?', 'No');
    await page.answer('Have you ever had a seizure?', 'No');
    expect(page.answerTo('Is it treated?')).to.eql(['No']);
    expect(page.answerTo('Do you have an overactive thyroid?')).to.eql(['Yes']);
    expect(page.answerTo('Do you have glaucoma, or have you had eye surgery?')).to.eql(['No']);
  });

  it('are not sent while they are away', async () => {
    await page.answer(ANEURYSM, 'Yes');
    await page.answer(ANEURYSM_MORE, 'In 2019');
    await page.answer(ANEURYSM, 'No');
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
    expect(page.focused).to.equal(page.button('Add another medicine'));
    expect(page.all('instance')).to.have.length(1);
    expect(page.answerTo(NAME, 'Medicine 1')).to.eql(['Lithium']);
  });

  it('can be taken away to the last', async () => {
    await page.click('Remove medicine 1');
    expect(page.all('instance')).to.have.length(0);
    expect(page.focused).to.equal(page.button('Add a medicine'));
    await page.click('Add a medicine');
    expect(page.answerTo(NAME, 'Medicine 1')).to.eql(['']);
  });

  it('are each changed from their own line', async () => {
    await page.click('Add another medicine');
    await page.answerIn('Medicine 2', NAME, 'Lithium');
    await page.goTo(CHECK);
    expect(page.line('Name, Medicine 1').words).to.equal('Sertraline');
    await page.click('Change: Name, Medicine 2');
    expect(page.focused).to.equal(page.inputs(NAME, 'Medicine 2')[0]);
    await page.answerIn('Medicine 2', NAME, 'Lamotrigine');
    await page.continue();
    expect(page.line('Name, Medicine 2').words).to.equal('Lamotrigine');
    expect(page.focused).to.equal(page.line('Name, Medicine 2').change);
  });

  it('asks for the name of each, and leads to the right one', async () => {
    await page.fillTopic();
    await page.click('Add another medicine');
    await page.continue();
    expect(page.errors).to.eql(['Name: please give an answer']);
    expect(page.errorOf(NAME, 'Medicine 1')).to.equal('');
    await page.click('Name: please give an answer');
    expect(page.focused).to.equal(page.inputs(NAME, 'Medicine 2')[0]);
  });
});

describe('checking the answers', () => {
  beforeEach(() => page.fillAll());

  it('reads everything back, and says that nothing has been sent', () => {
    expect(page.title).to.equal(CHECK);
    expect(page.text).to.contain('Nothing has been sent yet.');
    expect(page.line('Date of birth').words).to.equal('March 27, 1984');
    expect(page.line('Main concerns').words).to.equal('Depression or low mood');
    expect(page.line('Pronouns').words).to.equal('No answer');
    expect(page.all('answers')).to.have.length(10);
    expect(practice.submissions).to.have.length(0);
  });

  it('leads from Change to the question, and from there back to the same line', async () => {
    await page.click('Change: Last name');
    expect(page.title).to.equal('About you');
    expect(page.focused).to.equal(page.inputs('Last name')[0]);
    await page.answer('Last name', 'Adeyemi');
    await page.continue();
    expect(page.title).to.equal(CHECK);
    expect(page.line('Last name').words).to.equal('Adeyemi');
    expect(page.focused).to.equal(page.line('Last name').change);
  });

  it('leads from Change to a choice', async () => {
    await page.click('Change: Stroke or mini-stroke');
    expect(page.focused?.closest('[part~="field"]')).to.contain.text('a stroke or a mini-stroke (TIA)?');
  });

  it('lets the client come back from a change without checking it', async () => {
    await page.click('Change: Last name');
    await page.answer('Last name', '');
    await page.click('Back to your answers');
    expect(page.title).to.equal(CHECK);
    expect(page.focused).to.equal(page.line('Last name').change);
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
    const why = page.button('Why we ask: Aneurysm or AVM');
    why.focus();
    await press('Enter');
    expect(isOpen()).to.equal(true);
    expect(page.field(ANEURYSM)).to.contain.text('when a blood vessel is weak');
    await press('Escape');
    expect(isOpen()).to.equal(false);
    expect(page.focused).to.equal(why);
  });
});
