import type { Page } from 'playwright-core';
import { laterScript } from './built-scripts.js';

/** The files of what comes later among the addresses that a page has asked for, in their order. */
export const laterScriptsIn = (requests: readonly string[]): readonly string[] =>
  requests.map((url) => new URL(url).pathname.slice(1)).filter((path) => /^kap-.*\.js$/.test(path));

const addressOf = (name: string | undefined): string | RegExp =>
  name ? `**/${laterScript(name)}*` : /\/kap-[a-z0-9.-]+\.js/;

/**
 * What comes later is on its way for ever.
 *
 * @param name of the one; all of them where nothing is said.
 * @returns what lets it arrive.
 */
export async function holdLaterScripts(page: Page, name?: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(addressOf(name), async (route) => {
    await held;
    await route.fallback();
  });
  return () => letGo();
}

/**
 * What comes later can't be had.
 *
 * @param name of the one; all of them where nothing is said.
 * @returns what mends it.
 */
export async function breakLaterScripts(page: Page, name?: string): Promise<() => void> {
  let isBroken = true;
  await page.route(addressOf(name), (route) =>
    isBroken ? route.fulfill({ status: 404, body: 'not here' }) : route.fallback(),
  );
  return () => {
    isBroken = false;
  };
}
