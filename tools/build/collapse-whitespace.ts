import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './constants.js';

interface Quasi {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

const tags = new Set(['html', 'svg', 'css']);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function tagName({ type, tag }: Readonly<Record<string, unknown>>): string {
  return type === 'TaggedTemplateExpression' && isObject(tag) ? String(tag['name']) : '';
}

/** The pieces of text in every template of Lit's, wherever it stands. */
function* quasisIn(node: unknown): Generator<Quasi> {
  if (Array.isArray(node)) {
    for (const entry of node) yield* quasisIn(entry);
  } else if (isObject(node)) {
    const tag = tagName(node);
    if (tags.has(tag)) {
      const { quasis } = node['quasi'] as { quasis: readonly Omit<Quasi, 'tag'>[] };
      yield* quasis.map(({ start, end }) => ({ start, end, tag }));
    }
    for (const value of Object.values(node)) yield* quasisIn(value);
  }
}

const collapse = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

const BLOCK = String.raw`/?(?:p|div|ul|ol|li|dl|dt|dd|h\d|form|fieldset|legend|section|table|thead|tbody|tr|th|td)\b`;

/** White space beside what stands on lines of its own is nothing to see, nor is it at the end of a tag. */
const collapseHtml = (text: string): string =>
  collapse(text)
    .replace(new RegExp(` (<${BLOCK})`, 'g'), '$1')
    .replace(new RegExp(`(<${BLOCK}(?: [a-z-]+="[^"]*")*>) `, 'g'), '$1')
    .replaceAll(' >', '>');

/** In CSS no white space is needed around these, wherever they stand; a colon may begin a descendant's pseudo-class. */
const collapseCss = (text: string): string =>
  collapse(text)
    .replace(/\s*([{};,])\s*|(:)\s+/g, '$1$2')
    .replaceAll(';}', '}');

const PRIVATE_PROPERTY = /--_[a-z-]+/g;

/** In the order of the tokens, so that a property has the same number in every script. */
const properties = [
  ...new Set(readFileSync(join(root, 'src/styles/tokens.ts'), 'utf8').match(PRIVATE_PROPERTY)),
];

/** The stylesheets' private properties are known to nobody outside, so each is called by its number. */
const numberProperties = (code: string): string =>
  code.replace(PRIVATE_PROPERTY, (name) => {
    const number = properties.indexOf(name);
    return number < 0 ? name : `--_${number.toString(36)}`;
  });

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
      for (const { start, end, tag } of [...quasisIn(this.parse(code))].sort(
        (one, other) => other.start - one.start,
      )) {
        const minify = tag === 'css' ? collapseCss : collapseHtml;
        rest = rest.slice(0, start) + minify(rest.slice(start, end)) + rest.slice(end);
      }
      return { code: rest, map: null };
    },
  },
  renderChunk: (code) => ({ code: numberProperties(code), map: null }),
};
