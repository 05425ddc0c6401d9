import type { BrowserLauncher } from '@web/test-runner';
import { startWebKit, type WebKitPage } from './webkit.js';
import { keyPresses, mouse, type MouseButton } from './webkit-keys.js';

/** With what `@web/test-runner-commands` calls on a browser of type `webdriver`. */
export interface WebKitLauncher extends BrowserLauncher {
  sendKeys(session: string, keys: readonly string[]): Promise<void>;
  sendMouseMove(session: string, x: number, y: number): Promise<void>;
  sendMouseClick(session: string, x: number, y: number, button?: MouseButton): Promise<void>;
  sendMouseDown(session: string, button?: MouseButton): Promise<void>;
  sendMouseUp(session: string, button?: MouseButton): Promise<void>;
  resetMouse(session: string): Promise<void>;
}

/** Lets Web Test Runner run its pages in WebKitGTK, one after the other in one window. */
export async function webkitLauncher(): Promise<WebKitLauncher> {
  const page: WebKitPage = await startWebKit();
  const urls = new Map<string, string>();
  const act = (...actions: readonly object[]) => page.actions([mouse.sequence(...actions)]);
  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      urls.set(id, url);
      await page.goto(url);
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    async stopSession(id) {
      await page.releaseActions();
      await page.goto('about:blank');
      urls.delete(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit has no window to debug in here.')),
    stop: () => page.close(),
    sendKeys: (_, keys) => page.actions([keyPresses(keys)]),
    sendMouseMove: (_, x, y) => act(mouse.move(x, y)),
    sendMouseClick: (_, x, y, button) => act(mouse.move(x, y), mouse.down(button), mouse.up(button)),
    sendMouseDown: (_, button) => act(mouse.down(button)),
    sendMouseUp: (_, button) => act(mouse.up(button)),
    async resetMouse() {
      await page.releaseActions();
      await act(mouse.move(0, 0));
    },
  };
}
