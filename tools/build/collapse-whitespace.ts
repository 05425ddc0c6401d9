import type { Plugin } from 'vite';

interface Quasi {
  readonly type: 'TemplateElement';
  readonly start: number;
  readonly end: number;
}

const tags = new Set(['html', 'svg', 'css']);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function tagName({ type, tag }: Readonly<Record<string, unknown>>): unknown {
  return type === 'TaggedTemplateExpression' && isObject(tag) ? tag['name'] : undefined;
}

/** The pieces of text in every template of Lit's, wherever it stands. */
function* quasisIn(node: unknown): Generator<Quasi> {
  if (Array.isArray(node)) {
    for (const entry of node) yield* quasisIn(entry);
  } else if (isObject(node)) {
    if (tags.has(String(tagName(node)))) yield* (node['quasi'] as { quasis: readonly Quasi[] }).quasis;
    for (const value of Object.values(node)) yield* quasisIn(value);
  }
}

/**
 * Writes one space for the line breaks and indentation inside Lit's templates, which weigh on the wire and mean
 * nothing else in HTML and CSS.
 */
export const collapseWhitespace: Plugin = {
  name: 'collapse-whitespace',
  enforce: 'post',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /(html|svg|css)`/ },
    handler(code) {
      let rest = code;
      for (const { start, end } of [...quasisIn(this.parse(code))].sort(
        (one, other) => other.start - one.start,
      )) {
        rest = rest.slice(0, start) + rest.slice(start, end).replace(/\s*\n\s*/g, ' ') + rest.slice(end);
      }
      return { code: rest, map: null };
    },
  },
};
