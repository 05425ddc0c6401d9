// Who may import whom. Everything that is not said here to be allowed fails the build.

/** What each layer of `src` may import from `src` besides itself, and from packages. */
const layers = {
  domain: { own: [], packages: ['zod'] },
  content: { own: ['domain'], packages: [] },
  app: { own: ['domain', 'content'], packages: ['zod'] },
  transport: { own: ['domain', 'content', 'app'], packages: ['zod'] },
  locale: { own: [], packages: [] },
  styles: { own: [], packages: ['lit'] },
  controllers: {
    own: ['domain', 'content', 'app', 'locale', 'styles'],
    packages: ['lit', '@lit/context', '@floating-ui/dom'],
  },
  elements: {
    own: ['domain', 'content', 'app', 'controllers', 'locale', 'styles', 'compose.ts', 'compose-consent.ts'],
    packages: ['lit', '@lit/context'],
  },
};

const at = (folder, names) => names.map((name) => `^${folder}/${name}${name.endsWith('.ts') ? '$' : '/'}`);
const installed = (names) => names.map((name) => `(^|/)node_modules/${name}/|^${name}($|/)`);

const layerRules = Object.entries(layers).map(([layer, { own, packages }]) => ({
  name: `${layer}-imports`,
  comment: `src/${layer} may import ${[...own.map((name) => `src/${name}`), ...packages].join(', ') || 'nothing'} besides itself.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { pathNot: [...at('src', [layer, ...own]), ...installed(packages)] },
}));

/** The staff side and the endpoint share the rules and the words of the product, and nothing that runs in a page. */
const onlyDomainAndContent = {
  name: 'demo-imports',
  comment: 'Of src, the demo may import src/domain and src/content alone.',
  severity: 'error',
  from: { path: '^demo/' },
  to: { path: '^src/', pathNot: at('src', ['domain', 'content']) },
};

module.exports = {
  forbidden: [
    ...layerRules,
    onlyDomainAndContent,
    {
      name: 'compose-imports',
      comment: 'src/compose*.ts join the ports to what implements them, and know no element.',
      severity: 'error',
      from: { path: '^src/compose[a-z-]*\\.ts$' },
      to: { pathNot: at('src', ['domain', 'content', 'app', 'transport']) },
    },
    {
      name: 'define-is-an-entry',
      comment: 'src/define.ts registers elements as it loads: only builds start from it.',
      severity: 'error',
      from: { path: '^(src|demo)/' },
      to: { path: '^src/define\\.ts$' },
    },
    {
      name: 'src-stands-alone',
      comment: 'The product imports nothing of its demo, tests or tools.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(demo|test|tools)/' },
    },
    {
      name: 'review-flags-are-not-public',
      comment:
        'Review flags, their rules and what evaluates them, go to the staff side alone, never into a public script.',
      severity: 'error',
      from: { path: '^src/(define|index)\\.ts$' },
      to: { path: '^src/(content|domain)/.*review-flags', reachable: true },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: 'node_modules' } },
    },
    {
      name: 'unresolved',
      comment: 'An import that leads nowhere cannot be judged.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|inline)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
