import type { Download, Locator, Page } from 'playwright-core';
import type { Answering, Topic } from './histories.js';
import { ConsentOnSite } from './consent-on-site.js';
import { PickerOnSite } from './picker-on-site.js';

/** The accessible name of a question, whether or not it is marked as optional. */
function named(question: string): RegExp {
  const literal = question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal}( \\(optional\\))?$`);
}

async function answer(within: Locator, answering: Answering): Promise<void> {
  if ('entry' in answering) {
    const { press } = answering;
    if (press !== undefined) await within.getByRole('button', { name: press, exact: true }).click();
    const entry = within.getByRole('group', { name: answering.entry, exact: true });
    for (const each of answering.answers) await answer(entry, each);
    return;
  }
  const { question } = answering;
  if ('write' in answering) {
    const name = named(question);
    await within
      .getByRole('textbox', { name })
      .or(within.getByRole('combobox', { name }))
      .fill(answering.write);
    return;
  }
  if ('date' in answering) {
    const date = within.getByRole('group', { name: named(question) });
    for (const [part, written] of Object.entries(answering.date))
      await date.getByRole('textbox', { name: part, exact: true }).fill(written);
    return;
  }
  const group = within
    .getByRole('radiogroup', { name: named(question) })
    .or(within.getByRole('group', { name: named(question) }));
  for (const choice of answering.choose) await group.getByLabel(choice, { exact: true }).check();
}

/** A client in front of a page that has the elements in it; everything is found as they find it, by what it says. */
export class Site {
  readonly page: Page;
  readonly form: Locator;
  readonly consent: ConsentOnSite;
  readonly picker: PickerOnSite;
  readonly journey: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.locator('kap-intake-form');
    this.consent = new ConsentOnSite(page);
    this.picker = new PickerOnSite(page);
    this.journey = page.locator('kap-journey');
  }

  /** From one step of a journey, once it is done, to the next one. */
  async goOn(step: string): Promise<void> {
    await this.page.getByRole('button', { name: `Go on: ${step}`, exact: true }).click();
  }

  /** The title of what is on the screen. */
  heading(title: string): Locator {
    return this.form.getByRole('heading', { level: 2, name: title, exact: true });
  }

  /** One step of the way through, as the journey shows it. */
  step(title: string): Locator {
    return this.journey
      .getByRole('region', { name: 'Where you are' })
      .getByRole('listitem')
      .filter({ hasText: title });
  }

  button(name: string | RegExp): Locator {
    return this.form.getByRole('button', { name, exact: true });
  }

  /** Fills one page of the form in, and stays on it. */
  async answer({ title, answers }: Topic): Promise<void> {
    await this.heading(title).waitFor();
    for (const each of answers) await answer(this.form, each);
  }

  /** From the welcome to the last look before sending. */
  async fillIn(history: readonly Topic[]): Promise<void> {
    await this.button('Begin').click();
    for (const topic of history) {
      await this.answer(topic);
      await this.button('Continue').click();
    }
    await this.heading('Check your answers').waitFor();
  }

  async send(): Promise<void> {
    await this.button(/^Send( to .+)?$/).click();
  }

  /** A whole history from the welcome to the reference. */
  async sendHistory(history: readonly Topic[]): Promise<string> {
    await this.fillIn(history);
    await this.send();
    return this.reference();
  }

  /** The reference that the client is given, once the form says that it was received. */
  async reference(): Promise<string> {
    await this.heading('Received').waitFor();
    return this.shownReference();
  }

  async shownReference(): Promise<string> {
    return (await this.form.locator('[part~=reference]').innerText()).trim();
  }

  async saveCopy(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.button('Save a copy').click();
    return download;
  }
}
