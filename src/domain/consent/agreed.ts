import type { ConsentRecord } from './record.js';

/** How an option is called that something is agreed to with. */
export const YES = 'yes';

/** The blocks in which something was said yes to: what can be taken back by itself. */
export const agreedBlocks = (record: ConsentRecord): readonly string[] => {
  if (record.schema === 'kap/consent-record/1') return [];
  return [...new Set(record.choices.flatMap(({ block, option }) => (option === YES ? [block] : [])))];
};
