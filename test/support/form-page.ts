import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { placed, plain } from './element-page.js';
import { json, type FakePractice } from './fake-practice.js';
import { IntakePage } from './intake-page.js';

/** The first page of a questionnaire that the practice has, as a client meets it. */
export async function openForm(
  form: Questionnaire,
  practice: FakePractice,
  place: Element,
  more: Readonly<Record<string, string>> = {},
): Promise<IntakePage> {
  practice.answerNext(`forms/${form.id}`, json(form));
  const page = new IntakePage(
    placed('kap-intake-form', { endpoint: practice.endpoint, form: form.id, ...more }, place),
  );
  await page.shows(form.title);
  await page.begin();
  return page;
}

/** What is read back of an answer before it is sent. */
export async function readBack(page: IntakePage, label: string): Promise<string> {
  await page.continue();
  return page.line(label).words;
}

/** The control that the words of a label lead to. */
export function control(page: IntakePage, label: string): HTMLElement {
  const labels = [...page.root.querySelectorAll('label')];
  const found = labels.find((each) => plain(each).replace(/ \(optional\)$/, '') === label)?.control;
  if (!found) throw new Error(`There is no label “${label}”, only ${labels.map(plain).join(' | ')}.`);
  return found;
}

/** The one line to write on in a question. */
export function line(page: IntakePage, question: string): HTMLInputElement {
  const [input] = page.inputs(question);
  if (!(input instanceof HTMLInputElement)) throw new Error(`“${question}” has no line to write on.`);
  return input;
}

export function list(page: IntakePage, question: string): HTMLSelectElement {
  const select = page.field(question).querySelector('select');
  if (!select) throw new Error(`“${question}” has no list.`);
  return select;
}

/** Chooses an answer of a list by its words. */
export async function pick(page: IntakePage, question: string, words: string): Promise<void> {
  const select = list(page, question);
  const option = [...select.options].find(({ text }) => text === words);
  if (!option) throw new Error(`“${question}” has no “${words}”.`);
  select.value = option.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await page.settle();
}
