import * as z from 'zod/mini';
import type { WithdrawalScope } from '../consent/record.js';

/**
 * What is taken back, in one word that the endpoint acts on: the whole consent, its electronic form alone, or what was
 * agreed to in one block (`block:touch`).
 */
export const writtenScope = z
  .string()
  .check(z.regex(/^(everything|electronic-records|block:[a-z0-9][a-z0-9.-]{0,79})$/));

/** A withdrawal's scope as its submission's `act` names it. */
export const scopeInAct = (scope: WithdrawalScope): string =>
  scope.what === 'block' ? `block:${scope.block}` : scope.what;
