import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../support/define-elements.js';
import { FakePractice } from '../support/fake-practice.js';
import { CHECK, IntakePage } from '../support/intake-page.js';

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
    expect(page.text).to.contain('The prescriber reads all your answers.');
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
    expect(page.all('progress')[0]).to.contain.text('1 of 11');
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
    await page.answer('Who they are to you', 'a friend');
    await page.back();
    await page.back();
    expect(page.title).to.equal('Your health history');
    await page.begin();
    expect(page.answerTo('First name')).to.eql(['Ana']);
    expect(page.answerTo('Date of birth')).to.eql(['3', '27', '1984']);
    expect(page.answerTo('When we phone, is it all right to')).to.eql(['Leave a voicemail']);
    expect(page.answerTo('Your pronouns')).to.eql(['she']);
    await page.continue();
    expect(page.answerTo('Who they are to you')).to.eql(['a friend']);
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
    expect(page.all('error-summary')[0]).to.contain.text('3 things need another look');
    expect(page.errors).to.eql([
      'First name: please give an answer',
      'Date of birth: this day isn’t in the calendar',
      'Email address: please check it, for example name@mail.com',
    ]);
    expect(page.errorOf('First name')).to.equal('First name: please give an answer');
    expect(page.field('First name').part.contains('invalid')).to.equal(true);
    expect(page.field('Last name').part.contains('invalid')).to.equal(false);
  });

  it('ties each sentence to its field for those who hear the page', () => {
    const [input] = page.inputs('First name');
    expect(input).to.have.attribute('aria-invalid', 'true');
    // After the hint.
    const described = input?.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
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
    await page.click('Email address: please check it, for example name@mail.com');
    page.expectFocusOn(page.inputs('Email address')[0]);
    await page.click('Date of birth: this day isn’t in the calendar');
    page.expectFocusOn(page.inputs('Date of birth')[0]);
  });

  it('leads to the first answer of a choice, too', async () => {
    await page.answer('When we phone, is it all right to', 'Leave a voicemail');
    await page.continue();
    await page.click('When we phone, is it all right to: please give an answer');
    page.expectFocusOn(page.choice('When we phone, is it all right to', 'Leave a voicemail'));
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
