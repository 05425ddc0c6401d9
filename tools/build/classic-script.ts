import { Script } from 'node:vm';

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
function onlyOnce({ version, build }: { version: string; build: string }): string {
  const own = JSON.stringify({ version, build });
  return [
    `var key=Symbol.for("kap"),first=globalThis[key],own=${own};`,
    'if(first){if(first.version!==own.version)console.warn(',
    '"kap: version "+first.version+" runs on this page already, so version "+own.version+" was left out. Include the script once.")',
    ';return}',
    'Object.defineProperty(globalThis,key,{value:own});',
  ].join('');
}

/**
 * Turns a bundle into a file that works as a classic or deferred script, as a module, and pasted into the middle
 * of somebody else's file.
 *
 * @param bundle one IIFE, as the bundler wrote it.
 * @throws when the result would not run as a classic script.
 */
export function toClassicScript(bundle: string, release: { version: string; build: string }): string {
  const body = bundle.trim().replace(/;$/, '');
  const code = toAscii(`;(function(){${onlyOnce(release)}${body}})();\n`);
  // Compiled and never run: refuses `import.meta`, top-level `await` and `export`.
  new Script(code, { filename: 'kap.js' });
  if (/\bimport\s*\(/.test(code)) throw new Error('The script still loads a part of itself by import().');
  return code;
}
