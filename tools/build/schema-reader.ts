/*
 * Takes the place of `zod/mini` in the script for pages. The schemas stay what they are, and everywhere else zod reads
 * by them; a page needs no more than "does it fit", and zod weighs ten times as much. `test/tools/schema-reader.test.ts`
 * holds the two against each other. What is not here the build refuses.
 */

const UNFIT = Symbol('unfit');

type Read = (value: unknown) => unknown;
type Check = (value: never) => boolean;

interface Schema {
  /** The value without what the schema does not know, or UNFIT. */
  readonly read: Read;
  check(...checks: readonly Check[]): Schema;
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

const reading = (read: Read): Schema => ({
  read,
  check: (...checks) =>
    reading((value) => {
      const known = read(value);
      return known !== UNFIT && checks.every((fits) => fits(known as never)) ? known : UNFIT;
    }),
  safeParse(value) {
    const data = read(value);
    return data === UNFIT ? { success: false } : { success: true, data };
  },
});

const fitting = (fits: (value: unknown) => boolean): Schema =>
  reading((value) => (fits(value) ? value : UNFIT));

const ofType = (type: string) => (): Schema => fitting((value) => typeof value === type);

export const unknown = (): Schema => reading((value) => value);
export const string = ofType('string');
export const boolean = ofType('boolean');
export const number = (): Schema => fitting(Number.isFinite);
/** As zod has it: one that a number holds exactly. */
export const int = (): Schema => fitting(Number.isSafeInteger);
const oneOf = (values: readonly unknown[]): Schema => fitting((value) => values.includes(value));
export { oneOf as enum };
export const literal = (wanted: unknown): Schema => oneOf([wanted]);
/** The first that fits: no two have the same word under the key. */
export const discriminatedUnion = (_key: string, options: readonly Schema[]): Schema =>
  reading((value) => options.map(({ read }) => read(value)).find((each) => each !== UNFIT) ?? UNFIT);
export const optional = ({ read }: Schema): Schema =>
  reading((value) => (value === undefined ? value : read(value)));

export const array = ({ read }: Schema): Schema =>
  reading((value) => {
    if (!Array.isArray(value)) return UNFIT;
    const known = value.map((entry) => read(entry));
    return known.includes(UNFIT) ? UNFIT : known;
  });

/** Keys are looked up when a value is read, so that a schema can hold itself behind a getter. */
export const object = (shape: Readonly<Record<string, Schema>>): Schema =>
  reading((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNFIT;
    const known: Record<string, unknown> = {};
    for (const key of Object.keys(shape)) {
      const entry: unknown = Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined;
      const read = shape[key]?.read(entry);
      if (read === UNFIT) return UNFIT;
      if (read !== undefined) known[key] = read;
    }
    return known;
  });

/** Like zod's, it leaves out a key that would set a prototype. */
export const record = (name: Schema, { read }: Schema): Schema =>
  reading((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNFIT;
    const known: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(value)) {
      if (key === '__proto__') continue;
      const each = read(entry);
      if (name.read(key) === UNFIT || each === UNFIT) return UNFIT;
      known[key] = each;
    }
    return known;
  });

export const regex =
  (pattern: RegExp): Check =>
  (text: string) =>
    pattern.test(text);
export const minLength =
  (least: number): Check =>
  ({ length }: { length: number }) =>
    length >= least;
export const maxLength =
  (most: number): Check =>
  ({ length }: { length: number }) =>
    length <= most;
export const minimum =
  (least: number): Check =>
  (value: number) =>
    value >= least;
export const maximum =
  (most: number): Check =>
  (value: number) =>
    value <= most;
