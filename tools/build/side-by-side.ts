import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './constants.js';

/** Style sheets, then words: what reads alike packs better when it stands together. */
const ALIKE = [
  'styles/base',
  'styles/fields',
  'elements/kap-journey/styles',
  'elements/kap-intake-form/styles',
  'content/en/health-history',
  'locale/en',
  'content/crisis-lines',
];

/** Sets the order of these modules in the script, which is the order in which they are first imported. */
export const sideBySide: Plugin = {
  name: 'side-by-side',
  transform: {
    filter: { id: /\/src\/define\.ts$/ },
    handler(code) {
      const imports = ALIKE.map((module) => `import ${JSON.stringify(join(root, 'src', `${module}.ts`))};`);
      return { code: imports.join('') + code, map: null };
    },
  },
};
