import type { Download, Locator, Page } from 'playwright-core';
import { electronicRecordsConsent, ketamineTherapyConsent } from '../../src/content/en/consents/index.js';
import { consentDocument, type ConsentDocument } from '../../src/domain/consent/document.js';

/** What this practice's clients are asked to sign, in this order. */
const ASKED = [electronicRecordsConsent, ketamineTherapyConsent];

/** The title of what they are asked to sign first. */
export const CONSENT_TITLE = electronicRecordsConsent.title;

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

  /** The current text of a document, as this practice has filled it in. */
  async document(id: string): Promise<ConsentDocument> {
    const answer = await this.page.request.get(new URL(`/api/consents/${id}`, this.page.url()).href);
    return consentDocument.parse(await answer.json());
  }

  /** Reads a document and does everything that it asks for, up to the signature; the first one where none is named. */
  async fillIn(name: string, id: string = electronicRecordsConsent.id): Promise<void> {
    const { title, blocks } = await this.document(id);
    await this.heading(title).waitFor();
    const group = (question: string) => this.element.getByRole('radiogroup', { name: question, exact: true });
    for (const { acknowledgement, choices = [], check } of blocks) {
      for (const { question, options } of choices)
        await group(question)
          .getByLabel(options[0]?.text ?? '', { exact: true })
          .check();
      if (check) {
        const right = check.answers.find((answer) => answer.right)?.text ?? '';
        await group(check.question).getByLabel(right, { exact: true }).check();
        await this.button('Check my answer').first().click();
      }
      if (acknowledgement !== undefined)
        await this.element.getByRole('checkbox', { name: acknowledgement, exact: true }).check();
    }
    await this.element.getByLabel('Your full name').fill(name);
  }

  /** Signs all that is asked for, and gives the reference of the last, once the practice has it. */
  async sign(name: string): Promise<string> {
    for (const { id } of ASKED) {
      await this.fillIn(name, id);
      await this.button('Sign and send').click();
      await this.heading('Signed').waitFor();
      if (id !== ASKED.at(-1)?.id) await this.button('Go on to the next document').click();
    }
    return (await this.element.locator('[part~=reference]').first().innerText()).trim();
  }

  async saveCopy(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.button('Save a copy').click();
    return download;
  }
}
