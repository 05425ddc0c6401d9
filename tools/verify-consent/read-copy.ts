import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { COPY_DATA_ID } from '../../src/domain/consent/copy-data.js';
import type { ShownCopy, ShownDrawing, ShownLine } from '../../src/domain/consent/copy.js';
import { isPlainStyle } from './plain-style.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const INLINE = new Set(['a', 'b', 'em', 'i', 'strong', 'small', 'span', 'code', 'time', 'abbr']);
const BLOCKS = new Set(
  'html head body main header footer article section div h1 h2 h3 h4 p ul ol li dl dt dd hr br address'.split(
    ' ',
  ),
);
/** Attributes that any element may have: none of them shows, hides or runs anything. */
const PLAIN_ATTRIBUTES = new Set(['class', 'lang', 'id', 'data-label', 'datetime', 'aria-labelledby']);
const OWN_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  meta: new Set(['charset', 'name', 'content']),
  svg: new Set(['viewBox', 'role', 'width', 'xmlns']),
  path: new Set(['d', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin']),
};

/** What such an attribute may say, so that nothing is hidden, faint or drawn another way by it. */
const VALUES: Readonly<Record<string, RegExp>> = {
  charset: /^utf-8$/i,
  name: /^viewport$/,
  content: /^width=device-width$/,
  role: /^img$/,
  width: /^[1-9]\d{1,3}(\.\d+)?$/,
  fill: /^none$/,
  stroke: /^currentcolor$/i,
  'stroke-width': /^[1-4](\.\d+)?$/,
};
const PRINTABLE = /^[\x20-\x7e]*$/;

/** As far as a browser looks for the character set; without one it guesses. */
const LOOKED_THROUGH = 1024;
const CHARSET = /<meta charset="utf-8">/i;

/** No page needs these, and in some character sets they switch to another alphabet. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** A client's copy, read: what it shows, and the data that it carries. */
export interface ReadCopy extends ShownCopy {
  /** As JSON; nothing where it carries none, or more than one. */
  readonly data: string | undefined;
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

const isElement = (node: Node): node is Element => 'tagName' in node;

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      node.nodeName === '#text' && 'value' in node
        ? node.value
        : isElement(node)
          ? textOf(node.childNodes)
          : '',
    )
    .join('');

const holds = ({ childNodes }: Element, tagName: string): boolean =>
  childNodes.filter(isElement).some((child) => child.tagName === tagName || holds(child, tagName));

class CopyReader {
  readonly lines: ShownLine[] = [];
  readonly drawings: ShownDrawing[] = [];
  readonly strays: string[] = [];
  readonly data: string[] = [];
  #open = '';

  read(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (isElement(node)) this.#readElement(node);
      else if (node.nodeName === '#text' && 'value' in node) this.#open += node.value;
    }
  }

  /** Ends the line that is being read. */
  end(label?: string): void {
    if (this.#open.trim() !== '') this.lines.push({ text: this.#open, label });
    this.#open = '';
  }

  #readElement(element: Element): void {
    const { tagName } = element;
    this.#strayAttributes(element);
    switch (tagName) {
      case 'template':
        return this.#readTemplate(element);
      case 'title':
        return this.#labelled(element, 'copyTitle');
      case 'style':
        if (!isPlainStyle(textOf(element.childNodes))) this.strays.push('style');
        return undefined;
      case 'meta':
        if (attribute(element, 'http-equiv') !== undefined) this.strays.push('meta http-equiv');
        return undefined;
      case 'svg':
        return this.#readDrawing(element);
      default:
    }
    const label = attribute(element, 'data-label');
    if (label !== undefined) return this.#labelled(element, label);
    if (tagName === 'small' && holds(element, 'small')) this.strays.push('small in small');
    if (INLINE.has(tagName)) return this.read(element.childNodes);
    if (!BLOCKS.has(tagName)) this.strays.push(tagName);
    this.end();
    this.read(element.childNodes);
    this.end();
  }

  #labelled({ childNodes }: Element, label: string): void {
    this.end();
    for (const child of childNodes) if (isElement(child)) this.strays.push(`${child.tagName} in a label`);
    this.#open = textOf(childNodes);
    this.end(label);
  }

  #readTemplate(element: Element): void {
    if (attribute(element, 'id') !== COPY_DATA_ID || !('content' in element)) this.strays.push('template');
    else this.data.push(textOf((element as DefaultTreeAdapterTypes.Template).content.childNodes));
  }

  #readDrawing(element: Element): void {
    this.end();
    const paths = element.childNodes.filter(isElement);
    for (const path of paths) {
      this.#strayAttributes(path);
      if (path.tagName !== 'path' || path.childNodes.length > 0)
        this.strays.push(`${path.tagName} in a drawing`);
      this.drawings.push({ viewBox: attribute(element, 'viewBox') ?? '', path: attribute(path, 'd') ?? '' });
    }
    if (textOf(element.childNodes).trim() !== '') this.strays.push('text in a drawing');
  }

  #strayAttributes(element: Element): void {
    const { tagName, attrs } = element;
    for (const { name, value } of attrs) {
      const isOfText = tagName === 'a' && name === 'href' && value === textOf(element.childNodes).trim();
      const isKnown = PLAIN_ATTRIBUTES.has(name) || OWN_ATTRIBUTES[tagName]?.has(name) === true || isOfText;
      const isFit = isOfText || (VALUES[name] ?? PRINTABLE).test(value);
      if (!isKnown || !isFit) this.strays.push(`${tagName} ${name}`);
    }
  }
}

/** Reads a client's copy as a browser without script shows it. */
export function readCopy(html: string): ReadCopy {
  const reader = new CopyReader();
  if (!CHARSET.test(html.slice(0, LOOKED_THROUGH)) || CONTROL.test(html)) reader.strays.push('characters');
  reader.read(parse(html).childNodes);
  reader.end();
  const { lines, drawings, strays, data } = reader;
  return { lines, drawings, strays, data: data.length === 1 ? data[0] : undefined };
}
