import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { builtFile, builtScripts } from './built-scripts.js';

export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

/** Serves on a free port of 127.0.0.1 until the test ends, and gives its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A webhook or FHIR server of somebody else's, open to every origin. */
export async function startReceiver(reply: Reply) {
  const received: Received[] = [];
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', headers } = request;
      received.push({ method, headers, body: Buffer.concat(chunks).toString('utf8') });
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (method === 'OPTIONS') {
        response.setHeader('Access-Control-Allow-Headers', 'content-type');
        response.writeHead(204).end();
        return;
      }
      response.writeHead(reply.status, { 'Content-Type': reply.type ?? 'text/plain' }).end(reply.body);
    });
  });
  return { url, received, posts: () => received.filter(({ method }) => method === 'POST') };
}

/** A practice's page on a server that knows nothing but the page and the scripts. */
export async function servePage(body: string): Promise<string> {
  const scripts = new Map<string, Buffer>();
  for (const file of builtScripts()) scripts.set(`/${file}`, await readFile(builtFile(file)));
  return serve((request, response) => {
    const script = scripts.get(request.url?.split('?')[0] ?? '');
    if (script) response.setHeader('Content-Type', 'text/javascript').end(script);
    else
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(`<!doctype html><html lang="en"><title>A page</title><body>${body}</body></html>`);
  });
}
