import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, mergeConfig, type Plugin, type InlineConfig } from 'vite';
import shared from '../../vite.config.js';
import { root } from './constants.js';
import { kapTrustedTypesPolicy } from './isolate.js';

interface Pages {
  /** The folder whose `index.html` files, at any depth, are the pages. */
  readonly from: string;
  readonly to: string;
  /** Where the pages will be served, with slashes at both ends. */
  readonly base: string;
}

/** Pages embed the widget as a practice does, by a plain tag; Vite must not look for the file behind it. */
const leaveWidgetTag: Plugin = {
  name: 'leave-widget-tag',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(/<script(?=[^>]*\ssrc="\/kap\.js")(?![^>]*\svite-ignore)/g, '<script vite-ignore'),
  },
};

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[/\\])[^/\\]+\.html$/.test(path))
    .map((path) => join(folder, path))
    .sort();
}

const inlineCode: readonly (readonly [RegExp, string])[] = [
  [/<script(?![^>]*\ssrc=)/i, 'an inline script'],
  [/<style[\s>]/i, 'an inline style sheet'],
  [/<[^>]*\sstyle\s*=/i, 'a style attribute'],
  [/<[^>]*\son[a-z]+\s*=/i, 'an event handler attribute'],
  [/<(script|link)[^>]*\s(src|href)\s*=\s*["']?data:/i, 'a data: script or style sheet'],
];

/** The pages are served under a policy that forbids all of these, so a build that has one is broken. */
function refuseInlineCode(folder: string): void {
  for (const page of pagesIn(folder)) {
    const html = readFileSync(page, 'utf8').replace(/<!--.*?-->/gs, '');
    const found = inlineCode.find(([pattern]) => pattern.test(html));
    if (found)
      throw new Error(`${page} holds ${found[1]}, which the page's content security policy forbids.`);
  }
}

/** Builds pages of the demo: practice's site, plain page or staff side. */
export async function buildPages({ from, to, base }: Pages): Promise<void> {
  const settings: InlineConfig = {
    root: from,
    base,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [leaveWidgetTag, kapTrustedTypesPolicy],
    build: {
      outDir: to,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pagesIn(from) },
    },
  };
  await build(mergeConfig(shared, settings));
  refuseInlineCode(to);
}

/** The folders of the demo that are built to pages, each in the place the demo's server looks for it. */
export const demoPages: readonly Pages[] = [
  { from: join(root, 'demo/site'), to: join(root, 'dist/site'), base: '/' },
  { from: join(root, 'demo/plain'), to: join(root, 'dist/plain'), base: '/plain/' },
  { from: join(root, 'demo/staff'), to: join(root, 'dist/staff'), base: '/staff/' },
];
