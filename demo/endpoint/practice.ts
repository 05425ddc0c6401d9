import { Hono } from 'hono';
import { currentDocument, versionOf } from './consents.js';
import type { EndpointOptions } from './endpoint.js';
import { notFound } from './problems.js';
import { sha256 } from './ports.js';

/** What is the same for everybody, written once. */
interface Document {
  readonly body: string;
  readonly etag: string;
}

const documentOf = (value: unknown): Document => {
  const body = JSON.stringify(value);
  return { body, etag: `"${sha256(body).slice(0, 32)}"` };
};

const isCurrent = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '')));

function answerWith({ body, etag }: Document, request: Request): Response {
  // A minute: a number to call must reach clients soon after the practice changes it.
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60', ETag: etag };
  return isCurrent(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
}

/**
 * What anybody may read: `GET practice`, `forms/{id}`, `consents/{id}`, `consents/{id}/{version}`, `receipt-keys`. A
 * consent document is in the language of `?locale=` where it can be had.
 */
export function practiceRoutes(options: EndpointOptions): Hono {
  const { practice, forms, formSources, consents, receipts } = options;
  const profile = documentOf(practice);
  const currentForms = new Map(forms.map((form) => [form.id, documentOf(formSources?.get(form) ?? form)]));
  const texts = new Map(consents.map((document) => [document, documentOf(document)]));
  const keys = documentOf({ keys: receipts.keys });
  const routes = new Hono();
  routes.get('/practice', (context) => answerWith(profile, context.req.raw));
  routes.get('/forms/:id', (context) => {
    const form = currentForms.get(context.req.param('id'));
    if (form === undefined) throw notFound();
    return answerWith(form, context.req.raw);
  });
  routes.get('/consents/:id', (context) => {
    const current = currentDocument(options, context.req.param('id'), context.req.query('locale'));
    const text = current && texts.get(current);
    if (text === undefined) throw notFound();
    return answerWith(text, context.req.raw);
  });
  routes.get('/consents/:id/:version', (context) => {
    const published = versionOf(options, context.req.param(), context.req.query('locale'));
    const text = published && texts.get(published);
    if (text === undefined) throw notFound();
    return answerWith(text, context.req.raw);
  });
  routes.get('/receipt-keys', (context) => answerWith(keys, context.req.raw));
  return routes;
}
