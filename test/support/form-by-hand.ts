import { ElementByHand } from './element-by-hand.js';
import type { Hands } from './hands.js';
import type { Answering, Topic } from './histories.js';

/** The form in a browser that is worked by mouse and keyboard. */
export class FormByHand extends ElementByHand {
  constructor(hands: Hands) {
    super(hands, 'kap-intake-form');
  }

  async answer(answering: Answering, within: readonly string[] = []): Promise<void> {
    if ('entry' in answering) {
      if (answering.press !== undefined) await this.press(answering.press);
      for (const each of answering.answers) await this.answer(each, [answering.entry]);
    } else if ('choose' in answering) {
      for (const choice of answering.choose) await this.press(...within, answering.question, choice);
    } else if ('date' in answering) {
      for (const [part, written] of Object.entries(answering.date))
        await this.write(written, ...within, answering.question, part);
    } else await this.write(answering.write, ...within, answering.question);
  }

  async fillIn(history: readonly Topic[]): Promise<void> {
    await this.press('Begin');
    for (const { title, answers } of history) {
      await this.titled(title);
      for (const each of answers) await this.answer(each);
      await this.press('Continue');
    }
    await this.titled('Check your answers');
  }
}
