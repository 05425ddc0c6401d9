// Type-checks the templates of the elements: unknown tags, attributes and properties, and values of the wrong type.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import {
  DefaultLitAnalyzerContext,
  LitAnalyzer,
  makeConfig,
  type LitAnalyzerConfig,
  type LitDiagnostic,
} from 'lit-analyzer';
import type { SimpleType } from 'ts-simple-type';
import ts from 'typescript';
import { root } from './build/constants.js';

const folders = ['src/elements', 'src/controllers', 'demo/staff'];

const settings: Partial<LitAnalyzerConfig> = {
  strict: true,
  rules: {
    // Its reader of style sheets is older than container queries.
    'no-invalid-css': 'off',
    // Elements are registered in one place, not by the modules that use them.
    'no-missing-import': 'off',
  },
  customHtmlData: [
    {
      // What HTML has gained since the analyzer's own list was made.
      version: 1.1,
      globalAttributes: [
        { name: 'popover' },
        { name: 'popovertarget' },
        { name: 'popovertargetaction' },
        { name: 'inert', valueSet: 'v' },
      ],
    },
  ],
};

interface Assignability {
  isAssignableToType(types: { typeA: SimpleType; typeB: SimpleType }, ...rest: readonly unknown[]): boolean;
}

/** Without Lit's `nothing`, the one unique symbol that stands in templates. */
function withoutNothing(type: SimpleType): SimpleType {
  if (type.kind !== 'UNION') return type;
  return { ...type, types: type.types.filter((member) => member.kind !== 'ES_SYMBOL_UNIQUE') };
}

/** The analyzer lists single words for `autocomplete`, which takes several and more than those. */
function isAutocomplete(type: SimpleType): boolean {
  return (
    type.kind === 'UNION' &&
    type.types.some((member) => member.kind === 'STRING_LITERAL' && member.value === 'additional-name')
  );
}

/**
 * Corrects two judgements of the analyzer, which is older than `nothing`: that leaves an attribute out, whatever
 * values it may have.
 */
function correctAnalyzer(): void {
  const modulePath = 'lit-analyzer/lib/rules/util/type/is-assignable-to-type.js';
  const assignability = createRequire(import.meta.url)(modulePath) as Assignability;
  const judge = assignability.isAssignableToType;
  assignability.isAssignableToType = ({ typeA, typeB }, ...rest) =>
    isAutocomplete(typeA) || judge({ typeA, typeB: withoutNothing(typeB) }, ...rest);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, folder, path));
}

function print({ file, location, message, source }: LitDiagnostic): void {
  const { line, character } = file.getLineAndCharacterOfPosition(location.start);
  console.log(`${relative(root, file.fileName)}:${line + 1}:${character + 1} ${message} (${source})`);
}

function main(): void {
  correctAnalyzer();
  const tsconfig = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(tsconfig.config, ts.sys, root);
  const program = ts.createProgram(folders.flatMap(filesIn), options);
  const context = new DefaultLitAnalyzerContext({ getProgram: () => program });
  context.updateConfig(makeConfig(settings));
  const analyzer = new LitAnalyzer(context);
  const diagnostics = folders
    .flatMap(filesIn)
    .map((path) => program.getSourceFile(path))
    .filter((file) => file !== undefined)
    .flatMap((file) => analyzer.getDiagnosticsInFile(file));
  for (const diagnostic of diagnostics) print(diagnostic);
  if (diagnostics.length > 0) process.exitCode = 1;
}

main();
