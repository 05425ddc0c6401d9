import { defineConfig } from 'vitest/config';
import { constants, root } from './build/constants.js';

const shared = { root, environment: 'node', restoreMocks: true } as const;

/** `pure` needs nothing but Node, `endpoint` a database of its own, `e2e` the build and a browser. */
export default defineConfig({
  root,
  define: constants,
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'pure',
          sequence: { groupOrder: 0 },
          include: ['test/{domain,content,app,transport,locale,staff,tools}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'endpoint',
          sequence: { groupOrder: 1 },
          include: ['test/endpoint/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/needs-build.ts', 'test/support/one-practice.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
