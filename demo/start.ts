import { createAdaptorServer } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronicRecordsConsent, ketamineTherapyConsent } from '../src/content/en/consents/index.js';
import { SIGNING_STATEMENTS } from '../src/content/en/consents/statements.js';
import { healthHistory } from '../src/content/en/health-history.js';
import { howAreYouSince, intentions, readiness, reflection } from '../src/content/en/questionnaires/index.js';
import { reviewRuleSets } from '../src/content/en/review-flags/index.js';
import { createEndpoint } from './endpoint/app.js';
import { openEmbedded, openPostgres, type OpenDatabase } from './endpoint/database.js';
import { NO_FORMS, readForms, withOwnForms, type OwnForms } from './endpoint/forms.js';
import { FolderInUse, lockFolder, type FolderLock } from './endpoint/lock.js';
import { toFile, toMail, toWebhook } from './endpoint/notice-delivery.js';
import { NoticeSender, type Deliver } from './endpoint/notices.js';
import { pages } from './endpoint/pages.js';
import { addressBehind } from './endpoint/rate-limit.js';
import { receiptsIn } from './endpoint/receipts.js';
import { earlierConsents } from './endpoint/seed/earlier-consents.js';
import { earlierForms } from './endpoint/seed/earlier-forms.js';
import { stillwater } from './endpoint/seed/practice.js';
import { stillwaterSchedule } from './endpoint/seed/schedule.js';
import { BadSetting, readSettings, type Settings } from './endpoint/settings.js';
import { ROLES } from './endpoint/staff/roles.js';
import { staffTokensIn } from './endpoint/staff/tokens.js';

/** The questionnaires that we write, and before them what they were. */
const ours = [...earlierForms, healthHistory, intentions, readiness, reflection, howAreYouSince];

const HOME = fileURLToPath(new URL('..', import.meta.url));
const PATIENCE_MS = 5000;

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const report = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const clock = () => new Date();
const random = (length: number) => randomBytes(length);

type Server = ReturnType<typeof createAdaptorServer>;

function delivery({ notices, dataFolder }: Settings): Deliver {
  switch (notices.by) {
    case 'mail':
      return toMail(notices.smtpUrl, notices.from, notices.to);
    case 'webhook':
      return toWebhook(notices.url);
    case 'file':
      return toFile(join(dataFolder, 'notices.log'));
  }
}

async function listen(server: Server, { port, host }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new BadSetting(`Port ${port} is in use by something else. Set PORT to another one.`)
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser that keeps a connection open, or a body that never ends, must not hold up the stop.
  const impatience = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, PATIENCE_MS);
  await closed;
  clearTimeout(impatience);
}

function announce(base: string, tokens: Readonly<Record<string, string>>): void {
  say('');
  say(`  The practice’s site   ${base}/`);
  say(`  A plain page          ${base}/plain/`);
  say(`  The endpoint          ${base}/api`);
  say(`  The staff side        ${base}/staff/`);
  say('');
  say('  Sign-in tokens for the staff side');
  for (const role of ROLES) say(`    ${role.padEnd(11)} ${tokens[role]}`);
  say('');
  say('  Ctrl-C stops it.');
}

/** Runs until `stopped` is called; everything that was opened is closed again, in the opposite order. */
async function run(settings: Settings, own: OwnForms, lock: FolderLock | undefined): Promise<void> {
  let database: OpenDatabase | undefined;
  let notices: NoticeSender | undefined;
  let app: { fetch: (request: Request, env: unknown) => Response | Promise<Response> } | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
  });
  try {
    database = settings.databaseUrl
      ? await openPostgres(settings.databaseUrl, report)
      : await openEmbedded(join(settings.dataFolder, 'database'), report);
    const staffTokens = settings.staffTokens ?? staffTokensIn(settings.dataFolder, random);
    const receipts = await receiptsIn(settings.dataFolder, settings.replacedReceiptKey);
    const port = await listen(server, settings);
    const base = settings.publicOrigin ?? `http://localhost:${port}`;
    notices = new NoticeSender({
      database: database.database,
      clock,
      deliver: delivery(settings),
      staffUrl: `${base}/staff/`,
      report,
    });
    const sender = notices;
    const endpoint = await createEndpoint({
      database: database.database,
      practice: withOwnForms(stillwater, own),
      forms: [...ours, ...own.forms],
      formSources: own.sources,
      consents: [...earlierConsents, ketamineTherapyConsent, electronicRecordsConsent],
      statements: SIGNING_STATEMENTS,
      receipts,
      reviewRules: reviewRuleSets,
      schedule: stillwaterSchedule,
      clock,
      random,
      origins: settings.origins,
      pageUrl: settings.pageUrl ?? `${base}/begin/`,
      publicOrigin: settings.publicOrigin,
      staffTokens,
      rate: settings.rate,
      // By default 20 at once, then 10 a minute: nobody signs in as often as pages are read.
      signInRate: { burst: settings.rate.burst / 12, perMinute: settings.rate.perMinute / 12 },
      addressOf: addressBehind(settings.proxies),
      report,
      onAccepted: () => sender.wake(),
    });
    app = endpoint.route('/', pages(join(HOME, 'dist')));
    notices.start();
    announce(base, staffTokens);
    await new Promise<void>((resolve) => {
      process.on('SIGINT', resolve);
      process.on('SIGTERM', resolve);
    });
    say('Stopping.');
  } finally {
    if (server.listening) await close(server);
    await notices?.stop();
    await database?.close();
    lock?.release();
  }
}

try {
  const settings = readSettings(process.env, HOME);
  const own = settings.formsFolder === undefined ? NO_FORMS : readForms(settings.formsFolder, ours);
  for (const note of own.notes) report(note);
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  // A server keeps its own order; only the embedded database must not be opened twice.
  await run(settings, own, settings.databaseUrl === undefined ? lockFolder(settings.dataFolder) : undefined);
} catch (error) {
  if (!(error instanceof BadSetting) && !(error instanceof FolderInUse)) throw error;
  report(error.message);
  process.exitCode = 1;
}
