import { nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../locale/messages.js';
import type { NextStep } from '../session-source.js';
import { primaryButton } from './button.js';

/** The way on from what is done, inside a journey. */
export const goOn = (next: NextStep | undefined, t: Messages): TemplateResult | typeof nothing =>
  next ? primaryButton(t.goOn(next.title), () => next.open()) : nothing;
