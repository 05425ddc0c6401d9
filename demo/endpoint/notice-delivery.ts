import { appendFile } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import type { Deliver } from './notices.js';

const TIMEOUT_MS = 15_000;

/** Writes each notice as one line at the end of a file. */
export const toFile =
  (path: string): Deliver =>
  async ({ text }) =>
    appendFile(path, `${text.replaceAll('\n', ' ')}\n`, { mode: 0o600 });

/**
 * Posts each notice to a web address: `{"text", "reference"}`. It can come twice; the header `Idempotency-Key` is the
 * same then.
 */
export const toWebhook =
  (url: string): Deliver =>
  async ({ id, reference, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}"` },
      body: JSON.stringify({ text, reference }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The webhook answered ${answer.status}.`);
  };

/** Sends each notice as an e-mail. */
export function toMail(smtpUrl: string, from: string, to: string): Deliver {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return async ({ id, title, text }) => {
    await transport.sendMail({
      from,
      to,
      subject: title,
      text: `${text}\n`,
      // The same for each try, so that a mailbox can tell a repetition.
      messageId: `<${id}@notice.kap.invalid>`,
    });
  };
}
