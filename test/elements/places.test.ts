import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { en } from '../support/words.js';
import '../support/define-elements.js';
import { placed, until } from '../support/element-page.js';
import { FakeHistory } from '../support/fake-history.js';
import { FakePractice } from '../support/fake-practice.js';
import { CHECK, IntakePage } from '../support/intake-page.js';
import { threeTopics } from '../support/three-topics.js';

let practice: FakePractice;
let page: IntakePage;

let browsed: FakeHistory;

beforeEach(async () => {
  browsed = new FakeHistory();
  practice = new FakePractice();
  const form = placed('kap-intake-form', { endpoint: practice.endpoint }, await fixture(html`<main></main>`));
  form.questionnaire = threeTopics;
  page = new IntakePage(form);
  await page.shows('Three topics');
});
afterEach(() => {
  practice.close();
  browsed.end();
});

const goesBack = async (to: string): Promise<void> => {
  history.back();
  await until(() => page.title === to, `“${to}” never came.`);
};
const goesForward = async (to: string): Promise<void> => {
  history.forward();
  await until(() => page.title === to, `“${to}” never came.`);
};

describe('the browser’s own Back and Forward', () => {
  it('lead through the topics, and nothing that was written is lost', async () => {
    await page.begin();
    await page.answer('How do you sleep?', 'badly');
    await page.continue();
    await page.answer('How do you eat?', 'little');
    await goesBack('Sleep');
    expect(page.answerTo('How do you sleep?')).to.eql(['badly']);
    await goesBack('Three topics');
    await goesForward('Sleep');
    await goesForward('Food');
    expect(page.answerTo('How do you eat?')).to.eql(['little']);
  });

  it('come back to a topic from what is read back before sending', async () => {
    await page.begin();
    await page.answer('How do you sleep?', 'well');
    await page.continue();
    await page.answer('How do you eat?', 'well');
    await page.continue();
    await page.continue();
    expect(page.title).to.equal(CHECK);
    await goesBack('Home');
    await page.continue();
    expect(page.title).to.equal(CHECK);
  });

  it('keep what the page’s own script had put into its history', async () => {
    history.replaceState({ theirs: 'kept' }, '');
    await page.begin();
    expect(history.state).to.include({ theirs: 'kept' });
    await goesBack('Three topics');
    expect(history.state).to.include({ theirs: 'kept' });
  });

  it('stay where the client is when the page goes to a part of itself', async () => {
    await page.begin();
    await page.answer('How do you sleep?', 'well');
    history.pushState({ theirs: 'a part of the page' }, '');
    dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
    await page.settle();
    expect(page.title).to.equal('Sleep');
  });

  it('lead one form of two and leave the other where it is', async () => {
    const other = placed('kap-intake-form', { endpoint: practice.endpoint }, document.body);
    other.questionnaire = { ...threeTopics };
    const others = new IntakePage(other);
    await others.shows('Three topics');
    await page.begin();
    await goesBack('Three topics');
    await goesForward('Sleep');
    await others.settle();
    expect(others.title).to.equal('Three topics');
    other.remove();
  });

  it('find nothing of an answer in the history', async () => {
    await page.begin();
    await page.answer('How do you sleep?', 'marked-answer');
    await page.continue();
    expect(JSON.stringify(history.state)).not.to.contain('marked-answer');
    expect(location.href).not.to.contain('sleep');
  });
});

describe('the list of topics', () => {
  beforeEach(async () => {
    await page.begin();
    await page.answer('How do you sleep?', 'well');
    await page.click(en.topics);
  });

  it('says what is filled in and what is not yet', () => {
    expect(page.title).to.equal(en.topics);
    expect(page.all('topic').map((each) => each.textContent?.replace(/\s+/g, ' ').trim())).to.eql([
      'Sleep Filled in',
      'Food To fill in',
      'Home Optional',
    ]);
  });

  it('leads to any topic, and Continue goes on from there', async () => {
    await page.click('Food');
    expect(page.title).to.equal('Food');
    expect(page.focused).to.have.trimmed.text('Food');
    await page.answer('How do you eat?', 'well');
    await page.continue();
    expect(page.title).to.equal('Home');
  });

  it('leads to the answers as well, and sending still asks for what is missing', async () => {
    await page.click(en.checkTitle);
    expect(page.title).to.equal(CHECK);
    await page.click(page.sendButton);
    expect(page.title).to.equal('Food');
    expect(page.errors).to.eql(['How do you eat: please give an answer']);
  });
});

describe('each topic', () => {
  it('says who reads it', async () => {
    await page.begin();
    expect(page.text).to.contain(en.readByLine.medical);
    await page.answer('How do you sleep?', 'well');
    await page.continue();
    expect(page.text).to.contain(en.readByLine.therapy);
    await page.answer('How do you eat?', 'well');
    await page.continue();
    expect(page.text).to.contain(en.readByLine.logistics);
  });
});

describe('a questionnaire that the page’s script hands over', () => {
  it('takes the place of the one before', async () => {
    page.form.questionnaire = { ...threeTopics, id: 'another', title: 'Another one' };
    await page.shows('Another one');
  });

  it('that is none gives a sentence, not a blank page', async () => {
    page.form.questionnaire = { resourceType: 'Patient' };
    await waitUntil(() => page.text.includes(en.failure['not-understood']));
  });
});

describe('what is asked again and again', () => {
  it('can be filled in once more after it was received', async () => {
    await page.begin();
    await page.answer('How do you sleep?', 'well');
    await page.continue();
    await page.answer('How do you eat?', 'well');
    await page.continue();
    await page.continue();
    await page.click(page.sendButton);
    await page.shows('Received');
    await page.click(en.clear);
    await page.shows(en.beforeTitle);
    await page.click(en.fillInAgain);
    await page.shows('Three topics');
    await page.begin();
    expect(page.answerTo('How do you sleep?')).to.eql(['']);
  });
});
