import { html, render } from 'lit';
import { warn, WIDGET } from './compose.js';
import { loadFloating } from './controllers/beside.js';
import { KapIntakeForm } from './elements/kap-intake-form/kap-intake-form.js';
import { KapJourney } from './elements/kap-journey/kap-journey.js';
import { defineLater, defineOnce, LATER_TAGS } from './elements/later.js';
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

/** For browsers that can't say when a moment is quiet. */
const QUIET_MS = 1_000;

function mountWithin(root: ParentNode): void {
  for (const node of root.querySelectorAll(MARKED)) mountMarked(node);
}

/** Marked nodes that come later: page builders swap parts of a page, and open pop-ups. */
function watchForMarked(): void {
  new MutationObserver((changes) => {
    for (const change of changes)
      for (const node of change.addedNodes)
        if (node instanceof Element) {
          if (node.matches(MARKED)) mountMarked(node);
          mountWithin(node);
        }
  }).observe(document.documentElement, { childList: true, subtree: true });
}

function whenQuiet(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, QUIET_MS);
}

/** At once what stands on the page by itself; the rest in a quiet moment, so that a lost connection finds it there. */
function loadWhatComesLater(): void {
  for (const tag of LATER_TAGS) {
    const load = () => void defineLater(tag);
    if (document.querySelector(`${tag}:not(kap-journey *)`)) load();
    else whenQuiet(load);
  }
  // Where it can't be had, what floats stands in the middle of the window.
  whenQuiet(() => void loadFloating().catch(() => undefined));
}

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
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', onceParsed, { once: true });
  else onceParsed();
}

function onceParsed(): void {
  mountWithin(document);
  watchForMarked();
  loadWhatComesLater();
  addEventListener('online', loadWhatComesLater);
}

start();
