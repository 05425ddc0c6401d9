import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/app/ports.js';
import { httpNetwork } from '../../src/transport/http.js';

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  if (server?.listening) await new Promise((resolve) => server?.close(resolve));
  server = undefined;
});

/** A server that answers like this, and its address. */
async function listening(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {}, mayCache: false });

describe('the network', () => {
  it('hands on what the server said, whatever its status', async () => {
    const url = await listening((_, response) => {
      response.writeHead(503, { 'Retry-After': '7' }).end('later');
    });
    expect(await httpNetwork().send(get(url))).toEqual({
      kind: 'response',
      status: 503,
      body: 'later',
      retryAfter: '7',
    });
  });

  it('says nothing of a Retry-After that isn’t there', async () => {
    const url = await listening((_, response) => response.end('línea 🌿'));
    expect(await httpNetwork().send(get(url))).toEqual({
      kind: 'response',
      status: 200,
      body: 'línea 🌿',
      retryAfter: undefined,
    });
  });

  it('sends the bytes and headers it is given, and no cookie or referrer', async () => {
    const seen: { method?: string | undefined; headers?: IncomingMessage['headers']; body?: string } = {};
    const url = await listening((request, response) => {
      void textOf(request).then((body) => {
        Object.assign(seen, { method: request.method, headers: request.headers, body });
        response.setHeader('Set-Cookie', 'a=b').end('{}');
      });
    });
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': '"x"' };
    const request: HttpRequest = { method: 'POST', url, headers, body: '{"a":"línea"}', mayCache: false };
    await httpNetwork().send(request);
    await httpNetwork().send(request);
    expect(seen).toMatchObject({
      method: 'POST',
      body: '{"a":"línea"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': '"x"' },
    });
    expect(seen.headers).not.toHaveProperty('cookie');
    expect(seen.headers).not.toHaveProperty('referer');
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const url = await listening((request, response) => {
      paths.push(request.url);
      if (request.url === '/') response.writeHead(307, { Location: '/elsewhere' }).end();
      else response.end('taken');
    });
    expect(await httpNetwork().send(get(url))).toEqual({ kind: 'no-response', reason: 'network' });
    expect(paths).toEqual(['/']);
  });

  it('says so when the connection is cut', async () => {
    const url = await listening((request) => request.socket.destroy());
    expect(await httpNetwork().send(get(url))).toEqual({ kind: 'no-response', reason: 'network' });
  });

  it('says so when the connection is cut in the middle of a reply', async () => {
    const url = await listening((request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => request.socket.destroy());
    });
    expect(await httpNetwork().send(get(url))).toEqual({ kind: 'no-response', reason: 'network' });
  });

  it('says so when nobody listens', async () => {
    const url = await listening(() => {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await httpNetwork().send(get(url))).toEqual({ kind: 'no-response', reason: 'network' });
  });

  it('waits no longer than it is told for a server that says nothing', async () => {
    const url = await listening(() => {});
    expect(await httpNetwork(50).send(get(url))).toEqual({ kind: 'no-response', reason: 'time-out' });
  });

  it('waits no longer than it is told for the rest of a reply', async () => {
    const url = await listening((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('half');
    });
    expect(await httpNetwork(200).send(get(url))).toEqual({ kind: 'no-response', reason: 'time-out' });
  });

  it('takes a reply of any length as read, and one beyond every measure as empty', async () => {
    const url = await listening((request, response) => {
      response.end('x'.repeat(request.url === '/long' ? 4_000_001 : 4_000_000));
    });
    expect(await httpNetwork().send(get(url))).toMatchObject({ body: 'x'.repeat(4_000_000) });
    expect(await httpNetwork().send(get(`${url}long`))).toMatchObject({ status: 200, body: '' });
  });
});
