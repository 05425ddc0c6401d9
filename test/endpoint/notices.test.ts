import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../demo/endpoint/database.js';
import { toFile, toMail, toWebhook } from '../../demo/endpoint/notice-delivery.js';
import { NoticeSender, type Deliver, type Notice } from '../../demo/endpoint/notices.js';
import type { Submission } from '../../src/domain/submission/envelope.js';
import { newAlert, newCallRequest, said } from '../support/alerts.js';
import { newBooking, newChange, tuesdayAfternoon, tuesdayPreparation } from '../support/bookings.js';
import { newConsent } from '../support/consent.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { startMailServer } from '../support/mail-server.js';

const STAFF_URL = 'https://care.stillwater.example/staff/';
const TITLE = 'A form arrived';
const textFor = (reference: string, title = TITLE) =>
  `${title}. Reference ${reference}. Sign in to read it.\n${STAFF_URL}`;

onEachDatabase('The notice of a submission', (database) => {
  function senderOn(db: Database, now: () => Date, deliver: Deliver) {
    const reports: string[] = [];
    const report = (sentence: string) => void reports.push(sentence);
    return {
      reports,
      sender: new NoticeSender({ database: db, clock: now, deliver, staffUrl: STAFF_URL, report }),
    };
  }

  test('says that one arrived, once, and nothing of what is in it', async () => {
    const endpoint = endpointOn(database());
    const { reference } = await endpoint.accepted();
    const sent: Notice[] = [];
    const { sender } = senderOn(database(), endpoint.clock.now, async (notice) => void sent.push(notice));
    await sender.sendDue();
    endpoint.clock.advance(100);
    await sender.sendDue();
    expect(sent).toEqual([{ id: expect.any(String), reference, title: TITLE, text: textFor(reference) }]);
  });

  test('says in a few words what came, and never which kind of session', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const next = async (submission: Submission) => {
      endpoint.clock.advance(0.01);
      return endpoint.sent(token, submission);
    };
    const { bookings = [] } = await next(newBooking([tuesdayPreparation]));
    await next(newConsent());
    const moved = await next(newChange(bookings, [tuesdayAfternoon]));
    await next(newChange(moved.bookings?.slice(1) ?? []));
    const sent: Notice[] = [];
    const { sender } = senderOn(database(), endpoint.clock.now, async (notice) => void sent.push(notice));
    await sender.sendDue();
    const titles = [
      'A session was requested',
      'A consent was signed',
      'A session was moved',
      'A session was cancelled',
    ];
    expect(sent.map(({ title }) => title)).toEqual(titles);
    for (const { title, reference, text } of sent) expect(text).toBe(textFor(reference, title));
  });

  test('goes out at once while the sender runs', async () => {
    let sender: NoticeSender | undefined;
    const endpoint = endpointOn(database(), { onAccepted: () => sender?.wake() });
    const arrived = new Promise<string>((resolve) => {
      ({ sender } = senderOn(database(), endpoint.clock.now, async ({ reference }) => resolve(reference)));
    });
    sender?.start();
    onTestFinished(() => sender?.stop());
    const { reference } = await endpoint.accepted();
    expect(await arrived).toBe(reference);
  });

  test('says of an alert that it is urgent, and nothing of what was said', async () => {
    const endpoint = endpointOn(database());
    const { reference } = await endpoint.sent(newCareToken(), newAlert());
    await endpoint.sent(newCareToken(), newCallRequest());
    const sent: Notice[] = [];
    const { sender } = senderOn(database(), endpoint.clock.now, async (notice) => void sent.push(notice));
    await sender.sendDue();
    const titles = ['Urgent: please sign in now', 'A client asks for a call'];
    expect(sent.map(({ title }) => title)).toEqual(titles);
    expect(sent[0]).toMatchObject({ reference, text: textFor(reference, titles[0]) });
    const words = [said.question, said.answer, said.place, said.contact?.phone, 'suicid', 'safety'];
    for (const word of words) expect(JSON.stringify(sent)).not.toContain(word);
  });

  test('of an alert goes out once in five minutes for each client, though every alert is kept', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    for (let count = 0; count < 3; count++) {
      await endpoint.sent(token, newAlert());
      endpoint.clock.advance(0.02);
    }
    await endpoint.sent(newCareToken(), newAlert());
    await endpoint.sent(token, newCallRequest());
    endpoint.clock.advance(0.05);
    await endpoint.sent(token, newAlert());
    const titles: string[] = [];
    const { sender } = senderOn(database(), endpoint.clock.now, async ({ title }) => void titles.push(title));
    await sender.sendDue();
    const urgent = 'Urgent: please sign in now';
    expect(titles).toEqual([urgent, urgent, urgent, 'A client asks for a call']);
    expect(await database().selectFrom('alerts').selectAll().execute()).toHaveLength(6);
  });

  test('of an alert goes before all others, also before those that wait while it comes in', async () => {
    const endpoint = endpointOn(database());
    for (let count = 0; count < 3; count++) {
      await endpoint.accepted();
      endpoint.clock.advance(0.01);
    }
    const titles: string[] = [];
    const { sender } = senderOn(database(), endpoint.clock.now, async ({ title }) => {
      titles.push(title);
      if (titles.length === 1) await endpoint.sent(newCareToken(), newAlert());
    });
    await sender.sendDue();
    expect(titles).toEqual([TITLE, 'Urgent: please sign in now', TITLE, TITLE]);
  });

  test('of an alert is tried again each minute at the latest, for as long as it takes', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newAlert());
    let tries = 0;
    const { sender } = senderOn(database(), endpoint.clock.now, async () => {
      tries++;
      throw new Error('no route');
    });
    await sender.sendDue();
    for (let minute = 0; minute < 30; minute++) {
      endpoint.clock.advance(1 / 60);
      await sender.sendDue();
    }
    expect(tries).toBe(31);
  });

  test('that could not be delivered is tried again, later each time, also by another sender', async () => {
    const endpoint = endpointOn(database());
    const { reference } = await endpoint.accepted();
    let tries = 0;
    const failing = senderOn(database(), endpoint.clock.now, async () => {
      tries++;
      throw new Error('no route');
    });
    const minutes = async (count: number) => {
      endpoint.clock.advance(count / 60);
      await failing.sender.sendDue();
      return tries;
    };
    expect([
      await minutes(0),
      await minutes(0.4),
      await minutes(0.1),
      await minutes(0.9),
      await minutes(0.1),
    ]).toEqual([1, 1, 2, 2, 3]);
    expect(failing.reports[0]).toBe(
      `The notice for ${reference} could not be delivered; it is tried again at 2026-11-22T20:00:30.000Z.`,
    );
    endpoint.clock.advance(1);
    const sent: Notice[] = [];
    const restarted = senderOn(database(), endpoint.clock.now, async (notice) => void sent.push(notice));
    await restarted.sender.sendDue();
    expect(sent.map((notice) => notice.reference)).toEqual([reference]);
  });

  test('is sent by one of two senders that look at the same time', async () => {
    const endpoint = endpointOn(database());
    await endpoint.accepted();
    let sent = 0;
    const senders = [1, 2].map(
      () => senderOn(database(), endpoint.clock.now, async () => void sent++).sender,
    );
    await Promise.all(senders.map((sender) => sender.sendDue()));
    expect(sent).toBe(1);
  });

  test('is sent again after a sender ended in the middle of it', async () => {
    const endpoint = endpointOn(database());
    await endpoint.accepted();
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const ending = senderOn(database(), endpoint.clock.now, () => {
      begun();
      return new Promise(() => {});
    });
    void ending.sender.sendDue();
    await hasBegun;
    let sent = 0;
    const next = senderOn(database(), endpoint.clock.now, async () => void sent++).sender;
    await next.sendDue();
    expect(sent).toBe(0);
    endpoint.clock.advance(2 / 60);
    await next.sendDue();
    expect(sent).toBe(1);
  });
});

describe('A notice is delivered', () => {
  const notice = (reference: string): Notice => ({
    id: '6f1c1f0e-8b0e-4a39-9f62-0b7a5b3f4c11',
    reference,
    title: TITLE,
    text: textFor(reference),
  });

  test('as a line at the end of a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kap-notices-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const deliver = toFile(join(folder, 'notices.log'));
    await deliver(notice('7QK4-M9XD'));
    await deliver(notice('WWRR-3377'));
    const line = (reference: string) => `${textFor(reference).replace('\n', ' ')}\n`;
    expect(readFileSync(join(folder, 'notices.log'), 'utf8')).toBe(line('7QK4-M9XD') + line('WWRR-3377'));
  });

  async function webhook(status: number) {
    const requests: { method: string | undefined; key: unknown; body: unknown }[] = [];
    const server = createServer((request: IncomingMessage, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        requests.push({
          method: request.method,
          key: request.headers['idempotency-key'],
          body: JSON.parse(body),
        });
        response.writeHead(status, { location: '/elsewhere' }).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
    onTestFinished(() => server.closeAllConnections());
    return {
      requests,
      deliver: toWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`),
    };
  }

  test('to a web address', async () => {
    const { requests, deliver } = await webhook(204);
    await deliver(notice('7QK4-M9XD'));
    expect(requests).toEqual([
      {
        method: 'POST',
        key: '"6f1c1f0e-8b0e-4a39-9f62-0b7a5b3f4c11"',
        body: { text: textFor('7QK4-M9XD'), reference: '7QK4-M9XD' },
      },
    ]);
  });

  test.each([500, 404, 302])('or not, when the web address answers %i', async (status) => {
    const { requests, deliver } = await webhook(status);
    await expect(deliver(notice('7QK4-M9XD'))).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });

  test('as an e-mail', async () => {
    const server = await startMailServer();
    onTestFinished(server.close);
    await toMail(server.url, 'endpoint@stillwater.example', 'staff@stillwater.example')(notice('7QK4-M9XD'));
    expect(server.mails).toHaveLength(1);
    const [mail = ''] = server.mails;
    expect(mail).toContain('To: staff@stillwater.example');
    expect(mail).toContain('Subject: A form arrived');
    expect(mail.split('\r\n\r\n')[1]?.trimEnd()).toBe(textFor('7QK4-M9XD').replace('\n', '\r\n'));
  });

  test('or not, when the mail server is not there', async () => {
    const server = await startMailServer();
    await server.close();
    await expect(
      toMail(server.url, 'a@stillwater.example', 'b@stillwater.example')(notice('x')),
    ).rejects.toThrow();
  });
});
