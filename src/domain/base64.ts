const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The UTF-8 bytes of a text. @throws URIError for half of a character. */
export const utf8Bytes = (text: string): readonly number[] =>
  [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^]/g)].map(([char, hex]) =>
    hex === undefined ? char.charCodeAt(0) : parseInt(hex, 16),
  );

/** The bytes that a hex digest writes, two digits each. */
export const hexBytes = (hex: string): readonly number[] =>
  [...hex.matchAll(/../g)].map(([pair]) => parseInt(pair, 16));

/** Base64 of RFC 4648, section 4, padded. */
export function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.slice(at, at + 3);
    const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((bits >> shift) & 63)).join('');
    text +=
      two === undefined
        ? `${letters.slice(0, 2)}==`
        : three === undefined
          ? `${letters.slice(0, 3)}=`
          : letters;
  }
  return text;
}

/** The same in letters that may stand in a URL, without padding (RFC 4648, section 5). */
export const base64url = (bytes: readonly number[]): string =>
  base64(bytes).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');

/**
 * The bytes that a base64url text stands for; nothing where it is none, or where another text would stand for them too:
 * what is signed must have one way to be written.
 */
export function fromBase64url(text: string): readonly number[] | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text.replaceAll('-', '+').replaceAll('_', '/')) {
    bits = ((bits << 6) | LETTERS.indexOf(letter)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return base64url(bytes) === text ? bytes : undefined;
}
