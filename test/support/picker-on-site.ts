import type { Download, Locator, Page } from 'playwright-core';

/** A client in front of the practice's sessions; everything is found by what it says. */
export class PickerOnSite {
  readonly page: Page;
  readonly element: Locator;

  constructor(page: Page) {
    this.page = page;
    this.element = page.locator('kap-session-picker');
  }

  heading(title: string): Locator {
    return this.element.getByRole('heading', { level: 2, name: title, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.element.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A kind of session as it stands in the list, open or locked. */
  kind(title: string): Locator {
    return this.element.locator('[part~=kind]').filter({ hasText: title });
  }

  async chooseKind(title: string): Promise<void> {
    await this.kind(title).getByRole('radio').check();
    await this.element.getByRole('grid').waitFor();
  }

  /** The times of the day that is open, or of those nearest to a lost one. */
  get times(): Locator {
    return this.element.locator('[part~=slot]');
  }

  /** Opens the first free day and chooses one of its times. */
  async chooseTime(position = 0): Promise<string> {
    await this.button(/^First free day/).click();
    const time = this.times.nth(position);
    await time.getByRole('radio').check();
    return (await time.innerText()).split(',')[0] ?? '';
  }

  /** Says who they are and how to reach them, as somebody does whom the practice has no history of. */
  async introduce(name: string, reach = '503 555 0177'): Promise<void> {
    await this.element.getByLabel('Your name').fill(name);
    await this.element.getByLabel('Phone or email').fill(reach);
  }

  async request(): Promise<void> {
    await this.button('Request this time').click();
  }

  /** From a kind to the practice's answer. */
  async book(kind: string, position = 0): Promise<string> {
    await this.chooseKind(kind);
    const time = await this.chooseTime(position);
    await this.request();
    return time;
  }

  /** Has times found for the whole plan; they are not asked for yet. */
  async findTimes(): Promise<void> {
    await this.button('Plan these together').click();
    await this.button('Find times for me').click();
    await this.element.getByText('These times fit together. You can change any of them.').waitFor();
  }

  async requestAll(): Promise<void> {
    await this.button(/^Request these \d+ sessions$/).click();
  }

  /** What is planned, a line for each session. */
  get bookings(): Locator {
    return this.element.locator('[part~=bookings] > li');
  }

  /** What is said after something has come in between. */
  get notice(): Locator {
    return this.element.locator('.said');
  }

  async saveToCalendar(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.button('Add to calendar').first().click();
    return download;
  }
}
