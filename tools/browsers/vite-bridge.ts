import type { TestRunnerConfig } from '@web/test-runner';
import { createServer, mergeConfig, type Plugin, type InlineConfig } from 'vite';
import shared from '../../vite.config.js';
import { root } from '../build/constants.js';

/** What the test runner serves itself. */
const runnersOwn = /^\/(__web-dev-server|__web-test-runner|__wds-)/;

interface Bridge {
  readonly middleware: NonNullable<TestRunnerConfig['middleware']>[number];
  readonly plugin: NonNullable<TestRunnerConfig['plugins']>[number];
}

/**
 * Runs `setup` before the tests of every file, since hooks at the top hold for one page alone. Constants are no part
 * of the sources that Vite serves: its own module sets them.
 */
function runBeforeTests(setup: string): Plugin {
  return {
    name: 'run-before-tests',
    enforce: 'pre',
    transform: {
      filter: { id: /\.test\.ts\?.*wtr-session-id/ },
      handler: (code) => ({ code: `import '/@vite/env';import '${setup}';${code}`, map: null }),
    },
  };
}

/** Leaves the runner's own modules to the runner. */
const runnersModules: Plugin = {
  name: 'runners-modules',
  enforce: 'pre',
  resolveId(id) {
    const own = /\/(__web-dev-server__|__web-test-runner__).*$/.exec(id);
    return own ? { id: own[0], external: true } : undefined;
  },
};

/**
 * Hands every request that is not Web Test Runner's own to Vite, so that tests and builds transform the sources
 * alike.
 *
 * @param setup path from the project's folder of a module to run before each file of tests.
 * @param packages what the tests import from packages; one that is missing here would be found in the middle of a
 *   run and loaded twice.
 */
export async function viteBridge(setup: string, packages: readonly string[]): Promise<Bridge> {
  const settings: InlineConfig = {
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    cacheDir: 'node_modules/.vite-elements',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { include: [...packages], entries: [] },
    plugins: [runBeforeTests(setup), runnersModules],
  };
  const server = await createServer(mergeConfig(shared, settings));
  return {
    async middleware(context, next: () => Promise<unknown>) {
      if (context.path === '/' || runnersOwn.test(context.path)) return next();
      const answered = await new Promise<boolean>((resolve, reject) => {
        context.res.once('close', () => resolve(true));
        // Koa starts at 404, Vite expects 200.
        context.res.statusCode = 200;
        server.middlewares(context.req, context.res, (error?: unknown) =>
          error instanceof Error ? reject(error) : resolve(false),
        );
      });
      if (answered) {
        context.respond = false;
        return undefined;
      }
      context.res.statusCode = 404;
      return next();
    },
    plugin: {
      name: 'vite-bridge',
      serverStart({ config, fileWatcher }) {
        // Without --watch a changed file would start its tests again in a browser that is about to close.
        if (config.disableFileWatcher) return;
        fileWatcher.add(['src', 'test'].map((folder) => `${root}/${folder}`));
        fileWatcher.on('change', (file) => server.environments.client.moduleGraph.onFileChange(file));
      },
      serverStop: () => server.close(),
    },
  };
}
