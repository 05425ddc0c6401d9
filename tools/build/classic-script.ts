import { Script } from 'node:vm';

interface Release {
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
    `var key=Symbol.for("kap"),first=globalThis[key],own=${own};`,
    'if(first){if(first.version!==own.version)console.warn(',
    '"kap: version "+first.version+" runs on this page already, so version "+own.version+" was left out. Include the script once.")',
    ';return}',
    'Object.defineProperty(globalThis,key,{value:own});',
  ].join('');
}

/** Where a later script leaves its code, under the build and its name, for the first one to find. */
const PARTS = '(globalThis[Symbol.for("kap.parts")]??={})';

/**
 * What the first script fetches the later ones with. A plain `import()` looks beside the script that it stands in,
 * needs no `currentScript`, and passes a strict policy on. One that has a tag of its own is there already. Nothing is
 * fetched where the page has pinned the first script by `integrity`: no browser would hold the others to theirs.
 */
const LOADER = [
  `var parts=${PARTS},loaded={},failures={},pinned=document.currentScript?.integrity,shared;`,
  'async function load(name){',
  'if(loaded[name])return loaded[name];',
  'var id=own.build+"/"+name,again=failures[name]?"-"+failures[name]:"";',
  'try{',
  'if(pinned&&document.readyState!="complete")await new Promise(done=>addEventListener("load",done));',
  'if(!pinned&&!parts[id])await import("./"+name+".js?"+own.build+again);',
  'return loaded[name]=parts[id](shared)',
  '}catch(cause){',
  // Some browsers remember that an address failed, so the next try has another one.
  'failures[name]=(failures[name]||0)+1;',
  'throw Error(name+".js did not load. Put it beside kap.js, or give it a script tag of its own.",{cause})',
  '}}',
].join('');

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

/** Replaces what must be there exactly once. */
function replaceOne(code: string, pattern: RegExp, by: (names: string) => string): string {
  let count = 0;
  const replaced = code.replace(pattern, (_, names: string) => {
    count++;
    return by(names);
  });
  if (count !== 1)
    throw new Error(`The bundle does not read as expected: ${String(pattern)} found ${count} times.`);
  return replaced;
}

function wrapped(body: string): string {
  const code = toAscii(`;(function(){"use strict";${body}})();\n`);
  // Compiled and never run: refuses `import.meta`, top-level `await` and `export`.
  new Script(code, { filename: 'kap.js' });
  return code;
}

/**
 * Turns the bundle's first chunk into a file that works as a classic or deferred script, as a module, and pasted into
 * the middle of somebody else's file.
 *
 * @param chunk an ES module, as the bundler wrote it.
 * @throws when the result would not run as a classic script.
 */
export function firstScript(chunk: string, release: Release): string {
  const body = replaceOne(
    chunk.trim(),
    /\bexport\s*\{([^}]*)\};?$/g,
    (names) => `shared={${asObject(names, true)}};`,
  );
  const loading = body.replace(/\bimport\("\.\/([\w-]+)\.js"\)/g, 'load("$1")');
  if (/\bimport\b\s*[({"]/.test(loading)) throw new Error('The first script imports what it cannot find.');
  return wrapped(`${onlyOnce(release)}${LOADER}{${loading}}`);
}

/**
 * Turns a chunk that comes later into a file of the same kind. Run, it only leaves its code for the first script of
 * the same build, whichever of the two comes first.
 *
 * @throws when the result would not run as a classic script.
 */
export function laterScript(name: string, chunk: string, { build }: Release): string {
  const [statement = '', imported = ''] =
    /^\s*import\s*\{([^}]*)\}\s*from\s*"\.\/kap\.js";/.exec(chunk) ?? [];
  const rest = chunk.slice(statement.length).trim();
  const body = replaceOne(
    rest,
    /\bexport\s*\{([^}]*)\};?$/g,
    (exported) => `return{${asObject(exported, true)}}`,
  );
  return wrapped(
    `${PARTS}[${JSON.stringify(`${build}/${name}`)}]=function({${asObject(imported, false)}}){${body}}`,
  );
}
