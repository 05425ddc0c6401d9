import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Filled by the witness's own script in the page. */
    policyViolations?: string[];
  }
}

/** Everything that a page says aloud or asks of the network, from its first moment on. */
export interface Witness {
  readonly console: readonly string[];
  readonly errors: readonly string[];
  readonly requests: readonly string[];
  /** What the page's content security policy has stopped. */
  policyViolations(): Promise<readonly string[]>;
}

/** Looks on from before the page is loaded. */
export async function witness(page: Page): Promise<Witness> {
  const seen = { console: [] as string[], errors: [] as string[], requests: [] as string[] };
  page.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.addInitScript(() => {
    const violations: string[] = [];
    window.policyViolations = violations;
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return { ...seen, policyViolations: () => page.evaluate(() => window.policyViolations ?? []) };
}

/** Every attribute and the title of a page, shadow roots included, as one text. */
export function attributesOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) found.push(`${name}=${value}`);
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    return found.join('\n');
  });
}

/** Everything that the page's origin keeps in this browser, as one text. */
export function storedBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.cookie,
      databases.map(({ name }) => name),
      window.name,
      history.state,
    ]);
  });
}
