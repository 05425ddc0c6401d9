import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../demo/endpoint/tables.js';
import { STAFF_TOKENS } from './practice.js';

/** Somebody of the practice in front of the staff side. */
export class StaffSide {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async signIn(origin: string, role: Role): Promise<void> {
    await this.page.goto(`${origin}/staff/`);
    await this.page.getByLabel('Your token').fill(STAFF_TOKENS[role]);
    await this.button('Sign in').click();
    await this.page.getByRole('heading', { name: 'Histories', exact: true }).waitFor();
  }

  /** The row of the submission with this reference. */
  row(reference: string): Locator {
    return this.page.getByRole('row').filter({ hasText: reference });
  }

  async openHistory(reference: string): Promise<void> {
    await this.row(reference).getByRole('link').click();
    await this.page.getByRole('article').waitFor();
  }

  /** One question and its answer as they stand in the history. */
  answer(question: string): Locator {
    return this.page
      .getByRole('article')
      .locator('.answer')
      .filter({ has: this.page.getByText(question, { exact: true }) });
  }

  async decide(status: string, more: { validUntil?: string; message?: string } = {}): Promise<void> {
    await this.button('Decide').click();
    await this.page.getByRole('radio', { name: new RegExp(`^${status} `) }).check();
    if (more.validUntil !== undefined) await this.page.getByLabel('Valid until').fill(more.validUntil);
    if (more.message !== undefined) await this.page.getByLabel('Message to the client').fill(more.message);
    await this.button('Check what they will see').click();
    await this.button('Decide it like this').click();
    await this.page.getByText('Decided. The client sees it').waitFor();
  }

  /** Makes a personal link for the client whose history is open, and gives its address as the screen shows it. */
  async makeLink(): Promise<string> {
    const answered = this.page.waitForResponse((response) => response.url().endsWith('/links'));
    await this.page.getByRole('button', { name: /^Make a (new|personal) link$/ }).click();
    const { url } = (await (await answered).json()) as { url: string };
    const address = this.page.getByLabel('Give this to the client alone');
    await this.page.waitForFunction(
      ([field, made]) => field instanceof HTMLInputElement && field.value === made,
      [await address.elementHandle(), url] as const,
    );
    return url;
  }
}
