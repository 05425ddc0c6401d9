import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { chromiumArgs, findBrowser } from '../find-browser.js';
import { findFirefox } from './firefox.js';
import { webkitLauncher } from './webkit-launcher.js';

async function chromium(): Promise<BrowserLauncher> {
  const { executablePath, env, headlessShell } = await findBrowser();
  return chromeLauncher({
    concurrency: 2,
    // A tab behind another is hidden: no frames, no focus. Each page gets a window of its own instead.
    createPage: async ({ context }) => {
      const page = await context.newPage({ type: 'window' });
      await page.emulateFocusedPage(true);
      return page;
    },
    launchOptions: {
      executablePath,
      headless: headlessShell ? 'shell' : true,
      env: { ...process.env, ...env },
      args: [...chromiumArgs],
    },
  });
}

async function firefox(): Promise<BrowserLauncher> {
  return chromeLauncher({
    // Only one window of Firefox has the focus.
    concurrency: 1,
    puppeteer,
    launchOptions: { browser: 'firefox', headless: true, executablePath: findFirefox() },
  });
}

const launchers = { chromium, firefox, webkit: webkitLauncher };

export type BrowserName = keyof typeof launchers;

const isBrowserName = (name: string): name is BrowserName => Object.hasOwn(launchers, name);

/**
 * The browsers that run the element tests.
 *
 * @param names some of `chromium`, `firefox`, `webkit`, with commas between them.
 * @throws with one sentence where a name is unknown or a browser is missing.
 */
export async function browsersNamed(names: string): Promise<BrowserLauncher[]> {
  const wanted = names.split(',').map((name) => name.trim());
  return Promise.all(
    wanted.map((name) => {
      if (!isBrowserName(name))
        throw new Error(`BROWSERS names ${name}; known are ${Object.keys(launchers).join(', ')}.`);
      return launchers[name]();
    }),
  );
}
