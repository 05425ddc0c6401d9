import type { KapJourney } from '../../src/elements/kap-journey/kap-journey.js';
import { en } from './words.js';
import { ConsentPage } from './consent-page.js';
import { ElementPage, isSeen, plain, until } from './element-page.js';
import { IntakePage } from './intake-page.js';
import { PickerPage } from './picker-page.js';

/** A client's way from step to step. */
export class JourneyPage extends ElementPage<KapJourney> {
  /** The journey in this place, once it says where the client is. */
  static async open(
    attributes: Readonly<Record<string, string>>,
    place: Element,
    ...children: readonly Element[]
  ): Promise<JourneyPage> {
    const journey = document.createElement('kap-journey');
    for (const [name, value] of Object.entries(attributes)) journey.setAttribute(name, value);
    // They are there when it connects: where it has none, it adds its own.
    journey.append(...children);
    place.append(journey);
    const page = new JourneyPage(journey);
    await until(() => journey.matches(':state(ready)'), 'the journey knows where the client is');
    await page.settle();
    return page;
  }

  /** Every step with its words. */
  get steps(): readonly string[] {
    return this.words('step');
  }

  /** The step on the screen. */
  get current(): string {
    return plain(this.root.querySelector('[aria-current="step"]'));
  }

  /** The client's next step. */
  get next(): string {
    return plain(this.root.querySelector('[part~="now"]'));
  }

  /** What stands at a step, its title first. */
  step(title: string): string {
    const found = this.steps.find((step) => step.startsWith(title));
    if (found === undefined) throw new Error(`There is no step “${title}”, only ${this.steps.join(' | ')}.`);
    return found;
  }

  /** The elements on the screen, by their tags. */
  get shown(): readonly string[] {
    const elements = this.element.querySelectorAll('kap-intake-form, kap-consent, kap-session-picker');
    return [...elements].filter(isSeen).map(({ localName }) => localName);
  }

  #inside<Tag extends 'kap-intake-form' | 'kap-consent' | 'kap-session-picker'>(
    tag: Tag,
  ): HTMLElementTagNameMap[Tag] {
    const element = this.element.querySelector(tag);
    if (!element) throw new Error(`The journey has no ${tag}.`);
    return element;
  }

  get form(): IntakePage {
    return new IntakePage(this.#inside('kap-intake-form'));
  }

  get consent(): ConsentPage {
    return new ConsentPage(this.#inside('kap-consent'));
  }

  get picker(): PickerPage {
    return new PickerPage(this.#inside('kap-session-picker'));
  }

  /** Goes to a step by its link. */
  async goTo(step: string): Promise<void> {
    await this.click(step);
  }
}

/** Presses the button that leads on to a step, in the element whose part is done. */
export const goOnFrom = (page: ElementPage, step: string): Promise<void> => page.click(en.goOn(step));
