import type { Context } from 'hono';
import type { z } from 'zod/mini';
import type { Problem, ProblemType } from '../../src/domain/submission/problem.js';
import type { Report } from './ports.js';

export type FieldError = NonNullable<Problem['errors']>[number];

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

/** Thrown where a request can't be served; becomes a problem document (RFC 9457). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem & { readonly status: Status };
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: Status,
    type: ProblemType,
    title: string,
    more: Omit<Problem, 'type' | 'title' | 'status'> & { headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(title);
    const { headers = {}, ...members } = more;
    this.problem = { type, title, status, ...members };
    this.headers = headers;
  }
}

const MOST_ERRORS = 100;

export const notAllowed = (title: string): Refusal => new Refusal(403, 'kap:not-allowed', title);
export const notFound = (): Refusal => new Refusal(404, 'kap:not-found', 'There is nothing at this address.');
export const unreadable = (title: string): Refusal => new Refusal(400, 'kap:invalid', title);
export const invalid = (errors: readonly FieldError[]): Refusal =>
  new Refusal(422, 'kap:invalid', 'Something in this does not fit.', {
    errors: errors.slice(0, MOST_ERRORS),
  });

const DETAILS: Readonly<Record<string, string>> = {
  'invalid-type': 'This is missing, or of another type than expected.',
  'too-big': 'This is longer than we take.',
  'too-small': 'This is shorter than needed.',
  'invalid-format': 'This is not written as expected.',
  'invalid-value': 'This is none of the expected values.',
};

/** A JSON Pointer (RFC 6901), cut where it would be longer than a problem may carry. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, 500);

/** What a schema found, as fields that can be pointed at. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.map((issue) => {
    const code = issue.code.replaceAll('_', '-');
    return { pointer: pointerTo(issue.path), code, detail: DETAILS[code] ?? 'This could not be read.' };
  });
}

function send(context: Context, problem: Problem & { readonly status: Status }, headers = {}): Response {
  return context.body(JSON.stringify(problem), problem.status, {
    ...headers,
    'Content-Type': 'application/problem+json',
  });
}

/** Where a fault happened, without its message: a database's words can quote what a client wrote. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [`${error.name}${code}`, ...frames.slice(0, 8)].join('\n');
}

/** Turns whatever was thrown into a problem; only what we did not expect is reported. */
export function problemFor(error: unknown, context: Context, report: Report): Response {
  if (error instanceof Refusal) return send(context, error.problem, error.headers);
  report(`A request to ${context.req.routePath} failed: ${faultOf(error)}`);
  return send(context, {
    type: 'kap:unavailable',
    title: 'This can’t be done right now. Please try again in a little while.',
    status: 503,
  });
}
