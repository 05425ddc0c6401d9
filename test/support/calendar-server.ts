import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An event of a calendar file, in UTC: `20261124T170000Z`. */
export const busyEvent = (start: string, end: string): string =>
  [
    'BEGIN:VEVENT',
    `UID:${start}`,
    'SUMMARY:Somebody else',
    `DTSTART:${start}`,
    `DTEND:${end}`,
    'END:VEVENT',
  ].join('\r\n');

export const calendarOf = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');

type Answering = (request: IncomingMessage, answer: ServerResponse) => void;

/** Answers with a calendar. */
export const withCalendar =
  (...events: readonly string[]): Answering =>
  (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/calendar' }).end(calendarOf(...events));

/** A calendar's server on this machine, until the test is done. */
export async function calendarServer(first: Answering) {
  let answering = first;
  let asked = 0;
  const server = createServer((request, answer) => {
    asked++;
    answering(request, answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/private.ics`,
    asked: () => asked,
    answerWith: (next: Answering) => {
      answering = next;
    },
  };
}
