/*
 * In the first script, what an `import()` of a later one has become. The names below are declared around the script by
 * `classic-script.ts`, where the two files can see them.
 *
 * A plain import() looks beside the script that it stands in, needs no `currentScript`, and hands a strict policy on.
 * What has a tag of its own, or was joined into the same file, is there already.
 */

type Load = (name: string) => Promise<unknown>;

/** What a script leaves for the first one: a function that makes its exports, and asks for those that it borrows. */
type Part = (borrow: (lender: string) => unknown, load: Load) => unknown;

declare const release: { readonly build: string };

declare const later: {
  /** By the names of their files. */
  readonly parts: Record<string, Part>;
  /** What the first script lends to the others; set at its end. */
  readonly shared: unknown;
  load: Load;
};

/** A classic script knows its tag as it runs; a module does not. */
const tag = document.currentScript ?? document.querySelector('script[integrity][src*="kap"]');
const isPinned = Boolean(tag?.getAttribute('integrity'));

const loaded: Record<string, Promise<unknown>> = {};
const fileOf = (name: string): string => `${name}.${release.build}.js`;

/** The exports of those that are there, by the names of their files. Whatever borrows from one is loaded by it. */
const lent: Record<string, unknown> = {};
const borrow = (lender: string): unknown => (lender === 'kap' ? later.shared : lent[fileOf(lender)]);
const failures: Record<string, number> = {};

const pageLoaded = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve(undefined);
    else addEventListener('load', resolve);
  });

async function find(file: string): Promise<Part | undefined> {
  // What follows in this file, or in one that it was joined into, runs first.
  await Promise.resolve();
  // No browser is sure to hold what is fetched here to an integrity of its own.
  if (!later.parts[file] && !isPinned) {
    // Some browsers remember that an address failed, so the next try has another one.
    const again = failures[file] ? `?${failures[file]}` : '';
    await import(/* @vite-ignore */ `./${file}${again}`).catch(() => undefined);
  }
  // A tag of its own may stand further down.
  if (!later.parts[file]) await pageLoaded();
  return later.parts[file];
}

async function begin(file: string): Promise<unknown> {
  const part = await find(file);
  if (part) return (lent[file] = part(borrow, later.load));
  throw new Error(`${file} did not load. Put it beside kap.js, or give it a script tag of its own.`);
}

later.load = async (name) => {
  const file = fileOf(name);
  loaded[file] ??= begin(file);
  try {
    return await loaded[file];
  } catch (error) {
    delete loaded[file];
    failures[file] = (failures[file] ?? 0) + 1;
    throw error;
  }
};
