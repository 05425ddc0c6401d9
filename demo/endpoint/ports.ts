import { createHash } from 'node:crypto';

/** What time it is; the endpoint never asks the machine itself. */
export type Clock = () => Date;

/** So many unguessable bytes. */
export type Random = (length: number) => Uint8Array;

/** Says a sentence to whoever runs the endpoint. It never holds an answer, a name or a token. */
export type Report = (sentence: string) => void;

/** Lower-case hex SHA-256. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** A secret of 160 random bits that fits into a URL or a cookie. */
export const newSecret = (random: Random): string => Buffer.from(random(20)).toString('base64url');

/** A random UUID (RFC 9562, version 4). */
export function newId(random: Random): string {
  const bytes = Buffer.from(random(16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
