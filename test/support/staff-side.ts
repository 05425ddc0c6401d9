import type { Locator, Page } from 'playwright-core';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import type { Role } from '../../demo/endpoint/tables.js';
import { weekInWords, weekOf } from '../../demo/staff/reading/week.js';
import { dateIn } from '../../src/domain/scheduling/zone.js';
import { STAFF_TOKENS } from './practice.js';

/** What the page of a consent says about whether it holds: in a word, and of each thing that was checked. */
export interface ShownVerdict {
  readonly title: string;
  readonly findings: readonly { readonly word: string; readonly about: string }[];
}

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
    await this.page.getByRole('heading', { name: 'Submissions', exact: true }).waitFor();
  }

  /** The row of the submission with this reference. */
  row(reference: string): Locator {
    return this.page.getByRole('row').filter({ hasText: reference });
  }

  async openHistory(reference: string): Promise<void> {
    await this.#open(reference, /^Health history/);
    // The list has articles of its own while it still stands.
    await this.page.locator('staff-history').getByRole('article').waitFor();
  }

  async openConsent(reference: string): Promise<void> {
    await this.#open(reference, /^Consent/);
    await this.page.getByRole('region', { name: 'Verification' }).waitFor();
  }

  /** Opens what asked for sessions or cancelled them. */
  async openRequest(reference: string): Promise<void> {
    await this.#open(reference, /^(Asked for|Cancelled)/);
    await this.page.getByRole('link', { name: 'Everything about this client' }).waitFor();
  }

  /** Opens the page of whoever sent what has this reference. */
  async openClient(reference: string): Promise<void> {
    await this.row(reference).getByRole('link').first().click();
    await this.page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
  }

  /** From wherever somebody is signed in to the list, read anew. */
  async openSubmissions(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Submissions' })
      .click();
    await this.page.getByRole('heading', { name: 'Submissions', exact: true }).waitFor();
  }

  async openLog(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click();
    // The page before may have tables of its own.
    await this.page.getByRole('heading', { name: 'Log', exact: true }).waitFor();
    await this.page.getByRole('table').waitFor();
  }

  /** Opens the week of a session by its address. */
  async openWeekOf({ start }: { readonly start: string }): Promise<void> {
    const date = dateIn(stillwater.timeZone, Date.parse(start));
    const [page = ''] = this.page.url().split('#');
    await this.page.goto(`${page}#/week/${date}`);
    await this.page.getByRole('heading', { level: 1, name: weekInWords(weekOf(date)) }).waitFor();
    await this.page.getByText(/\. Times are Pacific Time\.$/).waitFor();
  }

  /** The session of this kind on the page, and of this client where several have one. */
  session(kind: string, client = ''): Locator {
    const heading = this.page.getByRole('heading', { name: new RegExp(`^${kind} `) });
    return this.page.getByRole('article').filter({ has: heading, hasText: client });
  }

  /** What a person has to answer of this client. */
  alert(client: string): Locator {
    const heading = this.page.getByRole('heading', { level: 3, name: client });
    return this.page.getByRole('article').filter({ has: heading, hasText: 'Reference' });
  }

  async confirm(session: Locator): Promise<void> {
    await session.getByRole('button', { name: 'Confirm' }).click();
    await session.getByText('Confirmed. The client sees it').waitFor();
  }

  async decline(session: Locator): Promise<void> {
    await session.getByRole('button', { name: 'Decline' }).click();
    await session.getByRole('button', { name: 'Yes, decline it' }).click();
    await session.getByText('Declined. The client sees').waitFor();
  }

  async cancel(session: Locator): Promise<void> {
    await session.getByRole('button', { name: 'Cancel this session' }).click();
    await session.getByRole('button', { name: 'Keep it' }).click();
    await session.getByRole('button', { name: 'Cancel this session' }).click();
    await session.getByRole('button', { name: 'Yes, cancel it' }).click();
    await session.getByText('Cancelled. The client sees it').waitFor();
  }

  /** The verdict on the consent that is open. */
  async verdict(): Promise<ShownVerdict> {
    const region = this.page.getByRole('region', { name: 'Verification' });
    const findings = region.getByRole('listitem');
    const [title, words, about] = await Promise.all([
      region.locator('.title').innerText(),
      findings.locator('span:first-child').allInnerTexts(),
      findings.locator('span:last-child').allInnerTexts(),
    ]);
    return { title, findings: words.map((word, index) => ({ word, about: about[index] ?? '' })) };
  }

  /** One question and its answer as they stand in the history. */
  answer(question: string): Locator {
    return this.page
      .getByRole('article')
      .locator('.answer')
      .filter({ has: this.page.getByText(question, { exact: true }) });
  }

  /** Decides on clearance, on a history's page or a client's. */
  async decide(status: string, more: { validUntil?: string; message?: string } = {}): Promise<void> {
    await this.button('Decide').click();
    await this.page.getByRole('radio', { name: new RegExp(`^${status} `) }).check();
    if (more.validUntil !== undefined) await this.page.getByLabel('Valid until').fill(more.validUntil);
    if (more.message !== undefined) await this.page.getByLabel('Message to the client').fill(more.message);
    await this.button('Check what they will see').click();
    await this.button('Decide it like this').click();
    await this.page.getByText('Decided. The client sees it').waitFor();
  }

  /** Makes a personal link for the client whose history or page is open, and gives its address as the screen shows it. */
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

  async #open(reference: string, what: RegExp): Promise<void> {
    await this.row(reference).getByRole('link', { name: what }).click();
  }
}
