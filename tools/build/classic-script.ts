import { Script } from 'node:vm';

export interface Release {
  readonly version: string;
  readonly build: string;
}

/**
 * Writes every character beyond ASCII as `\uXXXX`, so that a page which serves the script under the wrong
 * character set still shows the right words.
 *
 * @throws where a backslash stands before such a character, since the escape would then mean something else.
 */
function toAscii(code: string): string {
  const escaped = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.exec(code);
  if (escaped) throw new Error(`A needless backslash stands before a letter beyond ASCII: ${escaped[0]}`);
  return code.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * What runs before everything else in the script: a page that includes it twice gets one copy, the first. It
 * leaves its version where the next copy looks for it.
 */
function onlyOnce({ version, build }: Release): string {
  const own = JSON.stringify({ version, build });
  return [
    `var key=Symbol.for("kap"),first=globalThis[key],release=${own};`,
    'if(first){if(first.version!==release.version)console.warn(',
    '"kap: version "+first.version+" runs on this page already, so version "+release.version+" was left out. Include the script once.")',
    ';return}',
    'Object.defineProperty(globalThis,key,{value:release});',
  ].join('');
}

/** Where later scripts leave their code, by the names of their files, for the first one to find. */
const PARTS = '(globalThis[Symbol.for("kap.parts")]??={})';

/** A later script has the build in its name: it fits no other, and old ones can stay beside new ones. */
export const laterFile = (name: string, { build }: Release): string => `${name}.${build}.js`;

/** `a as b, c` of an import or export, as the inside of an object. */
const asObject = (names: string, flipped: boolean): string =>
  names
    .split(',')
    .filter((name) => name.trim() !== '')
    .map((name) => {
      const [from = '', to = from] = name.trim().split(' as ');
      return from === to ? from : flipped ? `${to}:${from}` : `${from}:${to}`;
    })
    .join();

/** Replaces the list of exports, which the bundler writes at the end. */
function replaceExports(code: string, by: (names: string) => string): string {
  const found = /\bexport\s*\{([^}]*)\};?\s*$/.exec(code);
  if (!found) throw new Error('The bundle does not end in its exports.');
  return code.slice(0, found.index) + by(found[1] ?? '');
}

/** Asks `load` for what the bundler would import(). */
function withLoads(code: string, load: string): string {
  const loading = code.replace(/\bimport\("\.\/([\w-]+)\.js"\)/g, `${load}("$1")`);
  if (/\bimport\b\s*["{]/.test(loading)) throw new Error('A script imports what it cannot find.');
  return loading;
}

function wrapped(file: string, body: string): string {
  const code = toAscii(`;(function(){"use strict";${body}})();\n`);
  // Compiled and never run: refuses `import.meta`, top-level `await` and `export`.
  new Script(code, { filename: file });
  return code;
}

/**
 * Turns the bundle's first chunk into a file that works as a classic or deferred script, as a module, and pasted into
 * the middle of somebody else's file.
 *
 * @param chunk an ES module, as the bundler wrote it.
 * @throws when the result would not run as a classic script.
 */
export function firstScript(file: string, chunk: string, release: Release): string {
  const body = replaceExports(chunk, (names) => `later.shared={${asObject(names, true)}};`);
  return wrapped(file, `${onlyOnce(release)}var later={parts:${PARTS}};{${withLoads(body, 'later.load')}}`);
}

/**
 * Turns a chunk that comes later into a file of the same kind. Run, it only leaves its code for the first script of
 * the same build, whichever of the two comes first.
 *
 * @throws when the result would not run as a classic script.
 */
export function laterScript(file: string, chunk: string): string {
  const borrowed: string[] = [];
  const rest = chunk.replace(
    /\bimport\s*\{([^}]*)\}\s*from\s*"\.\/([\w-]+)\.js";/g,
    (_, names: string, lender: string) => {
      borrowed.push(`{${asObject(names, false)}}=borrow("${lender}")`);
      return '';
    },
  );
  const body = replaceExports(rest, (exported) => `return{${asObject(exported, true)}}`);
  const borrowing = borrowed.length === 0 ? '' : `var ${borrowed.join()};`;
  const part = `function(borrow,load){${borrowing}${withLoads(body, 'load')}}`;
  return wrapped(file, `${PARTS}["${file}"]=${part}`);
}
