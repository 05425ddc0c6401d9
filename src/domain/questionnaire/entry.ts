/** A date as it is written, three texts that may not make a date yet, with a time of day where one is asked. */
export interface DateEntry {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** `14:30`. */
  readonly time?: string | undefined;
  /** How far the client's clock is from UTC at that time: `-08:00`. */
  readonly offset?: string | undefined;
}

/** An amount as it is written, and the code of the unit chosen for it. */
export interface QuantityEntry {
  readonly amount: string;
  readonly unit: string;
}

/**
 * What stands in a field, kept as it was typed so that nothing unreadable is ever lost: text, chosen codes, a date's
 * parts, an amount with its unit. Among chosen codes, one that begins with a space is the client's own words.
 */
export type Entry = string | readonly string[] | DateEntry | QuantityEntry;
