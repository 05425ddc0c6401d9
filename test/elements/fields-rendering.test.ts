import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Item } from '../../src/domain/questionnaire/questionnaire.js';
import { en } from '../../src/locale/en.js';
import '../support/define-elements.js';
import { questionnaireOf } from '../support/every-kind.js';
import { FakePractice } from '../support/fake-practice.js';
import { openForm } from '../support/form-page.js';
import type { IntakePage } from '../support/intake-page.js';
import { tabTo } from '../support/keyboard.js';

let practice: FakePractice;
let place: Element;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const question = (linkId: string, text: string): Item => ({ linkId, type: 'boolean', text });

const pageOf = (linkId: string, count: number, ...more: readonly Item[]): Item => ({
  linkId,
  type: 'group',
  text: `Page ${linkId}`,
  item: [
    ...Array.from({ length: count }, (_, index) => question(`${linkId}-${index}`, `${linkId} ${index}?`)),
    ...more,
  ],
});

/** What an action changes in the DOM, by the questions it is in. */
async function changesOf(page: IntakePage, action: () => Promise<void>): Promise<readonly string[]> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(page.root, { attributes: true, characterData: true, childList: true, subtree: true });
  await action();
  records.push(...observer.takeRecords());
  observer.disconnect();
  const questions = records.map(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    return element?.closest('[part~="field"]')?.querySelector('legend, label')?.textContent?.trim() ?? 'none';
  });
  return [...new Set(questions.map((words) => words.replace(/\s*\(optional\)$/, '')))];
}

/** How many questions an action has rendered: each optional one asks for that word once. */
async function renderedBy(action: () => Promise<void>): Promise<number> {
  const { optional } = en;
  let rendered = 0;
  Object.defineProperty(en, 'optional', { configurable: true, get: () => (rendered++, optional) });
  try {
    await action();
  } finally {
    Object.defineProperty(en, 'optional', {
      configurable: true,
      enumerable: true,
      writable: true,
      value: optional,
    });
  }
  return rendered;
}

const more: Item = { linkId: 'words', type: 'string', text: 'In your words?' };

describe('one answer', () => {
  for (const elsewhere of [60, 3_000])
    it(`changes its own question alone, with ${elsewhere} questions on other pages`, async function () {
      this.timeout(30_000);
      const form = questionnaireOf(
        pageOf('here', 20, more),
        ...Array.from({ length: elsewhere / 20 }, (_, index) => pageOf(`there${index}`, 20)),
      );
      const page = await openForm(form, practice, place);
      expect(page.questions).to.have.length(21);
      expect(await changesOf(page, () => page.answer('here 7?', 'Yes'))).to.eql(['here 7?']);
      expect(await changesOf(page, () => page.answer('In your words?', 'None'))).to.eql([]);
      expect(await renderedBy(() => page.answer('here 8?', 'Yes'))).to.equal(1);
      expect(await renderedBy(() => page.answer('In your words?', 'None at all'))).to.equal(1);
      expect(page.questions).to.have.length(21);
    });

  it('changes its own question alone on a page of 800, and what is typed is there', async function () {
    this.timeout(30_000);
    const page = await openForm(questionnaireOf(pageOf('here', 799, more)), practice, place);
    expect(page.questions).to.have.length(800);
    expect(await changesOf(page, () => page.answer('here 400?', 'No'))).to.eql(['here 400?']);
    const [input] = page.inputs('In your words?');
    input?.focus();
    expect(await changesOf(page, () => sendKeys({ type: 'Hello' }))).to.eql([]);
    expect(page.answerTo('In your words?')).to.eql(['Hello']);
  });

  it('brings a question up without drawing the others anew', async () => {
    const follow: Item = {
      linkId: 'follow',
      type: 'string',
      text: 'Which one?',
      enableWhen: [{ question: 'here-0', operator: '=', answer: 'true' }],
    };
    const [first, ...others] = pageOf('here', 10).item ?? [];
    if (!first) throw new Error('There is no first question.');
    const page = await openForm(
      questionnaireOf({ linkId: 'here', type: 'group', text: 'Here', item: [first, follow, ...others] }),
      practice,
      place,
    );
    const before = page.all('field');
    await tabTo(page, (focused) => focused === page.choice('here 0?', 'Yes'));
    await page.answer('here 9?', 'Yes');
    await page.answer('here 0?', 'Yes');
    expect(page.questions[1]).to.equal('Which one?');
    expect(page.all('field').filter((field) => !before.includes(field))).to.have.length(1);
    expect(page.answerTo('here 9?')).to.eql(['Yes']);
    page.expectFocusOn(page.choice('here 0?', 'Yes'));
  });

  it('draws nothing anew in questions that stand in no group', async () => {
    const page = await openForm(
      questionnaireOf(question('a', 'A?'), question('b', 'B?'), more),
      practice,
      place,
    );
    expect(await changesOf(page, () => page.answer('B?', 'Yes'))).to.eql(['B?']);
  });
});
