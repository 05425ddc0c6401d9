import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import type { Role } from '../../demo/endpoint/tables.js';
import { launchChromium } from './chromium.js';
import { Site } from './site.js';
import { StaffSide } from './staff-side.js';

/** The practice that all end-to-end tests share. */
export const practiceOrigin = (): string => inject('practice');

/** Somebody in Portland at a desk. */
const AT_A_DESK: BrowserContextOptions = {
  locale: 'en-US',
  timezoneId: 'America/Los_Angeles',
  viewport: { width: 1200, height: 900 },
};

export interface Browsing {
  /** A page in a browser context of its own, closed when the test ends. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** A client's page at an address of the practice's site. */
  openSite(path?: string, options?: BrowserContextOptions): Promise<Site>;
  signIn(role: Role): Promise<StaffSide>;
}

/** One browser for the tests of a file. */
export function useBrowser(args: readonly string[] = []): Browsing {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium(args);
  });
  afterAll(() => browser?.close());

  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    if (browser === undefined) throw new Error('The browser is there once the tests run.');
    const context = await browser.newContext({ ...AT_A_DESK, ...options });
    onTestFinished(() => context.close());
    return context.newPage();
  };
  return {
    newPage,
    async openSite(path = '/begin/', options = {}) {
      const page = await newPage(options);
      await page.goto(practiceOrigin() + path);
      return new Site(page);
    },
    async signIn(role) {
      const staff = new StaffSide(await newPage());
      await staff.signIn(practiceOrigin(), role);
      return staff;
    },
  };
}
