import { executeServerCommand } from '@web/test-runner-commands';

/** One wish of a test to the browser; `null` takes an earlier one back. */
export type BrowserCommand =
  | { readonly what: 'press'; readonly value: string }
  | { readonly what: 'time-zone'; readonly value: string | null }
  | { readonly what: 'locale'; readonly value: string | null }
  | { readonly what: 'media'; readonly value: MediaFeatures | null }
  | { readonly what: 'accessibility-tree' };

export interface MediaFeatures {
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'prefers-reduced-motion'?: 'no-preference' | 'reduce';
  readonly 'prefers-contrast'?: 'no-preference' | 'more';
  readonly 'forced-colors'?: 'none' | 'active';
}

/** A node as assistive technology meets it. */
export interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly AccessibleNode[];
}

function ask<Answer>(command: BrowserCommand): Promise<Answer> {
  return executeServerCommand<Answer, BrowserCommand>('browser', command);
}

/** Presses keys one after the other, in every browser; `Shift+Tab` holds the first while it presses the second. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await ask<true>({ what: 'press', value: key });
}

/**
 * Sets the page's time zone, language or media for the tests that follow. Pages are used again from file to file:
 * whoever sets something takes it back by `null` in `afterEach`.
 *
 * Chromium does all of them, Firefox the time zone, WebKit none.
 */
export const emulate = {
  timeZone: (value: string | null) => ask<true>({ what: 'time-zone', value }),
  locale: (value: string | null) => ask<true>({ what: 'locale', value }),
  media: (value: MediaFeatures | null) => ask<true>({ what: 'media', value }),
};

/** The page's accessibility tree, shadow roots included; Chromium alone has it. */
export function accessibilityTree(): Promise<AccessibleNode> {
  return ask({ what: 'accessibility-tree' });
}
