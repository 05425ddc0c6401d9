import { defineConfig } from 'vite';
import { constants } from './tools/build/constants.js';

/** What every build and every test shares, so that they transform the sources alike. */
export default defineConfig({
  define: constants,
  build: { target: 'es2022' },
  clearScreen: false,
});
