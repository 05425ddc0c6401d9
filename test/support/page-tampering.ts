import { readClaimed, type Claimed } from '../../src/domain/consent/claimed.js';
import { copyData } from '../../src/domain/consent/copy-data.js';
import { copyPage } from '../../src/domain/consent/copy-page.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { enCopy } from '../../src/locale/en-copy.js';
import { oneOf } from './seeded.js';
import { forgery } from './tampering.js';

type Draw = () => number;
type Tamper = (page: string, draw: Draw) => string;

/** Puts something in the place of one of the matches. */
function replaceOne(page: string, pattern: RegExp, draw: Draw, by: (found: string) => string): string {
  const found = oneOf([...page.matchAll(pattern)], draw) as RegExpExecArray | undefined;
  if (!found) return page;
  const [text] = found;
  return page.slice(0, found.index) + by(text) + page.slice(found.index + text.length);
}

/** Exchanges two of the matches. */
function exchange(page: string, pattern: RegExp, draw: Draw): string {
  const all = [...page.matchAll(pattern)];
  const [one, other] = [oneOf(all, draw), oneOf(all, draw)].sort((a, b) => a.index - b.index);
  if (!one || !other || one.index === other.index) return page;
  const between = page.slice(one.index + one[0].length, other.index);
  return page.slice(0, one.index) + other[0] + between + one[0] + page.slice(other.index + other[0].length);
}

const TEXT = />[^<>{}]+</g;
const LABEL = /<b>[^<]*<\/b> /g;
const PART = /<(p|h2|li|section|ul)[ >].*?<\/\1>/g;
const TAG = /<[a-z1-6]+/g;

const CSS = [
  'p{display:none}',
  '.x{height:10px}',
  'b b{font-size:.8em}',
  'p{color:transparent}',
  'p+p{margin-top:-2em}',
  'section{order:-1}main{display:flex;flex-direction:column}',
  'b::after{content:"not "}',
  '@media screen{aside{display:none}}',
  ' ',
  '/**/',
];
const ATTRIBUTES = [
  'hidden',
  'style="display:none"',
  'class="x"',
  'onclick="alert(1)"',
  'dir="rtl"',
  'aria-hidden="true"',
  'lang="xx"',
  'title="not"',
  'data-x',
];
const INTRUDERS = [
  '<script>document.body.textContent=""</script>',
  '<img src="https://example.org/x.png">',
  '<iframe srcdoc="x"></iframe>',
  '<base href="https://example.org">',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<p>And more.</p>',
  '<template id="kap-record">{}</template>',
  '<!-- -->',
  '<br>',
  ' ',
  '\n',
  '\u0000',
];
/** Signs that look like others, or like nothing. */
const SIGNS = [
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u00ad',
  '\u0430',
  '\u0435',
  '\u001b$B',
  '\u0301',
  '&nbsp;',
  '&#110;',
];
const CHARSETS = ['iso-2022-jp', 'utf-16', 'UTF-8', 'utf-7', 'windows-1252'];

const insertAt = (text: string, what: string, at: number): string =>
  text.slice(0, at) + what + text.slice(at);

/** What somebody can do to the page and leave what it carries as it is. */
const TAMPERS: readonly Tamper[] = [
  (page, draw) =>
    replaceOne(page, TEXT, draw, (text) => `>${oneOf(['Yes', 'No', 'x', ''], draw)}${text.slice(2)}`),
  (page, draw) =>
    replaceOne(page, TEXT, draw, (text) =>
      insertAt(text, oneOf(SIGNS, draw), 1 + Math.floor(draw() * (text.length - 1))),
    ),
  (page, draw) => exchange(page, TEXT, draw),
  (page, draw) => replaceOne(page, LABEL, draw, () => ''),
  (page, draw) => exchange(page, LABEL, draw),
  (page, draw) => replaceOne(page, PART, draw, () => ''),
  (page, draw) => replaceOne(page, PART, draw, (part) => part + part),
  (page, draw) => exchange(page, PART, draw),
  (page, draw) => replaceOne(page, TAG, draw, (tag) => `${tag} ${oneOf(ATTRIBUTES, draw)}`),
  (page, draw) => replaceOne(page, TAG, draw, (tag) => oneOf(['<h3', '<div', tag.toUpperCase()], draw)),
  (page, draw) => replaceOne(page, /<\/style>|[{;}]/g, draw, (sign) => oneOf(CSS, draw) + sign),
  (page, draw) => replaceOne(page, /[a-z-]+:[^;}<]+[;}]/g, draw, () => ''),
  (page, draw) => page.replace('utf-8', oneOf(CHARSETS, draw)),
  (page, draw) => replaceOne(page, /<|$/g, draw, (sign) => oneOf(INTRUDERS, draw) + sign),
  (page, draw) => replaceOne(page, / [a-z-]+="[^"]*"/g, draw, () => ''),
  (page, draw) =>
    oneOf([page.normalize('NFD'), `\ufeff${page}`, `${page}\r\n`, page.trim().toLowerCase()], draw),
];

const DATA = /<template[^]*<\/template>/;

/** The page around other data, or made anew from them as the product would. */
function withData(page: string, claimed: Claimed, draw: Draw): string {
  const forged = forgery(claimed, draw() < 0.7, draw);
  const read = readClaimed(canonicalJson(forged));
  if (read && draw() < 0.7) return copyPage(read, enCopy);
  const data = copyData(forged as Claimed, enCopy.language);
  return page.replace(DATA, () => data);
}

/**
 * What a forger makes of a client's copy: in what it shows, in what it carries, or in both together.
 *
 * @param claimed what the page carries.
 */
export const forgedPage = (page: string, claimed: Claimed, draw: Draw): string =>
  draw() < 0.4 ? withData(page, claimed, draw) : oneOf(TAMPERS, draw)(page, draw);
