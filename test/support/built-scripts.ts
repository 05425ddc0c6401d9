import { readdirSync } from 'node:fs';
import { release } from '../../tools/build/constants.js';

const DIST = new URL('../../dist/', import.meta.url);

/** Where the build has left a file. */
export const builtFile = (file: string): URL => new URL(file, DIST);

/** The names of the scripts for pages, the one that a page names and those that come later. */
export const builtScripts = (): readonly string[] =>
  readdirSync(DIST).filter((file) => /^kap.*\.js$/.test(file));

/** The file of a script that comes later, in this build. */
export const laterScript = (name: string): string => `kap-${name}.${release.build}.js`;
