import type { KapIntakeForm } from '../../src/elements/kap-intake-form/kap-intake-form.js';
import { en } from './words.js';
import { COMPLETE_HISTORY } from './complete-history.js';
import { ElementPage, placed, plain } from './element-page.js';

export const CHECK = en.checkTitle;

/** A client's way through the form. */
export class IntakePage extends ElementPage<KapIntakeForm> {
  /** The form in this place, once its welcome can be read. */
  static async open(attributes: Readonly<Record<string, string>>, place: Element): Promise<IntakePage> {
    const page = new IntakePage(placed('kap-intake-form', attributes, place));
    await page.shows('Your health history');
    return page;
  }

  /** The form of a journey, once its welcome can be read. */
  static async inside(journey: Element): Promise<IntakePage> {
    const form = journey.querySelector('kap-intake-form');
    if (!form) throw new Error('The journey has no form.');
    const page = new IntakePage(form);
    await page.shows('Your health history');
    return page;
  }

  get form(): KapIntakeForm {
    return this.element;
  }

  begin = (): Promise<void> => this.click('Begin');
  continue = (): Promise<void> => this.click('Continue');
  back = (): Promise<void> => this.click('Back');

  /** Answers what the topic on the screen requires and nobody has answered yet. */
  async fillTopic(): Promise<void> {
    for (const [question, answers] of Object.entries(COMPLETE_HISTORY[this.title] ?? {}))
      if (this.answerTo(question).join('') === '') await this.answer(question, ...answers);
  }

  /** Fills in whatever comes before a topic, and stops there. */
  async goTo(title: string): Promise<void> {
    if (this.title === 'Your health history') await this.begin();
    for (let topics = 0; this.title !== title; topics++) {
      if (topics > Object.keys(COMPLETE_HISTORY).length) throw new Error(`“${title}” never came.`);
      await this.fillTopic();
      await this.continue();
    }
  }

  async fillAll(): Promise<void> {
    await this.goTo(CHECK);
  }

  /** Answers everything and sends it off. */
  async sendAll(): Promise<void> {
    await this.fillAll();
    await this.click(this.sendButton);
  }

  get sendButton(): string {
    return this.buttons.find((name) => name.startsWith('Send')) ?? 'Send';
  }

  /** A line of what is read back before sending: its answer, and the button that changes it. */
  line(label: string): { readonly words: string; readonly change: HTMLButtonElement } {
    const change = this.button(`Change: ${label}`);
    return { words: plain(change.closest('[part~="answer"]')?.querySelector('dd')), change };
  }
}
