import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Rate } from './rate-limit.js';
import { ROLES } from './staff/roles.js';
import type { Role } from './tables.js';

/** Everything that is set from outside, by environment variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** A folder with the practice's own questionnaires, one JSON file each. */
  readonly formsFolder?: string | undefined;
  /** The `kid` of the key of receipts that a new one takes over from. */
  readonly replacedReceiptKey?: string | undefined;
  /** A PostgreSQL server; the embedded database without it. */
  readonly databaseUrl?: string | undefined;
  readonly pageUrl?: string | undefined;
  readonly publicOrigin?: string | undefined;
  readonly origins: readonly string[];
  readonly proxies: number;
  readonly rate: Rate;
  readonly staffTokens?: Readonly<Record<Role, string>> | undefined;
  readonly notices:
    | { readonly by: 'file' }
    | { readonly by: 'webhook'; readonly url: string }
    | { readonly by: 'mail'; readonly smtpUrl: string; readonly from: string; readonly to: string };
}

/** A setting that can't be used; the message says which and what it should be. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

const wholeNumber = (from: number, to: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^\d+$/)),
      z.transform((written) => Number(written)),
    ),
    z.int().check(z.minimum(from), z.maximum(to)),
  );
const addressWith = (pattern: RegExp) =>
  z.string().check(
    z.regex(pattern),
    z.refine((written) => URL.canParse(written)),
  );
const WEB_ADDRESS = /^https?:\/\/[^\s#]+$/;
/** With `*` for one label where preview addresses are meant. */
const ORIGIN = /^https?:\/\/[^\s/#?@]+$/;

const separated = z.pipe(
  z.string(),
  z.transform((written) => written.split(/[\s,]+/).filter(Boolean)),
);

const origins = z.pipe(separated, z.array(z.string().check(z.regex(ORIGIN))));

const nameAndValue = (pair: string): readonly [string, string] => {
  const [name = '', ...value] = pair.split('=');
  return [name, value.join('=')];
};

const staffTokens = z.pipe(
  separated,
  z.pipe(
    z.transform((pairs: string[]) => Object.fromEntries(pairs.map(nameAndValue))),
    z.object({
      prescriber: z.string().check(z.minLength(16)),
      therapist: z.string().check(z.minLength(16)),
      office: z.string().check(z.minLength(16)),
    }),
  ),
);

const email = z.string().check(z.regex(/^\S+@\S+$/));

/** Reads one variable; an empty one counts as not set. */
type Read = <T>(name: string, schema: z.ZodMiniType<T>, expected: string) => T | undefined;

const reader =
  (environment: Readonly<Record<string, string | undefined>>): Read =>
  (name, schema, expected) => {
    const written = environment[name]?.trim();
    if (written === undefined || written === '') return undefined;
    const parsed = schema.safeParse(written);
    if (!parsed.success) throw new BadSetting(`The setting ${name} should be ${expected}.`);
    return parsed.data;
  };

function readNotices(read: Read): Settings['notices'] {
  const smtpUrl = read(
    'KAP_NOTICE_SMTP',
    addressWith(/^smtps?:\/\//),
    'an address that begins with smtp:// or smtps://',
  );
  const to = read('KAP_NOTICE_TO', email, 'an e-mail address');
  const from = read('KAP_NOTICE_FROM', email, 'an e-mail address');
  const url = read('KAP_NOTICE_WEBHOOK', addressWith(WEB_ADDRESS), 'a web address');
  if (smtpUrl !== undefined) {
    if (to === undefined)
      throw new BadSetting('KAP_NOTICE_SMTP needs KAP_NOTICE_TO, the address to write to.');
    return { by: 'mail', smtpUrl, from: from ?? to, to };
  }
  return url === undefined ? { by: 'file' } : { by: 'webhook', url };
}

function readStaffTokens(read: Read): Settings['staffTokens'] {
  const tokens = read(
    'KAP_STAFF_TOKENS',
    staffTokens,
    'prescriber=…,therapist=…,office=… with a token of at least 16 characters for each',
  );
  if (tokens !== undefined && new Set(Object.values(tokens)).size < ROLES.length) {
    throw new BadSetting('The setting KAP_STAFF_TOKENS should hold three tokens that differ.');
  }
  return tokens;
}

/**
 * Reads the settings once, at the start.
 *
 * @param home the folder of `package.json`; data go to `.data` in it where `KAP_DATA` says nothing.
 * @throws BadSetting for the first that can't be used.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): Settings {
  const read = reader(environment);
  const perMinute = read('KAP_REQUESTS_PER_MINUTE', wholeNumber(1, 100_000), 'a whole number from 1') ?? 120;
  const host = z.string().check(z.regex(/^[A-Za-z0-9.:-]+$/));
  const database = addressWith(/^postgres(ql)?:\/\//);
  return {
    port: read('PORT', wholeNumber(0, 65_535), 'a port from 0 to 65535') ?? 5173,
    host: read('HOST', host, 'an address to listen on, such as 127.0.0.1') ?? '127.0.0.1',
    dataFolder: read('KAP_DATA', z.string(), 'a folder') ?? join(home, '.data'),
    formsFolder: read('KAP_FORMS', z.string(), 'a folder'),
    replacedReceiptKey: read(
      'KAP_ROTATE_RECEIPT_KEY',
      z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
      'the kid of the key to replace, as GET receipt-keys names it first',
    ),
    databaseUrl: read('DATABASE_URL', database, 'an address that begins with postgres://'),
    pageUrl: read('KAP_PAGE_URL', addressWith(WEB_ADDRESS), 'the web address of the page, without #'),
    publicOrigin: read(
      'KAP_PUBLIC_ORIGIN',
      addressWith(ORIGIN),
      'an origin such as https://care.example.com',
    ),
    origins: read('KAP_ORIGINS', origins, 'origins such as https://example.com,https://*.example.net') ?? [],
    proxies: read('KAP_TRUSTED_PROXIES', wholeNumber(0, 10), 'the number of proxies in front, 0 to 10') ?? 0,
    rate: { burst: perMinute * 2, perMinute },
    staffTokens: readStaffTokens(read),
    notices: readNotices(read),
  };
}
