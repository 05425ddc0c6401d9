import { readClaimed, type Claimed } from '../../src/domain/consent/claimed.js';
import { dataInCopy } from '../../src/domain/consent/copy-data.js';
import { PAGES } from './pages.js';

export interface PageFault {
  readonly code: 'page-unknown' | 'page-differs';
  /** What was found, and what should stand there. */
  readonly detail: string;
}

/** A client's copy, read. */
export interface ReadCopy {
  /** What it carries; nothing where that can't be read. */
  readonly claimed: Claimed | undefined;
  /** Why nothing that it shows can be relied on; nothing where it shows exactly what it carries. */
  readonly fault: PageFault | undefined;
}

const AROUND = 20;
const excerpt = (text: string, at: number): string =>
  JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));

function firstDifference(page: string, made: string): string {
  let at = 0;
  while (at < made.length && page[at] === made[at]) at++;
  return `${excerpt(page, at)} in place of ${excerpt(made, at)}`;
}

function faultOf(page: string, claimed: Claimed): PageFault | undefined {
  const { schema = '', language = '', receipt, receivedAt } = claimed;
  const make = PAGES.get(schema)?.get(language);
  if (!make) return { code: 'page-unknown', detail: `${schema} ${language}`.trim() };
  if (receipt !== undefined && receivedAt === undefined)
    return { code: 'page-differs', detail: 'a receipt without its time' };
  const made = make(claimed);
  return page === made ? undefined : { code: 'page-differs', detail: firstDifference(page, made) };
}

/**
 * Reads a client's copy. Nothing in the page is trusted but what it carries: the page is made anew from that, and must be
 * the same, sign by sign. So no list is needed of what could hide, fake or add something.
 */
export function readCopy(page: string): ReadCopy {
  const claimed = readClaimed(dataInCopy(page) ?? '');
  return { claimed, fault: claimed && faultOf(page, claimed) };
}
