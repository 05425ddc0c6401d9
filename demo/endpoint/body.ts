import { parseUntrusted, type Json } from '../../src/domain/untrusted.js';
import { Refusal, unreadable } from './problems.js';

const tooLarge = () => new Refusal(413, 'kap:too-large', 'This is larger than we can take.');

/**
 * The bytes of a request's body, at most `limit` of them; what is over the limit is never kept.
 *
 * @throws Refusal 413.
 */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk: Uint8Array = next.value;
    size += chunk.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws Refusal 415 for anything but JSON in UTF-8. */
export function requireJson(request: Request): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.every((parameter) => /^\s*charset="?utf-8"?\s*$/.test(parameter));
  if (type.trim() === 'application/json' && isUtf8) return;
  throw new Refusal(415, 'kap:invalid', 'This is taken as application/json only.');
}

/** @throws Refusal 400 for what is not harmless JSON in UTF-8. */
export function parseBody(bytes: Buffer): Json {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('This is not JSON.');
  }
  const json = parseUntrusted(text, bytes.byteLength);
  if (json === undefined) throw unreadable('This is not JSON.');
  return json;
}
