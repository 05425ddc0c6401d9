import type { TestRunnerPlugin } from '@web/test-runner';
import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { CDPSession, KeyInput, Page } from 'puppeteer-core';
import type { BrowserCommand } from '../../test/support/browser-commands.js';
import type { WebKitLauncher } from './webkit-launcher.js';

/** One session a page for good: what one session has overridden, another cannot take back. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function devTools(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  return session;
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  // Puppeteer throws on a name that it doesn't know, so that the test hears of it.
  const names = keys as readonly KeyInput[];
  for (const key of names) await page.keyboard.down(key);
  for (const key of names.toReversed()) await page.keyboard.up(key);
}

async function obey(page: Page, command: BrowserCommand): Promise<unknown> {
  switch (command.what) {
    case 'press':
      await press(page, command.value.split('+'));
      return true;
    case 'time-zone':
      await page.emulateTimezone(command.value ?? undefined);
      return true;
    case 'locale': {
      const locale = command.value === null ? {} : { locale: command.value };
      await (await devTools(page)).send('Emulation.setLocaleOverride', locale);
      return true;
    }
    case 'media': {
      const features = Object.entries<string>({ ...command.value }).map(([name, value]) => ({ name, value }));
      await (await devTools(page)).send('Emulation.setEmulatedMedia', { features });
      return true;
    }
    case 'accessibility-tree':
      return await page.accessibility.snapshot();
  }
}

/**
 * What element tests may ask of the browser beyond `@web/test-runner-commands`. How they ask stands in
 * `test/support/browser-commands.ts`.
 */
export function browserCommands(): TestRunnerPlugin {
  return {
    name: 'browser-commands',
    async executeCommand({ command, payload, session: { id, browser } }) {
      if (command !== 'browser') return undefined;
      const asked = payload as BrowserCommand;
      if (browser.type === 'puppeteer') return obey((browser as ChromeLauncher).getPage(id), asked);
      if (asked.what !== 'press') throw new Error(`${browser.name} has no command for ${asked.what}.`);
      await (browser as WebKitLauncher).sendKeys(id, [asked.value]);
      return true;
    },
  };
}
