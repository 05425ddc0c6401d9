import type { Plugin } from 'vite';

interface Replacement {
  readonly name: string;
  /** The end of the module's path, with forward slashes. */
  readonly module: RegExp;
  readonly replace: (code: string) => string;
  /** What must not be left in anything that is built, should the module have moved and been missed. */
  readonly leftOver: RegExp;
}

/** Rewrites modules of others, and stops the build when one no longer reads as it did when the rewrite was made. */
function rewrite({ name, module, replace, leftOver }: Replacement): Plugin {
  return {
    name,
    enforce: 'pre',
    transform: {
      filter: { id: module },
      handler(code) {
        const rewritten = replace(code);
        if (rewritten === code) this.error(`${name} found nothing to replace; has the package changed?`);
        return { code: rewritten, map: null };
      },
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && leftOver.test(file.code)) this.error(`${name} missed ${file.fileName}.`);
      }
    },
  };
}

/**
 * Lit makes a Trusted Types policy as soon as it loads, and throws where the host page's list lacks its name or
 * another Lit has taken it. Ours is named `kap`, and where it is refused Lit goes on with plain strings.
 */
export const kapTrustedTypesPolicy: Plugin = rewrite({
  name: 'kap-trusted-types-policy',
  module: /\/lit-html\/(development\/)?lit-html\.js$/,
  replace: (code) =>
    code.replace(
      /(\w+)\s*\?\s*\1\.createPolicy\((['"])lit-html\2,\s*(\{[^{}]*\})\)\s*:\s*(?:undefined|void 0)/,
      '(()=>{try{return $1?.createPolicy("kap",$3)}catch{}})()',
    ),
  leftOver: /createPolicy\(\s*[`'"]lit-html/,
});

/**
 * Lit tells the page which versions of it run, and looks there for help with browsers of long ago, which have no
 * `attachInternals` and can't run our elements anyway. Ours stays by itself.
 */
export const litBySelf: Plugin = rewrite({
  name: 'lit-by-itself',
  module: /\/(reactive-element|lit-html|lit-element)\/\1\.js$/,
  replace: (code) =>
    code.replace(
      /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)|\w+\.\w+(?:Polyfill|Hydrate)Support\b/g,
      'undefined',
    ),
  leftOver: /(Versions|PolyfillSupport|HydrateSupport)\b/,
});

/** Every browser that knows `attachInternals`, which our elements need, can adopt a style sheet. */
export const adoptedSheets: Plugin = rewrite({
  name: 'adopted-sheets',
  module: /\/css-tag\.js$/,
  replace: (code) =>
    code
      .replace(/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true')
      .replace(/"Value passed to 'css' function.*? page security\."/, '""'),
  leftOver: /ShadyCSS|Value passed to 'css'/,
});
