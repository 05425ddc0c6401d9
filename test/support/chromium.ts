import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/find-browser.js';

/**
 * Starts the browser of the end-to-end tests; whoever starts it closes it.
 *
 * @param args command-line flags beside the usual ones.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath,
    args: [...chromiumArgs, ...args],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}
