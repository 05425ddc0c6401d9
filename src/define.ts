import { html, render } from 'lit';
import { warn, WIDGET } from './compose.js';
import { loadDrawing, loadFloating } from './controllers/later-code.js';
// Two of the later scripts stand on it, and the first alone is sure to be there for both.
import './elements/form-element.js';
import { KapIntakeForm } from './elements/kap-intake-form/kap-intake-form.js';
import { KapJourney } from './elements/kap-journey/kap-journey.js';
import { comeLater, defineLater, defineOnce, type Loader } from './elements/later.js';
import { mount, mountMarked, type MountOptions } from './elements/mount.js';

/** What the script tag leaves on the page for its own scripts. */
export interface Kap {
  readonly version: string;
  mount(node: Element, options?: MountOptions): HTMLElement | undefined;
}

declare global {
  // An interface's member cannot be declared on `globalThis` in any other way.
  // eslint-disable-next-line no-var
  var Kap: Kap | undefined;
}

const MARKED = '[data-kap]';

/** What a client meets after the first questions. Each is a file of its own, so that these need not wait for it. */
const LATER = {
  'kap-consent': async () => (await import('./elements/kap-consent/kap-consent.js')).KapConsent,
  'kap-session-picker': async () =>
    (await import('./elements/kap-session-picker/kap-session-picker.js')).KapSessionPicker,
} as const satisfies Record<string, Loader>;

/** From when a page has loaded until the rest is fetched: the first questions have the line to themselves. */
const QUIET_MS = 3_000;

/** A journey asks for what it opens. */
const standsByItself = (tag: string): string => `${tag}:not(kap-journey *)`;

function mountWithin(root: ParentNode): void {
  for (const node of root.querySelectorAll(MARKED)) mountMarked(node);
}

function defineWithin(root: ParentNode): void {
  for (const tag of Object.keys(LATER)) if (root.querySelector(standsByItself(tag))) void defineLater(tag);
}

/** What comes later to the page: builders swap parts of it, and open pop-ups. */
function watch(): void {
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element && node.matches(MARKED)) mountMarked(node);
      if (target instanceof Element && addedNodes.length > 0) {
        mountWithin(target);
        defineWithin(target);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** Loads the rest, so that a connection lost later finds it there. What fails here is asked for again when needed. */
function loadRest(): void {
  for (const [tag, load] of Object.entries(LATER)) load().then((element) => defineOnce(tag, element), ignore);
  for (const load of [loadFloating, loadDrawing]) load().catch(ignore);
}

function whenQuiet(act: () => void): void {
  const wait = () => setTimeout(act, QUIET_MS);
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

const ignore = (): undefined => undefined;

/** Where a page requires Trusted Types and does not allow our policy, not even a template can be made. */
function canRender(): boolean {
  try {
    render(html`<i></i>`, document.createElement('i'));
    return true;
  } catch {
    return false;
  }
}

function start(): void {
  if (!canRender()) {
    warn('trusted-types', 'This page’s policy refuses "kap". Nothing was started; the fallback stays.');
    return;
  }
  globalThis.Kap ??= Object.freeze({ version: WIDGET.version, mount });
  // Providers first: a consumer that is defined before its provider would ask in vain.
  defineOnce('kap-journey', KapJourney);
  defineOnce('kap-intake-form', KapIntakeForm);
  comeLater(LATER);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', onceParsed, { once: true });
  else onceParsed();
  whenQuiet(loadRest);
  addEventListener('online', loadRest);
}

function onceParsed(): void {
  mountWithin(document);
  defineWithin(document);
  watch();
}

start();
