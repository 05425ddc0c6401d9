import type { Random } from './ports.js';

/** No vowels, so that no word comes out, and no two that look alike: no 0 or O, 1, I or L, 2 or Z, 5 or S, 8 or B. */
const CHARACTERS = '34679CDFGHJKMNPQRTVWXY';
const LENGTH = 8;
/** The largest multiple of the alphabet's size that a byte can hold; above it some characters would come more often. */
const FAIR = 256 - (256 % CHARACTERS.length);

/** A short name for a submission that can be read aloud and typed: `7QK4-M3XD`. */
export function newReference(random: Random): string {
  let characters = '';
  while (characters.length < LENGTH) {
    for (const byte of random(LENGTH)) {
      if (byte < FAIR && characters.length < LENGTH)
        characters += CHARACTERS.charAt(byte % CHARACTERS.length);
    }
  }
  return `${characters.slice(0, LENGTH / 2)}-${characters.slice(LENGTH / 2)}`;
}
