import { unreadable } from '../problems.js';

/** A place in a list that is read newest first: rows after it are older, or as old with a smaller id. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

export const PAGE_SIZE = 50;

export const writeCursor = ({ at, id }: Cursor): string => `${at.getTime()}.${id}`;

/** @throws Refusal 400 for what `writeCursor` did not write. */
export function readCursor(written: string | undefined, idPattern: RegExp): Cursor | undefined {
  if (written === undefined) return undefined;
  const [, time = '', id = ''] = /^(\d{1,15})\.(.+)$/.exec(written) ?? [];
  if (time === '' || !idPattern.test(id)) throw unreadable('There is no such page of this list.');
  return { at: new Date(Number(time)), id };
}
