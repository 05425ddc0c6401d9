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
const PLAIN_ATTRIBUTES = new Set(['class', 'lang', 'dir', 'id', 'data-label', 'datetime', 'aria-labelledby']);
const OWN_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  meta: new Set(['charset', 'name', 'content']),
  svg: new Set(['viewBox', 'role', 'width', 'height', 'fill', 'stroke', 'xmlns']),
  path: new Set(['d', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin']),
};

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
      if (!isKnown) this.strays.push(`${tagName} ${name}`);
    }
  }
}

/** Reads a client's copy as a browser without script shows it. */
export function readCopy(html: string): ReadCopy {
  const reader = new CopyReader();
  reader.read(parse(html).childNodes);
  reader.end();
  const { lines, drawings, strays, data } = reader;
  return { lines, drawings, strays, data: data.length === 1 ? data[0] : undefined };
}
