import { ANSWER_STANDS_MS } from '../../src/app/intake/safety-effects.js';
import { checkIn } from './check-in.js';
import { placed, plain } from './element-page.js';
import { json, type FakePractice } from './fake-practice.js';
import { IntakePage } from './intake-page.js';

export const QUESTION = 'How often have you wished to be dead?';
export const AT_HOME = 'Are you afraid of someone at home?';

/** Lets no answer wait until it stands; the end puts every other wait back as it was. */
export function withoutWaiting(): () => void {
  const { setTimeout } = window;
  const atOnce = (run: TimerHandler, ms?: number, ...more: unknown[]) =>
    setTimeout(run, ms === ANSWER_STANDS_MS ? 0 : ms, ...more);
  Object.assign(window, { setTimeout: atOnce });
  return () => Object.assign(window, { setTimeout });
}

/** A client's way through a check-in whose answers can say that somebody is not safe. */
export class SafetyPage extends IntakePage {
  /** The check-in, at the page with the watched questions. */
  static async atMood(
    practice: FakePractice,
    place: Element,
    more: Record<string, string> = {},
  ): Promise<SafetyPage> {
    practice.answerNext('forms/check-in', json(checkIn));
    const attributes = { endpoint: practice.endpoint, form: 'check-in', ...more };
    const page = new SafetyPage(placed('kap-intake-form', attributes, place));
    await page.shows(checkIn.title);
    await page.begin();
    await page.answer('Phone number', '503 555 0199');
    await page.continue();
    return page;
  }

  /** The panels and their closed lines, in the order of the page. */
  get panels(): readonly HTMLElement[] {
    return this.all('safety');
  }

  get panel(): HTMLElement {
    const [panel] = this.panels;
    if (!panel) throw new Error(`There is no panel in “${plain(this.root).slice(0, 300)}”.`);
    return panel;
  }

  /** What is said before the first watched question. */
  get note(): HTMLElement | null {
    return this.root.querySelector('form > [part~="notice"]');
  }
}
