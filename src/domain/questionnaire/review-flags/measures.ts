import { INCHES } from '../answers.js';
import type { Quantity } from '../response-value.js';

/** How many of the base unit one of these is, by UCUM code and by the words a quantity may carry instead. */
const METRES: Readonly<Record<string, number>> = {
  m: 1,
  cm: 0.01,
  [INCHES]: 0.0254,
  in: 0.0254,
  inches: 0.0254,
  '[ft_i]': 0.3048,
  ft: 0.3048,
};
const KILOGRAMS: Readonly<Record<string, number>> = {
  kg: 1,
  g: 0.001,
  '[lb_av]': 0.453_592_37,
  lb: 0.453_592_37,
  lbs: 0.453_592_37,
  pounds: 0.453_592_37,
  '[stone_av]': 6.350_293_18,
};

function inBase(
  { value, code, unit }: Quantity,
  factors: Readonly<Record<string, number>>,
): number | undefined {
  const factor = factors[code ?? ''] ?? factors[unit ?? ''];
  return factor === undefined ? undefined : value * factor;
}

/**
 * The body mass index, kg/m².
 *
 * @returns `undefined` where a unit is not one of length or mass that is known here, or an amount is not above zero.
 */
export function bodyMassIndex(height: Quantity, weight: Quantity): number | undefined {
  const metres = inBase(height, METRES);
  const kilograms = inBase(weight, KILOGRAMS);
  if (metres === undefined || kilograms === undefined || metres <= 0 || kilograms <= 0) return undefined;
  return kilograms / metres ** 2;
}

const DAY_MS = 86_400_000;

/** Days from one date to another, both as `YYYY-MM-DD` or beginning so. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);
