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
  /** A page of somebody's own on the practice's origin: what stands in its body, and the policy it is served under. */
  openHostPage(body: string, policy?: string): Promise<Site>;
  openHostPageOn(page: Page, body: string, policy?: string): Promise<Site>;
  /** A client's page at an address of the practice's site. */
  openSite(path?: string, options?: BrowserContextOptions): Promise<Site>;
  openSiteOn(page: Page, path?: string, until?: 'load' | 'commit'): Promise<Site>;
  signIn(role: Role, options?: BrowserContextOptions): Promise<StaffSide>;
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
    context.setDefaultTimeout(15_000);
    onTestFinished(() => context.close());
    return context.newPage();
  };
  const openSiteOn = async (
    page: Page,
    path = '/begin/',
    until: 'load' | 'commit' = 'load',
  ): Promise<Site> => {
    await page.goto(practiceOrigin() + path, { waitUntil: until });
    return new Site(page);
  };
  const openHostPageOn = async (page: Page, body: string, policy?: string): Promise<Site> => {
    const address = `${practiceOrigin()}/host/`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: policy === undefined ? {} : { 'content-security-policy': policy },
        body: `<!doctype html><html lang="en"><title>A host page</title><body>${body}</body></html>`,
      }),
    );
    await page.goto(address);
    return new Site(page);
  };
  return {
    newPage,
    openHostPage: async (body, policy) => openHostPageOn(await newPage(), body, policy),
    openHostPageOn,
    openSite: async (path, options) => openSiteOn(await newPage(options), path),
    openSiteOn,
    async signIn(role, options) {
      const staff = new StaffSide(await newPage(options));
      await staff.signIn(practiceOrigin(), role);
      return staff;
    },
  };
}
