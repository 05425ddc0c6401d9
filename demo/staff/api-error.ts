import { problem } from '../../src/domain/submission/problem.js';
import { parseUntrusted } from '../../src/domain/untrusted.js';

export type ApiErrorKind =
  'signed-out' | 'not-allowed' | 'not-found' | 'refused' | 'too-many' | 'unreachable' | 'unreadable';

const SENTENCES: Readonly<Record<ApiErrorKind, string>> = {
  'signed-out': 'You are signed out. Please sign in again.',
  'not-allowed': 'This is for another role. Nothing was changed.',
  'not-found': 'There is nothing at this address. It may have been removed.',
  refused: 'The server could not take this. Nothing was changed.',
  'too-many': 'That was a lot in a short time. Please wait a minute and try again.',
  unreachable: 'The server can’t be reached right now. Nothing was changed. Please try again.',
  unreadable: 'The server answered in a way that can’t be read here. Please try again.',
};

/** Why a call brought nothing; `message` is a plain sentence that can be shown as it is. */
export class StaffApiError extends Error {
  override readonly name = 'StaffApiError';
  readonly kind: ApiErrorKind;

  constructor(kind: ApiErrorKind, message: string = SENTENCES[kind]) {
    super(message);
    this.kind = kind;
  }
}

const KINDS: Readonly<Record<number, ApiErrorKind>> = {
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  410: 'not-found',
  429: 'too-many',
  500: 'unreachable',
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
};

/** Longer than any problem that the endpoint tells. */
const MAX_PROBLEM_LENGTH = 1_048_576;

/** For what the server refuses by its rules or to a role, its own sentence says more than ours. */
export function errorOf(status: number, answer: string): StaffApiError {
  const kind = KINDS[status] ?? 'refused';
  if (kind !== 'refused' && kind !== 'not-allowed') return new StaffApiError(kind);
  const read = problem.safeParse(parseUntrusted(answer, MAX_PROBLEM_LENGTH));
  if (!read.success) return new StaffApiError(kind);
  const { errors = [], detail, title } = read.data;
  // `||`: what is empty says nothing.
  return new StaffApiError(kind, errors.find((each) => each.detail)?.detail || detail || title || undefined);
}
