import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './constants.js';

const LOADER = join(root, 'tools/build/load-later.ts');

/** Puts the loader of later scripts into the first one. Nothing imports it: `classic-script.ts` joins the two. */
export const laterScripts: Plugin = {
  name: 'later-scripts',
  transform: {
    filter: { id: /\/src\/define\.ts$/ },
    handler: (code) => ({ code: `import ${JSON.stringify(LOADER)};${code}`, map: null }),
  },
};
