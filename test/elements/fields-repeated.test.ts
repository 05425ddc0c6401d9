import { expect, fixture, html } from '@open-wc/testing';
import { emulate, press } from '../support/browser-commands.js';
import { isChromium } from '../support/browser-name.js';
import '../support/define-elements.js';
import { plain } from '../support/element-page.js';
import { below, everyKind, nested, questionnaireOf } from '../support/every-kind.js';
import { FakePractice } from '../support/fake-practice.js';
import { control, openForm } from '../support/form-page.js';
import type { IntakePage } from '../support/intake-page.js';
import { pressButton } from '../support/keyboard.js';
import { overflowing } from '../support/overflowing.js';
import type { Item } from '../../src/domain/questionnaire/questionnaire.js';

const ANIMALS = 'What are your animals called?';

const animal: Item = {
  linkId: 'pet',
  type: 'string',
  text: ANIMALS,
  hint: 'One at a time.',
  repeats: true,
  entryName: 'animal',
  minOccurs: 1,
  maxOccurs: 3,
  item: [{ linkId: 'age', type: 'integer', text: 'How old is it?', unit: 'years' }],
};

const jobs: Item = {
  linkId: 'job',
  type: 'group',
  text: 'Where you have worked',
  hint: 'The latest first.',
  repeats: true,
  item: [
    { linkId: 'place', type: 'string', text: 'Where was it?' },
    { linkId: 'task', type: 'string', text: 'What did you do?', repeats: true, entryName: 'task' },
  ],
};

const other: Item = { linkId: 'other', type: 'string', text: 'Anything else?' };

let practice: FakePractice;
let place: HTMLElement;

beforeEach(async () => {
  practice = new FakePractice();
  place = await fixture(html`<main></main>`);
});
afterEach(() => practice.close());

const open = (...items: readonly Item[]) => openForm(questionnaireOf(...items), practice, place);

async function write(page: IntakePage, label: string, words: string): Promise<void> {
  const input = control(page, label) as HTMLInputElement;
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await page.settle();
}

describe('a question that may be answered several times', () => {
  it('is said once, and names each of its fields', async () => {
    const page = await open(animal);
    await page.click('Add another animal');
    expect(page.text.split(ANIMALS)).to.have.length(2);
    expect(page.text.split('One at a time.')).to.have.length(2);
    for (const name of ['Animal 1', 'Animal 2'])
      expect(plain(control(page, name).closest('fieldset')?.querySelector('legend'))).to.equal(
        `${ANIMALS} (optional)`,
      );
  });

  it('gets one more with the keyboard, and the focus stands in it', async () => {
    const page = await open(animal, other);
    await pressButton(page, 'Add another animal');
    expect(page.announcement).to.equal('Added animal 2.');
    page.expectFocusOn(control(page, 'Animal 2'));
    await press('R');
    expect((control(page, 'Animal 2') as HTMLInputElement).value).to.equal('R');
  });

  it('loses the one that is named, and keeps the others', async () => {
    const page = await open(animal, other);
    await write(page, 'Animal 1', 'Ida');
    await page.click('Add another animal');
    await write(page, 'Animal 2', 'Rex');
    control(page, 'Animal 1').focus();
    await pressButton(page, 'Remove animal 1');
    expect(page.announcement).to.equal('Removed animal 1.');
    page.expectFocusOn(page.button('Add another animal'));
    expect((control(page, 'Animal 1') as HTMLInputElement).value).to.equal('Rex');
  });

  it('goes neither below nor above the numbers that are asked for', async () => {
    const page = await open(animal);
    expect(page.buttons.filter((name) => name.startsWith('Remove'))).to.eql([]);
    await page.click('Add another animal');
    await page.click('Add another animal');
    page.expectFocusOn(control(page, 'Animal 3'));
    expect(page.buttons.filter((name) => name.startsWith('Add'))).to.eql([]);
    expect(page.buttons.filter((name) => name.startsWith('Remove'))).to.have.length(3);
  });

  it('has what belongs to each answer below it, set in', async () => {
    const page = await open(animal);
    await page.click('Add another animal');
    const ages = page
      .all('field')
      .filter((field) => plain(field.querySelector('label')).startsWith('How old'));
    expect(ages).to.have.length(2);
    expect(ages[1]?.getBoundingClientRect().left).to.be.above(
      control(page, 'Animal 2').getBoundingClientRect().left,
    );
  });

  it('is led to from the summary where an answer is missing', async () => {
    const page = await open({ ...animal, required: true, item: undefined }, other);
    await page.continue();
    page.expectSummary(['What are your animals called: please give an answer']);
    await page.click('What are your animals called: please give an answer');
    page.expectFocusOn(control(page, 'Animal 1'));
  });

  it('may be one of a list in each of its instances', async () => {
    const page = await open({
      linkId: 'kind',
      type: 'choice',
      text: 'What animals?',
      repeats: true,
      answerOption: [
        { code: 'cat', display: 'Cat' },
        { code: 'dog', display: 'Dog' },
      ],
      item: [{ linkId: 'name', type: 'string', text: 'What is it called?' }],
    });
    await page.click('Add another entry');
    expect(page.focused).to.have.attribute('type', 'radio');
    expect(page.focused?.closest('[part~="field"]')).to.contain.text('Entry 2');
  });
});

describe('a group that may stand several times', () => {
  it('has its title, its hint, and a name for each', async () => {
    const page = await open({ linkId: 'top', type: 'group', text: 'Top', item: [jobs, other] });
    const group = page.all('instance')[0]?.parentElement;
    expect(plain(group?.querySelector('h3'))).to.equal('Where you have worked');
    expect(group).to.contain.text('The latest first.');
    await page.click('Add another entry');
    expect(page.focused).to.have.trimmed.text('Entry 2');
  });

  it('does not repeat the title of a page that it has to itself', async () => {
    const page = await open(jobs);
    expect(page.title).to.equal('Where you have worked');
    expect(page.root.querySelectorAll('h3')).to.have.length(0);
  });

  it('keeps questions of its own that may be answered several times', async () => {
    const page = await open(jobs);
    await page.click('Add another entry');
    const [, second] = page.all('instance').filter((each) => each.matches('fieldset'));
    const add = [...(second?.querySelectorAll('button') ?? [])].find(
      (each) => plain(each) === 'Add another task',
    );
    add?.click();
    await page.settle();
    expect(second?.querySelectorAll('.once')).to.have.length(2);
    expect(second?.contains(page.focused)).to.equal(true);
    expect(page.all('instance')[0]?.querySelectorAll('.once')).to.have.length(1);
  });
});

describe('groups in groups', () => {
  it('have headings by their depth, twelve deep', async () => {
    const page = await open({ linkId: 'top', type: 'group', text: 'Top', item: [nested(12), other] });
    const headings = [...page.root.querySelectorAll('h3, h4, h5, h6')].map((each) => [
      each.localName,
      plain(each),
    ]);
    expect(headings.slice(0, 5)).to.eql([
      ['h3', 'Level 1'],
      ['h4', 'Level 2'],
      ['h5', 'Level 3'],
      ['h6', 'Level 4'],
      ['h6', 'Level 5'],
    ]);
    expect(headings).to.have.length(12);
    await expect(page.form).to.be.accessible();
  });

  it('without a title have no heading', async () => {
    const inner = { ...nested(1), text: '' };
    const page = await open({
      linkId: 'top',
      type: 'group',
      text: 'Top',
      item: [inner, nested(2, 2), other],
    });
    expect(page.words('subtitle').slice(0, 1)).to.eql(['Level 2']);
  });
});

describe('what is only to be read', () => {
  it('is shown as words, without a field', async () => {
    const page = await open(
      { linkId: 'note', type: 'display', text: 'Take your time.', prefix: '1.' },
      { linkId: 'empty', type: 'display', text: '' },
      { linkId: 'fixed', type: 'string', text: 'Your practice', prefix: '2.', readOnly: true },
      other,
    );
    expect(page.text).to.contain('1. Take your time.');
    expect(page.field('2. Your practice').querySelectorAll('input')).to.have.length(0);
    expect(page.field('2. Your practice')).to.contain.text('No answer');
  });

  it('is not there where it is hidden, with everything below it', async () => {
    const page = await open({ ...below(2), hidden: true }, other);
    expect(page.questions).to.eql(['Anything else?']);
  });

  it('has a name even where the questionnaire gives it none', async () => {
    const page = await open({ linkId: 'bare', type: 'string', text: '', required: true }, other);
    await page.continue();
    expect(page.errors).to.eql(['Your answer: please give an answer']);
    expect(control(page, 'Your answer')).to.be.instanceOf(HTMLInputElement);
  });
});

describe('a question of every kind', () => {
  for (const theme of ['light', 'dark'])
    it(`is accessible, ${theme}, answered or not`, async () => {
      const page = await openForm(everyKind, practice, place, { theme });
      await expect(page.form).to.be.accessible();
      await page.continue();
      expect(page.all('error-summary')).to.have.length(1);
      await expect(page.form).to.be.accessible();
    });

  for (const width of [280, 320, 1200])
    it(`fits into ${width} pixels, however deep it stands`, async () => {
      place.style.inlineSize = `${width}px`;
      const page = await openForm(everyKind, practice, place);
      expect(overflowing(page)).to.eql([]);
      place.replaceChildren();
      const deep = await open({ linkId: 'top', type: 'group', text: 'Top', item: [nested(12), below(12)] });
      expect(overflowing(deep)).to.eql([]);
    });

  it('is as high as a finger needs', async () => {
    const page = await openForm(everyKind, practice, place);
    for (const target of page.root.querySelectorAll<HTMLElement>('.input, .choice, .button'))
      expect(target.offsetHeight, target.outerHTML.slice(0, 80)).to.be.at.least(48);
  });

  it('asks in letters that no phone zooms into', async () => {
    const page = await openForm(everyKind, practice, place);
    for (const input of page.root.querySelectorAll('.input'))
      expect(parseFloat(getComputedStyle(input).fontSize)).to.be.at.least(16);
  });

  it('has ids of its own, whatever its linkId looks like', async () => {
    const choice = { type: 'boolean', text: 'Yes?' } as const;
    const page = await open(
      { ...choice, linkId: '1' },
      { ...choice, linkId: '1-1' },
      { ...choice, linkId: '1_o1' },
      { linkId: '1-hint', type: 'date', text: 'When?' },
    );
    const ids = [...page.root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('shows in forced colors which answer is marked', async function () {
    if (!isChromium) this.skip();
    await emulate.media({ 'forced-colors': 'active' });
    try {
      const page = await openForm(everyKind, practice, place);
      const combobox = control(page, 'Which medicine?');
      combobox.focus();
      await press('ArrowDown');
      const [marked] = page.all('option');
      expect(marked && getComputedStyle(marked).outlineStyle).to.equal('solid');
    } finally {
      await emulate.media(null);
    }
  });
});
