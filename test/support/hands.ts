import { setTimeout as pause } from 'node:timers/promises';
import { keyPresses, mouse } from '../../tools/browsers/webkit-keys.js';
import { startWebKit } from '../../tools/browsers/webkit.js';
import { launchFirefox } from './firefox.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A browser as somebody with a mouse and a keyboard has it, for browsers that Playwright does not drive. */
export interface Hands {
  goto(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  look(body: string, ...args: readonly unknown[]): Promise<unknown>;
  click(point: Point): Promise<void>;
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

async function firefoxHands(): Promise<Hands> {
  const browser = await launchFirefox();
  const page = await browser.newPage();
  return {
    goto: async (url) => void (await page.goto(url)),
    look: (body, ...args) => page.evaluate(`(function () { ${body} })(...${JSON.stringify(args)})`),
    click: ({ x, y }) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}

async function webkitHands(): Promise<Hands> {
  const page = await startWebKit();
  return {
    goto: page.goto,
    look: page.execute,
    click: ({ x, y }) => page.actions([mouse.sequence(mouse.move(x, y), mouse.down(), mouse.up())]),
    type: (text) => page.actions([keyPresses(Array.from(text))]),
    close: page.close,
  };
}

const hands = { firefox: firefoxHands, webkit: webkitHands };

export type HandsName = keyof typeof hands;

export const isHandsName = (name: string | undefined): name is HandsName =>
  name !== undefined && Object.hasOwn(hands, name);

export const handsOf = (name: HandsName): Promise<Hands> => hands[name]();

const PATIENCE_MS = 20_000;
const BETWEEN_LOOKS_MS = 50;

/** Looks until there is something to see. */
export async function lookFor<T>(looking: () => Promise<T | undefined>, what: string): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await looking();
    if (seen !== undefined) return seen;
    if (Date.now() > until) throw new Error(`It did not come: ${what}`);
    await pause(BETWEEN_LOOKS_MS);
  }
}
