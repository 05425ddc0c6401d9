import type { Download, Locator, Page } from 'playwright-core';
import { ketamineTherapyConsent } from '../../src/content/en/consents/ketamine-therapy.js';

/** What this practice's clients are asked to sign. */
export const CONSENT_TITLE = ketamineTherapyConsent.title;

/** A client in front of the practice's consent document; everything is found by what it says. */
export class ConsentOnSite {
  readonly page: Page;
  readonly element: Locator;

  constructor(page: Page) {
    this.page = page;
    this.element = page.locator('kap-consent');
  }

  heading(title: string): Locator {
    return this.element.getByRole('heading', { level: 2, name: title, exact: true });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  /** Reads the document and does everything that it asks for, up to the signature. */
  async fillIn(name: string): Promise<void> {
    await this.heading(CONSENT_TITLE).waitFor();
    for (const { acknowledgement, check } of ketamineTherapyConsent.blocks) {
      if (check) {
        const right = check.answers.find((answer) => answer.right)?.text ?? '';
        const asked = this.element.getByRole('radiogroup', { name: check.question, exact: true });
        await asked.getByLabel(right, { exact: true }).check();
        await this.button('Check my answer').first().click();
      }
      if (acknowledgement !== undefined)
        await this.element.getByRole('checkbox', { name: acknowledgement, exact: true }).check();
    }
    await this.element.getByLabel('Your full name').fill(name);
  }

  /** Signs and gives the reference, once the practice has it. */
  async sign(name: string): Promise<string> {
    await this.fillIn(name);
    await this.button('Sign and send').click();
    await this.heading('Signed').waitFor();
    return (await this.element.locator('[part~=reference]').innerText()).trim();
  }

  async saveCopy(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.button('Save a copy').click();
    return download;
  }
}
