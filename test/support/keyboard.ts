import { sendKeys } from '@web/test-runner-commands';
import { press } from './browser-commands.js';
import type { ElementPage } from './element-page.js';

const MOST_STOPS = 150;

/** Presses Tab until the focus stands on something. */
export async function tabTo(page: ElementPage, isThere: (focused: HTMLElement) => boolean): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const { focused } = page;
    if (focused && isThere(focused)) return;
    await press('Tab');
  }
  throw new Error(`Tab never came to it; it ended on ${page.focused?.outerHTML.slice(0, 200) ?? 'nothing'}.`);
}

export async function pressButton(page: ElementPage, name: string): Promise<void> {
  const button = page.button(name);
  await tabTo(page, (focused) => focused === button);
  await press('Enter');
  await page.settle();
}

/** Chooses one of a question's answers: with the arrows among those of which one can be chosen, with Space otherwise. */
async function choose(page: ElementPage, question: string, words: string): Promise<void> {
  const wanted = page.choice(question, words);
  if (wanted.type === 'checkbox') {
    await tabTo(page, (focused) => focused === wanted);
    await press(' ');
  } else {
    const field = page.field(question);
    await tabTo(page, (focused) => field.contains(focused) && focused.matches('[type="radio"]'));
    // Space chooses where the focus stands; each arrow then goes to the next one and chooses it.
    await press(' ');
    const choices = [...field.querySelectorAll('input')];
    // WebKit's arrows stop at the last one and the first; the others' go round.
    const isBelow = choices.findIndex((input) => input === page.focused) < choices.indexOf(wanted);
    for (let steps = 0; page.focused !== wanted && steps < choices.length; steps++)
      await press(isBelow ? 'ArrowDown' : 'ArrowUp');
  }
  await page.settle();
}

/** Answers a question with the keyboard alone. */
export async function answerByKeyboard(
  page: ElementPage,
  question: string,
  answers: readonly string[],
): Promise<void> {
  const inputs = page.inputs(question);
  for (const [index, answer] of answers.entries()) {
    const input = inputs[index];
    if (input) {
      await tabTo(page, (focused) => focused === input);
      await sendKeys({ type: answer });
    } else await choose(page, question, answer);
  }
  await page.settle();
}
